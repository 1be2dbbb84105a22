"""What the tests' club tells its keeper."""
from correspondence.events import DeadlineKind, Event

OPENED = Event(
    "club.opened", recipients="tests.correspondence.club_notices.keeper_of", placeholders=("club", "stage", "day", "link"),
    subject_ko="{club}이(가) 문을 열었습니다", body_ko="{agency}에서 알립니다.\n{club}: {stage}, {day}까지\n{link}",
    subject_en="{club} has opened", body_en="{agency} tells you.\n{club}: {stage}, until {day}\n{link}",
)
CLOSED = Event("club.closed", recipients="tests.correspondence.club_notices.nobody",
               subject_ko="{subject}", body_ko="닫았습니다.", subject_en="{subject}", body_en="Closed.")
EVERYBODY = Event("club.party", recipients="tests.correspondence.club_notices.keeper_and_officers",
                  subject_ko="잔치", body_ko="오십시오.", subject_en="A party", body_en="Come.")
EVENTS = [OPENED, CLOSED, EVERYBODY]
DEADLINES = [
    DeadlineKind("club.answer", days=5, rule="working", ladder=(-2, 0, 3), label_ko="답변", label_en="Answer",
                 recipients="tests.correspondence.club_notices.keeper_of"),
    DeadlineKind("club.appeal", days=30, rule="calendar", label_ko="이의신청", label_en="Appeal"),
]


def keeper_of(club):
    return [club.keeper]


def nobody(club):
    return []


def keeper_and_officers(club):
    from accounts.models import Membership, User

    officers = Membership.everything.filter(role="officer", ended_at=None).values("user")
    return [club.keeper, club.keeper, *User.objects.filter(pk__in=officers)]
