"""Pages of the follow-up: the agency's plan and its progress, Central's list and one plan, and what the next year's report shows of it."""
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from accounts.models import Province
from agencies.models import (
    Consulting,
    ItemRemark,
    ManagementIndicator,
    Participation,
    Progress,
    ProgressCheck,
    ProgressFile,
    PublishedResult,
    Report,
    ReportEntry,
)
from agencies.queries.continued import continued_by
from agencies.queries.improvement import standings_of
from agencies.tasks.followup import tell_of_improvements
from agencies.workflow import improvement_plan, plan_approval
from core import clock
from core.tenancy import within
from tests import factories as f
from tests.agencies import following_up as u
from tests.agencies.following_up import in_days
from tests.agencies.sets import draft_set
from tests.files import pdf, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(busan, daegu, central):
    return u.published(central, busan, daegu)


# ---- the agency

def test_an_officer_begins_the_plan_and_writes_its_items(year, busan, sit_down, words_of):
    browser = sit_down(busan.officer)
    page = words_of(browser.get("/busan/management/improvement/?lang=en"))
    assert "Grade B: your agency is followed up" in page and "no plan yet" in page
    with within(busan.agency):
        part = Participation.everything.get(assessed=busan.agency)
    assert browser.post(f"/busan/management/improvement/years/{part.public_id}/begin/").status_code == 302
    page = words_of(browser.get(f"/busan/management/improvement/{u.plan_of(busan).public_id}/?lang=en"))
    assert "rating below the line of the set (rating 70.00)" in page and u.FINDING in page
    item = u.items_of(busan)["B1-1"].public_id
    said = {"measure": "분기 점검", "responsible": "기획팀", "due_on": "2020-01-02", "expected": "90%", "version": 0}
    answer = browser.post(f"/busan/management/improvement/items/{item}/?lang=en", said)
    assert "over already" in words_of(answer) and "분기 점검" in answer.content.decode()            # nothing that was typed is lost
    browser.post(f"/busan/management/improvement/items/{item}/", said | {"due_on": in_days(30).isoformat()})
    assert u.items_of(busan)["B1-1"].measure == "분기 점검"


def test_the_measure_that_is_missing_is_said_beside_it_and_the_rest_stays(year, busan, sit_down, words_of):
    u.begun(busan)
    browser = sit_down(busan.officer)
    answer = browser.post(f"/busan/management/improvement/items/{u.items_of(busan)['B1-1'].public_id}/?lang=en",
                          {"measure": "", "responsible": "기획팀", "due_on": in_days(30).isoformat(), "expected": "90%", "version": 0})
    assert "Write the measure" in words_of(answer) and "기획팀" in answer.content.decode()


def test_an_indicator_is_added_and_taken_out_by_forms(year, busan, sit_down):
    plan = u.begun(busan).public_id
    browser = sit_down(busan.officer)
    address = f"/busan/management/improvement/{plan}/add/"
    assert "A1-2" in browser.get(address).content.decode() and "B1-1" not in browser.get(address).content.decode()
    browser.post(address, {"indicator": str(year.indicators["A1-2"].public_id)})
    added = u.items_of(busan)["A1-2"].public_id
    browser.post(f"/busan/management/improvement/items/{added}/remove/")
    assert "A1-2" not in u.items_of(busan)


def test_through_the_house_by_buttons(year, busan, central, sit_down, words_of):
    u.begun(busan)
    for code in ("A1-1", "B1-1"):
        u.write(busan, code)
    address = f"/busan/management/improvement/{u.plan_of(busan).public_id}/"
    sit_down(busan.officer).post(f"{address}give/")
    manager = sit_down(busan.manager)
    assert "The manager reads it" in words_of(manager.get(f"{address}?lang=en"))
    manager.post(f"{address}release/", {"seen": u.digest(busan)})
    director = sit_down(busan.director)
    page = words_of(director.get(f"{address}?lang=en"))
    assert "The director decides" in page and "I have read the plan" in page
    assert director.post(f"{address}approve/?lang=en", {"seen": u.digest(busan)}).status_code == 200        # without the tick
    director.post(f"{address}approve/", {"seen": u.digest(busan), "has_read": "on"})
    assert u.plan_of(busan).is_approved


def test_follow_up_consulting_is_asked_for_by_a_form(year, busan, sit_down):
    with within(busan.agency):
        part = Participation.everything.get(assessed=busan.agency)
    sit_down(busan.officer).post(f"/busan/management/improvement/years/{part.public_id}/consulting/",
                                 {"about": "환류 절차", "wished_1": in_days(9).isoformat()})
    with within(busan.agency):
        assert Consulting.everything.get().kind == "follow_up"


