"""What a sanction and its certificate do to each other: ends on later days, suspensions that meet, what was suspended at once."""
from datetime import date, timedelta

import pytest
from django.utils import translation

from aftercare import tasks, workflow
from aftercare.workflow.sanction_decision import digest_of
from certification import workflow as certification
from certification.models import CertificateEvent, RegisterEntry
from core import clock
from core.errors import Refused
from core.models import Errand
from correspondence.models import Deadline
from providers.models import Bar
from tests.aftercare.changing import closed
from tests.aftercare.changing import decided as change_decided
from tests.aftercare.conftest import WORKER, seoul
from tests.aftercare.sanctioning import (
    DECIDING,
    HEARD,
    REVOKING,
    again,
    answered,
    appealed,
    decided,
    drafted,
    in_effect,
    noticed,
    proposed,
    released,
)

DAY, LATER = timedelta(days=1), date(2026, 4, 1)
NEXT = {"from_on": date(2026, 5, 1), "to_on": date(2026, 6, 30), "hearing_at": seoul(2026, 4, 1, 14)}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def told(event):
    return Errand.everything.filter(task="correspondence.tasks.announce", arguments__event=event).count()


def given_back_later(held):
    certification.surrender(again(held.certificate), on=LATER, reason="폐업 예정", actor=WORKER)


def at_once(held, **facts):
    """Suspended at once on 12 January, and heard."""
    sanction = workflow.suspend_at_once(drafted(held, **facts), reason="이용자 안전", actor=held.director)
    with clock.travel(HEARD):
        return workflow.note_hearing(sanction, heard="absent", actor=held.officer)


# ---- what everybody reads

def test_a_reason_that_is_meant_for_the_provider_stands_in_no_public_history(held):
    sanction = workflow.suspend_at_once(drafted(held), reason="이용자 안전", actor=held.director)
    workflow.drop_sanction(sanction, reason="제보자 김아무개의 진술이 사실과 달랐음", actor=held.officer)
    reasons = [one["reason"] for one in RegisterEntry.everything.get(certificate=held.certificate).history]
    assert not any("김아무개" in words for words in reasons) and sanction.number in reasons[-1]


# ---- an end on a later day

def test_an_end_on_a_later_day_shields_nobody(held):
    given_back_later(held)
    sanction = in_effect(held, proposed(held, **REVOKING))
    certificate = again(held.certificate)
    assert sanction.stage == "in_effect" and (certificate.ended_as, certificate.ended_on) == ("revoked", date(2026, 2, 2))
    assert [one["kind"] for one in RegisterEntry.everything.get(certificate=certificate).history][-1] == "revoked"


def test_what_will_end_can_be_suspended_at_once_and_that_lifted(held):
    given_back_later(held)
    sanction = workflow.suspend_at_once(drafted(held), reason="이용자 안전", actor=held.director)
    assert again(held.certificate).state == "suspended"
    workflow.drop_sanction(sanction, reason="사실이 아님", actor=held.officer)
    certificate = again(held.certificate)
    assert certificate.is_in_force and certificate.ended_on == LATER


def test_a_revocation_set_aside_leaves_the_end_that_its_holder_wished(held):
    given_back_later(held)
    appeal = appealed(held, in_effect(held, proposed(held, **REVOKING)), seoul(2026, 2, 10, 10))
    answered(held, appeal, "uphold", seoul(2026, 2, 13, 10))
    certificate = again(held.certificate)
    assert certificate.is_in_force and (certificate.ended_on, certificate.ended_as) == (LATER, "surrendered")


def test_while_a_sanction_is_under_way_it_is_not_taken_back(held):
    asked = certification.ask_surrender(held.certificate, on=date(2026, 1, 20), reason="사정", actor=held.owner)
    sanction = noticed(held)
    with pytest.raises(Refused, match=f"under way .*{sanction.number}"):
        workflow.confirm_surrender(asked, on=LATER, actor=held.manager)
    workflow.drop_sanction(sanction, reason="사실이 아님", actor=held.officer)
    assert workflow.confirm_surrender(asked, on=LATER, actor=held.manager).ended_on == LATER


def test_while_a_sanction_is_under_way_no_closure_ends_the_certificate(held):
    report, sanction = closed(held), drafted(held)
    with pytest.raises(Refused, match=f"under way .*{sanction.number}"):
        change_decided(held, report)
    assert again(held.certificate).ended_on is None and again(report).stage == "proposed"


# ---- suspensions that meet

def test_a_second_suspension_begins_after_the_first(held):
    in_effect(held)
    with clock.travel(seoul(2026, 3, 2, 10)):
        with pytest.raises(Refused, match="suspended until 30 April 2026"):
            drafted(held, **NEXT | {"from_on": date(2026, 4, 30)})
        assert drafted(held, **NEXT).from_on == date(2026, 5, 1)


def test_no_suspension_is_approved_into_another(held):
    sanction = released(held)
    held.certificates.filter(pk=held.certificate.pk).update(suspended_from=date(2026, 1, 20), suspended_to=date(2026, 2, 2))
    with clock.travel(DECIDING), pytest.raises(Refused, match="suspended until 2 February 2026"):
        workflow.approve_decision(again(sanction), digest_of(again(sanction)), actor=held.director)


def test_while_it_is_suspended_until_further_notice_no_second_suspension_is_drafted(held):
    held.certificates.filter(pk=held.certificate.pk).update(suspended_from=date(2025, 12, 20))
    with pytest.raises(Refused, match="until further notice"):
        drafted(held)
    assert drafted(held, **REVOKING).stage == "draft"


