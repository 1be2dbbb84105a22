"""The four steps in figures: all agencies at Central, an agency's own years; what nobody records yet is no zero."""
import csv
import io
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from openpyxl import load_workbook

from accounts.actors import Actor
from agencies import steps
from agencies.definitions import CERTIFICATION, FOUR_STEPS, HIDDEN
from agencies.models import PublishedResult
from agencies.queries.steps import numbers, shares
from agencies.workflow import disclosure
from agencies.workflow.aggregate import keep_figures
from core import clock
from core.tenancy import within
from desk.tasks import COUNTING
from tests import factories as f
from tests.agencies import resulting as r
from tests.agencies.resulting import at_central, noticed
from tests.agencies.test_aggregates import counts
from tests.desk.conftest import sit_down, words_of  # noqa: F401

pytestmark = pytest.mark.django_db
CENTRAL, OWN, CERTIFIED = "/central/management/steps/", "/busan/management/steps/own/", "/central/management/certified/"


def results(central, year, said):
    at_central(central, disclosure.enter_past_results, year, {
        place.agency: ("assessed", "", Decimal(total), "B") if total else ("exempt", "설립 후 1년 미만", None, "")
        for place, total in said}, by="manager")


def counted(place, **years):
    """`y2025={...}`: what the agency's job counted."""
    with within(place.agency):
        keep_figures(place.agency, {int(year[1:]): (date(int(year[1:]), 12, 31), counts(**some)) for year, some in years.items()},
                     actor=COUNTING)


def rows_in(page):
    """{agency: [cells]} of the first table."""
    table = page.content.decode().split("<tbody>")[1].split("</tbody>")[0]
    plain = [[re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", cell)).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
             for row in re.findall(r"<tr.*?</tr>", table, re.S)]
    return {cells[0]: cells[1:] for cells in plain}


# ---- Central

def test_central_reads_all_agencies_of_a_year_and_the_change_against_the_year_before(busan, daegu, central, sit_down):  # noqa: F811
    results(central, 2023, [(busan, "71.2"), (daegu, None)])
    results(central, 2024, [(busan, "75.5"), (daegu, "80")])
    counted(busan, y2023={"providers": 7}, y2024={"providers": 33})
    counted(daegu, y2024={"providers": 3})
    rows = rows_in(sit_down(central.officer).get(f"{CENTRAL}?lang=en"))
    assert rows["Busan Social Service Agency"] == [
        "–", "75.50 (+4.30)", "B", "not recorded yet", "33 (+26)", "–"]
    assert rows[daegu.agency.name_en] == ["–", "80.00", "B", "not recorded yet", "fewer than 5", "–"]
    rows = rows_in(sit_down(central.officer).get(f"{CENTRAL}?lang=en&year=2023"))
    assert rows[daegu.agency.name_en][1:3] == ["exempt", "exempt"] and rows[daegu.agency.name_en][4] == "–"


def test_what_is_not_published_is_not_shown_to_central_as_a_score(busan, daegu, central, sit_down):  # noqa: F811
    results(central, 2024, [(busan, "75.5"), (daegu, "80")])
    with within(central.agency):
        PublishedResult.everything.filter(assessed=daegu.agency).update(published_at=None)
    assert rows_in(sit_down(central.officer).get(f"{CENTRAL}?lang=en"))[daegu.agency.name_en][1] == "–"


def test_a_click_on_a_heading_sorts_and_what_is_not_known_comes_last(busan, daegu, central, sit_down):  # noqa: F811
    third = f.AgencyFactory(name_en="Third")
    results(central, 2024, [(busan, "75.5"), (daegu, "80")])
    browser = sit_down(central.officer)
    order = [list(rows_in(browser.get(f"{CENTRAL}?lang=en&sort={sort}"))) for sort in ("-score", "score", "nonsense'\"<")]
    both = ["Busan Social Service Agency", daegu.agency.name_en]
    assert order == [[*reversed(both), str(third.name_en)], [*both, str(third.name_en)], order[2]] and set(order[2]) == {*both, "Third"}
    assert 'aria-sort="descending"' in browser.get(f"{CENTRAL}?sort=-score").content.decode()


def test_the_drawings_have_words_and_no_name_twice(busan, daegu, central, sit_down):  # noqa: F811
    for year, total in ((2023, "71.2"), (2024, "75.5")):
        results(central, year, [(busan, total), (daegu, "80")])
    counted(busan, y2023={"providers": 7}, y2024={"providers": 33})
    counted(daegu, y2023={"providers": 3}, y2024={"providers": 9})
    page = sit_down(central.officer).get(f"{CENTRAL}?lang=en").content.decode()
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names)) and page.count('class="score-') == 4 and page.count("<desc") == 4
    assert "2023: 7. 2024: 42." in page                # three of Daegu's are hidden, and the sum leaves them out