def test_progress_is_written_with_evidence_and_sent(year, busan, central, sit_down, words_of):
    check = u.checked(central, busan)
    browser = sit_down(busan.officer)
    row = u.reports_of(busan)["B1-1"].public_id
    address = f"/busan/management/improvement/progress/{row}/"
    answer = browser.post(f"{address}?lang=en", {"state": "done", "text": "", "version": 0})
    assert "Write what was done" in words_of(answer)
    browser.post(address, {"state": "done", "text": "점검을 마쳤습니다.", "version": 0, "file": upload(pdf(), "점검표.pdf")})
    with within(busan.agency):
        file = ProgressFile.everything.get()
    assert bytes_of(browser.get(f"/busan/management/improvement/files/{file.public_id}/")).startswith(b"%PDF")
    at_check = f"/busan/management/improvement/checks/{check.public_id}/"
    assert "1 item has still to be written" in words_of(browser.get(f"{at_check}?lang=en"))
    u.report(busan, "A1-1")
    browser.post(f"{at_check}send/")
    assert "was sent on" in words_of(browser.get(f"{at_check}?lang=en"))
    central_file = f"/central/management/follow-up/files/{file.public_id}/"
    assert bytes_of(sit_down(central.officer).get(central_file)).startswith(b"%PDF")
    assert sit_down(busan.officer).get(f"/busan/management/follow-up/files/{file.public_id}/").status_code == 404


def bytes_of(answer):
    return b"".join(answer.streaming_content)


# ---- Central

def test_central_sees_who_is_followed_up_sets_a_day_remarks_and_closes(year, busan, daegu, central, sit_down, words_of):
    u.released(daegu)
    browser = sit_down(central.officer)
    page = words_of(browser.get("/central/management/follow-up/?lang=en"))
    assert "2 agencies are followed up" in page and page.count("no approved plan yet") == 2
    u.approved(busan)
    plan = u.plan_of(busan).public_id
    address = f"/central/management/follow-up/plans/{plan}/"
    assert "No day is set yet" in words_of(browser.get(f"{address}?lang=en"))
    assert "over already" in words_of(browser.post(f"{address}check/?lang=en", {"due_on": "2020-01-02"}))
    browser.post(f"{address}check/", {"due_on": in_days(30).isoformat()})
    with within(central.agency):
        check = ProgressCheck.everything.get()
    browser.post(f"/central/management/follow-up/checks/{check.public_id}/", {"due_on": in_days(40).isoformat()})
    item = u.items_of(busan)["B1-1"].public_id
    one = f"/central/management/follow-up/items/{item}/"
    assert "Write the remark" in words_of(browser.post(f"{one}?lang=en", {"text": "", "do": "remark"}))
    browser.post(one, {"text": "확인하였습니다.", "do": "close"})
    again = browser.post(f"{one}?lang=en", {"text": "한 번 더", "do": "close"})
    assert "closed already" in words_of(again) and "한 번 더" in again.content.decode()
    assert "1 of 2 items closed" in words_of(browser.get(f"{address}?lang=en"))
    assert browser.post(f"{address}close/", {"close-words": "끝"}).status_code == 403
    sit_down(central.manager).post(f"{address}close/", {"close-words": "다음 해에 이어집니다."})
    assert u.plan_of(busan).is_over


def test_pages_of_one_house_are_unknown_in_the_other(year, busan, daegu, central, sit_down):
    u.approved(busan)
    plan, item = u.plan_of(busan).public_id, u.items_of(busan)["B1-1"].public_id
    assert sit_down(busan.officer).get(f"/busan/management/follow-up/plans/{plan}/").status_code == 404
    browser = sit_down(central.officer)
    assert browser.get(f"/central/management/improvement/{plan}/").status_code == 404
    browser = sit_down(daegu.manager)
    assert browser.get(f"/daegu/management/improvement/{plan}/").status_code == 404
    assert browser.get(f"/daegu/management/improvement/items/{item}/").status_code == 404


