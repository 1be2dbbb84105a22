"""What must hold when many press the same button at the same moment, each on a connection of their own."""
from copy import copy
from datetime import timedelta

import pytest

from accounts.actors import Actor
from accounts.models import Province
from core import clock
from core.models import AuditEvent
from core.tenancy import within
from correspondence import tasks as correspondence
from correspondence.models import Deadline, Reminder
from correspondence.workflow import send_rung
from evaluations import workflow
from evaluations.models import Application, Receipt, Seal, SupplementRequest
from tests.cast import people_of
from tests.evaluations.asking import asked, proposed, reply_to, request_of, write
from tests.evaluations.path import Path
from tests.panels.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 20


@pytest.fixture
def busan(transactional_db):
    return people_of("busan", province=Province.objects.get(code="26"))


def copies(row, number):
    """Each process has the row as it was when its page was opened."""
    return [copy(row) for _ in range(number)]


def sentences(answers):
    return [answer for answer in answers if isinstance(answer, str)]


def test_handed_in_twenty_times_at_once_an_application_is_one(busan):
    path = Path(busan).written()
    moment = clock.now()
    answers = at_once(busan, *[lambda one=one: workflow.submit_application(
        one, actor=Actor.of(busan.owner), arrived_at=moment) for one in copies(path.application, MANY)])
    assert len(sentences(answers)) == MANY - 1 and all("Nothing was sent twice." in answer for answer in sentences(answers))
    with within(busan.agency):
        assert (Seal.everything.count(), Receipt.everything.count()) == (1, 1)
        assert Application.everything.get().number.endswith("-001")
        assert AuditEvent.everything.filter(verb="application.submitted").count() == 1


def test_answered_twenty_times_at_once_a_supplement_is_one_submission(busan):
    path = Path(busan).screened()
    asked(path, ("general", ""))
    write(path, "신고를 마쳤습니다.", code="")
    with within(busan.agency):
        request = request_of(path)
    moment = clock.now()
    answers = at_once(busan, *[lambda one=one: workflow.answer_supplement(
        one, actor=Actor.of(busan.owner), arrived_at=moment) for one in copies(request, MANY)])
    assert len(sentences(answers)) == MANY - 1 and all("Nothing was sent twice." in answer for answer in sentences(answers))
    with within(busan.agency):
        assert list(Seal.everything.order_by("number").values_list("number", flat=True)) == [1, 2]
        assert Receipt.everything.count() == 2


def test_sent_by_two_at_once_it_is_one_request(busan):
    path = Path(busan).screened()
    proposed(path)
    with within(busan.agency):
        request = request_of(path)
    answers = at_once(busan, *[lambda who=who, one=one: workflow.send_supplement(one, actor=Actor.of(getattr(busan, who)))
                               for who, one in zip(("officer", "manager") * 2, copies(request, 4), strict=True)])
    assert len(sentences(answers)) == 3
    with within(busan.agency):
        assert Deadline.everything.filter(kind="application.supplement").count() == 1


def test_withdrawn_while_the_answer_comes_one_of_the_two_stands(busan):
    path = Path(busan).screened()
    asked(path, ("general", ""))
    write(path, "신고를 마쳤습니다.", code="")
    with within(busan.agency):
        request, item = request_of(path), reply_to(path, "").item
    moment = clock.now()
    answers = at_once(busan, lambda: workflow.answer_supplement(request, actor=Actor.of(busan.owner), arrived_at=moment),
                      lambda: workflow.withdraw_item(item, reason="필요 없습니다.", actor=Actor.of(busan.officer)))
    assert len(sentences(answers)) == 1
    with within(busan.agency):
        stage = SupplementRequest.everything.get().stage
        assert (stage, Seal.everything.count()) in {("answered", 2), ("dropped", 1)}


def test_two_beats_remind_once(busan):
    path = Path(busan).screened()
    asked(path, ("general", ""))
    with within(busan.agency):
        deadline = request_of(path).deadline
    system = Actor.system("beat")

    def beat():
        with clock.travel(deadline.due_at - timedelta(hours=10)):
            return send_rung(deadline, 0, actor=system)

    answers = at_once(busan, *[beat] * 8)
    assert sorted(answers) == [False] * 7 + [True]
    with within(busan.agency):
        assert Reminder.everything.count() == 1
    with clock.travel(deadline.due_at - timedelta(hours=9)):
        correspondence.send_rungs()
    with within(busan.agency):
        assert Reminder.everything.filter(deadline=deadline, rung=0).count() == 1
