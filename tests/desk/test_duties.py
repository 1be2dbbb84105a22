"""Duties at the desk: the board, one duty with what is decided about it, one that the plan does not hold, the plan and what it means."""
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aftercare import workflow
from aftercare.models import Duty, DutyRule
from core import clock
from core.tenancy import within
from correspondence.models import Deadline
from tests import factories as f
from tests.aftercare.conftest import WORKER, held, seoul  # noqa: F401  (a fixture)

BOARD = "/busan/admin/duties/"
READERS = ["officer", "manager", "director", "auditor"]


@pytest.fixture
def desk(held, sit_down, words_of):  # noqa: F811
    """`desk("officer").get("…")`: that person reads or sends, on 12 January 2026 or later."""
    class Seat:
        def __init__(self, who):
            self.browser = sit_down(getattr(held.place, who))

        def get(self, path=BOARD, query=""):
            return words_of(self.browser.get(f"{path}?lang=en{query}"))

        def post(self, path, **typed):
            return self.browser.post(f"{path}?lang=en", typed)
    return Seat


@pytest.fixture
def planned(held):  # noqa: F811
    workflow.plan_duties(held.certificate, actor=WORKER)
    return held


def of(duty, deed=""):
    return f"{BOARD}{duty.public_id}/{deed}"


# ---- the board

@pytest.mark.parametrize("who", READERS)
def test_those_who_read_cases_see_the_board(who, planned, desk):
    words = desk(who).get()
    assert "4 duties" in words and "self-inspection 2027" in words and "monitoring visit 2027" in words


@pytest.mark.parametrize("who", ["owner", "assessor", "consultant"])
def test_others_do_not(who, planned, desk, sit_down):
    duty = Duty.everything.first()
    for path in (BOARD, of(duty), f"{BOARD}plan/", f"/busan/admin/certificates/{planned.certificate.public_id}/duties/new/"):
        assert sit_down(getattr(planned.place, who)).get(path).status_code == 403


def test_it_is_narrowed_by_state_kind_month_district_and_certificate(planned, desk):
    officer = desk("officer")
    other = f.DutyFactory(certificate=f.CertificateFactory(), opens_on=date(2026, 1, 1), due_on=date(2026, 2, 28))
    workflow.waive_duty(f.DutyFactory(certificate=planned.certificate, due_on=date(2027, 5, 30)), reason="불필요", actor=planned.officer)
    certificate = planned.certificate.public_id
    for query, count in (("", "5 duties"), ("&kind=monitoring_visit", "1 duty"), ("&month=2027-05", "1 duty"), ("&month=2026-02", "1 duty"),
                         ("&district=26530", "5 duties"), ("&district=26110", "0 duties"), (f"&certificate={certificate}", "4 duties"),
                         ("&state=now", "1 duty"), ("&state=coming", "4 duties"), ("&state=late", "0 duties"), ("&state=dropped", "1 duty"),
                         ("&state=x&kind=y&month=2027-13&district=z&page=-1", "5 duties")):
        assert f" {count}" in officer.get(query=query), query
    with clock.travel(seoul(2026, 3, 1, 9)):
        assert " 1 duty" in officer.get(query="&state=late")
        today = officer.get("/busan/admin/")
        assert "Overdue duties 1" in today and other.certificate.provider_name_en in today


@pytest.mark.parametrize("rows", [1, 3])
def test_the_board_asks_as_often_whatever_its_size(rows, held, sit_down):  # noqa: F811
    for _row in range(rows):
        f.DutyFactory(certificate=f.CertificateFactory())
    browser = sit_down(held.place.auditor)
    browser.get(BOARD)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(BOARD).status_code == 200
    assert len([one for one in asked.captured_queries if "aftercare_" in one["sql"] or "certification_" in one["sql"]]) <= 3


# ---- one duty

def test_it_is_moved_with_a_reason_and_reminders_follow(planned, desk):
    duty, officer = Duty.everything.get(kind="self_inspection", year=2027), desk("officer")
    assert officer.post(of(duty, "move/"), **{"move-to_on": "2027-06-30", "move-reason": "사업장을 옮김"}).status_code == 302
    words = officer.get(of(duty))
    assert "30 June 2027 (Wed)" in words and "사업장을 옮김" in words
    assert Deadline.everything.get(subject_id=str(duty.pk)).last_day == date(2027, 6, 30)


@pytest.mark.parametrize(("typed", "sentence"), [
    ({"to_on": "2025-12-31", "reason": "사유가 길다"}, "already passed"),
    ({"to_on": "2028-12-31", "reason": "사유가 길다"}, "ends before that day"),
    ({"to_on": "nonsense", "reason": "사유가 길다"}, "valid date"), ({"to_on": "2027-06-30", "reason": " "}, "required"),
])
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(typed, sentence, planned, desk):
    duty = Duty.everything.get(kind="self_inspection", year=2027)
    answer = desk("officer").post(of(duty, "move/"), **{f"move-{name}": value for name, value in typed.items()})
    page = answer.content.decode()
    assert answer.status_code == 200 and sentence in page and typed["reason"].strip() in page
    assert planned.again(duty).due_on == date(2027, 5, 31)