def test_a_figure_plugs_in_by_one_line(busan, daegu, central, sit_down, monkeypatch):  # noqa: F811
    closed = {(busan.agency.pk, 2023): (1, 3), (busan.agency.pk, 2024): (3, 4), (daegu.agency.pk, 2024): (0, 0)}
    plugged = [one for one in steps.SOURCES if one.keys[0] not in ("improved", "activity")]
    monkeypatch.setattr(steps, "SOURCES", (*plugged, steps.Source(("improved",), shares("improved", lambda actor: closed)),
                                           steps.Source(("activity",), numbers("activity", lambda actor: {(busan.agency.pk, 2024): 0}))))
    rows = rows_in(sit_down(central.officer).get(f"{CENTRAL}?lang=en&year=2024"))
    assert rows["Busan Social Service Agency"][0] == "0" and rows["Busan Social Service Agency"][-1] == "75.0 % (3 / 4) (+41.7)"
    assert rows[daegu.agency.name_en][-1] == "–"


def test_central_reads_certification_with_small_numbers_hidden_and_told_why(busan, daegu, central, sit_down, words_of):  # noqa: F811
    counted(busan, y2025={"applications": 47, "finished": 47, "certified": 26, "refused": 21, "appeals": 3, "median_days": 95})
    counted(daegu, y2025={"applications": 20, "finished": 19, "certified": 17, "refused": 2, "appeals": 6, "median_days": 88})
    page = sit_down(central.officer).get(f"{CERTIFIED}?lang=en&year=2025")
    rows = rows_in(page)
    assert rows["Busan Social Service Agency"][:6] == ["47", "47", "26", "21", "95", "fewer than 5"]
    assert rows[daegu.agency.name_en][:6] == ["hidden", "hidden", "17", "fewer than 5", "88", "6"]
    assert rows["Sum of what is shown"][:6] == [
        "47 without what is hidden", "47 without what is hidden", "43", "21 without what is hidden", "–", "6 without what is hidden"]
    with override("en"):
        assert str(HIDDEN) in words_of(page) and "Counted" in words_of(page)


def test_a_year_that_nobody_counted_says_so(busan, central, sit_down, words_of):  # noqa: F811
    assert "Not counted yet" in words_of(sit_down(central.officer).get(f"{CERTIFIED}?lang=en&year={'9' * 4000}"))
    assert sit_down(central.officer).get(f"{CENTRAL}?year=x&sort=-").status_code == 200


# ---- an agency's own

def test_an_agency_reads_its_own_years_and_what_central_reads_of_them(busan, daegu, central, sit_down, words_of):  # noqa: F811
    results(central, 2024, [(busan, "75.5"), (daegu, "80")])
    counted(busan, y2024={"providers": 3, "refused": 3, "finished": 20})
    page = sit_down(busan.auditor).get(f"{OWN}?lang=en")
    assert rows_in(page)["2024"] == ["–", "75.50", "B", "not recorded yet", "3", "–"]
    words = words_of(page)
    assert "3 Central reads: fewer than 5" in words and "20 Central reads: hidden" in words and "80.00" not in words


