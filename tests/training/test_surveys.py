"""The survey of a run: answered once, by participants alone, and so that nobody can tell who wrote what."""
import io
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from openpyxl import load_workbook

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.tenancy import within
from desk.survey_sheet import results_xlsx
from tests.factories.training import enrolled, teaches
from tests.training.attending import held_class, several, surveyed
from training import models
from training.queries import survey as queries
from training.stages import EnrolmentStage
from training.workflow.survey import answer_survey

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def answered(place, enrolment, questions, *said, who=None):
    with within(place.agency):
        return answer_survey(enrolment, {one.pk: words for one, words in zip(questions, said, strict=True) if words is not None},
                             actor=Actor.of(who or enrolment.user))


def results(place, run, by="trainer"):
    with within(place.agency):
        return queries.results_of(Actor.of(getattr(place, by)), run)


@pytest.fixture
def lesson(central):
    """In its last hour."""
    return held_class(central, begins=-90, minutes=120)


def test_a_sheet_says_nothing_of_who_wrote_it(lesson, busan, central):
    questions, enrolment = surveyed(lesson.run), enrolled(busan, busan.employee, lesson.run)
    answered(busan, enrolment, questions, 5, 3, "더 자주 열어 주세요")
    with within(busan.agency):
        rows = list(models.SurveyAnswer.everything.all())
        assert {(row.score, row.text) for row in rows} == {(5, ""), (3, ""), (None, "더 자주 열어 주세요")}
        assert len({row.sheet for row in rows}) == 1
        assert {field.name for field in models.SurveyAnswer._meta.fields} == {
            "id", "agency", "public_id", "host", "run", "question", "sheet", "score", "text"}
        assert min(row.pk for row in rows) > 1_000_000_000 and len({row.pk for row in rows}) == 3          # no number of a sequence
        enrolment.refresh_from_db()
        assert enrolment.survey_at == clock.day_start(clock.today())                                      # the day alone
        assert not models.SurveyAnswer.objects.visible_to(Actor.of(busan.director)).exists()
    with within(central.agency):
        assert not models.SurveyAnswer.objects.visible_to(Actor.of(central.trainer)).exists()


def test_who_answers_has_a_seat_and_answers_once_in_time(lesson, busan, central):
    questions, enrolment = surveyed(lesson.run), enrolled(busan, busan.employee, lesson.run)
    for who in (busan.trainer, busan.manager):
        with pytest.raises(PermissionDenied):
            answered(busan, enrolment, questions, 5, 3, None, who=who)
    with pytest.raises(Refused, match="Please answer this question: 강사의"):
        answered(busan, enrolment, questions, 5, None, None)
    with pytest.raises(Refused, match="Please answer this question"):
        answered(busan, enrolment, questions, 5, 6, None)
    with clock.travel(lesson.ends_at - timedelta(minutes=61)), pytest.raises(Refused, match="opens in the last hour"):
        answered(busan, enrolment, questions, 5, 3, None)
    answered(busan, enrolment, questions, 5, 3, None)
    with pytest.raises(Refused, match="answered this survey already"):
        answered(busan, enrolment, questions, 1, 1, "두 번째")
    waiting = enrolled(busan, busan.officer, lesson.run, stage=EnrolmentStage.WAITING)
    with pytest.raises(Refused, match="closed"):
        answered(busan, waiting, questions, 5, 3, None)
    with within(central.agency):
        models.Run.everything.filter(pk=lesson.run_id).update(stage="finished")
    late = enrolled(busan, busan.manager, lesson.run)
    with pytest.raises(Refused, match="closed"):
        answered(busan, late, questions, 5, 3, None)
    bare = held_class(busan, begins=-90)
    with pytest.raises(Refused, match="no survey"):
        answered(busan, enrolled(busan, busan.employee, bare.run), [])


def test_nothing_is_shown_below_five_sheets(lesson, busan, daegu, central):
    questions = surveyed(lesson.run)
    for place, count in ((busan, 3), (daegu, 1)):
        for number, one in enumerate(several(place, lesson.run, count)):
            answered(place, one, questions, 5, 4, f"{place.agency.slug}{number}")
    few = results(central, lesson.run)
    assert (few.sheets, few.is_shown, few.rows, few.mean) == (4, False, (), None)
    answered(daegu, enrolled(daegu, daegu.employee, lesson.run), questions, 1, 4, None)
    enough = results(central, lesson.run)
    first, second, words = enough.rows
    assert (enough.sheets, enough.is_shown, enough.mean) == (5, True, 4.1)
    assert (first.mean, first.count, dict(first.shares)) == (4.2, 5, {5: 4, 4: 0, 3: 0, 2: 0, 1: 1}) and second.mean == 4
    assert set(words.texts) == {"busan0", "busan1", "busan2", "daegu0"}


def test_a_question_that_fewer_than_five_were_asked_is_not_shown(lesson, busan, central):
    questions = surveyed(lesson.run)
    for one in several(busan, lesson.run, 5):
        answered(busan, one, questions, 5, 4, None)
    with within(central.agency):
        new = models.SurveyQuestion.everything.create(course=lesson.run.course, position=9, kind="likert", text_ko="새 문항")
    answered(busan, enrolled(busan, busan.employee, lesson.run), [*questions, new], 5, 4, None, 1)
    shown = {row.question.pk: row for row in results(central, lesson.run).rows}[new.pk]
    assert (shown.is_hidden, shown.mean, shown.shares) == (True, None, ())


def test_results_are_read_where_the_run_is_held_and_by_who_teaches(lesson, busan, central):
    surveyed(lesson.run)
    with within(central.agency):
        teaches(lesson, central.assessor)
    for by in ("trainer", "auditor", "director", "assessor"):
        assert results(central, lesson.run, by).sheets == 0
    for place, by in ((central, "employee"), (central, "consultant"), (busan, "trainer"), (busan, "director")):
        with pytest.raises(PermissionDenied):
            results(place, lesson.run, by)


def test_results_cost_as_many_statements_with_many_sheets_as_with_five(lesson, busan, central):
    questions, counts = surveyed(lesson.run), []
    for _round in range(2):
        for one in several(busan, lesson.run, 5):
            answered(busan, one, questions, 5, 4, "말")
        with within(central.agency):
            actor = Actor.of(central.trainer)
            with CaptureQueriesContext(connection) as asked:
                queries.results_of(actor, lesson.run)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 3


def test_the_spreadsheet_says_what_the_page_says(lesson, busan, central):
    questions = surveyed(lesson.run)
    for number, one in enumerate(several(busan, lesson.run, 5)):
        answered(busan, one, questions, 5, 4, "=1+1" if number == 0 else None)
    found = results(central, lesson.run)
    rows = list(load_workbook(io.BytesIO(results_xlsx(lesson.run, found))).worksheets[0].values)
    assert rows[1][:4] == ("내용이 업무에 도움이 되었다", "5", "5.00", "5") and rows[3][-1] == "=1+1"
    hidden = results_xlsx(lesson.run, queries.Results(4))
    assert len(list(load_workbook(io.BytesIO(hidden)).worksheets[0].values)) == 1
