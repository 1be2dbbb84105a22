"""How a visit ends, and that nothing of it changes afterwards: not by the workflow and not past it."""
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from core import clock
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from tests import factories as f
from tests import files
from tests.visits.conftest import agree, all_say, say, team_visit
from visits import queries, workflow
from visits.models import AgreedFinding, Finding, Operation, Photo, Visit
from visits.stages import Stage

STATEMENT = {"statement": "모든 항목을 확인함", "acknowledged_by": "정하늘", "acknowledged_function": "기관장"}


def told():
    return [errand.arguments["event"] for errand in Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk")]


@pytest.fixture
def agreed(there):
    all_say(there)
    for item in there.items:
        agree(there, item=item)
    return there


def picture():
    return files.upload(files.jpg(place=True), "비상구.jpg")


# ---- the closing statement

def test_the_closing_statement_is_kept_with_who_took_note_and_the_one_before_too(there, at, busan):
    with at(there.lead, busan) as actor:
        workflow.close_with_statement(there.visit, **STATEMENT, actor=actor)
        visit = workflow.close_with_statement(there.visit, **STATEMENT | {"statement": "고친 글"}, remarks="이의 없음", actor=actor)
        assert (visit.closing_statement, visit.acknowledged_by, visit.provider_remarks) == ("고친 글", "정하늘", "이의 없음")
        assert visit.acknowledged_at
        kept = Operation.everything.filter(kind="closing").order_by("pk").values_list("payload__closing_statement", flat=True)
        assert list(kept) == ["모든 항목을 확인함", "고친 글"]


def test_the_same_closing_sent_twice_is_kept_once(there, at, busan):
    number = uuid.uuid4()
    with at(there.lead, busan) as actor:
        for _ in range(2):
            workflow.close_with_statement(there.visit, **STATEMENT, operation_id=number, actor=actor)
        assert Operation.everything.filter(kind="closing").count() == 1


@pytest.mark.parametrize("missing", ["statement", "acknowledged_by"])
def test_a_closing_statement_has_words_and_a_name(missing, there, at, busan):
    with at(there.lead, busan) as actor, pytest.raises(Refused) as refusal:
        workflow.close_with_statement(there.visit, **STATEMENT | {missing: " "}, actor=actor)
    assert refusal.value.field == missing


# ---- locking

def test_the_lead_locks_a_whole_record_and_the_officers_are_told(agreed, at, busan):
    with at(agreed.lead, busan) as actor:
        visit = workflow.lock_visit(agreed.visit, actor=actor)
        assert (visit.stage, visit.outcome) == (Stage.LOCKED, "complete") and visit.locked_at
        assert told() == ["visit.locked"]
        assert {user.pk for user in queries.officers_of(visit)} == {busan.officer.pk, busan.manager.pk}
        assert set(queries.agreed_of(visit)) == {"1.1.1", "1.1.2"} and queries.waits_for(visit) == ""


def test_what_is_missing_is_named(there, at, busan):
    all_say(there)
    agree(there, item=there.items[1])
    with at(there.lead, busan) as actor, pytest.raises(Refused, match=r"1\.1\.1\."):
        workflow.lock_visit(there.visit, actor=actor)


def test_a_visit_that_breaks_off_is_locked_with_its_reason(there, at, busan):
    with at(there.lead, busan) as actor:
        with pytest.raises(Refused) as refusal:
            workflow.end_early(there.visit, reason="", actor=actor)
        assert refusal.value.field == "reason"
        visit = workflow.end_early(there.visit, reason="정전", actor=actor)
        assert (visit.stage, visit.outcome, visit.outcome_reason) == (Stage.LOCKED, "ended_early", "정전")
        assert told() == ["visit.ended_early", "visit.ended_short"]


@pytest.mark.parametrize("stage", ["planned", "underway"])
@pytest.mark.parametrize("who", ["lead", "officer"])
def test_a_visit_that_did_not_take_place_is_reported_with_its_reason(stage, who, at, busan):
    there = team_visit(busan, stage=stage)
    with at(there.lead if who == "lead" else busan.officer, busan) as actor:
        with pytest.raises(Refused):
            workflow.report_not_carried_out(there.visit, reason=" ", actor=actor)
        visit = workflow.report_not_carried_out(there.visit, reason="문을 열지 않음", actor=actor)
        assert (visit.stage, visit.outcome) == (Stage.NOT_CARRIED_OUT, "not_carried_out")
        assert told() == ["visit.not_carried_out", "visit.ended_short"]


def test_only_the_lead_ends_a_visit(agreed, at, busan):
    deeds = [lambda actor: workflow.lock_visit(agreed.visit, actor=actor),
             lambda actor: workflow.end_early(agreed.visit, reason="정전", actor=actor),
             lambda actor: workflow.close_with_statement(agreed.visit, **STATEMENT, actor=actor)]
    for who in (agreed.second, agreed.third, busan.officer):
        with at(who, busan) as actor:
            for deed in deeds:
                with pytest.raises(PermissionDenied):
                    deed(actor)
    for who in (agreed.second, busan.auditor):
        with at(who, busan) as actor, pytest.raises(PermissionDenied):
            workflow.report_not_carried_out(agreed.visit, reason="문", actor=actor)


def test_a_planned_visit_is_not_locked(at, busan):
    there = team_visit(busan, stage="planned")
    with at(there.lead, busan) as actor:
        for deed in (lambda: workflow.end_early(there.visit, reason="정전", actor=actor),
                     lambda: workflow.lock_visit(there.visit, actor=actor),
                     lambda: workflow.close_with_statement(there.visit, **STATEMENT, actor=actor)):
            with pytest.raises(Refused):
                deed()


# ---- afterwards

@pytest.fixture(params=["locked", "not_carried_out"])
def ended(request, agreed, at, busan):
    with at(agreed.lead, busan) as actor:
        agreed.photo = workflow.add_photo(agreed.item, picture(), operation_id=uuid.uuid4(), actor=actor)
        if request.param == "locked":
            workflow.lock_visit(agreed.visit, actor=actor)
        else:
            workflow.report_not_carried_out(agreed.visit, reason="문", actor=actor)
    return agreed


def test_after_the_end_the_workflow_refuses_everything(ended, at, busan):
    with pytest.raises(Refused):
        say(ended, ended.lead, base=1)
    with pytest.raises(Refused):
        agree(ended, base=1)
    with at(ended.lead, busan) as lead, at(busan.officer, busan) as officer:
        for deed in (
            lambda: workflow.add_photo(ended.item, picture(), operation_id=uuid.uuid4(), actor=lead),
            lambda: workflow.remove_photo(ended.photo, actor=lead),
            lambda: workflow.close_with_statement(ended.visit, **STATEMENT, actor=lead),
            lambda: workflow.end_early(ended.visit, reason="정전", actor=lead),
            lambda: workflow.report_not_carried_out(ended.visit, reason="문", actor=lead),
            lambda: workflow.lock_visit(ended.visit, actor=lead),
            lambda: workflow.set_team(ended.visit, [], actor=officer),
            lambda: workflow.move_visit(ended.visit, starts_at=clock.now(), reason="눈", actor=officer),
        ):
            with pytest.raises(Refused):
                deed()


def test_an_operation_that_was_applied_before_is_still_answered(there, at, busan):
    number = uuid.uuid4()
    say(there, there.lead, number=number)
    with at(there.lead, busan) as actor:
        workflow.end_early(there.visit, reason="정전", actor=actor)
    assert say(there, there.lead, number=number).repeated


WRITES = {
    "a judgement changed": lambda e: Finding.everything.filter(item=e.item).update(text="뒤늦게"),
    "a judgement added": lambda e: f.FindingFactory(item=e.item, author=e.third),
    "a judgement moved away": lambda e: Finding.everything.filter(item=e.item).update(item=f.VisitItemFactory()),
    "an agreed judgement changed": lambda e: AgreedFinding.everything.filter(item=e.item).update(text="뒤늦게"),
    "a photo taken away": lambda e: Photo.everything.filter(item=e.item).update(removed_at=clock.now()),
    "a photo added": lambda e: f.PhotoFactory(item=e.item, author=e.lead),
    "an item changed": lambda e: e.visit.items.update(note="뒤늦게"),
    "an item added": lambda e: f.VisitItemFactory(visit=e.visit, position=9),
    "a member ended": lambda e: e.visit.members.update(ended_at=clock.now()),
    "a member added": lambda e: f.VisitMemberFactory(visit=e.visit, user=e.third),
    "the visit itself": lambda e: Visit.everything.filter(pk=e.visit.pk).update(closing_statement="뒤늦게"),
    "the visit opened again": lambda e: Visit.everything.filter(pk=e.visit.pk).update(stage="underway"),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_after_the_end_the_database_refuses_too(write, ended, at, busan):
    with at(busan.officer, busan), pytest.raises(IntegrityError), transaction.atomic():
        write(ended)


@pytest.mark.parametrize("values", [{"stage": "locked"}, {"stage": "locked", "locked_at": "now", "outcome": "not_carried_out"},
                                    {"stage": "not_carried_out"}, {"outcome": "ended_early"}])
def test_the_database_knows_no_end_without_its_outcome(values, there):
    values = {name: clock.now() if value == "now" else value for name, value in values.items()}
    with within(there.agency), pytest.raises(IntegrityError), transaction.atomic():
        Visit.everything.filter(pk=there.visit.pk).update(**values)
