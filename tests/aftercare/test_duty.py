"""Duties: planned from the framework's plan, once; moved with a reason only; fulfilled, waived, lapsed."""
import uuid
from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from aftercare import workflow
from aftercare.models import Duty, DutyChange, Monitoring
from aftercare.plan import windows
from aftercare.queries import duties_of, unplanned_certificates
from aftercare.tasks import duty as tasks
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from tests import factories as f
from tests.aftercare.conftest import WORKER, seoul


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def planned(held):
    return [(duty.kind, duty.opens_on, duty.due_on) for duty in workflow.plan_duties(held.certificate, actor=WORKER)]


def test_a_certificate_has_a_self_inspection_each_may_and_a_visit_in_its_second_year(held):
    assert sorted(planned(held), key=lambda one: one[2]) == [
        ("self_inspection", date(2026, 5, 1), date(2026, 5, 31)), ("self_inspection", date(2027, 5, 1), date(2027, 5, 31)),
        ("monitoring_visit", date(2027, 6, 1), date(2027, 10, 31)), ("self_inspection", date(2028, 5, 1), date(2028, 5, 31))]
    assert AuditEvent.everything.filter(verb="duty.planned").count() == 4


def test_planned_twice_is_planned_once(held):
    assert list(unplanned_certificates(WORKER)) == [held.certificate]
    planned(held)
    assert planned(held) == [] and Duty.everything.count() == 4
    assert not unplanned_certificates(WORKER)


def test_what_lay_in_the_past_when_it_was_planned_is_not_demanded(held):
    with clock.travel(seoul(2027, 6, 1, 9)):
        assert [due for _kind, _opens, due in planned(held)] == [date(2028, 5, 31), date(2027, 10, 31)]


def test_a_window_belongs_to_the_term_by_its_last_day_and_opens_with_the_term(held):
    february = f.DutyRuleFactory.build(years=[0, 1], month_from=1, month_to=2)
    assert windows(february, date(2028, 2, 10), date(2029, 2, 27)) == [(2028, date(2028, 2, 10), date(2028, 2, 29))]


@pytest.mark.parametrize("who", ["director", "auditor", "owner", "neighbour", "assessor"])
def test_only_officer_and_manager_plan_move_and_waive(held, who):
    actor, duty = getattr(held, who), f.DutyFactory(certificate=held.certificate)
    for deed in (lambda: workflow.plan_duties(held.certificate, actor=actor), lambda: workflow.waive_duty(duty, reason="사유", actor=actor),
                 lambda: workflow.move_duty(duty, to_on=date(2027, 6, 30), reason="사유", actor=actor)):
        with pytest.raises(PermissionDenied):
            deed()


@pytest.mark.parametrize("how", ["belongs", "covers"])
def test_nobody_demands_moves_returns_or_waives_a_duty_of_a_provider_they_belong_to(held, how):
    f.ProviderMemberFactory(provider=held.provider, user=held.manager.user, role="editor")
    actor = held.manager if how == "belongs" else replace(held.officer, acting_for=held.manager.user)
    duty, done = f.DutyFactory(certificate=held.certificate), f.DutyFactory(certificate=held.certificate, due_on=date(2028, 5, 31))
    workflow.fulfil_duty(done, answer=uuid.uuid4(), arrived_at=clock.now(), actor=held.owner)
    days = {"opens_on": date(2026, 6, 1), "due_on": date(2026, 9, 30), "origin": "desk", "reason": "사유"}
    for deed in (lambda: workflow.waive_duty(duty, reason="사유", actor=actor),
                 lambda: workflow.return_duty(done, reason="사유", actor=actor),
                 lambda: workflow.move_duty(duty, to_on=date(2027, 6, 30), reason="사유", actor=actor),
                 lambda: workflow.demand_duty(held.certificate, "monitoring_visit", **days, actor=actor)):
        with pytest.raises(PermissionDenied):
            deed()
    assert workflow.waive_duty(duty, reason="사유", actor=held.officer).stage == "waived"


