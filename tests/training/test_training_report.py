"""Reports of training: the figures equal an independent recount by plain SQL, surveys of a few are silent, each house reads its own."""
import io
from datetime import timedelta

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from tests.factories.training import CourseFactory
from tests.training.completing import by_hand, finish, past_run, sheets, took_part
from training.models import TrainingPlan
from training.queries import report as queries

pytestmark = pytest.mark.django_db

RECOUNT = """
SELECT co.category, co.name_ko, to_char(c.until_on, 'YYYY-MM'), c.house_name, count(DISTINCT c.run_id), count(*), count(DISTINCT c.user_id),
       sum(c.minutes), count(*) FILTER (WHERE c.outcome = 'completed')
  FROM training_completion c JOIN training_run r ON r.id = c.run_id JOIN training_course co ON co.id = r.course_id
 WHERE c.is_current AND c.{owner}_id = %s AND extract(year FROM c.until_on) = %s
 GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""


@pytest.fixture
def year(busan, daegu, central):
    """Two courses, three runs of two months, two houses; somebody twice, somebody not completed, one decided by hand. Returns the year."""
    noon = clock.now()
    with clock.travel(noon.replace(month=11, day=25)):
        with within(central.agency):
            common, expert = CourseFactory(code="A", name_ko="공통"), CourseFactory(code="B", category="expert", name_ko="전문")
        runs = [past_run(central, days=days, course=course, number=number)
                for number, (days, course) in enumerate(((40, common), (3, common), (3, expert)), 1)]
        for run in runs:
            took_part(busan, busan.officer, run)
        took_part(busan, busan.manager, runs[0], minutes=(180, 0))
        took_part(daegu, daegu.officer, runs[1])
        late = took_part(daegu, daegu.manager, runs[2], minutes=(90, 90))
        for run in runs:
            finish(central, run)
        by_hand(central, late, "completed")
        own = past_run(busan, course__category="leadership", course__code="L")
        took_part(busan, busan.trainer, own)
        finish(busan, own)
    return noon.year


def read(place, year, whose, *by, who="trainer"):
    with within(place.agency):
        rows = queries.facts_of_year(Actor.of(getattr(place, who)), year, whose)
        return queries.grouped(rows, queries.surveys_of(rows, whose), *by)


@pytest.mark.parametrize(("where", "whose", "owner", "lines"), [
    ("central", queries.HELD, "agency", 5), ("busan", queries.OWN, "house", 4), ("daegu", queries.OWN, "house", 2),
    ("busan", queries.HELD, "agency", 1)])
def test_the_figures_are_those_of_a_recount(where, whose, owner, lines, year, request):
    place = request.getfixturevalue(where)
    found = sorted((row["run__course__category"], keys[1][1], keys[2][1], keys[3][1], len(one.runs), one.persons, one.distinct, one.minutes,
                    one.completed) for keys, one in read(place, year, whose, *queries.DIMENSIONS)
                   for row in [{"run__course__category": queries.Category.values[keys[0][0]]}])
    with within(place.agency), connection.cursor() as cursor:
        cursor.execute(RECOUNT.format(owner=owner), [place.agency.pk, year])
        counted = sorted(cursor.fetchall())
    assert found == counted and len(found) == lines


def test_persons_are_counted_cumulative_and_distinct(year, central):
    (_keys, total), = read(central, year, queries.HELD)
    assert (len(total.runs), total.persons, total.distinct, total.completed) == (3, 6, 4, 5)
    assert (total.hours, total.person_hours, total.rate) == (18.0, 30.0, 83.3)
    by_month = {keys[0][1]: one.persons for keys, one in read(central, year, queries.HELD, queries.MONTH)}
    assert by_month == {f"{year}-10": 2, f"{year}-11": 4}


def test_a_house_reads_its_own_people_alone(year, busan, daegu):
    assert [keys[0][1] for keys, _one in read(daegu, year, queries.OWN, queries.HOUSE)] == ["대구광역시행복진흥사회서비스원"]
    assert read(daegu, year, queries.HELD) == []
    assert read(busan, year, queries.OWN, who="employee") == []              # the door, for whoever gets past the page


def test_satisfaction_is_told_from_five_sheets_of_a_run_and_never_by_a_difference(busan, daegu, central):
    run, small = past_run(central), past_run(central)
    for each in (run, small):
        took_part(busan, busan.officer, each)
        took_part(daegu, daegu.officer, each)
        finish(central, each)
    year = (clock.today() - timedelta(days=2)).year
    sheets(busan, run, 5, 5, 4, 4, 2)
    sheets(busan, small, 1, 1, 1, 1)

    def said(place, whose, *by):
        return {keys and keys[0][1]: one.satisfaction for keys, one in read(place, year, whose, *by)}
    assert said(central, queries.HELD) == {(): 4.0}                            # of the small run nothing
    assert said(central, queries.HELD, queries.HOUSE)["부산광역시사회서비스원"] == 4.0
    sheets(daegu, run, 1, 1, 1, 1)                                            # four: neither they nor the rest of the run
    assert said(central, queries.HELD) == {(): 2.67}
    assert said(central, queries.HELD, queries.HOUSE) == {"부산광역시사회서비스원": None, "대구광역시행복진흥사회서비스원": None}
    assert said(daegu, queries.OWN) == {(): None} and said(busan, queries.OWN) == {(): 4.0}
    sheets(daegu, run, 1)
    assert said(central, queries.HELD, queries.HOUSE) == {"부산광역시사회서비스원": 4.0, "대구광역시행복진흥사회서비스원": 1.0}


def test_plan_against_result(year, central):
    with within(central.agency):
        TrainingPlan.everything.create(year=year, category="common", runs=4, persons=10)
        TrainingPlan.everything.create(year=year, category="individual", runs=1, persons=20)
        actor = Actor.of(central.director)
        lines = queries.plan_against_result(actor, year, queries.facts_of_year(actor, year, queries.HELD))
    assert [(one.category, one.runs_rate, one.persons_rate, len(one.figures.runs)) for one in lines] == [
        ("common", 50.0, 30.0, 2), ("individual", 0.0, 0.0, 0), ("expert", None, None, 1)]


def page(browser, slug, words=""):
    return browser.get(f"/{slug}/training/report/?lang=en{words}")


def test_the_page_shows_figures_a_chart_and_the_plan(year, central, sit_down, words_of):
    browser = sit_down(central.trainer)
    answer = page(browser, "central", "&by=agency")
    words = words_of(answer)
    assert "83.3 %" in words and "부산광역시사회서비스원" in words and b"score-bars" in answer.content
    assert "Plan against result" in words and answer.content.count(b'aria-current="page"') >= 3
    for more in ("&by=month", "&by=course", "&by=x&year=x&whose=x", "&whose=own"):
        assert page(browser, "central", more).status_code == 200


def test_pages_are_for_who_reads_training_and_say_when_there_is_nothing(busan, sit_down, words_of):
    assert "No figures yet" in words_of(page(sit_down(busan.director), "busan"))
    for who in ("employee", "assessor", "owner", "observer"):
        assert page(sit_down(getattr(busan, who)), "busan").status_code in (403, 404), who


def test_the_workbook_holds_every_line_and_the_total(year, central, daegu, sit_down):
    answer = sit_down(central.officer).get(f"/central/training/report/report.xlsx?year={year}&lang=en")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert len(rows) == 1 + 5 + 1 and rows[0][:4] == ["Category", "Course", "Month", "Agency"]
    assert rows[-1][0] == "All together" and rows[-1][4:8] == ["3", "18.0", "6", "4"]
    assert sit_down(daegu.employee).get("/daegu/training/report/report.xlsx").status_code in (403, 404)


def test_the_page_asks_as_much_for_one_as_for_three(busan, central, sit_down):
    def held():
        run = past_run(central)
        took_part(busan, busan.officer, run)
        finish(central, run)
    held()
    browser = sit_down(central.trainer)

    def statements():
        with CaptureQueriesContext(connection) as seen:
            assert page(browser, "central", "&by=course").status_code == 200
        return len(seen)
    statements()
    asked = statements()
    held()
    held()
    assert statements() == asked
