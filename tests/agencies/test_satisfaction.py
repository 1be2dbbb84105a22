"""Satisfaction scores brought in at Central: shown before they are written, refused by name, replaced as a whole, beside the evaluation."""
import io
from datetime import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from openpyxl import Workbook, load_workbook

from accounts.actors import Actor
from accounts.models import Province
from agencies.models import SatisfactionScore, SatisfactionSurvey
from agencies.workflow.disclosure import enter_past_results
from agencies.workflow.satisfaction import keep_satisfaction
from core import clock
from core.models import AuditEvent
from core.tenancy import within
from desk import workflow
from desk.imports import KINDS, kinds_here
from desk.models import ImportRun
from tests import factories as f
from tests.agencies.sets import frozen_set

pytestmark = pytest.mark.django_db
KIND, HEADS = "satisfaction", ("assessed", "year", "group", "code", "question", "score", "answers")
NOW = datetime(2026, 11, 2, 9, tzinfo=clock.SEOUL)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"), clock.travel(NOW):
        yield


def line(place, score, *, year=2025, group="users", code="", question="", answers=""):
    return [place.agency.name_ko, year, group, code, question, score, answers]


def book(rows, head=None):
    """As an office writes it: numbers as numbers."""
    made = Workbook()
    made.active.append(head or [one.en for one in KINDS[KIND].columns(None)])
    for row in rows:
        made.active.append(row)
    written = io.BytesIO()
    made.save(written)
    return SimpleUploadedFile("satisfaction.xlsx", written.getvalue())


def hand_in(central, rows, head=None):
    with within(central.agency):
        return workflow.start_import(KIND, book(rows, head), actor=Actor.of(central.officer))


def carried(central, rows):
    run = hand_in(central, rows)
    with within(central.agency):
        return workflow.confirm_import(run, run.digest, actor=Actor.of(central.officer))


def said(run):
    return [f"{one['place']}: {one['sentence']}" for one in run.problems]


def there(central):
    with within(central.agency):
        return [(str(one.score), one.answers) for one in SatisfactionScore.everything.filter(survey__replaced_at=None).order_by("pk")]


def published(central, year, *places):
    with within(central.agency):
        enter_past_results(year, {one.agency: ("assessed", "", Decimal("88.10"), "A") for one in places}, actor=Actor.of(central.manager))


# ---- brought in

def test_a_file_is_shown_first_and_written_when_it_is_confirmed_with_who_and_when(busan, daegu, central):
    rows = [line(busan, 92.3, answers=210), line(daegu, "88"), line(busan, 79.25, group="providers"),
            line(busan, 90, question="직원이 친절합니다", answers=205)]
    run = hand_in(central, rows)
    assert (run.stage, run.made, run.problems) == ("checked", 4, []) and not there(central)
    run = carried(central, rows)
    assert there(central) == [("92.30", 210), ("88.00", None), ("79.25", None), ("90.00", 205)]
    with within(central.agency):
        survey = SatisfactionSurvey.everything.get()
        event = AuditEvent.everything.get(verb="management.satisfaction_kept")
    assert (survey.kept_by, clock.seoul(survey.kept_at).date(), survey.published_at) == (central.officer, NOW.date(), None)
    assert survey.means == {"users": {"agencies": 2, "mean": "90.15"}, "providers": {"agencies": 1, "mean": "79.25"}}
    assert (event.actor_id, event.facts["year"], event.facts["scores"]) == (central.officer.pk, 2025, 4)


def test_every_refused_cell_is_named_by_row_and_column_and_nothing_is_written(busan, central):
    rows = [line(busan, 101), line(busan, 92.345, group="providers"), ["없는기관", 2025, "users", "", "", 90, ""],
            line(busan, 90, question="재이용", answers="많음"), line(busan, "=1+1", question="추천"), line(busan, "", question="만족")]
    run = hand_in(central, rows)
    assert run.stage == "wrong" and not there(central) and run.digest == ""
    assert said(run) == [
        "row 2, column F (Score): Write a score from 0 to 100 with at most two decimal places; here stands “101”.",
        "row 3, column F (Score): Write a score from 0 to 100 with at most two decimal places; here stands “92.345”.",
        "row 4, column A (Agency): “없는기관” is none of the possible entries. Choose one from the list.",
        "row 5, column G (Answers): Write a whole number from 1 to 9999999.",
        "row 6, column F (Score): Here stands a formula. Copy the column and paste it as values, then choose the file again.",
        "row 7, column F (Score): This cell must not be empty."]


def test_a_year_to_come_an_unknown_indicator_and_the_same_twice_are_refused_by_name(busan, central):
    frozen_set(central.agency, [busan.agency], year=2025)
    run = hand_in(central, [line(busan, 90, year=2027), line(busan, 90, code="Z9"), line(busan, 90, code="A1-1"),
                            line(busan, 91, code="A1-1")])
    assert said(run) == ["row 2, column B (Year of the evaluation): This year has not come yet.",
                         "row 3, column D (Code of the indicator): The set of 2025 has no indicator Z9.",
                         "row 5, column E (Question): The same stands in row 4 already."]


@pytest.mark.parametrize("moved", ["right", "left", "swapped"])
def test_cells_that_were_moved_are_refused_as_a_whole_with_one_sentence(busan, daegu, central, moved):
    rows = [line(busan, 92.3, answers=210), line(daegu, 88.5, answers=180), line(busan, 91.5, question="친절", answers=210)]
    turned = {"right": lambda row: ["", *row], "left": lambda row: row[1:], "swapped": lambda row: [*row[:5], row[6], row[5]]}[moved]
    run = hand_in(central, [turned(row) for row in rows])
    assert len(run.problems) == 1 and not there(central)
    assert "The cells of 3 rows are moved, from row 2 on" in run.problems[0]["sentence"]
    assert {"right": busan.agency.name_ko, "left": "2025", "swapped": "210"}[moved] in run.problems[0]["sentence"]


