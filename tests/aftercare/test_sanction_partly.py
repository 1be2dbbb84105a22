"""An appeal against a sanction upheld in part: a shorter suspension, a suspension in the place of a revocation; what follows from it."""
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from aftercare import workflow
from aftercare.models import SanctionAppeal
from aftercare.queries.sanction import appeal_against, letters_of
from certification.models import CertificateEvent, LogWaiting, RegisterEntry
from core import clock
from core.errors import Refused
from tests.aftercare.conftest import WORKER, seoul
from tests.aftercare.sanctioning import REVOKING, again, answered, appealed, decided, handed_over, in_effect, proposed
from tests.aftercare.test_sanction_pages import address

FEBRUARY, ANSWERED, ORDER = seoul(2026, 2, 10, 10), seoul(2026, 2, 13, 10), "안전 점검표를 매월 작성할 것"
GROUND = {"ground": "abuse"}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def in_part(held, sanction, to_on, at=ANSWERED, appeal_at=FEBRUARY):
    answered(held, appealed(held, sanction, appeal_at), "partly", at, new_to=to_on, new_order=ORDER)
    return again(sanction)


def verbs(held):
    return list(LogWaiting.everything.filter(number=held.certificate.number).order_by("pk").values_list("verb", flat=True))


def revoked(held, **facts):
    return in_effect(held, proposed(held, **REVOKING | GROUND | facts))


def test_a_suspension_becomes_shorter_and_certificate_register_log_and_letters_say_so(held):
    sanction = in_part(held, in_effect(held), date(2026, 3, 15))
    assert (sanction.stage, sanction.final_to, sanction.final_order) == ("in_effect", date(2026, 3, 15), ORDER)
    certificate = again(held.certificate)
    assert (certificate.suspended_from, certificate.suspended_to) == (date(2026, 2, 2), date(2026, 3, 15))
    assert RegisterEntry.everything.get(certificate=certificate).suspended_to == date(2026, 3, 15)
    assert verbs(held)[-1] == "suspended" and certificate.state_on(date(2026, 3, 16)) == "valid"
    letter = {one.language: str(one.blocks) for one in letters_of(WORKER, sanction) if one.kind == "sanction.answer"}
    assert "Suspension from 2 February 2026 (Mon) through 15 March 2026" in letter["en"] and "through 30 April 2026" in letter["en"]
    assert "일부 인용" in letter["ko"] and ORDER in letter["ko"]
    with clock.travel(seoul(2026, 3, 16, 0, 5)):
        workflow.end_suspension(sanction, actor=WORKER)
    assert again(sanction).stage == "over"


def test_a_revocation_becomes_a_suspension_from_the_same_day_and_a_plaque_asked_back_stays(held):
    order = handed_over(held)
    sanction = revoked(held)
    assert again(order).stage == "due_back"
    sanction = in_part(held, sanction, date(2026, 6, 30))
    certificate = again(held.certificate)
    assert (certificate.ended_on, certificate.ended_as) == (None, "") and again(order).stage == "handed_over"
    assert (certificate.suspended_from, certificate.suspended_to) == (date(2026, 2, 2), date(2026, 6, 30))
    entry = RegisterEntry.everything.get(certificate=certificate)
    assert entry.ended_on is None and entry.suspended_to == date(2026, 6, 30)
    assert verbs(held)[-2:] == ["revoked", "suspended"] and (sanction.final_kind, sanction.stage) == ("suspension", "in_effect")
    event = CertificateEvent.everything.filter(certificate=certificate).latest("pk")
    assert event.until_on == date(2026, 6, 30) and "일부 인용" in event.reason
    with clock.travel(seoul(2026, 2, 14, 10)):
        assert certificate.state == "suspended"
        workflow.note_order(sanction, is_met=True, note="개선함", actor=held.officer)
        workflow.lift_suspension(certificate, on=date(2026, 2, 14), reason="개선함", actor=held.director)
    assert again(sanction).stage == "lifted"


def test_where_that_time_is_over_already_it_is_in_force_again(held):
    in_part(held, revoked(held), date(2026, 2, 11))
    assert again(held.certificate).is_in_force and verbs(held)[-1] == "reinstated"


