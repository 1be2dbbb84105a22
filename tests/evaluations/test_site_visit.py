"""The site visit of a case and the fact check after it: planned, moved, taken over, closed."""
import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from correspondence.models import Deadline
from evaluations import workflow
from evaluations.models import Application, ConsolidatedJudgement, RequiredIndicator
from evaluations.stages import Stage
from tests.evaluations.path import Path
from tests.providers.test_workflow import told
from visits import workflow as visits
from visits.models import AgreedFinding, Finding, Visit
from visits.queries import items_of

SYSTEM = Actor.system("tests")
ALL = ["1.1.1", "1.1.2", "1.1.3"]
COMPLIANT = {"judgement": "compliant", "reason_code": "", "text": ""}


def soon(days=3):
    return clock.now() + timedelta(days=days)


def plan(path, **changes):
    return workflow.plan_site_visit(path.fresh(), **({"starts_at": soon(), "actor": path.officer} | changes))


def codes(visit):
    return [item.code for item in items_of(visit)]


# ---- planned and moved

def test_no_visit_before_the_document_review_is_over(busan):
    path = Path(busan).judged()
    with within(busan.agency), pytest.raises(Refused, match="The document review is not over."):
        plan(path)


def test_a_visit_lies_in_the_future_is_planned_once_and_only_by_the_desk(busan):
    path = Path(busan).reviewed()
    with within(busan.agency):
        with pytest.raises(Refused) as refusal:
            plan(path, starts_at=clock.now())
        assert refusal.value.field == "starts_at"
        for who in ("assessor", "director", "owner"):
            with pytest.raises(PermissionDenied):
                plan(path, actor=path.as_(getattr(busan, who)))
        assert codes(plan(path)) == ALL
        with pytest.raises(Refused, match="A visit is planned already"):
            plan(path)


def test_what_the_papers_left_open_goes_along(busan):
    path = Path(busan).judged().told()
    with within(busan.agency):
        ConsolidatedJudgement.everything.filter(required__code="1.1.2").update(verdict="onsite", reason="원본을 봅니다.")
        workflow.conclude_review(path.fresh(), actor=path.as_(busan.assessor))
        items = {item.code: item for item in items_of(plan(path))}
    one, other = items["1.1.1"], items["1.1.2"]
    assert (other.finding_ko, other.finding_en, other.grounds) == ("현장 확인", "to be seen on site", "원본을 봅니다.")
    assert (one.finding_en, one.grounds, one.rating_en) == ("met", "", "We meet it")


def test_a_moved_visit_is_told_to_the_provider_and_the_team(busan):
    path = Path(busan).planned()
    with within(busan.agency):
        with pytest.raises(Refused) as past:
            workflow.move_site_visit(path.fresh(), starts_at=clock.now(), reason="사정", actor=path.officer)
        with pytest.raises(Refused) as mute:
            workflow.move_site_visit(path.fresh(), starts_at=soon(5), reason=" ", actor=path.officer)
        with pytest.raises(PermissionDenied):
            workflow.move_site_visit(path.fresh(), starts_at=soon(5), reason="사정", actor=path.as_(busan.assessor))
        moved = workflow.move_site_visit(path.fresh(), starts_at=soon(5), reason="사정", actor=path.officer)
        assert (past.value.field, mute.value.field, moved.starts_at > soon(4)) == ("starts_at", "reason", True)
        assert told()[-2:] == ["visit.moved", "application.visit_moved"]


def test_without_a_visit_nothing_is_moved(busan):
    path = Path(busan).reviewed()
    with within(busan.agency), pytest.raises(Refused, match="No visit of this case is planned."):
        workflow.move_site_visit(path.fresh(), starts_at=soon(), reason="사정", actor=path.officer)


# ---- taken over

def test_taken_over_twice_is_once(busan):
    path = Path(busan, unmet=["1.1.2"]).visited()
    with within(busan.agency):
        workflow.take_over_visit(path.visit, actor=SYSTEM)
        assert path.fresh().stage == "fact_check"
        assert dict(RequiredIndicator.everything.values_list("code", "agreed")) == {
            "1.1.1": "compliant", "1.1.2": "noncompliant", "1.1.3": "compliant"}
        assert AuditEvent.everything.filter(verb="application.visit_taken_over").count() == 1
        assert told().count("application.report_ready") == 1


def test_only_the_house_itself_takes_over(busan):
    path = Path(busan).planned()
    with within(busan.agency):
        with pytest.raises(PermissionDenied):
            workflow.take_over_visit(path.visit, actor=path.officer)
        assert workflow.take_over_visit(path.visit, actor=SYSTEM).stage == "site_visit"         # it is not locked


def test_ended_early_the_case_stays_and_the_next_visit_asks_only_what_is_open(busan):
    path = Path(busan).planned()
    with within(busan.agency):
        lead = path.as_(busan.assessor)
        visits.begin_visit(path.visit, actor=lead)
        path.find(items_of(path.visit)[0], lead)
        visit = visits.end_early(Visit.everything.get(), reason="정전", actor=lead)
        assert workflow.take_over_visit(visit, actor=SYSTEM).stage == "site_visit"
        assert "application.report_ready" not in told()
        assert codes(plan(path)) == ["1.1.2", "1.1.3"]


# ---- fact check

