"""What people are told about a round. Messages about briefings go to addresses without an account: see certification/briefing_mail.py."""
from correspondence.events import Event

EVENTS = [
    Event(
        "round.late_access", recipients="certification.queries.people_of_late_access",
        placeholders=("round", "provider", "until", "reason", "link"),
        subject_ko="신청 기간 이후에도 신청하실 수 있습니다: {round}",
        body_ko="{agency}에서 {provider}에 대하여 아래와 같이 추가 신청을 허용하였습니다.\n\n공고: {round}\n신청 기한: {until}\n"
                "사유: {reason}\n\n기한 안에 도착한 신청만 접수합니다.\n{link}",
        subject_en="You may still apply: {round}",
        body_en="{agency} allows {provider} to apply after the period.\n\nRound: {round}\nApplications until: {until}\nReason: {reason}\n\n"
                "Only what arrives by then is received.\n{link}",
    ),
]
