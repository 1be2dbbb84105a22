"""The pages of results: Central's year and one agency, the agency's own, the committee's paper, what everybody reads."""
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from accounts.models import Province
from agencies.models import (
    Adjustment,
    Calculation,
    Disclosure,
    Objection,
    Participation,
    PublishedResult,
    Result,
    ResultDecision,
    ResultLetter,
)
from agencies.tasks.result import tell_of_results
from agencies.workflow import disclosure
from core import clock
from core.errors import Refused
from core.signing import make_keys
from core.tenancy import within
from correspondence.models import Letter
from correspondence.workflow import put_on_paper
from desk.workflow.meeting import close_meeting
from panels import workflow as panels
from tests import factories as f
from tests.agencies import resulting as r
from tests.agencies.resulting import after_objections, at_central, noticed, object_at, part_of, result_at
from tests.cast import people_of
from tests.desk.conftest import sit_down, words_of  # noqa: F401
from tests.panels.test_races import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(busan, daegu, central):
    return r.year_of(central, busan, daegu)


def test_the_officer_sees_who_lacks_what_calculates_and_opens_each_number(year, busan, central, sit_down, words_of):  # noqa: F811
    browser = sit_down(central.officer)
    page = words_of(browser.get("/central/management/scores/?lang=en"))
    assert "0 of 2 calculated" in page and "to be calculated" in page
    browser.post(f"/central/management/scores/years/{year.set.public_id}/calculate/")
    page = words_of(browser.get(f"/central/management/scores/agencies/{part_of(central, busan).public_id}/?lang=en"))
    assert "81.50" in page and "Ratings: 80, 90" in page and "Grade B: from 75 on." in page


def test_the_officer_reads_of_each_agency_that_its_ratings_are_not_closed(busan, central, sit_down, words_of):  # noqa: F811
    r.year_of(central, busan, closed=False)
    assert "nobody has rated" in words_of(sit_down(central.officer).get("/central/management/scores/?lang=en"))


def test_a_bonus_that_is_too_high_comes_back_with_its_sentence_and_what_was_typed(year, busan, central, sit_down):  # noqa: F811
    address = f"/central/management/scores/agencies/{part_of(central, busan).public_id}/adjust/?lang=en"
    answer = sit_down(central.officer).post(address, {"points": "3", "reason": "우수사례 발표"}).content.decode()
    assert "at most 2 points" in answer and "우수사례 발표" in answer
    sit_down(central.officer).post(address, {"points": "1.5", "reason": "우수사례 발표"})
    with within(central.agency):
        assert Adjustment.everything.get().points == Decimal("1.5")


def test_pages_of_one_house_are_unknown_in_the_other(year, busan, central, sit_down):  # noqa: F811
    part = part_of(central, busan).public_id
    browser = sit_down(busan.manager)
    for address in ("scores/", f"scores/agencies/{part}/", "results/"):
        assert browser.get(f"/busan/management/{address}").status_code == 404
    browser = sit_down(central.manager)
    assert browser.get("/central/management/own/").status_code == browser.get("/central/management/disclosure/").status_code == 404


def test_an_agency_reads_its_result_and_objects_by_a_form(year, busan, daegu, central, sit_down, words_of):  # noqa: F811
    noticed(central, year, busan, daegu)
    own = result_at(busan).public_id
    browser = sit_down(busan.officer)
    page = words_of(browser.get(f"/busan/management/own/{own}/?lang=en"))
    assert "Preliminary total 81.50" in page and "Ratings: 80, 90" in page and "object until" in page
    assert browser.get(f"/busan/management/own/{result_at(daegu).public_id}/").status_code == 404
    address = f"/busan/management/own/{own}/object/"
    assert "근거만 적음" in browser.post(address, {"indicator": "", "grounds": "근거만 적음"}).content.decode()
    browser.post(address, {"indicator": str(year.indicators["B1-1"].public_id), "grounds": "실적 수치가 다릅니다."})
    with within(busan.agency):
        assert Objection.everything.get().grounds == "실적 수치가 다릅니다."
    assert "실적 수치가 다릅니다." in browser.get(f"/busan/management/own/{own}/").content.decode()