def test_a_preliminary_result_is_marked_and_known_to_nobody_else(busan, daegu, central, sit_down):  # noqa: F811
    year = r.year_of(central, busan, daegu)
    noticed(central, year, busan, daegu)
    assert rows_in(sit_down(busan.officer).get(f"{OWN}?lang=en"))[str(year.set.year)][1] == "81.50 preliminary"
    with within(busan.agency):
        assert set(steps.read_steps(Actor.of(busan.officer)).cells["score"]) == {(busan.agency.pk, year.set.year)}
    with within(central.agency):
        assert not steps.read_steps(Actor.of(central.officer)).cells["score"]


def test_each_houses_page_is_unknown_in_the_other(busan, central, sit_down):  # noqa: F811
    browser = sit_down(busan.manager)
    assert [browser.get(f"/busan/management/{one}").status_code for one in ("steps/", "certified/", "steps/own/")] == [404, 404, 200]
    assert sit_down(central.manager).get("/central/management/steps/own/").status_code == 404


# ---- files, definitions, cost

def test_a_file_says_each_figure_with_its_definition(busan, daegu, central, sit_down):  # noqa: F811
    results(central, 2024, [(busan, "75.5"), (daegu, "80")])
    counted(busan, y2024={"providers": 3})
    browser = sit_down(central.officer)
    lines = list(csv.DictReader(io.StringIO(browser.get(f"{CENTRAL}figures.csv?lang=en").content.decode("utf-8-sig"))))
    with override("en"):
        wanted = {str(one.name): str(one.meaning) for one in FOUR_STEPS}
    assert {line["Figure"]: line["Definition"] for line in lines} == wanted and len(lines) == 2 * len(wanted)
    assert {line["Value"] for line in lines if line["Agency"].startswith("Busan") and line["Figure"] == "Certified providers"} == {
        "fewer than 5"}
    book = load_workbook(io.BytesIO(browser.get(f"{CERTIFIED}figures.xlsx?lang=en").content))
    table, meanings = book.worksheets
    with override("en"):
        assert [cell.value for cell in table[1]][2:] == [str(one.name) for one in CERTIFICATION]
        assert "fewer than 5" in [cell.value for cell in table[2]] and meanings["A1"].value == str(HIDDEN)
    own = sit_down(busan.officer).get("/busan/management/certified/figures.csv?lang=en").content.decode()
    assert "fewer than 5" not in own and daegu.agency.name_en not in own


def test_the_guide_says_every_definition_in_the_same_words():
    guide = (Path(settings.BASE_DIR) / "docs" / "guide.md").read_text()
    with override("en"):
        missing = [one.key for one in (*FOUR_STEPS, *CERTIFICATION) if f"| {one.name} | {one.meaning} |" not in guide]
        assert not missing and str(HIDDEN) in guide


@pytest.mark.parametrize("address", [CENTRAL, CERTIFIED, OWN])
def test_a_page_asks_little_and_no_more_for_more_agencies(address, busan, daegu, central, sit_down):  # noqa: F811
    results(central, 2023, [(busan, "71.2")])
    results(central, 2024, [(busan, "75.5")])
    counted(busan, y2023={"providers": 7}, y2024={"providers": 33})
    browser, asked_for = sit_down(busan.officer if address == OWN else central.officer), []
    browser.get(address)
    for turn in range(2):
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(address).status_code == 200
        asked_for.append([one["sql"] for one in asked if "FROM" in one["sql"]])
        if turn == 0:
            third = f.AgencyFactory()
            counted(daegu, y2023={"providers": 9}, y2024={"providers": 12})
            results(central, 2025, [(busan, "80"), (daegu, "81")])
            with within(central.agency):
                PublishedResult.everything.create(year=2025, assessed=third, standing="assessed", grade="B", published_at=clock.now())
    assert len(asked_for[0]) == len(asked_for[1]) <= 11, "\n".join(asked_for[1])
