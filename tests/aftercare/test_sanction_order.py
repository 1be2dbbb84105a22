"""The order of a suspension: its provider reports that it is met, the desk notes it or returns the report, the director lifts."""
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from aftercare import workflow
from aftercare.models import SanctionStatement
from core import clock
from core.errors import Refused
from tests import files
from tests.aftercare.conftest import seoul
from tests.aftercare.sanctioning import REVOKING, again, in_effect, proposed, said
from tests.aftercare.test_sanction_pages import address
from tests.providers.test_workflow import told

MARCH = seoul(2026, 3, 2, 10)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def suspended(held):
    """`held` on 2 March 2026, with a `sanction` that is in effect until the end of April."""
    held.sanction = in_effect(held)
    with clock.travel(MARCH):
        yield held


def report(held, text="점검표를 매월 작성합니다."):
    return said(held, again(held.sanction), "order", text=text)


def test_the_provider_reports_with_words_and_files_and_the_desk_finds_it_first(suspended, sit_down, words_of):
    own, owner = f"/busan/portal/sanctions/{suspended.sanction.public_id}/", sit_down(suspended.place.owner)
    assert "Report that the order is met" in words_of(owner.get(f"{own}?lang=en"))
    page = owner.post(f"{own}order/?lang=en", {"version": 0, "text": "모두 이행함", "do": "save", "file": files.upload(b"MZ", "x.exe")})
    assert page.status_code == 422 and "모두 이행함" in page.content.decode()
    owner.post(f"{own}order/?lang=en", {"version": 0, "text": "모두 이행함", "do": "save", "file": files.upload(files.pdf(), "점검표.pdf")})
    officer = sit_down(suspended.place.officer)             # one browser: whoever sat down last
    assert "모두 이행함" not in words_of(officer.get(address(suspended.sanction)))
    assert suspended.sanction.number not in words_of(officer.get("/busan/admin/?lang=en"))
    owner = sit_down(suspended.place.owner)
    assert owner.post(f"{own}order/?lang=en", {"version": 1, "text": "모두 이행함", "do": "hand_in"}).status_code == 302
    assert "Your report has arrived" in words_of(owner.get(f"{own}?lang=en"))
    officer = sit_down(suspended.place.officer)
    assert "Look into the report about the order" in words_of(officer.get("/busan/admin/?lang=en"))
    page = words_of(officer.get(address(suspended.sanction)))
    assert "모두 이행함" in page and "점검표.pdf" in page and "Return the report with a reason" in page
    for who in (suspended.place.observer, suspended.place.neighbour):
        assert "모두 이행함" not in sit_down(who).get(address(suspended.sanction)).content.decode()
    assert sit_down(suspended.place.neighbour).get(f"{own}order/").status_code == 404


def test_returned_with_a_reason_it_is_reported_anew_and_the_first_stays(suspended, sit_down, words_of):
    report(suspended, "일부 이행")
    officer = sit_down(suspended.place.officer)
    page = officer.post(address(suspended.sanction, "order", "return"), {"back-reason": " "})
    assert page.status_code == 200
    with pytest.raises(PermissionDenied):
        workflow.return_order_report(suspended.sanction, reason="x", actor=suspended.director)
    assert officer.post(address(suspended.sanction, "order", "return"), {"back-reason": "2월분이 없음"}).status_code == 302
    with pytest.raises(Refused, match="No report waits"):
        workflow.return_order_report(suspended.sanction, reason="다시", actor=suspended.officer)
    page = words_of(sit_down(suspended.place.owner).get(f"/busan/portal/sanctions/{suspended.sanction.public_id}/?lang=en"))
    assert "2월분이 없음" in page and "Report that the order is met" in page
    report(suspended, "모두 이행")
    assert [one.text for one in SanctionStatement.everything.filter(kind="order").order_by("pk")] == ["일부 이행", "모두 이행"]
    with pytest.raises(Refused, match="already"):
        report(suspended, "또")


def test_noted_as_met_the_director_hears_of_it_and_lifts_the_suspension(suspended, sit_down, words_of):
    report(suspended)

    def start(who):
        return words_of(sit_down(who).get("/busan/admin/?lang=en"))

    assert suspended.sanction.number not in start(suspended.place.director)
    workflow.note_order(suspended.sanction, is_met=True, note="현장에서 확인함", actor=suspended.officer)
    assert told()[-2:] == ["sanction.order_met", "sanction.may_be_lifted"]
    assert "Lift the suspension, or let it run out" in start(suspended.place.director)
    assert "Lift the suspension, or let it run out" not in start(suspended.place.officer)
    assert "현장에서 확인함" in words_of(sit_down(suspended.place.owner).get(
        f"/busan/portal/sanctions/{suspended.sanction.public_id}/?lang=en"))
    workflow.lift_suspension(again(suspended.certificate), on=clock.today(), reason="이행 확인", actor=suspended.director)
    assert again(suspended.sanction).stage == "lifted" and again(suspended.certificate).is_in_force
    assert "Lift the suspension" not in start(suspended.place.director)


def test_not_met_it_is_over_with_reports_and_the_provider_reads_why(suspended):
    report(suspended)
    workflow.note_order(suspended.sanction, is_met=False, note="사진이 다른 곳임", actor=suspended.officer)
    assert told()[-1] == "sanction.order_not_met"
    with pytest.raises(Refused, match="is not met"):
        report(suspended, "다시")


def test_without_an_order_in_effect_nothing_is_reported(held):
    sanction = in_effect(held, proposed(held, **REVOKING))
    with clock.travel(MARCH), pytest.raises(Refused, match="no order"):
        workflow.save_statement(sanction, "order", text="x", base_version=0, actor=held.owner, arrived_at=clock.now())


def test_only_the_providers_people_report_and_an_owner_hands_in(suspended):
    with pytest.raises(PermissionDenied):
        workflow.save_statement(suspended.sanction, "order", text="x", base_version=0, actor=suspended.neighbour, arrived_at=clock.now())
    kept = workflow.save_statement(suspended.sanction, "order", text="x", base_version=0, actor=suspended.colleague, arrived_at=clock.now())
    with pytest.raises(PermissionDenied):
        workflow.hand_in_statement(suspended.sanction, "order", base_version=kept.row.version, actor=suspended.colleague,
                                   arrived_at=clock.now())
