"""What tests of the team and its challenges have in common."""
from datetime import date

from django.utils import translation

from core import clock
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Assignment, Challenge
from tests.evaluations.asking import noon

MONDAY = date(2026, 11, 16)             # the three working days end on Thursday the 19th
WORDS = "위원의 배우자가 우리 기관과 소송 중입니다."


def announced(path, on=None):
    """The provider is told, at noon of that day. Returns the notice."""
    with within(path.place.agency), translation.override("en"), clock.travel(noon(on)) if on else clock.travel(clock.now()):
        return workflow.announce_team(path.fresh(), actor=path.officer)


def assignment_of(path, user):
    return Assignment.everything.select_related("notice__deadline", "application", "user").get(
        application=path.application, user=user, ended_at=None)


def challenge(path, user, words=WORDS, *, by=None, at=None):
    with within(path.place.agency), translation.override("en"):
        return workflow.challenge_assessor(assignment_of(path, user), reason=words, actor=path.as_(by or path.owner),
                                           arrived_at=at or clock.now())


def decide(path, row, *, is_granted, reason="사실관계를 확인하였습니다.", by=None):
    with within(path.place.agency), translation.override("en"):
        return workflow.decide_challenge(Challenge.everything.get(pk=row.pk), is_granted=is_granted, reason=reason,
                                         actor=path.as_(by or path.place.manager))
