"""A visit planned, moved, given its team, begun: who may, and what the house does not allow."""
import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent, Errand
from tests.visits.conftest import team_visit
from visits import queries, workflow
from visits.models import VisitMember
from visits.stages import Stage

ITEM = {"code": "1.1.1", "area_code": "1", "area_ko": "운영", "area_en": "Operation", "title_ko": "규정", "title_en": "Rules",
        "look_ko": "본다", "look_en": "Look"}


def plan(actor, **other):
    facts = {"subject_type": "evaluations.application", "subject": uuid.uuid4(), "subject_label": "라온", "purpose": "certification",
             "place_name": "본점", "address": "부산광역시 사상구 광장로 00", "starts_at": clock.now(),
             "items": [ITEM, ITEM | {"code": "1.1.2"}]} | other
    return workflow.plan_visit(**facts, actor=actor)


def test_beside_a_planned_visit_no_dates_are_offered(busan, at):
    with at(busan.officer, busan) as actor:
        visit = plan(actor)
        with pytest.raises(Refused, match="A visit is planned already"):
            workflow.offer_dates(subject_type=visit.subject_type, subject=visit.subject, subject_label="x", actor=actor,
                                 dates=[clock.now() + timedelta(days=days) for days in (3, 4)])


def told():
    return [errand.arguments["event"] for errand in Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk")]


@pytest.mark.parametrize("who", ["officer", "manager"])
def test_officers_and_managers_plan_a_visit_with_its_items_in_order(who, busan, at):
    with at(getattr(busan, who), busan) as actor:
        visit = plan(actor)
        assert visit.stage == Stage.PLANNED
        assert list(queries.items_of(visit).values_list("position", "code")) == [(1, "1.1.1"), (2, "1.1.2")]
        assert queries.visit_of("evaluations.application", visit.subject) == visit
        assert AuditEvent.everything.filter(verb="visit.planned").exists()


def test_the_app_above_plans_as_the_system(busan, at):
    with at(None, busan):
        assert plan(Actor.system("the document review is over"))


@pytest.mark.parametrize("who", ["assessor", "director", "auditor", "owner", "admin"])
def test_nobody_else_plans_moves_or_names_a_team(who, busan, there, at):
    with at(getattr(busan, who), busan) as actor:
        for deed in (lambda: plan(actor), lambda: workflow.set_team(there.visit, [], actor=actor),
                     lambda: workflow.move_visit(there.visit, starts_at=clock.now(), reason="눈", actor=actor)):
            with pytest.raises(PermissionDenied):
                deed()


def test_a_visit_without_items_is_refused(busan, at):
    with at(busan.officer, busan) as actor, pytest.raises(Refused):
        plan(actor, items=[])


def test_the_latest_visit_about_a_subject_is_the_visit(busan, at):
    with at(busan.officer, busan) as actor:
        first = plan(actor)
        second = plan(actor, subject=first.subject)
        assert queries.visit_of(first.subject_type, first.subject) == second
        assert queries.visit_of(first.subject_type, uuid.uuid4()) is None


def test_a_planned_visit_is_moved_with_a_reason_that_the_team_reads(busan, at):
    with at(busan.officer, busan) as actor:
        visit, later = plan(actor), clock.now() + timedelta(days=3)
        with pytest.raises(Refused) as refusal:
            workflow.move_visit(visit, starts_at=later, reason=" ", actor=actor)
        assert refusal.value.field == "reason"
        assert workflow.move_visit(visit, starts_at=later, reason="기관 사정", actor=actor).starts_at == later
        assert told() == ["visit.moved"]


def test_a_visit_that_has_begun_is_not_moved(there, busan, at):
    with at(busan.officer, busan) as actor, pytest.raises(Refused):
        workflow.move_visit(there.visit, starts_at=clock.now(), reason="눈", actor=actor)


def test_the_team_is_told_when_somebody_joins_it(busan, there, at):
    with at(busan.officer, busan) as actor:
        workflow.set_team(there.visit, [(there.lead, True), (there.second, False)], actor=actor)
        assert told() == []                                     # as it was
        workflow.set_team(there.visit, [(there.lead, True), (there.third, False)], actor=actor)
        assert told() == ["visit.planned"]
        assert {user.pk for user in queries.team_of(there.visit)} == {there.lead.pk, there.third.pk}
        assert there.visit.members.get(user=there.second).ended_at


def test_another_lead_is_a_new_row_and_the_old_one_ends(busan, there, at):
    with at(busan.officer, busan) as actor:
        workflow.set_team(there.visit, [(there.lead, False), (there.second, True)], actor=actor)
        assert [member.user_id for member in queries.members_of(there.visit)] == [there.second.pk, there.lead.pk]
        assert there.visit.members.count() == 4 and there.visit.members.filter(ended_at=None).count() == 2
        assert told() == []


@pytest.mark.parametrize("parts", [[True, True], [False, False]])
def test_exactly_one_leads(parts, busan, there, at):
    with at(busan.officer, busan) as actor, pytest.raises(Refused):
        workflow.set_team(there.visit, [(there.lead, parts[0]), (there.second, parts[1])], actor=actor)


def test_nobody_is_in_a_team_twice(busan, there, at):
    with at(busan.officer, busan) as actor, pytest.raises(Refused):
        workflow.set_team(there.visit, [(there.lead, True), (there.third, False), (there.third, False)], actor=actor)


@pytest.mark.parametrize("second_row", [{"is_lead": True}, {"user": "lead"}])
def test_the_database_too_knows_one_lead_and_one_row_for_each(second_row, there, at, busan):
    user = there.lead if "user" in second_row else there.third
    with at(busan.officer, busan), pytest.raises(IntegrityError), transaction.atomic():
        VisitMember.everything.create(visit=there.visit, user=user, is_lead=second_row.get("is_lead", False), since_at=clock.now())


def test_the_team_begins_the_visit_once(busan, at):
    there = team_visit(busan, stage="planned")
    with at(there.second, busan) as actor:
        visit = workflow.begin_visit(there.visit, actor=actor)
        assert visit.stage == Stage.UNDERWAY and visit.began_at
        with pytest.raises(Refused):
            workflow.begin_visit(there.visit, actor=actor)


@pytest.mark.parametrize("who", ["officer", "director", "third"])
def test_nobody_else_begins_it(who, busan, at):
    there = team_visit(busan, stage="planned")
    user = there.third if who == "third" else getattr(busan, who)
    with at(user, busan) as actor, pytest.raises(PermissionDenied):
        workflow.begin_visit(there.visit, actor=actor)


def test_what_a_visit_waits_for_is_said_before_it_begins(busan, at):
    there = team_visit(busan, stage="planned", items=1)
    with at(busan.officer, busan) as actor:
        assert queries.waits_for(plan(actor)) == "The team is still to be named."
        assert queries.waits_for(there.visit) == "The visit is planned and has not begun."
