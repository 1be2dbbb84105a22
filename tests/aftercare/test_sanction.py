"""A sanction from its draft to its effect: what is refused, each with its sentence; nothing before its day; the whole chain on it."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.actors import Actor
from aftercare import tasks, workflow
from aftercare.models import Sanction
from aftercare.queries.sanction import letters_of, own_sanctions
from aftercare.workflow.sanction_decision import digest_of
from certification import workflow as certification
from certification.models import CertificateEvent, LogWaiting, RegisterEntry
from core import clock
from core.errors import Refused
from core.models import Errand
from correspondence.models import Deadline
from evaluations.queries import findings_for
from providers.models import Bar
from tests import factories as f
from tests.aftercare.conftest import WORKER, seoul
from tests.aftercare.sanctioning import (
    DECIDING,
    HEARD,
    REVOKING,
    SAID,
    again,
    decided,
    decision_of,
    drafted,
    handed_over,
    in_effect,
    noticed,
    proposed,
    released,
    said,
)

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def told(event):
    return Errand.everything.filter(task="correspondence.tasks.announce", arguments__event=event).count()


# ---- what is refused

@pytest.mark.parametrize(("facts", "sentence"), [
    ({"ground": "falsehood"}, "must be revoked"),
    ({"to_on": None}, "needs its last day"),
    ({"order": " "}, "needs a corrective order"),
    ({"facts": ""}, "Write what happened"),
    ({"to_on": date(2026, 8, 2)}, "at most six months"),
    ({"to_on": date(2026, 1, 27)}, "over before its hearing"),
    ({"to_on": date(2026, 2, 1), "from_on": date(2026, 2, 5)}, "ends before it begins"),
    ({"hearing_at": seoul(2026, 1, 22, 14)}, "at least ten days"),
    ({"hearing_at": seoul(2026, 1, 24, 14)}, "no working day"),
    ({"from_on": date(2026, 1, 22)}, "before the notice period ends"),
    ({"from_on": date(2026, 1, 27)}, "before the hearing"),
    ({"from_on": date(2029, 1, 1), "to_on": date(2029, 2, 1)}, "has expired"),
])
def test_what_is_illegal_is_refused_in_a_sentence(held, facts, sentence):
    with pytest.raises(Refused, match=sentence):
        drafted(held, **facts)


def test_six_months_to_the_day_are_not_too_long(held):
    assert drafted(held, to_on=date(2026, 8, 1)).to_on == date(2026, 8, 1)


def test_a_falsehood_is_no_suspension_in_the_database_either(held):
    sanction = drafted(held)
    with pytest.raises(IntegrityError, match="falsehood_is_revoked"), transaction.atomic():
        Sanction.everything.filter(pk=sanction.pk).update(ground="falsehood")


def test_a_certificate_has_one_sanction_under_way(held):
    sanction = drafted(held)
    with pytest.raises(Refused, match=f"Another sanction .*{sanction.number}"):
        drafted(held)
    with pytest.raises(IntegrityError, match="one_sanction_under_way"), transaction.atomic():
        sanction.pk, sanction.public_id, sanction.number, sanction._state.adding = None, "0" * 32, "2026-S999", True
        sanction.save(force_insert=True)


def test_while_a_revocation_is_being_approved_nothing_else_is_begun(held):
    released(held, proposed(held, **REVOKING))
    with clock.travel(DECIDING), pytest.raises(Refused, match="A revocation of this certificate is being approved"):
        drafted(held, hearing_at=seoul(2026, 2, 20, 10), from_on=date(2026, 3, 2))


def test_what_is_revoked_or_ended_is_not_sanctioned(held):
    sanction = noticed(held)
    certification.surrender(held.certificate, on=clock.today(), reason="반납", actor=WORKER)
    with clock.travel(HEARD), pytest.raises(Refused, match="has ended meanwhile"):
        workflow.note_hearing(sanction, heard="absent", actor=held.officer)
    assert workflow.drop_sanction(sanction, reason="인증 반납", actor=held.officer).stage == "dropped"
    with pytest.raises(Refused, match="ended meanwhile"):
        drafted(held)


def test_what_is_revoked_already_is_not_revoked_again(held):
    certification.revoke(held.certificate, on=clock.today(), reason="x", actor=WORKER)
    with pytest.raises(Refused, match="revoked already"):
        drafted(held)


@pytest.mark.parametrize("who", ["director", "auditor", "owner", "neighbour", "assessor"])
def test_only_the_desk_drafts_and_sends(held, who):
    sanction, actor = drafted(held), getattr(held, who)
    for deed in (lambda: workflow.draft_sanction(held.certificate, **SAID, actor=actor),
                 lambda: workflow.send_notice(sanction, actor=actor),
                 lambda: workflow.change_sanction(sanction, **SAID, actor=actor),
                 lambda: workflow.note_hearing(sanction, heard="held", actor=actor)):
        with pytest.raises(PermissionDenied):
            deed()


def test_nobody_suspends_or_revokes_by_hand(held):
    for deed in (lambda: certification.suspend(held.certificate, from_on=clock.today(), reason="x", actor=held.director),
                 lambda: certification.revoke(held.certificate, on=clock.today(), reason="x", actor=held.director)):
        with pytest.raises(PermissionDenied):
            deed()


# ---- notice and hearing

def test_the_notice_tells_by_letter_in_both_languages_and_its_days_run(held):
    sanction = noticed(held)
    assert sanction.notice_until == date(2026, 1, 22) and sanction.number == "2026-S001"
    assert Deadline.everything.get(kind="sanction.hearing").last_day == date(2026, 1, 27)
    letters = letters_of(WORKER, sanction)
    assert {one.language for one in letters} == {"ko", "en"} and len({one.number for one in letters}) == 2
    assert "처분 사전통지" in next(one for one in letters if one.language == "ko").title
    assert told("sanction.noticed") == 1
    with pytest.raises(Refused, match="no longer be changed"):
        workflow.change_sanction(sanction, **SAID, actor=held.officer)


def test_a_draft_is_the_desks_alone(held):
    sanction = drafted(held)
    observer = Actor.of(held.place.observer)
    assert not own_sanctions(held.owner) and not Sanction.objects.visible_to(observer)
    workflow.send_notice(sanction, actor=held.officer)
    assert own_sanctions(held.owner).get() == sanction and Sanction.objects.visible_to(observer).get() == sanction
    assert not Sanction.objects.visible_to(held.neighbour) and not Sanction.objects.visible_to(Actor.of(held.place.assessor))


def test_a_draft_that_lay_too_long_is_not_sent(held):
    sanction = drafted(held)
    with clock.travel(seoul(2026, 1, 20, 9)), pytest.raises(Refused, match="at least ten days"):
        workflow.send_notice(sanction, actor=held.officer)


def test_a_hearing_is_not_noted_before_it_is_held_nor_without_minutes(held):
    sanction = noticed(held)
    with pytest.raises(Refused, match="has not come"):
        workflow.note_hearing(sanction, heard="absent", actor=held.officer)
    with clock.travel(HEARD):
        with pytest.raises(Refused, match="minutes"):
            workflow.note_hearing(sanction, heard="held", chair="박청문", came="시설장", actor=held.officer)
        with pytest.raises(Refused, match="No written statement"):
            workflow.note_hearing(sanction, heard="written", actor=held.officer)
        assert workflow.note_hearing(sanction, heard="absent", actor=held.officer).stage == "heard"
    assert not Deadline.everything.filter(kind="sanction.hearing", closed_at=None)


def test_who_wants_no_hearing_need_not_be_waited_for(held):
    sanction = noticed(held)
    said(held, sanction, waives_hearing=True)
    assert workflow.note_hearing(again(sanction), heard="written", actor=held.officer).stage == "heard"


def test_a_hearing_is_moved_with_a_reason_and_reminded_of_anew(held):
    sanction = noticed(held)
    with pytest.raises(Refused, match="Write why"):
        workflow.move_hearing(sanction, hearing_at=seoul(2026, 2, 10, 10), hearing_place="본관", reason=" ", actor=held.officer)
    with pytest.raises(Refused, match="at least ten days"):
        workflow.move_hearing(sanction, hearing_at=seoul(2026, 1, 21, 10), hearing_place="본관", reason="요청", actor=held.officer)
    workflow.move_hearing(sanction, hearing_at=seoul(2026, 2, 10, 10), hearing_place="본관", reason="기관 요청", actor=held.officer)
    assert Deadline.everything.get(kind="sanction.hearing", closed_at=None).last_day == date(2026, 2, 10)
    assert told("sanction.hearing_moved") == 1


def test_it_is_dropped_with_a_reason_at_any_step_before_it_is_decided(held):
    sanction = proposed(held)
    with pytest.raises(Refused, match="write the reason"):
        workflow.drop_sanction(sanction, reason="", actor=held.officer)
    released(held, sanction)
    assert workflow.drop_sanction(again(sanction), reason="시정 완료", actor=held.officer).stage == "dropped"
    assert told("sanction.dropped") == 1 and again(held.certificate).suspended_from is None
    with pytest.raises(Refused, match="decided or dropped"):
        workflow.drop_sanction(again(sanction), reason="다시", actor=held.officer)


def test_what_is_decided_is_dropped_no_more(held):
    sanction = decided(held)
    with pytest.raises(Refused, match="decided or dropped"):
        workflow.drop_sanction(again(sanction), reason="x", actor=held.officer)


# ---- decision

def test_the_decision_is_at_most_what_the_notice_told(held):
    sanction = proposed(held)
    with clock.travel(DECIDING):
        for facts, sentence in (({"final_kind": "revocation"}, "notice and a hearing of its own"),
                                ({"final_to": sanction.to_on + DAY}, "cannot become longer"),
                                ({"final_from": date(2026, 1, 27)}, "already|over already|before the hearing"),
                                ({"grounds": ""}, "Write the grounds")):
            with pytest.raises(Refused, match=sentence):
                workflow.draft_decision(sanction, **decision_of(sanction, **facts), actor=held.officer)


def test_what_others_proposed_binds_the_decision(held):
    nothing = proposed(held, choice="none")
    with clock.travel(DECIDING), pytest.raises(Refused, match="No sanction is proposed"):
        workflow.draft_decision(nothing, **decision_of(nothing), actor=held.officer)


def test_something_lighter_is_lighter(held):
    sanction = proposed(held, choice="lighter")
    with clock.travel(DECIDING):
        with pytest.raises(Refused, match="Something lighter is proposed"):
            workflow.draft_decision(sanction, **decision_of(sanction), actor=held.officer)
        facts = decision_of(sanction, final_to=date(2026, 3, 2))
        assert workflow.draft_decision(sanction, **facts, actor=held.officer).final_to == date(2026, 3, 2)


def test_a_falsehood_has_nothing_lighter(held):
    with pytest.raises(Refused, match="must be revoked"):
        proposed(held, choice="lighter", **REVOKING)


def test_what_was_changed_is_read_again_before_it_is_signed(held):
    sanction = released(held)
    seen = digest_of(sanction)
    Sanction.everything.filter(pk=sanction.pk).update(grounds="다른 이유")
    with clock.travel(DECIDING), pytest.raises(Refused, match="read it again"):
        workflow.approve_decision(sanction, seen, actor=held.director)


def test_sent_back_with_a_reason_it_is_drafted_anew(held):
    sanction = released(held)
    with clock.travel(DECIDING):
        workflow.send_back_decision(sanction, "기간을 다시 검토", actor=held.director)
        with pytest.raises(Refused, match="No decision is drafted"):
            workflow.approve_decision(again(sanction), digest_of(again(sanction)), actor=held.director)
    assert decided(held, again(sanction)).stage == "decided"


def test_who_drafted_it_does_not_approve_it(held):
    sanction = released(held)
    Sanction.everything.filter(pk=sanction.pk).update(drafted_by=held.place.director)
    with clock.travel(DECIDING), pytest.raises(Refused, match="drafted or handled this sanction yourself"):
        workflow.approve_decision(again(sanction), digest_of(again(sanction)), actor=held.director)


def test_an_effect_day_that_passed_is_not_approved(held):
    sanction = released(held)
    with clock.travel(seoul(2026, 2, 3, 9)), pytest.raises(Refused, match="over already"):
        workflow.approve_decision(sanction, digest_of(sanction), actor=held.director)


def test_told_at_once_and_in_effect_on_its_day_not_before(held):
    sanction = decided(held)
    assert sanction.stage == "decided" and again(held.certificate).suspended_from is None
    assert {one.kind for one in letters_of(WORKER, sanction)} == {"sanction.notice", "sanction.decision"}
    assert told("sanction.decided") == 1 and Deadline.everything.get(kind="sanction.appeal").last_day == date(2026, 3, 3)
    with clock.travel(seoul(2026, 2, 1, 23, 59)):
        with pytest.raises(Refused, match="has not come"):
            workflow.take_effect(again(sanction), actor=WORKER)
        assert tasks.follow_sanctions() == 0
    with clock.travel(seoul(2026, 2, 2, 0, 1)):
        assert tasks.follow_sanctions() == 1 and tasks.follow_sanctions() == 0
        assert again(sanction).stage == "in_effect" and again(held.certificate).state == "suspended"


def test_a_beat_that_was_down_does_it_once_for_its_own_day(held):
    sanction = decided(held)
    with clock.travel(seoul(2026, 2, 5, 10)):
        tasks.follow_sanctions()
        assert again(held.certificate).suspended_from == date(2026, 2, 2)
        tasks.follow_sanctions()
    assert CertificateEvent.everything.filter(certificate=held.certificate, kind="suspended").count() == 1 and again(sanction).in_effect_at


def test_a_suspension_is_over_by_its_date_and_its_order_is_asked_about(held):
    sanction = in_effect(held)
    with clock.travel(seoul(2026, 5, 1, 0, 1)):
        assert again(held.certificate).is_in_force
        tasks.follow_sanctions()
        assert again(sanction).stage == "over" and told("sanction.over") == 1
        workflow.note_order(again(sanction), is_met=False, note="제출하지 않음", actor=held.officer)
        next_one = drafted(held, follows=again(sanction), from_on=date(2026, 6, 1), to_on=date(2026, 8, 1),
                           hearing_at=seoul(2026, 5, 20, 10))
    assert next_one.follows == sanction


def test_the_director_lifts_it_when_its_order_is_met(held):
    sanction = in_effect(held)
    with clock.travel(seoul(2026, 3, 2, 10)):
        workflow.note_order(again(sanction), is_met=False, note="일부만 이행", actor=held.officer)
        with pytest.raises(Refused, match="not met"):
            workflow.lift_suspension(again(held.certificate), on=clock.today(), reason="이행", actor=held.director)
        workflow.note_order(again(sanction), is_met=True, note="모두 이행", actor=held.officer)
        with pytest.raises(PermissionDenied):
            workflow.lift_suspension(again(held.certificate), on=clock.today(), reason="이행", actor=held.officer)
        member = f.ProviderMemberFactory(provider=held.provider, user=held.place.director, role="viewer")
        with pytest.raises(PermissionDenied):
            workflow.lift_suspension(again(held.certificate), on=clock.today(), reason="이행", actor=held.director)
        type(member).everything.filter(pk=member.pk).update(left_at=clock.now())
        workflow.lift_suspension(again(held.certificate), on=clock.today(), reason="시정명령 이행", actor=held.director)
        assert again(held.certificate).is_in_force and again(sanction).stage == "lifted"


def test_a_revocation_goes_through_the_whole_chain_in_one_transaction(held):
    order = handed_over(held)
    sanction = in_effect(held, proposed(held, **REVOKING))
    certificate = again(held.certificate)
    assert sanction.stage == "in_effect" and (certificate.ended_as, certificate.ended_on) == ("revoked", date(2026, 2, 2))
    assert RegisterEntry.everything.get(certificate=certificate).ended_as == "revoked"
    assert LogWaiting.everything.filter(number=certificate.number, verb="revoked").count() == 1
    assert again(order).stage == "due_back" and Deadline.everything.filter(kind="plaque.return", closed_at=None).count() == 1
    assert Bar.everything.get(provider=held.provider).barred_until == date(2029, 2, 1) and sanction.bar
    assert "(2026-S001)" in certificate.events.get(kind="revoked").reason and "위조" not in certificate.events.get(kind="revoked").reason


def test_only_a_falsehood_bars(held):
    in_effect(held, proposed(held, **(REVOKING | {"ground": "abuse"})))
    assert not Bar.everything.exists()


def test_if_one_link_breaks_nothing_is_done(held, monkeypatch):
    sanction = decided(held, proposed(held, **REVOKING))
    monkeypatch.setattr("certification.workflow.certificate_events.write_entry", lambda certificate: 1 / 0)
    with clock.travel(seoul(2026, 2, 2, 9)):
        assert tasks.follow_sanctions() == 0
    assert again(sanction).stage == "decided" and again(held.certificate).ended_on is None and not Bar.everything.exists()


def test_who_gives_it_back_before_the_day_is_barred_all_the_same(held):
    sanction = decided(held, proposed(held, **REVOKING))
    with clock.travel(seoul(2026, 2, 1, 9)):
        certification.surrender(again(held.certificate), on=clock.today(), reason="반납", actor=WORKER)
    with clock.travel(seoul(2026, 2, 2, 9)):
        tasks.follow_sanctions()
    assert again(sanction).stage == "no_effect" and again(held.certificate).ended_as == "surrendered"
    assert Bar.everything.get().barred_until == date(2029, 2, 1) and told("sanction.not_carried_out") == 1


def test_within_the_bar_the_provider_is_not_eligible_and_after_it_is(held):
    in_effect(held, proposed(held, **REVOKING))
    round = f.RoundFactory(version__framework=held.framework, opens_at=seoul(2028, 1, 1), closes_at=seoul(2030, 1, 1))

    def barred():
        found = findings_for([(round, held.offering)])[round.pk, held.offering.pk]
        return next(one for one in found if one.requirement == "not_barred").met is False

    with clock.travel(seoul(2029, 2, 1, 12)):
        assert barred()
    with clock.travel(seoul(2029, 2, 2, 0, 1)):
        assert not barred()
