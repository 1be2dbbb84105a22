"""Practice cases in tests: copied from a case that is over, read through, published."""
from contextlib import contextmanager
from datetime import timedelta

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Application, PracticeItem, PracticeResult
from tests.evaluations.taught import announced

OVER = timedelta(days=41)                       # after which no appeal can come


@contextmanager
def later(place):
    with within(place.agency), clock.travel(clock.now() + OVER):
        yield


def copied(place, title="연습 1"):
    """(practice case, the Path of the case it came from), not read yet; within `later`."""
    path = announced(place)
    with later(place):
        return workflow.make_practice(Application.everything.get(pk=path.application.pk), title=title, actor=path.officer), path


def read_through(practice, actor):
    for item in PracticeItem.everything.filter(practice=practice):
        reason = PracticeResult.everything.get(item=item).reason
        workflow.confirm_practice_item(item, explanation=item.explanation, seen=item.seen, reason=reason, actor=actor)


def published(place):
    practice, path = copied(place)
    with later(place):
        read_through(practice, path.officer)
        return workflow.publish_practice(practice, actor=path.officer), path


def practised(place, practice, user, noncompliant=()):
    """This assessor's whole sheet, handed in."""
    with later(place):
        actor = Actor.of(user)
        sheet = workflow.begin_practice(practice, actor=actor)
        for row in sheet.judgements.select_related("item"):
            lacking = row.item.code in noncompliant
            workflow.judge_practice(row, judgement="noncompliant" if lacking else "compliant", reason_code="no_evidence" if lacking else "",
                                    text="기록이 없습니다." if lacking else "", actor=actor)
        return workflow.hand_in_practice(sheet, actor=actor)