def test_staff_tied_to_the_provider_learn_of_no_unannounced_visit_to_it(held):
    for person in (held.officer.user.person, held.director.user.person):
        f.InvolvementFactory(person=person, kind="employed", subject=held.provider.public_id, matter=None)
    told = f.DutyFactory(certificate=held.certificate)
    duty = f.DutyFactory(certificate=held.certificate, kind="monitoring_visit", announced=False, due_on=date(2027, 10, 31))
    visit = Monitoring.everything.create(duty=duty, certificate=held.certificate, provider=held.provider, offering=held.offering,
                                         is_announced=False, label="x", planned_at=clock.now())
    for actor, seen in ((held.officer, [told]), (held.director, [told]), (held.manager, [told, duty])):
        assert list(Duty.objects.visible_to(actor)) == seen
        assert Monitoring.objects.visible_to(actor).filter(pk=visit.pk).exists() is (duty in seen)


def test_the_day_is_moved_with_its_reason_and_both_days_are_kept(held):
    duty = f.DutyFactory(certificate=held.certificate)
    workflow.move_duty(duty, to_on=date(2027, 6, 30), reason="기관 이전", actor=held.officer)
    change = DutyChange.everything.get()
    assert (held.again(duty).due_on, change.from_on, change.to_on, change.reason) == (
        date(2027, 6, 30), date(2027, 5, 31), date(2027, 6, 30), "기관 이전")


def test_the_database_moves_no_day_without_a_line_that_says_why(held):
    duty = f.DutyFactory(certificate=held.certificate)
    with pytest.raises(IntegrityError, match="says why"), transaction.atomic():
        Duty.everything.filter(pk=duty.pk).update(due_on=date(2027, 6, 30))
    assert held.again(duty).due_on == date(2027, 5, 31)


def test_a_day_in_the_past_and_an_empty_reason_are_refused(held):
    duty = f.DutyFactory(certificate=held.certificate)
    with pytest.raises(Refused, match="already passed"):
        workflow.move_duty(duty, to_on=date(2025, 12, 31), reason="사유", actor=held.officer)
    with pytest.raises(Refused, match="why it is moved"):
        workflow.move_duty(duty, to_on=date(2027, 6, 30), reason=" ", actor=held.officer)


def test_done_twice_is_refused_and_what_was_returned_is_done_again(held):
    duty, first = f.DutyFactory(certificate=held.certificate), uuid.uuid4()
    workflow.fulfil_duty(duty, answer=first, arrived_at=clock.now(), actor=held.owner)
    with pytest.raises(Refused, match="done already"):
        workflow.fulfil_duty(duty, answer=uuid.uuid4(), arrived_at=clock.now(), actor=held.owner)
    workflow.return_duty(duty, reason="근거 없음", actor=held.officer)
    assert (held.again(duty).stage, held.again(duty).done_at) == ("open", None)
    workflow.fulfil_duty(duty, answer=first, arrived_at=clock.now(), actor=held.owner)
    assert held.again(duty).stage == "done"


def test_asked_for_the_same_matter_twice_is_one_duty(held):
    why = {"opens_on": date(2026, 2, 1), "due_on": date(2026, 3, 31), "origin": "complaint", "reason": "민원 확인", "matter": uuid.uuid4(),
           "actor": held.officer}
    assert workflow.demand_duty(held.certificate, "monitoring_visit", **why) == workflow.demand_duty(
        held.certificate, "monitoring_visit", **why)


