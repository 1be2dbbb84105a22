"""A certificate that is given back later owes its duties until then; a change touches it; an order is followed once; a visit passes on."""
from datetime import date

import pytest
from django.utils import translation

from aftercare import workflow
from aftercare.models import Duty
from aftercare.queries import unplanned_certificates
from aftercare.queries.duty_plan import meaning_of
from aftercare.queries.sanction import not_met
from certification.workflow.certificate_events import end_surrendered
from certification.workflow.certificate_versions import digest_of
from core import clock
from core.errors import Refused
from panels.models import Declaration
from tests.aftercare.changing import NAME, closed, handed_in, moved
from tests.aftercare.conftest import WORKER, seoul
from tests.aftercare.sanctioning import again, drafted, in_effect
from tests.aftercare.test_lapse import hanging, passing  # noqa: F401  (a fixture)
from tests.aftercare.watching import declare
from visits.queries import members_of

LATER = date(2027, 7, 1)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def given_back(held, on=LATER):
    return end_surrendered(again(held.certificate), on=on, reason="폐업 예정", actor=held.director)


# ---- duties until then

def test_the_plan_holds_until_the_day_on_which_it_is_given_back(held):
    certificate = given_back(held)
    assert list(unplanned_certificates(WORKER)) == [certificate]
    assert meaning_of(WORKER, held.inspection)[0] == 1
    made = workflow.plan_duties(certificate, actor=WORKER)
    assert {one.due_on for one in made} == {date(2026, 5, 31), date(2027, 5, 31)}      # neither May 2028 nor the visit in October 2027
    assert not unplanned_certificates(WORKER)


def demanded(held, due_on):
    return workflow.demand_duty(again(held.certificate), "self_inspection", opens_on=date(2026, 2, 1), due_on=due_on, origin="desk",
                                reason="확인", actor=held.officer)


def test_a_duty_can_be_demanded_and_moved_until_the_day_before(held):
    given_back(held)
    duty = demanded(held, date(2027, 6, 29))
    workflow.move_duty(duty, to_on=date(2027, 6, 30), reason="연기", actor=held.officer)
    with pytest.raises(Refused, match="ends before that day"):
        workflow.move_duty(held.again(duty), to_on=LATER, reason="연기", actor=held.officer)
    with pytest.raises(Refused, match="ends before that day"):
        demanded(held, LATER)


def test_what_is_replaced_by_a_newer_one_or_has_ended_owes_nothing_new(held):
    held.certificates.filter(pk=held.certificate.pk).update(ended_on=LATER, ended_as="superseded")
    assert workflow.plan_duties(again(held.certificate), actor=WORKER) == [] and not unplanned_certificates(WORKER)
    with pytest.raises(Refused, match="ended already"):
        demanded(held, date(2026, 6, 29))


# ---- changes

def test_an_accepted_change_has_its_consequences_until_then(held):
    given_back(held)
    report = workflow.accept_change(handed_in(held, "name", facts=NAME), actor=held.officer)
    assert report.touched.get().revision is not None


def test_a_new_address_is_visited_before_it_ends(held):
    given_back(held, date(2026, 2, 1))
    workflow.accept_change(moved(held), actor=held.officer)
    assert Duty.everything.get(kind="monitoring_visit").due_on == date(2026, 1, 31)


@pytest.mark.parametrize(("closes", "ends"), [(date(2026, 3, 2), date(2026, 3, 2)), (date(2027, 9, 1), LATER)])
def test_a_closure_before_that_day_ends_it_earlier_and_one_after_it_changes_nothing(closes, ends, held):
    given_back(held)
    report = closed(held, on=closes)
    workflow.propose_decision(report, continues=False, words="폐업", actor=held.officer)
    workflow.accept_change(held.again(report), actor=held.manager)
    assert again(held.certificate).ended_on == ends


# ---- an order that was not met

def test_an_order_that_was_not_met_is_followed_once(held):
    sanction = in_effect(held)
    with clock.travel(seoul(2026, 5, 4, 10)):
        workflow.end_suspension(again(sanction), actor=WORKER)
        workflow.note_order(again(sanction), is_met=False, note="이행하지 않음", actor=held.officer)
        assert not_met(held.officer, held.certificate) == sanction
        days = {"from_on": date(2026, 6, 1), "to_on": date(2026, 8, 31), "hearing_at": seoul(2026, 5, 26, 14)}
        follow_up = drafted(held, follows=sanction, **days)
        assert not_met(held.officer, held.certificate) is None
        workflow.drop_sanction(follow_up, reason="다시 씀", actor=held.officer)
        assert not_met(held.officer, held.certificate) == sanction


# ---- a visit that passes on

def test_whoever_goes_there_declares_anew_about_the_successor(hanging):  # noqa: F811
    monitoring, revision = hanging.monitoring, passing(hanging)
    users = [one.user for one in Declaration.everything.filter(matter=monitoring.public_id)]
    for user in users:
        declare(monitoring, user)
    assert members_of(hanging.again(monitoring).visit).count() == len(users)
    workflow.approve_correction_of(revision, digest_of(revision), actor=hanging.director)
    asked = Declaration.everything.filter(matter=monitoring.public_id)
    assert {one.has_interest for one in asked} == {None} and all(revision.holder.name in one.subject_label for one in asked)
    assert not members_of(hanging.again(monitoring).visit).exists()
    for user in users:
        declare(hanging.again(monitoring), user)
    assert members_of(hanging.again(monitoring).visit).count() == len(users)