def test_the_fact_check_lasts_five_working_days_unless_the_provider_confirms(busan):
    path = Path(busan).visited()
    with within(busan.agency):
        with pytest.raises(Refused, match="may still look at the facts until"):
            workflow.close_fact_check(path.fresh(), actor=path.officer)
        due = Deadline.everything.get(kind="application.fact_check", closed_at=None)
        assert (due.days, due.rule) == (5, "working")
        with clock.travel(due.due_at - timedelta(minutes=1)), pytest.raises(Refused):
            workflow.close_fact_check(path.fresh(), actor=path.officer)
        with clock.travel(due.due_at):
            assert workflow.close_fact_check(path.fresh(), actor=path.officer).stage == "final_evaluation"
        due.refresh_from_db()
        assert due.closed_at


@pytest.mark.parametrize("who", ["colleague", "neighbour", "officer"])
def test_only_the_owner_confirms_the_report(who, busan):
    path = Path(busan).visited()
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.confirm_report(path.fresh(), actor=path.as_(getattr(busan, who)))


def test_confirmed_twice_is_once_and_after_the_fact_check_never(busan):
    path = Path(busan).visited()
    with within(busan.agency):
        first = workflow.confirm_report(path.fresh(), actor=path.as_(busan.owner)).report_confirmed_at
        assert workflow.confirm_report(path.fresh(), actor=path.as_(busan.owner)).report_confirmed_at == first
        workflow.close_fact_check(path.fresh(), actor=path.officer)
        with pytest.raises(Refused, match="The fact check is over."):
            workflow.confirm_report(path.fresh(), actor=path.as_(busan.owner))


# ---- after a deferral

@pytest.mark.parametrize(("unmet", "asked"), [(["1.1.2"], ["1.1.2"]), ([], ALL)])
def test_a_second_visit_asks_anew_and_its_report_is_looked_at_anew(unmet, asked, busan):
    path = Path(busan, unmet=unmet).decided("defer")
    with within(busan.agency):
        Application.everything.filter(pk=path.application.pk).update(stage=Stage.DEFERRED)
        workflow.resume_deferred(path.fresh(), Stage.SITE_VISIT, reason="현장을 다시 봅니다.", actor=path.officer)
        path.unmet, visit = set(), plan(path)
        assert codes(visit) == asked
        lead = path.as_(busan.assessor)
        visits.begin_visit(visit, actor=lead)
        for item in items_of(visit):
            path.find(item, lead)
        visit = Visit.everything.get(pk=visit.pk)
        visits.close_with_statement(visit, statement="다시 확인하였습니다.", acknowledged_by="김하늘",
                                    acknowledged_function="기관장", actor=lead)
        visit = visits.lock_visit(Visit.everything.get(pk=visit.pk), actor=lead)
        application = workflow.take_over_visit(visit, actor=SYSTEM)
        assert (application.stage, application.report_confirmed_at) == ("fact_check", None)
        with pytest.raises(Refused, match="may still look at the facts"):
            workflow.close_fact_check(path.fresh(), actor=path.officer)


def test_what_is_not_deferred_is_not_resumed(busan):
    path = Path(busan).submitted()
    with within(busan.agency), pytest.raises(Refused, match="This case is not deferred."):
        workflow.resume_deferred(path.fresh(), Stage.SITE_VISIT, reason="현장을 다시 봅니다.", actor=path.officer)


# ---- whole sheets

def test_judgements_of_a_whole_sheet_leave_what_stands_and_name_it(busan):
    path = Path(busan).assigned()
    with within(busan.agency):
        actor = path.as_(busan.assessor)
        sheet = workflow.begin_sheet(path.fresh(), actor=actor)
        first = sheet.judgements.get(required__code="1.1.1")
        workflow.save_judgement(first, verdict="fail", reason_code="no_document", reason="없습니다.", base_version=0, actor=actor)
        left = workflow.save_judgements(sheet, {code: {"verdict": "ok"} for code in ALL}, actor=actor)
        assert left == ["1.1.1"]
        assert dict(sheet.judgements.values_list("required__code", "verdict")) == {"1.1.1": "fail", "1.1.2": "ok", "1.1.3": "ok"}
        with pytest.raises(PermissionDenied):
            workflow.save_judgements(sheet, {}, actor=path.as_(path.assessors[1]))
        workflow.submit_sheet(sheet, actor=actor)
        with pytest.raises(Refused, match="handed in"):
            workflow.save_judgements(sheet, {}, actor=actor)


def test_findings_of_a_whole_visit_leave_what_stands_and_name_it(busan):
    path = Path(busan).planned()
    with within(busan.agency):
        lead, other = map(path.as_, path.assessors)
        visit = visits.begin_visit(path.visit, actor=lead)
        first = items_of(visit)[0]
        visits.record_finding(first, operation_id=uuid.uuid4(), base_version=0, judgement="noncompliant", reason_code="no_evidence",
                              text="없습니다.", actor=lead, arrived_at=clock.now())
        everything = dict.fromkeys(ALL, COMPLIANT)
        assert visits.record_findings(visit, everything, actor=lead, arrived_at=clock.now()) == ["1.1.1"]
        with pytest.raises(Refused, match="Not everybody in the team has judged"):
            visits.agree_findings(visit, everything, actor=lead, arrived_at=clock.now())
        assert visits.record_findings(visit, everything, actor=other, arrived_at=clock.now()) == []
        assert visits.agree_findings(visit, everything, actor=lead, arrived_at=clock.now()) == ["1.1.1"]      # there they differ
        assert Finding.everything.filter(author=busan.assessor, item=first).get().judgement == "noncompliant"
        assert sorted(AgreedFinding.everything.values_list("item__code", flat=True)) == ["1.1.2", "1.1.3"]
        with pytest.raises(PermissionDenied):
            visits.agree_findings(visit, everything, actor=other, arrived_at=clock.now())
