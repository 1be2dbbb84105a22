"""What people are told of a deadline that comes near or is over (whom, its kind says), and both people of a cover for absence."""
from correspondence.events import Event

REMINDED, BOTH = "correspondence.queries.reminded_by", "correspondence.queries.both_of_cover"
ESCALATED = "correspondence.queries.escalated_to"
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
    Event(
        "deadline.several", recipients=REMINDED, placeholders=("headline", "lines"),
        subject_ko="기한 안내: {headline}",
        body_ko="아래 기한을 알려 드립니다.\n\n{lines}\n\n기한은 그날 24:00까지입니다. "
                "이미 처리하셨으면 이 안내는 그냥 두셔도 됩니다.\n{link}",
        subject_en="Due: {headline}",
        body_en="A reminder of what is due.\n\n{lines}\n\nEach day ends at 24:00. "
                "If it is done already, there is nothing for you to do.\n{link}",
    ),
    Event(
        "deadline.escalated", recipients=ESCALATED, placeholders=("headline", "lines"),
        subject_ko="기한이 지나도록 처리되지 않았습니다: {headline}",
        body_ko="여러 차례 안내하였으나 아래 사항이 기한까지 처리되지 않았습니다.\n\n{lines}\n\n확인하여 조치하여 주시기 바랍니다.\n{link}",
        subject_en="Not done in time: {headline}",
        body_en="In spite of several reminders this was not done in time.\n\n{lines}\n\nPlease look into it.\n{link}",
    ),
    Event(
        "cover.named", recipients=BOTH, placeholders=("covered", "delegate", "roles_in_words", "from_on", "to_on", "link"),
        subject_ko="부재 시 대리자 지정 안내: {covered} → {delegate}, {from_on}부터",
        body_ko="{covered} 님이 부재하는 동안 {delegate} 님이 업무를 대리합니다.\n\n"
                "대리하는 역할: {roles_in_words}\n기간: {from_on} ~ {to_on}\n\n"
                "대리하여 처리한 업무에는 두 분의 이름이 함께 기록됩니다. "
                "두 분 가운데 한 분이라도 이해관계가 있는 건은 대리하여 처리할 수 없습니다.\n{link}",
        subject_en="Cover for absence: {delegate} for {covered}, from {from_on}",
        body_en="While {covered} is away, {delegate} acts in their place.\n\nRoles: {roles_in_words}\nDays: {from_on} – {to_on}\n\n"
                "The record names both. What ties either of them to a case keeps the delegate away from it.\n{link}",
    ),
    Event(
        "cover.ended", recipients=BOTH, placeholders=("covered", "delegate", "from_on", "to_on", "ended_at", "link"),
        subject_ko="부재 시 대리 종료 안내: {covered} → {delegate}",
        body_ko="{covered} 님의 업무를 {delegate} 님이 대리하도록 한 지정({from_on} ~ {to_on})을 {ended_at}에 종료하였습니다.\n"
                "그때까지 대리하여 처리한 업무는 그대로 유효합니다.\n{link}",
        subject_en="A cover for absence has ended: {delegate} for {covered}",
        body_en="{delegate} no longer acts for {covered} ({from_on} – {to_on}); the cover was ended on {ended_at}.\n"
                "What was done until then stays as it is.\n{link}",
    ),
]