def test_columns_in_another_order_are_refused_before_anything_is_read(busan, central):
    head = [one.en for one in KINDS[KIND].columns(None)]
    run = hand_in(central, [line(busan, 92.3)], head=[head[1], head[0], *head[2:]])
    assert "The columns are not those of the template" in run.problems[0]["sentence"] and run.rows == 0


def test_brought_in_again_a_year_is_replaced_as_a_whole_after_it_was_confirmed(busan, daegu, central):
    carried(central, [line(busan, 92.3), line(daegu, 88), line(busan, 70, year=2024)])
    again = [line(busan, 93)]
    run = hand_in(central, again)
    assert [(one["row"], one["action"], one["detail"]) for one in run.lines] == [
        (2, "changed", "users, on the whole: 92.30 → 93.00"), (0, "changed", "users, on the whole: 88.00, is no longer there")]
    assert any("For 2025 there are scores already, brought in by" in note and "on 2026-11-02" in note for note in run.notes)
    assert len(there(central)) == 3
    carried(central, again)
    assert sorted(there(central)) == [("70.00", None), ("93.00", None)]
    with within(central.agency):
        assert SatisfactionSurvey.everything.filter(year=2025).count() == 2, "what was there is kept"
    run = hand_in(central, again)
    assert (run.left, run.changed, run.made) == (1, 0, 0)


def test_only_centrals_officers_bring_scores_in(busan, central):
    with within(busan.agency):
        assert KIND not in kinds_here()
        with pytest.raises(PermissionDenied):
            workflow.start_import(KIND, book([line(busan, 90)]), actor=Actor.of(busan.officer))
    with within(central.agency):
        facts = {"year": 2025, "assessed": busan.agency, "group": "users", "code": "", "question": "", "score": Decimal(90),
                 "answers": None}
        for user in (central.director, central.auditor, central.assessor):
            with pytest.raises(PermissionDenied):
                keep_satisfaction([facts], actor=Actor.of(user))


# ---- read

def test_an_agency_reads_its_own_scores_alone_and_not_before_the_year_is_published(busan, daegu, central):
    carried(central, [line(busan, 92.3), line(daegu, 88)])
    with within(busan.agency):
        actor = Actor.of(busan.officer)
        assert not SatisfactionScore.objects.visible_to(actor).exists() and not SatisfactionSurvey.objects.visible_to(actor).exists()
    published(central, 2025, busan, daegu)
    with within(busan.agency):
        assert [one.score for one in SatisfactionScore.objects.visible_to(actor)] == [Decimal("92.30")]
        assert SatisfactionScore.everything.count() == 1, "the wall itself hides the other's"


def test_what_is_brought_in_after_publication_is_out_at_once(busan, daegu, central):
    published(central, 2025, busan, daegu)
    carried(central, [line(busan, 92.3)])
    with within(busan.agency):
        assert SatisfactionScore.objects.visible_to(Actor.of(busan.officer)).count() == 1


def test_scores_stand_beside_totals_and_grades_and_the_import_leads_there(busan, daegu, central, sit_down, words_of):
    published(central, 2025, busan, daegu)
    browser = sit_down(central.officer)
    template = browser.get("/central/admin/imports/template/satisfaction/?lang=en")
    assert load_workbook(io.BytesIO(template.content)).worksheets[0]["A1"].value == "Agency *"
    page = browser.post("/central/admin/imports/new/satisfaction/?lang=en", {
        "file": book([line(busan, 92.3, answers=210), line(busan, 80, question="재이용 의향")])}, follow=True)
    assert "The file is right" in words_of(page)
    address = page.redirect_chain[-1][0].partition("?")[0]
    with within(central.agency):
        digest = ImportRun.everything.get().digest
    assert "To the scores" in words_of(browser.post(f"{address}carry-out/?lang=en", {"digest": digest}, follow=True))
    page = words_of(browser.get("/central/management/satisfaction/?lang=en"))
    assert "92.30 n=210" in page and "88.10" in page and "재이용 의향: 80.00" in page and "Brought in by" in page


def test_the_page_of_an_agency_and_of_a_stranger_is_unknown(busan, central, sit_down):
    assert sit_down(busan.officer).get("/busan/management/satisfaction/").status_code == 404
    assert sit_down(busan.officer).get("/busan/admin/imports/new/satisfaction/").status_code == 404
    assert "satisfaction" not in sit_down(busan.officer).get("/busan/admin/imports/").content.decode()


def test_scores_of_many_agencies_take_as_many_statements_as_those_of_one(busan, daegu, central, sit_down):
    browser = sit_down(central.officer)
    counts = []
    for more in ((), ("27", "28", "29", "30")):
        places = [busan.agency, *(f.AgencyFactory(province=Province.objects.get(code=code)) for code in more[1:])]
        with within(central.agency):
            keep_satisfaction([{"year": 2025, "assessed": one, "group": "users", "code": "", "question": question, "score": Decimal(90),
                                "answers": None} for one in places for question in ("", "친절")], actor=Actor.of(central.officer))
        browser.get("/central/management/satisfaction/")
        with CaptureQueriesContext(connection) as caught:
            browser.get("/central/management/satisfaction/")
        counts.append(len([one for one in caught if "agencies_" in one["sql"]]))
    assert counts[0] == counts[1] <= 8
