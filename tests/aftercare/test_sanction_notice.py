"""The notice and its hearing: who conducts it, on what it is based, when it may be moved; and words that are not lost afterwards."""
from datetime import date

import pytest
from django.utils import translation

from aftercare import tasks, workflow
from aftercare.queries.sanction import letters_of
from core import clock
from core.errors import Refused
from desk.sanctions import draft_of
from tests.aftercare.conftest import WORKER, seoul
from tests.aftercare.sanctioning import DECIDING, SAID, again, appealed, drafted, in_effect, noticed, released

MOVED = {"hearing_place": "본관 2층", "reason": "장소 사정"}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def letter_of(sanction, kind, language="ko"):
    """What stands in its latest letter of this kind."""
    return str(next(one for one in letters_of(WORKER, sanction) if one.kind == kind and one.language == language).blocks)


# ---- what has to stand in it

def test_the_notice_names_who_conducts_the_hearing_and_on_what_it_is_based(held):
    words = letter_of(noticed(held, basis="인증 운영규정 중 시정 불이행 조항"), "sanction.notice")
    assert "박청문" in words and "변호사(외부 전문가)" in words and "인증 운영규정 중 시정 불이행 조항" in words


@pytest.mark.parametrize("missing", [{"chair": " "}, {"chair_office": ""}])
def test_no_notice_without_who_conducts_the_hearing(held, missing):
    sanction = drafted(held, **missing)
    with pytest.raises(Refused, match="who conducts the hearing"):
        workflow.send_notice(sanction, actor=held.officer)


def test_where_no_basis_is_written_the_agencys_last_for_this_ground_is_taken_or_its_rules_are_named(held):
    first = noticed(held)
    assert held.framework.name_ko in first.basis and "운영규정" in first.basis
    workflow.drop_sanction(first, reason="사실이 아님", actor=held.officer)
    second = noticed(held, basis="인증 운영규정 중 시정 불이행 조항")
    workflow.drop_sanction(second, reason="사실이 아님", actor=held.officer)
    assert drafted(held).basis == "인증 운영규정 중 시정 불이행 조항"


def test_of_another_ground_the_basis_is_its_own(held):
    workflow.drop_sanction(noticed(held, basis="시정 불이행 조항"), reason="사실이 아님", actor=held.officer)
    assert drafted(held, ground="misuse").basis != "시정 불이행 조항"


@pytest.mark.parametrize(("typed", "stands"), [("", "박청문, 변호사(외부 전문가)"), ("이대신(변호사)", "이대신(변호사)")])
def test_a_hearing_was_conducted_by_whom_the_notice_named_unless_another_is_noted(held, typed, stands):
    sanction = noticed(held)
    with clock.travel(seoul(2026, 1, 27, 16)):
        workflow.note_hearing(sanction, heard="held", chair=typed, came="시설장", minutes="의견을 들음.", actor=held.officer)
    assert again(sanction).conducted_by == stands


# ---- moved

def test_a_hearing_is_not_moved_to_tomorrow(held):
    sanction = noticed(held, hearing_at=seoul(2026, 2, 9, 14), from_on=date(2026, 2, 12))
    with clock.travel(seoul(2026, 1, 26, 10)):
        with pytest.raises(Refused, match="after 5 February 2026"):
            workflow.move_hearing(sanction, hearing_at=seoul(2026, 1, 27, 10), **MOVED, actor=held.officer)
        with pytest.raises(Refused, match="after 5 February 2026"):
            workflow.move_hearing(sanction, hearing_at=seoul(2026, 2, 5, 10), **MOVED, actor=held.officer)
        assert workflow.move_hearing(sanction, hearing_at=seoul(2026, 2, 6, 10), **MOVED, actor=held.officer)


def test_of_a_hearing_that_is_moved_a_letter_is_written_in_both_languages(held):
    sanction = noticed(held)
    workflow.move_hearing(sanction, hearing_at=seoul(2026, 2, 10, 10), **MOVED, actor=held.officer)
    assert {one.language for one in letters_of(WORKER, sanction) if one.kind == "sanction.hearing"} == {"ko", "en"}
    words = letter_of(sanction, "sanction.hearing")
    assert "2026. 2. 10." in words and "본관 2층" in words and "장소 사정" in words and "박청문" in words


# ---- words that stay

def test_sent_back_the_draft_of_the_decision_is_still_what_was_drafted(held):
    sanction = released(held, final_to=date(2026, 3, 2), final_order="안전 점검표를 제출할 것")
    with clock.travel(DECIDING):
        workflow.send_back_decision(sanction, "기간을 다시 검토", actor=held.director)
    stands = draft_of(again(sanction))
    assert (stands["final_kind"], stands["final_to"], stands["final_order"]) == ("suspension", date(2026, 3, 2), "안전 점검표를 제출할 것")


def test_after_the_period_its_last_day_is_still_said(held):
    sanction = in_effect(held)
    with clock.travel(seoul(2026, 3, 5, 10)):
        tasks.follow_sanctions()
        with pytest.raises(Refused, match="until 3 March 2026"):
            appealed(held, again(sanction), clock.now())


# ---- what it follows

def test_only_what_was_not_corrected_follows_an_order_that_was_not_met(held):
    before = in_effect(held)
    with clock.travel(seoul(2026, 5, 1, 9)):
        tasks.follow_sanctions()
        workflow.note_order(again(before), is_met=False, note="제출하지 않음", actor=held.officer)
        later = {"from_on": date(2026, 6, 1), "to_on": date(2026, 8, 1), "hearing_at": seoul(2026, 5, 20, 10)}
        sanction = drafted(held, **later, ground="misuse", follows=again(before))
        assert sanction.follows is None
        workflow.drop_sanction(sanction, reason="사실이 아님", actor=held.officer)
        sanction = drafted(held, **later, follows=again(before))
        assert sanction.follows == before
        assert workflow.change_sanction(sanction, **SAID | later | {"ground": "misuse"}, actor=held.officer).follows is None
