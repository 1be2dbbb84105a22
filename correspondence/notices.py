"""What people are told of a deadline that comes near or is over. Whom, the deadline's kind says."""
from correspondence.events import Event

REMINDED = "correspondence.queries.reminded_by"
WORDS = ("label", "subject_label", "last_day")

EVENTS = [
    Event(
        "deadline.near", recipients=REMINDED, placeholders=WORDS,
        subject_ko="기한이 다가옵니다: {label}, {last_day}까지",
        body_ko="{label} 기한을 알려 드립니다.\n\n대상: {subject_label}\n기한: {last_day} 24:00까지\n\n"
                "이미 처리하셨으면 이 안내는 그냥 두셔도 됩니다.\n{link}",
        subject_en="Due soon: {label}, by {last_day}",
        body_en="A reminder: {label}.\n\nAbout: {subject_label}\nDue: by {last_day}, 24:00\n\n"
                "If it is done already, there is nothing for you to do.\n{link}",
    ),
    Event(
        "deadline.over", recipients=REMINDED, placeholders=WORDS,
        subject_ko="기한이 지났습니다: {label}, {last_day}",
        body_ko="{label} 기한이 지났습니다.\n\n대상: {subject_label}\n기한: {last_day} 24:00\n\n확인하여 처리하여 주시기 바랍니다.\n{link}",
        subject_en="Overdue: {label}, {last_day}",
        body_en="A period is over: {label}.\n\nAbout: {subject_label}\nIt was due: {last_day}, 24:00\n\nPlease see to it.\n{link}",
    ),
]
