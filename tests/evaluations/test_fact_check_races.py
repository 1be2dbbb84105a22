"""The fact check when several press at the same moment: comments handed in, answered, amended and closed, each once."""
from copy import copy

import pytest

from accounts.actors import Actor
from accounts.models import Province
from core import clock
from core.models import AuditEvent
from core.tenancy import within
from correspondence.models import Deadline
from evaluations import workflow
from evaluations.models import FactAnswer
from tests.cast import people_of
from tests.evaluations.commenting import REASON, STANDS, check_of, comment_on, write
from tests.evaluations.path import Path
from tests.panels.test_races import at_once
from visits.models import Amendment

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 6


@pytest.fixture
def busan(transactional_db):
    return people_of("busan", province=Province.objects.get(code="26"))


def sentences(answers):
    return [answer for answer in answers if isinstance(answer, str)]


def test_handed_in_and_answered_many_times_at_once_it_is_once(busan):
    path = Path(busan, unmet=["1.1.2"]).visited()
    write(path)
    with within(busan.agency):
        check = check_of(path)
    moment = clock.now()
    came = at_once(busan, *[lambda one=one: workflow.hand_in_comments(one, actor=Actor.of(busan.owner), arrived_at=moment)
                            for one in [copy(check) for _ in range(MANY)]])
    assert len(sentences(came)) == MANY - 1 and all("were handed in on" in one for one in sentences(came))
    with within(busan.agency):
        assert AuditEvent.everything.filter(verb="facts.handed_in").count() == 1
        assert Deadline.everything.filter(kind="application.fact_answer").count() == 1
        comment = comment_on(path)
    answers = at_once(busan, *[lambda one=one: workflow.answer_comment(
        one, is_accepted=True, reason=REASON, **STANDS, actor=Actor.of(path.assessors[0])) for one in [copy(comment) for _ in range(MANY)]])
    assert len(sentences(answers)) == MANY - 1 and all("answered already" in one for one in sentences(answers))
    with within(busan.agency):
        assert (FactAnswer.everything.count(), Amendment.everything.count()) == (1, 1)


def test_a_comment_and_a_confirmation_at_once_are_one_of_them(busan):
    path = Path(busan).visited()
    write(path)
    with within(busan.agency):
        check = check_of(path)
    moment = clock.now()
    at_once(busan, lambda: workflow.hand_in_comments(check, actor=Actor.of(busan.owner), arrived_at=moment),
            lambda: workflow.confirm_report(copy(path.application), actor=Actor.of(busan.owner)))
    with within(busan.agency):
        application = path.fresh()
        assert (application.report_confirmed_at is None) != (application.report_commented_at is None)
        assert check_of(path).stage in ("confirmed", "handed_in")