@pytest.mark.parametrize(("until", "last"), [(date(2026, 2, 20), date(2026, 4, 30)), (date(2026, 5, 31), date(2026, 5, 31)), (None, None)])
def test_what_was_decided_takes_effect_whatever_else_suspends_it(held, until, last):
    sanction = decided(held)
    held.certificates.filter(pk=held.certificate.pk).update(suspended_from=date(2026, 1, 20), suspended_to=until)
    with clock.travel(seoul(2026, 2, 2, 0, 1)):
        assert tasks.follow_sanctions() == 1
    certificate = again(held.certificate)
    assert again(sanction).stage == "in_effect" and (certificate.suspended_from, certificate.suspended_to) == (date(2026, 1, 20), last)


def test_a_beat_that_was_down_leaves_no_day_between_the_urgent_suspension_and_the_decided_one(held):
    sanction = decided(held, proposed(held, at_once(held)), final_from=date(2026, 2, 9))
    with clock.travel(seoul(2026, 2, 12, 10)):
        assert tasks.follow_sanctions() == 1
    certificate = again(held.certificate)
    assert again(sanction).stage == "in_effect"
    assert (certificate.suspended_from, certificate.suspended_to) == (date(2026, 1, 12), date(2026, 4, 30))
    assert CertificateEvent.everything.filter(certificate=certificate, kind="suspended").last().effective_on == date(2026, 2, 9)


# ---- too late

def too_late(held):
    """A falsehood decided, and the certificate given back before its day."""
    sanction = decided(held, proposed(held, **REVOKING))
    with clock.travel(seoul(2026, 2, 1, 9)):
        certification.surrender(again(held.certificate), on=clock.today(), reason="반납", actor=WORKER)
    with clock.travel(seoul(2026, 2, 2, 9)):
        tasks.follow_sanctions()
    return again(sanction)


def test_a_decision_without_effect_is_told_to_the_provider_and_can_be_appealed(held):
    sanction = too_late(held)
    assert sanction.stage == "no_effect" and told("sanction.no_effect") == 1 and sanction.bar.barred_until == date(2029, 2, 1)
    answered(held, appealed(held, sanction, seoul(2026, 2, 10, 10)), "uphold", seoul(2026, 2, 13, 10))
    assert again(sanction).stage == "overturned" and Bar.everything.get().lifted_at
    assert again(held.certificate).ended_as == "surrendered"


def test_an_appeal_that_lay_before_its_day_is_upheld_all_the_same(held):
    sanction = decided(held, proposed(held, **REVOKING))
    appeal = appealed(held, sanction, seoul(2026, 1, 29, 15))
    with clock.travel(seoul(2026, 2, 1, 9)):
        certification.surrender(again(held.certificate), on=clock.today(), reason="반납", actor=WORKER)
    with clock.travel(seoul(2026, 2, 2, 9)):
        tasks.follow_sanctions()
    assert answered(held, appeal, "uphold", seoul(2026, 2, 3, 10)).stage == "upheld"
    assert again(sanction).stage == "overturned" and Bar.everything.get().lifted_at


# ---- at once

def test_an_appeal_upheld_before_the_day_ends_the_urgent_suspension(held):
    sanction = decided(held, proposed(held, at_once(held)))
    answered(held, appealed(held, sanction, seoul(2026, 1, 29, 15)), "uphold", seoul(2026, 1, 30, 10))
    with clock.travel(seoul(2026, 1, 30, 11)):
        assert again(sanction).stage == "overturned" and again(held.certificate).is_in_force
    assert not Deadline.everything.filter(kind="sanction.urgent", closed_at=None)


def test_thirty_days_are_thirty_whatever_holidays_come(held):
    with clock.travel(seoul(2026, 1, 19, 10)):                      # thirty days later is a holiday
        late = {"hearing_at": seoul(2026, 2, 5, 14), "from_on": date(2026, 2, 9)}
        sanction = workflow.suspend_at_once(drafted(held, **late), reason="이용자 안전", actor=held.director)
    assert sanction.urgent_to == date(2026, 2, 17) and again(held.certificate).suspended_to == date(2026, 2, 17)
    assert Deadline.everything.get(kind="sanction.urgent").last_day == date(2026, 2, 17)


@pytest.mark.parametrize(("to_on", "fits"), [(date(2026, 7, 11), True), (date(2026, 7, 12), False)])
def test_six_months_begin_with_the_urgent_suspension_that_goes_on(held, to_on, fits):
    sanction = proposed(held, at_once(held, to_on=date(2026, 7, 31)))
    if fits:
        assert decided(held, sanction, final_to=to_on).final_to == to_on
    else:
        with pytest.raises(Refused, match="since 12 January 2026.* six months"):
            decided(held, sanction, final_to=to_on)


def test_what_the_director_has_lifted_early_can_be_dropped_and_no_longer_counts_as_suspended_at_once(held):
    sanction = workflow.suspend_at_once(drafted(held), reason="이용자 안전", actor=held.director)
    with clock.travel(seoul(2026, 1, 14, 10)):
        workflow.lift_suspension(again(held.certificate), on=clock.today(), reason="위험이 사라짐", actor=held.director)
        assert again(held.certificate).is_in_force and not again(sanction).is_suspended_at_once
        assert not Deadline.everything.filter(kind="sanction.urgent", closed_at=None)
        assert workflow.drop_sanction(again(sanction), reason="사실이 아님", actor=held.officer).stage == "dropped"
    assert CertificateEvent.everything.filter(certificate=held.certificate, kind="reinstated").count() == 1
