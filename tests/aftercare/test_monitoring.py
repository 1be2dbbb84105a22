"""Monitoring visits: planned with a team that has declared and a sample, unseen where unannounced; what follows when they are locked."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import CorrectiveAction, Duty, InspectionSeal, Monitoring, MonitoringFinding
from aftercare.queries import Would, candidates_to_go, duties_of, own_monitoring, proposed_sample, to_do_of, watched_of
from aftercare.sample import Seen, propose
from aftercare.tasks import take_over_monitoring
from certification import workflow as certification
from core import clock
from core.errors import Refused
from core.models import Errand
from panels.models import Involvement
from panels.models.involvement import PROVIDER
from panels.workflow import note_involvement
from providers.models import Provider
from tests import factories as f
from tests.aftercare.conftest import WORKER, seoul
from tests.aftercare.watching import (
    ALWAYS,
    JULY,
    MAY,
    assessors,
    carried_out,
    certificate_of_eight,
    declare,
    handed_in,
    planned,
    rows,
    save,
    team,
    written,
)
from visits.models import VisitItem, VisitMember
from visits.workflow import report_not_carried_out


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def july(held):
    """`held` on 1 July 2027 with a `duty` of a monitoring visit until October, and two `users` of the pool."""
    held.visit.sample = ALWAYS
    held.visit.save(update_fields=["sample"])
    held.eight = certificate_of_eight(held)
    held.duty = visit_duty(held)
    held.users = assessors()
    with clock.travel(JULY):
        yield held


def visit_duty(held, **fields):
    return f.DutyFactory(certificate=held.eight, kind="monitoring_visit", opens_on=date(2027, 6, 1), due_on=date(2027, 10, 31), **fields)


def events():
    return [one.arguments["event"] for one in Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk")]


# ---- what is looked at

def test_the_sample_holds_what_is_always_looked_at_what_was_not_met_and_fills_up_by_reasons():
    seen = [Seen("a", looked_at=1), Seen("b", found=1), Seen("c", rating="partly"), Seen("d", changed=True), Seen("e"),
            Seen("f", looked_at=2)]
    assert [(one.code, one.is_always, one.reasons) for one in propose(seen, ["f"], 5)] == [
        ("b", False, ("found",)), ("c", False, ("not_met",)), ("d", False, ("changed",)), ("e", False, ("rarely",)),
        ("f", True, ("always",))]


def test_its_rule_names_the_sample_and_the_last_inspection_fills_it_up(july):
    with clock.travel(MAY):
        inspection = written(july, f.DutyFactory(certificate=july.eight))
        save(rows(inspection)[7], july.owner, rating="partly", change="changed", text="담당자가 바뀜")
        workflow.hand_in_inspection(inspection, actor=july.owner, arrived_at=clock.now())
    chosen = {one.code: one.reasons for _indicator, one in proposed_sample(july.duty)}
    assert len(chosen) == 6 and chosen["1.2.1"] == ("always",) and chosen["1.2.8"] == ("not_met", "changed")


@pytest.mark.parametrize(("codes", "sentence"), [
    (["1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.2.6", "1.2.7"], "always looked at: 1.2.1"),
    (["1.2.1", "1.2.3", "1.2.4"], "At least 6"), (["1.2.1", "1.2.3", "4.4.4", "1.2.5", "1.2.6", "1.2.7"], "not in the criteria.*4.4.4")])
def test_a_sample_without_what_is_always_looked_at_or_too_small_is_refused(july, codes, sentence):
    with pytest.raises(Refused, match=sentence):
        planned(july, july.duty, july.users, codes=codes)


# ---- planned

def test_the_visit_has_its_items_as_copies_and_its_team_once_all_have_declared(july):
    with clock.travel(MAY):
        handed_in(july, f.DutyFactory(certificate=july.eight))
    monitoring = planned(july, july.duty, july.users)
    items = list(VisitItem.everything.filter(visit=monitoring.visit).order_by("position"))
    assert [item.code for item in items] == [f"1.2.{n}" for n in range(1, 7)]
    assert (items[0].rating_en, monitoring.seal) == ("We meet it", InspectionSeal.everything.get())
    declare(monitoring, july.users[0])
    assert not VisitMember.everything.filter(visit=monitoring.visit).exists()
    declare(monitoring, july.users[1])
    assert set(VisitMember.everything.filter(visit=monitoring.visit).values_list("user", "is_lead")) == {
        (july.users[0].pk, True), (july.users[1].pk, False)}
    assert Involvement.everything.filter(kind="assessed", matter=monitoring.public_id).count() == 2


def test_who_goes_there_reads_the_sealed_copy_after_the_declaration_and_no_living_row(july):
    with clock.travel(MAY):
        handed_in(july, f.DutyFactory(certificate=july.eight))
    monitoring, actor = planned(july, july.duty, july.users), Actor.of(july.users[0])
    assert not Monitoring.objects.visible_to(actor).exists() and not InspectionSeal.objects.visible_to(actor).exists()
    declare(monitoring, july.users[0])
    Provider.everything.filter(pk=july.provider.pk).update(head_name="새 대표")
    assert Monitoring.objects.visible_to(actor).get().facts["provider"]["head_name"] != "새 대표"
    assert InspectionSeal.objects.visible_to(actor).exists()
    assert not Duty.objects.visible_to(actor).exists() and not Provider.objects.visible_to(actor).exists()


@pytest.mark.parametrize(("moment", "sentence"), [
    (seoul(2027, 6, 30, 9), "in the future"), (seoul(2027, 11, 1, 9), "between 1 June 2027")])
def test_a_day_in_the_past_and_one_outside_the_duty_are_refused(july, moment, sentence):
    with pytest.raises(Refused, match=sentence):
        planned(july, july.duty, july.users, starts_at=moment)


def test_a_visit_is_planned_once_and_not_for_a_certificate_that_has_ended(july):
    planned(july, july.duty, july.users)
    with pytest.raises(Refused, match="Move it instead"):
        planned(july, july.duty, july.users)
    other = visit_duty(july)
    certification.revoke(july.eight, on=clock.today(), reason="허위", actor=WORKER)
    with pytest.raises(Refused, match="no longer holds"):
        planned(july, other, july.users)


@pytest.mark.parametrize("who", ["director", "auditor", "owner", "neighbour", "assessor"])
def test_only_officer_and_manager_plan(july, who):
    with pytest.raises(PermissionDenied):
        planned(july, july.duty, july.users, actor=getattr(july, who))


def test_who_belongs_to_the_provider_plans_no_visit_of_it(july):
    f.ProviderMemberFactory(provider=july.provider, user=july.place.manager, role="viewer")
    with pytest.raises(PermissionDenied):
        planned(july, july.duty, july.users, actor=july.manager)


def test_a_team_is_two_or_three_with_one_lead(july):
    for wrong in (team(july.users)[:1], [(one, True) for one in july.users], [(one, False) for one in july.users],
                  [(july.users[0], True), (july.users[0], False)]):
        with pytest.raises(Refused):
            planned(july, july.duty, july.users, team=wrong)
    assert not Monitoring.everything.exists()


# ---- who may go there

def consulted(july, user, ended):
    note_involvement(user.person, subject_type=PROVIDER, subject=july.provider.public_id, kind="consulted", actor=WORKER,
                     from_on=ended - timedelta(days=100), to_on=ended)


def test_who_consulted_the_provider_within_24_months_is_refused_and_later_goes(july):
    consulted(july, july.users[0], date(2026, 1, 5))
    with pytest.raises(Refused, match="consulted"):
        planned(july, july.duty, july.users)
    later = assessors()
    consulted(july, later[0], date(2025, 6, 30))
    assert planned(july, july.duty, later)


def test_who_consulted_between_being_named_and_declaring_is_refused_too(july):
    monitoring = planned(july, july.duty, july.users)
    consulted(july, july.users[0], date(2027, 6, 30))
    with pytest.raises(Refused, match="24 months"):
        declare(monitoring, july.users[0])


def test_who_is_not_in_the_pool_or_acts_for_the_provider_is_refused(july):
    with pytest.raises(Refused, match="not in the assessor pool"):
        planned(july, july.duty, [july.users[0], f.MembershipFactory(role="assessor").user])
    f.ProviderMemberFactory(provider=july.provider, user=july.users[1], role="viewer")
    with pytest.raises(Refused, match="excluded"):
        planned(july, july.duty, july.users)


def test_who_declares_an_interest_leaves_at_once_and_somebody_else_is_named(july):
    monitoring, spare = planned(july, july.duty, july.users), assessors(1)[0]
    for user in july.users:
        declare(monitoring, user)
    declare(monitoring, july.users[0], has_interest=True, statement="친척이 일합니다.")
    assert list(VisitMember.everything.filter(visit=monitoring.visit, ended_at=None).values_list("user", "is_lead")) == [
        (july.users[1].pk, True)]
    assert events()[-1] == "monitoring.stood_back" and not Monitoring.objects.visible_to(Actor.of(july.users[0])).exists()
    workflow.add_to_monitoring(monitoring, spare, is_lead=True, actor=july.officer)
    declare(monitoring, spare)
    assert VisitMember.everything.get(visit=monitoring.visit, ended_at=None, is_lead=True).user_id == spare.pk


# ---- announced or not

def test_the_provider_is_told_of_an_announced_visit(july):
    monitoring = planned(july, july.duty, july.users)
    assert "monitoring.planned" in events() and own_monitoring(july.owner, monitoring.public_id) == monitoring
    assert to_do_of(july.owner).visits == [monitoring] and own_monitoring(july.neighbour, monitoring.public_id) is None


def test_of_an_unannounced_visit_the_provider_learns_nothing_before_it_has_been_carried_out(july):
    duty = visit_duty(july, announced=False)
    monitoring = planned(july, duty, july.users)
    workflow.move_monitoring(monitoring, starts_at=seoul(2027, 7, 21, 10), reason="일정", actor=july.officer)
    assert not [one for one in events() if one.startswith("monitoring.")]
    assert own_monitoring(july.owner, monitoring.public_id) is None and not to_do_of(july.owner).visits
    assert monitoring not in watched_of(july.owner).visits and duty not in duties_of(july.owner, july.eight)
    for user in july.users:
        declare(monitoring, user)
    with clock.travel(seoul(2027, 7, 21, 10)):
        carried_out(monitoring, july.users)
    assert own_monitoring(july.owner, monitoring.public_id) == monitoring and "monitoring.ended" in events()


def test_an_unannounced_visit_that_is_called_off_stays_unknown(july):
    monitoring = planned(july, visit_duty(july, announced=False), july.users)
    workflow.call_off_monitoring(monitoring, reason="심사위원 사정", actor=july.officer)
    assert not [one for one in events() if one.startswith("monitoring.")] and own_monitoring(july.owner, monitoring.public_id) is None


# ---- when it is over

def gone(july, **how):
    monitoring = planned(july, july.duty, july.users)
    for user in july.users:
        declare(monitoring, user)
    with clock.travel(seoul(2027, 7, 20, 10)):
        return carried_out(monitoring, july.users, **how)


def test_locked_the_duty_is_done_and_what_is_not_met_is_to_be_corrected(july):
    monitoring = gone(july)
    duty, action = july.again(july.duty), CorrectiveAction.everything.get()
    assert (monitoring.stage, duty.stage, duty.answer) == ("done", "done", monitoring.public_id)
    assert MonitoringFinding.everything.filter(monitoring=monitoring).count() == 6
    assert (action.code, action.told, action.stage, action.due_on) == ("1.2.2", "점검 기록이 없음", "requested", date(2027, 8, 19))
    take_over_monitoring(visit_id=monitoring.visit_id)
    assert CorrectiveAction.everything.count() == 1 and MonitoringFinding.everything.count() == 6


def test_ended_early_what_was_agreed_stands_and_the_duty_stays(july):
    monitoring = gone(july, lock=False)
    assert (monitoring.stage, july.again(july.duty).stage) == ("broken_off", "open")
    assert CorrectiveAction.everything.count() == 1
    with clock.travel(seoul(2027, 7, 22, 10)):
        assert planned(july, july.duty, assessors(), starts_at=seoul(2027, 8, 20, 10))


def test_not_carried_out_nothing_is_found_and_the_duty_stays(july):
    monitoring = planned(july, july.duty, july.users)
    report_not_carried_out(monitoring.visit, reason="문이 잠겨 있음", actor=july.officer)
    take_over_monitoring(visit_id=monitoring.visit_id)
    assert (july.again(monitoring).stage, july.again(july.duty).stage, MonitoringFinding.everything.count()) == ("not_done", "open", 0)


def test_for_a_certificate_that_was_revoked_meanwhile_nothing_is_to_be_corrected(july):
    monitoring = planned(july, july.duty, july.users)
    for user in july.users:
        declare(monitoring, user)
    with clock.travel(seoul(2027, 7, 20, 10)):
        certification.revoke(july.eight, on=clock.today(), reason="허위", actor=WORKER)
        carried_out(monitoring, july.users)
    assert MonitoringFinding.everything.count() == 6 and not CorrectiveAction.everything.exists()


def test_only_the_house_takes_over(july):
    monitoring = planned(july, july.duty, july.users)
    with pytest.raises(PermissionDenied):
        workflow.take_over_monitoring(monitoring.visit, actor=july.officer)


def test_nobody_goes_where_no_service_of_the_holder_is_entered_and_the_page_opens_all_the_same(july):
    july.certificates.filter(pk=july.eight.pk).update(offering=None, provider=f.ProviderFactory())
    Duty.everything.filter(pk=july.duty.pk).update(provider=july.again(july.eight).provider_id)
    assert candidates_to_go(july.officer, Would(july.again(july.duty))) == []
