"""What a way out means for everything that hangs on a case: nothing is left half, and what was written stays."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from core import clock
from core.errors import Refused
from core.tenancy import within
from correspondence.models import Deadline
from evaluations import queries, workflow
from evaluations.models import AnnouncementItem, Assignment, Decision, Judgement, RequiredIndicator, Sheet, SupplementRequest
from evaluations.stages import Stage
from evaluations.workflow.announcement import approval_of, digest_of
from panels import workflow as panels
from panels.models import AgendaItem, Meeting
from tests.evaluations.asking import asked
from tests.evaluations.path import Path
from tests.evaluations.test_letting_go import events
from visits.models import Finding, Visit

WHY = "사실과 다른 내용이 확인되었습니다."


def manager(path):
    return path.as_(path.place.manager)


def reopen(path, **changes):
    return workflow.reopen_stage(path.fresh(), **({"reason": WHY, "actor": manager(path)} | changes))


def running(path):
    return set(Deadline.everything.filter(subject_id=str(path.application.pk), closed_at=None).values_list("kind", flat=True))


@pytest.mark.parametrize("who", ["officer", "director", "admin", "assessor", "owner"])
def test_only_a_manager_leads_out(who, busan):
    path = Path(busan).screened()
    with within(busan.agency):
        actor = path.as_(getattr(busan, who))
        for work in (workflow.reopen_stage, workflow.withdraw_on_request):
            with pytest.raises(PermissionDenied):
                work(path.fresh(), reason=WHY, actor=actor)
        with pytest.raises(PermissionDenied):
            workflow.extend_period(path.fresh(), to=clock.today() + timedelta(days=60), reason=WHY, actor=actor)


def test_nothing_without_a_reason_and_nothing_before_the_first_stage(busan):
    path = Path(busan).screened()
    with within(busan.agency):
        for work, more in ((workflow.reopen_stage, {}), (workflow.withdraw_on_request, {}),
                           (workflow.extend_period, {"to": clock.today() + timedelta(days=60)})):
            with pytest.raises(Refused) as refusal:
                work(path.fresh(), reason=" \n", actor=manager(path), **more)
            assert refusal.value.field == "reason"
        reopen(path)
        with pytest.raises(Refused, match="no stage before this one"):
            reopen(path)


def test_the_screening_again_keeps_the_sheets_and_drops_what_was_asked(busan):
    path = Path(busan).assigned()
    with within(busan.agency):
        path.judge(path.assessors[0], reason="규정이 없습니다.")
        asked(path, text="규정")
        reopen(path)
        assert running(path) == {"application.screen"}
        assert SupplementRequest.everything.get().stage == "dropped"
        assert Assignment.everything.filter(ended_at=None).count() == 2 and Sheet.everything.get().submitted_at
        with pytest.raises(Refused, match="not under document review"):
            path.judge(path.assessors[1])
        workflow.pass_screening(path.fresh(), actor=path.officer)               # the checks stand, and may be changed
        assert running(path) == {"application.review"}
        path.judge(path.assessors[1])
        assert queries.consolidated_of(path.officer, path.fresh()).count() == 3
    assert {"application.reopened", "application.reopened_within"} <= set(events(path))


@pytest.mark.parametrize("begun", [False, True])
def test_the_review_again_calls_the_visit_off_and_the_lead_settles_anew(busan, begun):
    path = Path(busan).planned()
    with within(busan.agency):
        if begun:
            Visit.everything.update(stage="underway")
        application = reopen(path)
        visit = Visit.everything.get()
        assert (visit.stage, visit.outcome_reason) == ("not_carried_out", WHY)
        assert (application.stage, application.reviewed_at) == (Stage.DOCUMENT_REVIEW, None)
        assert running(path) == {"application.review"} and Judgement.everything.count() == 6
        workflow.conclude_review(path.fresh(), actor=path.as_(path.assessors[0]))
        workflow.plan_site_visit(path.fresh(), starts_at=clock.now() + timedelta(days=3), actor=path.officer)
        assert Visit.everything.filter(stage="planned").count() == 1


def test_a_review_that_is_over_is_opened_itself_and_an_assessor_can_be_replaced_then(busan):
    path = Path(busan).reviewed()
    with within(busan.agency):
        gone = Assignment.everything.get(user=path.assessors[1])
        with pytest.raises(Refused, match="The document review of this case is over."):
            workflow.end_assignment(gone, reason=WHY, actor=path.officer)
        assert reopen(path).stage == Stage.DOCUMENT_REVIEW
        assert running(path) == {"application.review"}
        workflow.end_assignment(gone, reason=WHY, actor=path.officer)
        with pytest.raises(Refused, match="Not every assessor has handed in."):
            workflow.conclude_review(path.fresh(), actor=path.as_(path.assessors[0]))
        assert reopen(path).stage == Stage.SCREENING


def test_a_record_that_is_on_its_way_is_waited_for(busan, monkeypatch):
    monkeypatch.setattr(workflow, "take_over_visit", lambda visit, actor: None)         # the errand has not come yet
    path = Path(busan)
    path.started()
    case = path.application
    path.visited()
    path.application = case
    with within(busan.agency), pytest.raises(Refused, match="being taken over"):
        reopen(path)


def test_another_visit_takes_the_report_back_and_asks_about_what_was_not_compliant(busan):
    path = Path(busan, unmet={"1.1.2"}).visited()
    with within(busan.agency):
        workflow.confirm_report(path.fresh(), actor=path.as_(busan.owner))
        found = Finding.everything.count()
        application = reopen(path)
        assert (application.stage, application.report_confirmed_at, running(path)) == (Stage.SITE_VISIT, None, set())
        assert list(RequiredIndicator.everything.filter(agreed="").values_list("code", flat=True)) == ["1.1.2"]
        assert Finding.everything.count() == found
        assert not queries.report_of(path.as_(busan.owner), application).exists()
        assert reopen(path).stage == Stage.DOCUMENT_REVIEW          # the first visit is locked and stays so
        assert Visit.everything.get().stage == "locked"


def test_the_fact_check_again_leaves_the_agenda_but_not_a_meeting_in_session(busan):
    path = Path(busan).seated()
    with within(busan.agency):
        workflow.put_on_agenda(path.fresh(), path.meeting, actor=path.officer)
        panels.open_meeting(path.meeting, actor=path.officer)
        for work in (workflow.reopen_stage, workflow.withdraw_on_request):
            with pytest.raises(Refused, match="in a meeting"):
                work(path.fresh(), reason=WHY, actor=manager(path))
        Meeting.everything.update(stage="planned", opened_at=None)
        application = reopen(path)
        item = AgendaItem.everything.get()
        assert item.withdrawn_at and item.withdrawal_reason == WHY
        assert (application.stage, application.report_confirmed_at, running(path)) == (
            Stage.FACT_CHECK, None, {"application.fact_check"})


def test_a_decision_that_is_set_aside_stays_on_record_and_is_never_announced(busan):
    path = Path(busan).decided()
    with within(busan.agency):
        first = path.decision
        assert reopen(path).stage == Stage.FINAL_EVALUATION
        assert "application.reopened" not in events(path)
        body = path.meeting.body
        path.meeting = panels.call_meeting(body, title="다시", meets_at=clock.now(), place="회의실", actor=path.officer)
        item = workflow.put_on_agenda(path.fresh(), path.meeting, actor=path.officer)
        panels.open_meeting(path.meeting, actor=path.officer)
        for seat in path.seats:
            panels.note_attendance(path.meeting, seat, present=True, actor=path.officer)
        ballot = panels.open_ballot(item, actor=path.officer)
        for user in path.members:
            panels.cast_vote(ballot, "defer", actor=path.as_(user), arrived_at=clock.now())
        panels.close_ballot(ballot, actor=path.officer)
        second, = workflow.close_committee(path.meeting, actor=path.officer, grounds={item.pk: WHY})
        assert Decision.everything.count() == 2
        assert list(queries.decisions_to_announce(path.officer, path.round)) == [second]
        assert [count for _round, count in queries.rounds_to_announce(path.officer)] == [1]
        facts = {"title": "결과", "planned_for": clock.now(), "actor": path.officer}
        with pytest.raises(Refused, match="was decided anew"):
            workflow.draft_announcement(path.round, [first], **facts)
        announcement = workflow.draft_announcement(path.round, [second], **facts)
        workflow.release_announcement(announcement, digest_of(announcement), actor=manager(path))
        reopen(path)
        assert not AnnouncementItem.everything.exists() and approval_of(announcement).stage == "drafted"
        with pytest.raises(Refused, match="Choose at least one decision."):
            workflow.release_announcement(announcement, digest_of(announcement), actor=manager(path))


def test_what_the_director_has_approved_goes_out_as_it_was_signed(busan):
    path = Path(busan).approved()
    with within(busan.agency), pytest.raises(Refused, match="is approved. Nothing in it can be changed."):
        reopen(path)


def test_a_longer_fact_check_is_told_and_what_does_not_run_is_not_prolonged(busan):
    path = Path(busan).visited()
    with within(busan.agency):
        until = clock.today() + timedelta(days=30)
        workflow.extend_period(path.fresh(), to=until, reason=WHY, actor=manager(path))
        assert Deadline.everything.get(kind="application.fact_check").last_day >= until
        with pytest.raises(Refused) as refusal:
            workflow.extend_period(path.fresh(), to=until, reason=WHY, actor=manager(path))
        assert refusal.value.field == "to"
        workflow.confirm_report(path.fresh(), actor=path.as_(busan.owner))
        workflow.close_fact_check(path.fresh(), actor=path.officer)
        with pytest.raises(Refused, match="No period runs"):
            workflow.extend_period(path.fresh(), to=until, reason=WHY, actor=manager(path))
    assert "application.report_extended" in events(path)


def test_a_withdrawal_on_request_lets_everything_go_but_a_decision_stands(busan):
    path = Path(busan).planned()
    with within(busan.agency):
        application = workflow.withdraw_on_request(path.fresh(), reason=WHY, actor=manager(path))
        assert (application.stage, application.withdrawn_reason, running(path)) == (Stage.WITHDRAWN, WHY, set())
        assert Visit.everything.get().stage == "not_carried_out" and not Assignment.everything.filter(ended_at=None).exists()
    assert {"application.withdrawn_on_request", "application.withdrawn", "visit.called_off"} <= set(events(path))


def test_what_is_decided_is_not_withdrawn(busan):
    path = Path(busan).decided()
    with within(busan.agency), pytest.raises(Refused, match="can no longer become"):
        workflow.withdraw_on_request(path.fresh(), reason=WHY, actor=manager(path))


def test_a_stage_goes_back_by_no_other_press(busan):
    """The moves back are in the table now: each way on asks where it comes from."""
    path = Path(busan).planned()
    with within(busan.agency):
        for work in (workflow.begin_screening, workflow.pass_screening):
            with pytest.raises(Refused, match="The screening of this case"):
                work(path.fresh(), actor=path.officer)
        path.fresh().__class__.everything.update(stage=Stage.FACT_CHECK)
        with pytest.raises(Refused, match="The site visit of this case is over."):
            workflow.plan_site_visit(path.fresh(), starts_at=clock.now() + timedelta(days=3), actor=path.officer)
        for stage in (Stage.DECIDED, Stage.DEFERRED, Stage.NOT_CERTIFIED):          # the last is left by an appeal alone
            path.fresh().__class__.everything.update(stage=stage)
            with pytest.raises(Refused, match="The fact check is over."):
                workflow.close_fact_check(path.fresh(), actor=path.officer)