def test_a_suspension_that_would_be_over_by_now_is_lifted(held):
    in_part(held, in_effect(held), date(2026, 2, 11))
    with clock.travel(ANSWERED):
        assert again(held.certificate).is_in_force


def test_not_yet_in_effect_it_takes_effect_as_it_then_stands(held):
    sanction = in_part(held, decided(held, proposed(held, **REVOKING | GROUND)), date(2026, 3, 31), seoul(2026, 1, 30, 10),
                       seoul(2026, 1, 29, 15))
    assert sanction.stage == "decided" and again(held.certificate).is_in_force
    with clock.travel(seoul(2026, 2, 2, 0, 5)):
        workflow.take_effect(sanction, actor=WORKER)
        assert again(held.certificate).state == "suspended"


@pytest.mark.parametrize(("to_on", "order", "sentence"), [
    (None, ORDER, "needs its last day"), (date(2026, 3, 15), " ", "needs a corrective order"),
    (date(2026, 2, 1), ORDER, "before it begins"),
    (date(2026, 4, 30), ORDER, "becomes shorter")])
def test_what_holds_instead_is_less_and_whole(held, to_on, order, sentence):
    with pytest.raises(Refused, match=sentence):
        answered(held, appealed(held, in_effect(held), FEBRUARY), "partly", ANSWERED, new_to=to_on, new_order=order)


def test_in_the_place_of_a_revocation_a_suspension_lasts_at_most_six_months(held):
    with pytest.raises(Refused, match="six months"):
        in_part(held, revoked(held), date(2026, 8, 2))


def test_of_a_falsehood_nothing_is_upheld_in_part(held):
    appeal = appealed(held, in_effect(held, proposed(held, **REVOKING)), FEBRUARY)
    with pytest.raises(Refused, match="Choose your opinion"):
        answered(held, appeal, "partly", ANSWERED)


def test_the_database_takes_no_answer_in_part_without_what_holds_instead(held):
    appeal = appealed(held, in_effect(held), FEBRUARY)
    with pytest.raises(IntegrityError, match="in_part_says_what_holds_instead"), transaction.atomic():
        SanctionAppeal.everything.filter(pk=appeal.pk).update(stage="partly", answer="x", answered_at=clock.now(), proposed_at=clock.now())


def test_its_page_asks_what_holds_instead_and_both_sides_read_what_was_decided_before(held, sit_down, words_of, monkeypatch):
    sanction = in_effect(held)
    appeal = appealed(held, sanction, FEBRUARY)
    with pytest.raises(Refused, match="needs its last day"):          # proposed, and not drafted yet
        answered(held, appeal, "partly", ANSWERED)
    with clock.travel(ANSWERED):
        officer, path = sit_down(held.place.officer), f"/busan/admin/sanctions/appeals/{appeal.public_id}/answer/?lang=en"
        assert "Last day of the suspension that holds instead" in words_of(officer.get(address(sanction)))
        page = officer.post(path, {"answer-text": "다시 보았습니다.", "answer-new_to": "2026-06-30", "answer-new_order": ORDER})
        assert "becomes shorter" in words_of(page) and ORDER in page.content.decode()
        assert officer.post(path, {"answer-text": "다시 보았습니다.", "answer-new_to": "2026-03-15",
                                   "answer-new_order": ORDER}).status_code == 302
        assert "through 15 March 2026" in words_of(officer.get(address(sanction)))
        assert appeal_against(WORKER, sanction).new_to == date(2026, 3, 15)


def test_both_sides_read_what_was_decided_before(held, sit_down, words_of):
    sanction = in_part(held, in_effect(held), date(2026, 3, 15))
    with clock.travel(ANSWERED):
        for who, path in ((held.place.officer, address(sanction)),
                          (held.place.owner, f"/busan/portal/sanctions/{sanction.public_id}/?lang=en")):
            words = words_of(sit_down(who).get(path))
            assert "through 30 April 2026" in words and "through 15 March 2026" in words and "upheld in part" in words