def test_it_is_waived_with_a_reason_and_not_twice(planned, desk):
    duty, officer = Duty.everything.first(), desk("manager")
    assert officer.post(of(duty, "waive/"), **{"waive-reason": ""}).status_code == 200
    assert officer.post(of(duty, "waive/"), **{"waive-reason": "폐업 예정"}).status_code == 302
    assert planned.again(duty).stage == "waived" and "Do not demand it" not in officer.get(of(duty))
    assert officer.post(of(duty, "waive/"), **{"waive-reason": "다시"}).status_code == 302
    assert "can no longer become" in officer.get(of(duty))


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_readers_decide_nothing(who, planned, desk):
    duty = Duty.everything.first()
    assert "Move it" not in desk(who).get(of(duty))
    for deed, typed in (("move/", {"move-to_on": "2027-06-30", "move-reason": "x"}), ("waive/", {"waive-reason": "x"})):
        assert desk(who).post(of(duty, deed), **typed).status_code == 403


def test_one_that_the_plan_does_not_hold_is_demanded_with_its_reason(planned, desk):
    officer, path = desk("officer"), f"/busan/admin/certificates/{planned.certificate.public_id}/duties/new/"
    facts = {"kind": "self_inspection", "opens_on": "2026-02-01", "due_on": "2026-02-28", "reason": "대표자가 바뀜"}
    assert officer.post(path, **facts).status_code == 302
    duty = Duty.everything.get(origin="desk")
    assert (duty.reason, duty.due_on, duty.announced) == ("대표자가 바뀜", date(2026, 2, 28), True)
    for wrong, sentence in (({"due_on": "2026-01-01"}, "already passed"), ({"opens_on": "2026-03-01"}, "after the last one"),
                            ({"due_on": "2029-01-01"}, "ends before that day"), ({"unannounced": "on"}, "has to know of it")):
        page = officer.post(path, **facts | wrong).content.decode()
        assert sentence in page and "대표자가 바뀜" in page, wrong
    assert Duty.everything.filter(origin="desk").count() == 1


def test_from_a_visit_that_is_owed_one_button_leads_to_planning_it_for_whoever_may(planned, desk):
    visit, inspection = (Duty.everything.filter(kind=kind).first() for kind in ("monitoring_visit", "self_inspection"))
    officer, address = desk("officer"), f"/busan/admin/monitoring/duties/{visit.public_id}/"
    assert f'href="{address}"' in officer.browser.get(of(visit)).content.decode()
    assert officer.browser.get(address).status_code == 200
    assert "Go to it" not in officer.get(of(inspection)) and "Go to it" not in desk("auditor").get(of(visit))
    workflow.waive_duty(visit, reason="불필요", actor=planned.officer)
    assert "Go to it" not in officer.get(of(visit))


# ---- the plan

def rule_page(held, kind):  # noqa: F811
    return f"{BOARD}plan/{held.framework.public_id}/?kind={kind}&lang=en"


RULE = {"years": "1, 3", "month_from": "4", "month_to": "5", "ladder": "-30, 0, 14"}


def test_the_plan_shows_each_line_and_what_it_means(held, desk):  # noqa: F811
    words = desk("auditor").get(f"{BOARD}plan/")
    assert "1.2.1, 2.2.2, 3.1.1, 3.2.1" in words and "1 certificate holds now" in words and "31 October 2027 (Sun)" in words


def test_a_line_is_looked_at_before_it_is_set(held, desk, words_of):  # noqa: F811
    manager = desk("manager")
    looked = manager.browser.post(rule_page(held, "self_inspection"), RULE | {"look": "1"})
    assert "What it would mean" in words_of(looked) and DutyRule.everything.filter(kind="self_inspection").count() == 1
    assert manager.browser.post(rule_page(held, "self_inspection"), RULE).status_code == 302
    rule = DutyRule.everything.get(kind="self_inspection", ended_at=None)
    assert (rule.years, rule.month_from, rule.month_to, rule.ladder) == ([1, 3], 4, 5, [-30, 0, 14])


@pytest.mark.parametrize(("typed", "sentence"), [
    ({"years": "1, 1"}, "stands there twice"), ({"years": "one"}, "whole numbers"), ({"years": "11"}, "between 0 and 10"),
    ({"month_from": "6"}, "before the first one"), ({"ladder": "-400"}, "within a year"), ({"ladder": "−30; 0"}, "whole numbers"),
    ({"sample": "9.9.9"}, "no indicator 9.9.9"), ({"sample": "<b>"}, "no indicator"), ({"sample_size": "5"}, "6 indicators at least"),
    ({"sample_size": ""}, "required"),
])
def test_a_line_that_cannot_be_is_refused_with_a_sentence(typed, sentence, held, desk):  # noqa: F811
    facts = RULE | {"sample": "1.1.1", "sample_size": "6"} | typed
    answer = desk("manager").browser.post(rule_page(held, "monitoring_visit"), facts)
    assert answer.status_code == 200 and sentence in answer.content.decode()
    assert DutyRule.everything.filter(kind="monitoring_visit").count() == 1


def test_only_the_manager_sets_the_plan(held, sit_down):  # noqa: F811
    for who in ("officer", "director", "auditor"):
        assert sit_down(getattr(held.place, who)).post(rule_page(held, "self_inspection"), RULE).status_code == 403


@pytest.fixture
def abroad(daegu):
    """A framework of Daegu, made before anybody stands in Busan."""
    with within(daegu.agency):
        return f.FrameworkFactory()


def test_a_framework_of_another_agency_is_unknown(abroad, held, sit_down):  # noqa: F811
    assert sit_down(held.place.manager).get(f"{BOARD}plan/{abroad.public_id}/").status_code == 404
    assert sit_down(held.place.manager).get(rule_page(held, "nonsense")).status_code == 404