def test_asked_for_again_after_it_was_done_or_waived_it_is_another_duty(held):
    why = {"opens_on": date(2026, 2, 1), "due_on": date(2026, 3, 31), "origin": "complaint", "reason": "민원 확인", "matter": uuid.uuid4(),
           "actor": held.officer}
    first = workflow.demand_duty(held.certificate, "self_inspection", **why)
    workflow.fulfil_duty(first, answer=uuid.uuid4(), arrived_at=clock.now(), actor=held.owner)
    second = workflow.demand_duty(held.certificate, "self_inspection", **why)
    assert second != first and second.stage == "open"
    with pytest.raises(Refused, match="asked for once more meanwhile"):
        workflow.return_duty(first, reason="근거 없음", actor=held.officer)
    workflow.waive_duty(second, reason="충분함", actor=held.officer)
    assert workflow.demand_duty(held.certificate, "self_inspection", **why).stage == "open"
    with pytest.raises(IntegrityError, match="an_added_duty_once"), transaction.atomic():
        Duty.everything.filter(pk=second.pk).update(stage="open")


def test_with_the_certificate_what_is_open_lapses_and_what_was_done_stays(held):
    done, left = f.DutyFactory(certificate=held.certificate), f.DutyFactory(certificate=held.certificate)
    workflow.fulfil_duty(done, answer=uuid.uuid4(), arrived_at=clock.now(), actor=held.owner)
    with pytest.raises(Refused, match="not ended"):
        workflow.lapse_duties(held.certificate, actor=WORKER)
    with clock.travel(seoul(2028, 12, 9, 0)):
        assert workflow.lapse_duties(held.certificate, actor=WORKER) == [left]
    assert (held.again(done).stage, held.again(left).stage) == ("done", "lapsed")


def test_a_provider_sees_its_own_duties_and_no_unannounced_visit_before_it_was_carried_out(held):
    told = f.DutyFactory(certificate=held.certificate)
    untold = f.DutyFactory(certificate=held.certificate, kind="monitoring_visit", announced=False)
    assert list(duties_of(held.officer, held.certificate)) == [told, untold]
    assert list(duties_of(held.owner, held.certificate)) == [told]
    assert not duties_of(held.neighbour, held.certificate) and not duties_of(held.assessor, held.certificate)
    workflow.fulfil_duty(untold, answer=uuid.uuid4(), arrived_at=clock.now(), actor=WORKER)
    assert list(duties_of(held.owner, held.certificate)) == [told, untold]


def test_a_line_that_is_added_later_is_planned_too(held):
    held.visit.ended_at = clock.now()
    held.visit.save()
    assert {kind for kind, _opens, _due in planned(held)} == {"self_inspection"}
    assert not unplanned_certificates(WORKER)
    workflow.set_rule(held.framework, "monitoring_visit", years=[1, 2], month_from=2, month_to=2, sample_size=6, actor=held.manager)
    assert list(unplanned_certificates(WORKER)) == [held.certificate]
    assert [due for _kind, _opens, due in planned(held)] == [date(2026, 2, 28), date(2027, 2, 28)]
    assert not unplanned_certificates(WORKER)


def test_a_line_in_the_place_of_another_plans_no_second_duty_of_a_year(held):
    planned(held)
    workflow.set_rule(held.framework, "self_inspection", years=[1, 2, 3], month_from=9, month_to=9, actor=held.manager)
    assert not unplanned_certificates(WORKER) and planned(held) == []


def test_a_window_that_is_over_does_not_make_a_certificate_wait_for_ever(held):
    with clock.travel(seoul(2028, 6, 1, 9)):
        assert not unplanned_certificates(WORKER) and planned(held) == []


def test_beat_plans_what_is_lacking_once(held):
    assert [tasks.follow_at(held.place.agency) for _ in range(2)] == [1, 0]
    assert Duty.everything.count() == 4


def test_when_nothing_is_to_be_done_four_questions_are_asked(held):
    planned(held)
    with CaptureQueriesContext(connection) as asked:
        assert tasks.follow_at(held.place.agency) == 0
    assert len([one for one in asked.captured_queries if "aftercare_" in one["sql"]]) == 4


@pytest.mark.parametrize("who", ["officer", "director", "owner"])
def test_only_the_manager_sets_a_line(held, who):
    with pytest.raises(PermissionDenied):
        workflow.set_rule(held.framework, "self_inspection", years=[1], month_from=5, month_to=5, actor=getattr(held, who))