def test_what_is_sent_too_late_is_refused_and_not_lost(year, busan, central, sit_down):  # noqa: F811
    noticed(central, year, busan)
    own = result_at(busan)
    with after_objections(busan):
        answer = sit_down(busan.officer).post(f"/busan/management/own/{own.public_id}/object/?lang=en", {
            "indicator": str(year.indicators["B1-1"].public_id), "grounds": "늦은 이의"}).content.decode()
    assert "has ended" in answer and "늦은 이의" in answer
    with within(busan.agency):
        assert not Objection.everything.exists()


def test_an_objection_is_answered_by_a_form_and_upheld_only_with_a_correction(year, busan, central, sit_down):  # noqa: F811
    noticed(central, year, busan)
    made = object_at(busan, year.indicators["B1-1"])
    browser, address = sit_down(central.officer), f"/central/management/scores/objections/{made.public_id}/?lang=en"
    answer = browser.post(address, {"verdict": "upheld", "reason": "맞습니다"}).content.decode()
    assert "gets a correction" in answer and "맞습니다" in answer
    browser.post(address, {"verdict": "upheld", "reason": "맞습니다", "what": "figure:B1-1:met", "becomes": "90"})
    with within(central.agency):
        assert Calculation.everything.filter(participation__assessed=busan.agency).latest("number").total == r.TOTAL + 4


def test_a_member_of_the_committee_reads_the_working_once_declared(year, busan, daegu, central, sit_down):  # noqa: F811
    noticed(central, year, busan, daegu)
    with after_objections(busan):
        with within(central.agency):
            meeting, _seats = r.seated(central, central.committee)
        at_central(central, r.result_committee.put_result_on_agenda, part_of(central, busan), meeting)
        browser, address = sit_down(central.committee), f"/central/management/committee/{part_of(central, busan).public_id}/"
        assert browser.get(address).status_code == 404
        with within(central.agency):
            asked = r.Declaration.everything.get(user=central.committee)
            panels.answer_declaration(asked, has_interest=False, actor=Actor.of(central.committee))
        assert "81.50" in browser.get(address).content.decode()
        with within(central.agency):
            item = meeting.items.get()
        assert "management/committee" in browser.get(f"/central/committee/items/{item.public_id}/").content.decode()


def test_the_way_from_the_committee_to_the_public_page(year, busan, daegu, central, sit_down, words_of):  # noqa: F811
    noticed(central, year, busan, daegu)
    with pytest.raises(Refused):                                # published before final
        at_central(central, disclosure.publish_results, year.set, by="manager")
    r.decided(central, busan, daegu)
    browser = sit_down(central.officer)
    browser.post(f"/central/management/scores/years/{year.set.public_id}/approval/draft/")
    seen = r.digest_now(central, year)
    base = f"/central/management/scores/years/{year.set.public_id}/approval"
    sit_down(central.manager).post(f"{base}/release/", {"seen": seen})
    browser = sit_down(central.director)
    assert browser.post(f"{base}/approve/", {"seen": seen}).status_code == 200          # has not ticked that all was read
    assert browser.post(f"{base}/approve/", {"seen": seen, "has_read": "on"}).status_code == 302
    assert result_at(busan).is_final
    browser = sit_down(central.manager)
    browser.post(f"/central/management/scores/years/{year.set.public_id}/publish/")
    page = words_of(browser.get("/central/management/results/2027/?lang=en"))
    assert "81.50" in page and "Busan" in page and "Results 32.00 / 40.00" not in page
    assert browser.get("/central/management/results/2020/").status_code == browser.get("/central/management/results/x/").status_code == 404


def test_the_agency_posts_its_result_and_downloads_its_letter(year, busan, daegu, central, sit_down, settings, tmp_path):  # noqa: F811
    settings.SIGNING_DIR = str(tmp_path)
    make_keys(["central"])
    noticed(central, year, busan, daegu)
    r.decided(central, busan, daegu)
    r.final(central, year)
    tell_of_results(busan.agency)
    with within(central.agency):
        for letter in Letter.everything.all():
            put_on_paper(letter, actor=Actor.system("the worker"))
    assert tell_of_results(central.agency) == 2                 # both agencies' letters are handed on
    with within(busan.agency):
        letter, row = ResultLetter.everything.get(), Disclosure.everything.get()
    browser = sit_down(busan.director)
    answer = browser.get(f"/busan/management/own/letters/{letter.public_id}/")
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert browser.get(f"/daegu/management/own/letters/{letter.public_id}/").status_code in (403, 404)
    with within(busan.agency):
        assert not Disclosure.objects.visible_to(Actor.public()).exists()
    browser.post(f"/busan/management/own/disclosures/{row.public_id}/", {"words": "내년에는 더 잘하겠습니다."})
    page = browser.get("/busan/management/disclosure/").content.decode()
    assert "81.50" in page and "내년에는 더 잘하겠습니다." in page
    assert row.due_on >= clock.today() + timedelta(days=30)