def asked_by(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_the_list_asks_no_more_for_three_agencies(year, busan, daegu, central, sit_down):
    u.approved(busan)
    browser = sit_down(central.officer)
    first = asked_by(browser, "/central/management/follow-up/")
    u.approved(daegu)
    with within(central.agency):
        for _number in range(2):
            agency = f.AgencyFactory(province=Province.objects.get(code="50"))
            Participation.everything.create(indicator_set=year.set, assessed=agency, year=2027, out_at=clock.now())
            PublishedResult.everything.create(year=2027, assessed=agency, standing="assessed", total=80, grade="B",
                                              published_at=clock.now())
    assert asked_by(browser, "/central/management/follow-up/") <= first
    assert first <= 40


def test_a_plan_asks_no_more_for_three_items(year, busan, daegu, central, sit_down):
    u.approved(daegu)                                                       # one item
    plan = u.begun(busan)
    u.at(busan, improvement_plan.add_item, plan, year.indicators["A1-2"])
    for code in u.items_of(busan):
        u.write(busan, code)
    u.at(busan, plan_approval.give_plan, plan, by="manager")
    u.at(busan, plan_approval.approve_plan, plan, u.digest(busan), by="director")
    for house in (busan, daegu):
        u.check_at(central, house)
        tell_of_improvements(house.agency)
        for code in u.items_of(house):
            u.report(house, code)
            u.close(central, house, code, closes=False)
    at_central = sit_down(central.officer)
    one, three = (asked_by(at_central, f"/central/management/follow-up/plans/{u.plan_of(house).public_id}/") for house in (daegu, busan))
    assert one >= three and one <= 40
    one, three = (asked_by(sit_down(house.officer), f"/{house.agency.slug}/management/improvement/{u.plan_of(house).public_id}/")
                  for house in (daegu, busan))
    assert one >= three and one <= 40


# ---- the next year

@pytest.fixture
def following(year, busan, central):
    """Next year's set, of which an indicator continues B1-1, and a report that is handed in."""
    u.sent(central, busan)
    u.close(central, busan, "B1-1")
    with within(central.agency):
        made = draft_set(central.agency, year=2028)
        before = ManagementIndicator.everything.get(indicator_set=year.set, code="B1-1")
        ManagementIndicator.everything.filter(indicator_set=made, code="B1-1").update(follows=before)
        type(made).everything.filter(pk=made.pk).update(published_at=clock.now())
        part = Participation.everything.create(indicator_set=made, assessed=busan.agency, year=2028, out_at=clock.now())
        indicators = {one.code: one for one in ManagementIndicator.everything.filter(indicator_set=made).select_related(
            "follows__indicator_set")}
    return SimpleNamespace(set=made, part=part, indicators=indicators)


def test_what_an_indicator_continues_shows_last_years_rating_and_the_items_end(following, busan, daegu, central):
    for house in (busan, central):
        with within(house.agency):
            found = continued_by(busan.agency.pk, following.indicators.values())
        (one,) = found.values()
        assert (one.year, str(one.rating), one.standing.state) == (2027, "70.00", "closed")
        assert one.standing.closing.text == "목표를 달성하였습니다."
    with within(daegu.agency):
        assert continued_by(busan.agency.pk, following.indicators.values()) == {}
    with within(central.agency):
        assert {pk: one.standing for pk, one in continued_by(daegu.agency.pk, following.indicators.values()).items()} == {
            following.indicators["B1-1"].pk: None}


def test_the_author_and_central_read_it_beside_the_report(following, busan, central, sit_down, words_of):
    with within(busan.agency):
        report, entry = own_report(busan, central, following)
    page = words_of(sit_down(busan.officer).get(f"/busan/management/report/entries/{entry.public_id}/?lang=en"))
    assert "From the evaluation of 2027" in page and "70.00" in page and "concluded" in page
    with within(busan.agency):
        type(report).everything.filter(pk=report.pk).update(stage="submitted", submitted_at=clock.now(), sha256="0" * 64)
    browser = sit_down(central.officer)
    page = words_of(browser.get(f"/central/management/reports/entries/{entry.public_id}/?lang=en"))
    assert "From the evaluation of 2027" in page and "concluded" in page
    assert "Last year's improvement item" in words_of(browser.get(f"/central/management/reports/{report.public_id}/?lang=en"))


def own_report(busan, central, following):
    report = Report.everything.create(central=central.agency, participation=following.part, year=2028, due_on=following.set.report_due_on,
                                      opened_at=clock.now())
    entry = ReportEntry.everything.create(report=report, central=central.agency, indicator=following.indicators["B1-1"], text="올해 실적")
    return report, entry


def test_of_a_plan_that_is_not_approved_nothing_is_shown(year, busan, central):
    u.released(busan)
    with within(central.agency):
        before = ManagementIndicator.everything.get(indicator_set=year.set, code="B1-1")
        later = SimpleNamespace(pk=1, follows=before, follows_id=before.pk, indicator_set_id=None)
        found = continued_by(busan.agency.pk, [later])
    assert found[1].standing is None


def test_what_central_said_and_what_was_reported_stand_with_the_item(year, busan, central):
    u.sent(central, busan)
    u.close(central, busan, "B1-1")
    plan = u.plan_of(busan)
    with within(central.agency):
        rows = standings_of(Actor.of(central.officer), plan)
        assert [(one.item.indicator.code, one.state) for one in rows] == [("A1-1", "under_way"), ("B1-1", "closed")]
        assert (Progress.everything.count(), ItemRemark.everything.count()) == (2, 1)
