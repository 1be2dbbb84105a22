"""Never a decision resting on a void vote, and one result, whatever happens while a committee closes. FULL=1: the long form."""
import os
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from accounts.models import Province
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Decision
from evaluations.stages import Stage
from panels import workflow as panels
from panels.models import AgendaItem, Ballot, Declaration, Meeting
from tests.cast import people_of
from tests.evaluations import batch
from tests.evaluations.test_committee import sitting, vote
from tests.panels.test_races import at_once

ROUNDS = 200 if os.environ.get("FULL") else 2
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def busan(transactional_db):
    return people_of("busan", province=Province.objects.get(code="26"))


def voted(busan, number):
    """A case in session that has been voted on, committed."""
    path = sitting(busan, batch.ready(busan, getattr(busan, "round", None)), name=f"{number}")
    busan.round = path.round
    vote(path, path, "award")
    return path


def closing(path, wait=0.0):
    def close():
        decisions = workflow.close_committee(Meeting.everything.get(pk=path.meeting.pk), actor=path.officer)
        time.sleep(wait)                                    # decided and not committed yet
        return decisions
    return close


def declaring(path, wait=0.0):
    """One of those who voted finds an interest after all."""
    user = path.members[1]

    def declare():
        time.sleep(wait)
        declaration = Declaration.everything.get(user=user, matter=path.application.matter)
        return panels.answer_declaration(declaration, has_interest=True, statement="사촌이 근무합니다.", actor=Actor.of(user))
    return declare


def one_result(path):
    """A decision with its vote, or neither. Returns whether it was decided."""
    with within(path.place.agency):
        decision = Decision.everything.filter(application=path.application).first()
        counting = Ballot.everything.filter(item=path.item, voided_at=None).exclude(result="")
        assert (decision is not None) == counting.exists() == bool(AgendaItem.everything.get(pk=path.item.pk).result)
        assert path.fresh().stage == (Stage.DECIDED if decision else Stage.FINAL_EVALUATION)
    return decision is not None


def test_a_late_declaration_against_the_closing_voids_the_vote_or_comes_too_late(busan):
    for number in range(ROUNDS):
        path = voted(busan, number)
        answer, declaration = at_once(busan, closing(path), declaring(path))
        assert declaration.has_interest
        assert one_result(path) == isinstance(answer, list)


def test_a_declaration_while_the_closing_is_not_committed_waits_for_it(busan):
    """Without the lock on the items the vote would be void under a decision that stands."""
    path = voted(busan, "slow")
    at_once(busan, closing(path, wait=0.4), declaring(path, wait=0.15))
    assert one_result(path)


def test_a_withdrawal_against_the_closing_leaves_one_outcome(busan):
    for number in range(ROUNDS):
        path = voted(busan, number)
        decisions, refused = at_once(busan, closing(path), lambda path=path: workflow.withdraw_on_request(
            path.fresh(), reason="기관이 취하를 요청하였습니다.", actor=Actor.of(busan.manager)))
        assert isinstance(decisions, list)
        assert isinstance(refused, str)
        assert one_result(path)


def test_the_closing_takes_the_cases_before_the_meeting_and_its_items(busan):
    """As whoever withdraws a case takes them: the other way round two who want both could wait for each other."""
    path = voted(busan, "order")
    with within(busan.agency), CaptureQueriesContext(connection) as asked:
        closing(path)()
    locked = [query["sql"].partition(" FROM ")[2].split()[0] for query in asked if "FOR NO KEY UPDATE" in query["sql"]]
    assert locked[:3] == ['"evaluations_application"', '"panels_meeting"', '"panels_meeting"']
    assert locked[3] == '"panels_agendaitem"'


def test_taking_off_against_the_closing_leaves_one_outcome(busan):
    """What is decided is not taken off, and the closing waits for whoever is doing it."""
    for number in range(ROUNDS):
        path = voted(busan, number)
        second = batch.ready(busan, path.round)
        with within(busan.agency):
            second.item = workflow.put_on_agenda(second.fresh(), path.meeting, actor=path.officer)
        answer, taken = at_once(busan, closing(path), lambda second=second: panels.take_off_agenda(
            second.item, reason="다음에 다룹니다.", actor=second.officer))
        assert isinstance(taken, AgendaItem)
        if not isinstance(answer, list):                    # it came first, and one case had no vote yet
            with within(busan.agency):
                assert workflow.close_committee(path.meeting, actor=path.officer)
        assert one_result(path)
