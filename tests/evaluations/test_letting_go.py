"""A case that is withdrawn or returned takes everything that hangs on it along: the visit, the team, what was asked."""
import pytest

from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from correspondence.models import Deadline
from evaluations import queries, workflow
from evaluations.models import Assignment
from tests.evaluations.path import Path
from visits.models import Visit


def withdraw(path):
    with within(path.place.agency):
        return workflow.withdraw_application(path.fresh(), reason="사정이 생겼습니다.", actor=path.as_(path.owner))


def events(path):
    with within(path.place.agency):
        rows = Errand.everything.filter(task="correspondence.tasks.announce").order_by("-pk")
        return [one["event"] for one in rows.values_list("arguments", flat=True)]


@pytest.mark.parametrize("begun", [False, True])
def test_a_withdrawal_calls_the_visit_off_and_tells_its_team(busan, begun):
    path = Path(busan).planned()
    with within(busan.agency):
        if begun:
            Visit.everything.filter(pk=path.visit.pk).update(stage="underway")
    withdraw(path)
    with within(busan.agency):
        visit = Visit.everything.get(pk=path.visit.pk)
        assert (visit.stage, visit.outcome, visit.outcome_reason) == (
            "not_carried_out", "not_carried_out", "The provider has withdrawn the application.")
        assert not Assignment.everything.filter(ended_at=None).exists()
    told = events(path)
    assert "visit.called_off" in told and "application.let_go" not in told      # one message is enough


def test_a_visit_that_has_ended_stays_as_it_was(busan):
    path = Path(busan).visited()
    withdraw(path)
    with within(busan.agency):
        assert Visit.everything.get().outcome == "complete"
    assert "visit.called_off" not in events(path)


def test_without_a_visit_the_assessors_are_told_that_the_case_has_ended(busan):
    path = Path(busan).assigned()
    withdraw(path)
    assert "application.let_go" in events(path)
    with within(busan.agency):
        assert set(queries.team_let_go(path.application)) == set(path.assessors)


def test_without_a_team_nobody_is_told(busan):
    path = Path(busan).screened()
    withdraw(path)
    assert "application.let_go" not in events(path)


def test_a_replaced_assessor_is_not_told_of_the_end(busan):
    path = Path(busan).assigned()
    with within(busan.agency):
        gone = Assignment.everything.get(user=path.assessors[1])
        workflow.end_assignment(gone, reason="일정이 맞지 않습니다.", actor=path.officer)
    withdraw(path)
    with within(busan.agency):
        assert set(queries.team_let_go(path.application)) == {path.assessors[0]}


def test_what_was_returned_may_be_withdrawn(busan):
    path = Path(busan).submitted()
    with within(busan.agency):
        workflow.return_application(path.fresh(), reason="서류가 빠져 있습니다.", actor=path.officer)
        assert not Deadline.everything.filter(closed_at=None).exists()
    assert withdraw(path).stage == "withdrawn"
    with within(busan.agency), pytest.raises(Refused):
        workflow.submit_application(path.fresh(), actor=path.as_(path.owner), arrived_at=path.application.started_at)


def test_the_page_of_what_was_returned_offers_to_withdraw(busan, client):
    path = Path(busan).submitted()
    with within(busan.agency):
        workflow.return_application(path.fresh(), reason="서류가 빠져 있습니다.", actor=path.officer)
    client.force_login(busan.owner)
    page = client.get(f"/busan/portal/applications/{path.application.public_id}/?lang=en")
    assert "Withdraw this application" in page.content.decode()
