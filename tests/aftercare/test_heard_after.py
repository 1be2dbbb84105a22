"""A suspension at once: told by letter with its reason, and the provider is heard about it afterwards, also who was heard before."""
from datetime import date

import pytest
from django.utils import translation

from aftercare import workflow
from aftercare.models import SanctionStatement
from aftercare.queries.sanction import letters_of
from aftercare.workflow.sanction_decision import digest_of
from core import clock
from core.errors import Refused
from tests.aftercare.conftest import WORKER, seoul
from tests.aftercare.sanctioning import HEARD, again, decided, drafted, heard, noticed, proposed, said

REASON, AFTER = "이용자 안전", seoul(2026, 1, 28, 10)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def suspended_after_its_hearing(held):
    sanction = heard(held)
    with clock.travel(AFTER):
        return workflow.suspend_at_once(again(sanction), reason=REASON, actor=held.director)


def test_whoever_was_heard_before_it_is_heard_about_it_until_it_is_decided(held, sit_down, words_of):
    sanction = suspended_after_its_hearing(held)
    with clock.travel(AFTER):
        page = sit_down(held.place.owner).get(f"/busan/portal/sanctions/{sanction.public_id}/?lang=en")
        assert "State your case about the suspension at once" in words_of(page)
        statement = said(held, again(sanction), "urgent", text="아이들을 옮길 곳이 없습니다.")
        assert statement.arrived_at and "Write a statement" not in words_of(
            sit_down(held.place.owner).get(f"/busan/portal/sanctions/{sanction.public_id}/?lang=en"))
        with pytest.raises(Refused, match="handed in already"):
            said(held, again(sanction), "urgent")
        page = sit_down(held.place.officer).get(f"/busan/admin/sanctions/{sanction.public_id}/?lang=en")
        assert "아이들을 옮길 곳이 없습니다." in words_of(page)


def test_before_the_hearing_the_ordinary_statement_serves_unless_it_was_handed_in_before(held):
    sanction = workflow.suspend_at_once(drafted(held), reason=REASON, actor=held.director)
    with pytest.raises(Refused, match="until the hearing"):
        said(held, again(sanction), "urgent")
    assert said(held, again(sanction)).arrived_at                              # and this one is still taken
    assert said(held, again(sanction), "urgent").arrived_at


def test_without_an_urgent_suspension_or_once_it_is_decided_there_is_nothing_to_say_to_it(held):
    with pytest.raises(Refused, match="no urgent suspension"):
        said(held, noticed(held), "urgent")


def test_once_it_is_decided_nothing_more_is_said_to_it(held):
    sanction = decided(held, proposed(held, suspended_after_its_hearing(held)))
    with clock.travel(seoul(2026, 1, 29, 15)), pytest.raises(Refused, match="no urgent suspension"):
        said(held, again(sanction), "urgent")
    assert not SanctionStatement.everything.filter(kind="urgent").exists()


def test_what_was_said_to_it_is_read_before_the_decision_is_signed(held):
    sanction = proposed(held, suspended_after_its_hearing(held))
    before = digest_of(again(sanction))
    with clock.travel(HEARD.replace(day=28)):
        said(held, again(sanction), "urgent")
    assert digest_of(again(sanction)) != before


def test_it_is_told_by_letter_with_its_days_its_reason_and_how_one_is_heard(held):
    sanction = workflow.suspend_at_once(drafted(held), reason=REASON, actor=held.director)
    letters = {one.language: str(one.blocks) for one in letters_of(WORKER, sanction) if one.kind == "sanction.at_once"}
    assert set(letters) == {"ko", "en"} and REASON in letters["ko"] and "through 10 February 2026" in letters["en"]
    assert "박청문" in letters["en"] and sanction.urgent_to == date(2026, 2, 10)
