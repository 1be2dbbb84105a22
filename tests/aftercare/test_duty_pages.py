"""The provider's page of its duties, and the calendar that reads them without a password."""
import uuid
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from icalendar import Calendar

from aftercare import duty_pages, workflow
from aftercare.feeds import token_of
from aftercare.models import Duty, DutyFeed
from core import clock
from providers.models import ProviderMember
from tests import factories as f
from tests.aftercare.conftest import WORKER, seoul

PAGE = "/busan/portal/duties/?lang=en"


@pytest.fixture
def planned(held):
    with translation.override("ko"):
        workflow.plan_duties(held.certificate, actor=WORKER)
    return held


@pytest.fixture
def page(held, sit_down, words_of):
    def read(who="owner", on=(2027, 5, 10)):
        with clock.travel(seoul(*on, 10)):
            return words_of(sit_down(getattr(held.place, who)).get(PAGE))
    return read


def test_it_says_what_is_to_do_now_what_comes_and_what_was(planned, page):
    with clock.travel(seoul(2026, 5, 20, 9)):
        first = f.DutyFactory(certificate=planned.certificate, opens_on=date(2026, 5, 1), due_on=date(2026, 5, 31))
        workflow.fulfil_duty(first, answer=uuid.uuid4(), arrived_at=clock.now(), actor=WORKER)
    words = page()
    assert "There are 2 things to do now" in words and "overdue" in words        # of 2026 the planned one is late
    assert "October 2027" in words and "May 2028" in words
    assert "What was" in words and "20 May 2026 (Wed)" in words


def test_a_moved_day_stands_there_with_both_days_and_the_reason(planned, page):
    duty = f.DutyFactory(certificate=planned.certificate)
    workflow.move_duty(duty, to_on=date(2027, 6, 30), reason="사업장을 옮김", actor=planned.officer)
    words = page()
    assert "from 31 May 2027 (Mon) to 30 June 2027 (Wed)" in words and "사업장을 옮김" in words


def test_others_read_nothing_of_it_and_an_unannounced_visit_stands_nowhere(planned, page):
    f.DutyFactory(certificate=planned.certificate, kind="monitoring_visit", announced=False, reason="민원 확인")
    assert "No duties yet" in page("neighbour") and "민원 확인" not in page()
    assert "No duties yet" in page("officer")                                # staff have the board


def test_what_is_to_be_done_now_leads_to_the_page_where_it_is_done(planned, held, sit_down):
    duty = Duty.everything.get(kind="self_inspection", year=2027)
    address = f"/busan/portal/inspections/{duty.public_id}/"
    with clock.travel(seoul(2027, 5, 10, 10)):
        browser = sit_down(held.place.owner)
        page = browser.get(PAGE).content.decode()
        assert f'href="{address}' in page and "See to it" in page and browser.get(address).status_code == 200


def test_a_kind_without_a_page_has_no_button(planned, page, monkeypatch):
    monkeypatch.delitem(duty_pages.PORTAL, "self_inspection", raising=False)
    assert "See to it" not in page()
    monkeypatch.setitem(duty_pages.PORTAL, "self_inspection", "no_such_page")
    assert "See to it" not in page()


@pytest.mark.parametrize("rows", [1, 3])
def test_it_asks_as_often_whatever_there_is(rows, held, sit_down):
    for _row in range(rows):
        duty = f.DutyFactory(certificate=held.certificate)
        workflow.move_duty(duty, to_on=date(2027, 6, 30), reason="사유", actor=held.officer)
    browser = sit_down(held.place.owner)
    browser.get(PAGE)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(PAGE).status_code == 200
    assert len([one for one in asked.captured_queries if "aftercare_" in one["sql"] or "providers_" in one["sql"]]) <= 6


# ---- the calendar

@pytest.fixture
def reader():
    """A calendar program: nobody has signed in."""
    return Client()


@pytest.fixture
def address(planned, sit_down):
    sit_down(planned.place.owner).post(f"/busan/portal/duties/{planned.provider.public_id}/calendar/")
    return address_of(DutyFeed.everything.get())


def address_of(feed):
    return f"/busan/duties/{token_of(feed)}/duties.ics"


def test_the_calendar_holds_days_and_kinds_and_nothing_else(planned, address, reader):
    answer = reader.get(address)
    assert answer.status_code == 200 and answer["Cache-Control"] == "private, no-store" and "noindex" in answer["X-Robots-Tag"]
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [(one.decoded("dtstart"), str(one["summary"])) for one in events] == [
        (date(2026, 5, 31), "2026년 자체점검 기한"), (date(2027, 5, 31), "2027년 자체점검 기한"),
        (date(2027, 10, 31), "2027년 모니터링 방문 기한"), (date(2028, 5, 31), "2028년 자체점검 기한")]
    text = answer.content.decode()
    for secret in (planned.provider.name, planned.certificate.number_shown, planned.certificate.site_name, str(planned.place.owner.email)):
        assert secret not in text


def test_a_moved_day_replaces_the_one_before_in_the_calendar(planned, address, reader):
    duty = f.DutyFactory(certificate=planned.certificate)
    workflow.move_duty(duty, to_on=date(2027, 6, 30), reason="비밀 사유", actor=planned.officer)
    workflow.waive_duty(f.DutyFactory(certificate=planned.certificate, due_on=date(2027, 5, 30)), reason="불필요", actor=planned.officer)
    content = reader.get(address).content
    event, = (one for one in Calendar.from_ical(content).walk("VEVENT") if str(duty.public_id) in one["uid"])
    assert (event.decoded("dtstart"), event["sequence"]) == (date(2027, 6, 30), 1)
    assert "비밀" not in content.decode() and b"20270530" not in content


def test_a_new_address_ends_the_one_before_and_ending_it_ends_all(planned, address, reader, sit_down):
    browser = sit_down(planned.place.owner)
    browser.post(f"/busan/portal/duties/{planned.provider.public_id}/calendar/")
    assert reader.get(address).status_code == 404
    newer = address_of(DutyFeed.everything.get(ended_at=None))
    assert reader.get(newer).status_code == 200
    browser.post(f"/busan/portal/duties/{planned.provider.public_id}/calendar/end/")
    assert reader.get(newer).status_code == 404


def test_who_acts_for_the_provider_no_longer_reads_no_calendar_of_it(planned, address, reader):
    ProviderMember.everything.filter(user=planned.place.owner).update(left_at=clock.now())
    assert reader.get(address).status_code == 404


def test_nobody_guesses_an_address(planned, address, reader):
    token = address.split("/")[3]
    for guess in (token[:-1] + ("A" if token[-1] != "A" else "B"), token.partition(".")[0], uuid.uuid4().hex, "abc", "é"):
        assert reader.get(f"/busan/duties/{guess}/duties.ics").status_code == 404
    assert reader.get(address.replace("/busan/", "/daegu/")).status_code == 404


def test_only_its_own_people_make_an_address(planned, sit_down):
    for who, status in (("neighbour", 404), ("officer", 403)):
        path = f"/busan/portal/duties/{planned.provider.public_id}/calendar/"
        assert sit_down(getattr(planned.place, who)).post(path).status_code == status
        assert sit_down(getattr(planned.place, who)).post(f"{path}end/").status_code == status
    assert not DutyFeed.everything.exists()


def test_of_an_unannounced_visit_the_calendar_knows_nothing(planned, address, reader):
    f.DutyFactory(certificate=planned.certificate, kind="monitoring_visit", announced=False, due_on=date(2027, 7, 7))
    assert b"20270707" not in reader.get(address).content