def test_a_year_before_this_system_is_entered_and_says_so(busan, daegu, central, sit_down, words_of):  # noqa: F811
    form = {"year": "2023", "is_sample": "on"}
    form |= {f"standing-{busan.agency.pk}": "assessed", f"total-{busan.agency.pk}": "71.2", f"grade-{busan.agency.pk}": "",
             f"standing-{daegu.agency.pk}": "exempt", f"reason-{daegu.agency.pk}": "설립 후 1년 미만"}
    browser = sit_down(central.manager)
    assert "enter its grade" in browser.post("/central/management/scores/past/?lang=en", form).content.decode()
    browser.post("/central/management/scores/past/", form | {f"grade-{busan.agency.pk}": "C"})
    page = words_of(browser.get("/central/management/results/?lang=en"))
    assert "71.20" in page and "설립 후 1년 미만" in page and "before this system" in page and "Sample" in page
    with pytest.raises(Refused):
        at_central(central, disclosure.enter_past_results, 2023, {busan.agency: ("assessed", "", None, "A")}, by="manager")


def test_of_a_year_that_is_rated_here_nothing_is_entered(year, busan, central):
    with clock.travel(datetime(year.set.year, 12, 1, 9, tzinfo=clock.SEOUL)), pytest.raises(Refused, match="평가한 연도"):
        at_central(central, disclosure.enter_past_results, year.set.year, {busan.agency: ("assessed", "", None, "A")}, by="manager")


@pytest.mark.parametrize("years", [1, 3])
def test_the_public_page_asks_little_however_many_years(years, busan, daegu, central, client):
    for place in range(years):
        at_central(central, disclosure.enter_past_results, 2020 + place,
                   {one.agency: ("assessed", "", Decimal(80 + place), "B") for one in (busan, daegu)}, by="manager")
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/central/management/results/").status_code == 200
    assert sum("FROM" in one["sql"] for one in asked) <= 3
    with within(central.agency):
        assert PublishedResult.everything.count() == 2 * years


def test_the_overview_asks_no_more_for_more_agencies(year, central, sit_down):  # noqa: F811
    browser, counts = sit_down(central.officer), []
    browser.get("/central/management/scores/")
    for _turn in range(2):
        with CaptureQueriesContext(connection) as asked:
            assert browser.get("/central/management/scores/").status_code == 200
        counts.append(len(asked))
        with within(central.agency):
            for _number in range(3):
                Participation.everything.create(indicator_set=year.set, assessed=f.AgencyFactory(), year=year.set.year, out_at=clock.now())
    assert counts[0] == counts[1]


@pytest.mark.django_db(transaction=True)
def test_two_secretaries_who_close_at_once_decide_once(transactional_db):
    busan, central = people_of("busan", province=Province.objects.get(code="26")), people_of("central", kind="central")
    year = r.year_of(central, busan)
    noticed(central, year, busan)
    with after_objections(busan):
        meeting, seats, items = r.before_committee(central, busan)
        with within(central.agency):
            officer = Actor.of(central.officer)
            ballot = panels.open_ballot(items[0], actor=officer, is_secret=False)
            panels.cast_vote(ballot, "confirm", actor=Actor.of(seats[0].user), arrived_at=clock.now())
            panels.close_ballot(ballot, actor=officer)
            manager = Actor.of(central.manager)
        answers = at_once(central, lambda: close_meeting(meeting, actor=officer), lambda: close_meeting(meeting, actor=manager))
    assert sorted(map(str, answers)) == ["The meeting is not in session.", "[]"]
    with within(central.agency):
        assert ResultDecision.everything.count() == 1 and Result.everything.count() == 1
