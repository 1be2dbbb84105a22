"""Courses and their questions: written, offered, closed, discarded by their house; who has to have them; what is never changed."""
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from tests.factories.training import CourseFactory, RunFactory, enrolled
from training import models
from training.queries import course as queries
from training.workflow import course as workflow
from training.workflow import survey_question as surveys
from training.workflow import test_question as tests

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
COURSES = "/busan/training/keep/courses/"
FACTS = {"code": "COM-01", "category": "common", "name_ko": "신규직원 기본과정", "name_en": "Induction", "target_ko": "신규직원",
         "target_en": "",
         "aims_ko": "기관을 이해한다.", "aims_en": "", "content_ko": "조직과 업무", "content_en": "", "minutes": 360, "least_percent": 80,
         "asks_survey": True, "least_score": None, "attempts": 3, "valid_months": None, "qualifies": False}
DUTY = {"for_whom": "staff", "within_days": 90, "from_on": date(2026, 1, 1)}
CHOICES = [{"ko": "7일", "en": "7 days"}, {"ko": "14일", "en": ""}]


def at(place, work, *args, by="trainer", **facts):
    with within(place.agency):
        return work(*args, actor=Actor.of(getattr(place, by)), **facts)


def written(place, **facts):
    return at(place, workflow.write_course, **{**FACTS, **facts})


def typed(**facts):
    return {name: "" if value is None else value for name, value in {**FACTS, **facts}.items() if value is not False}


def names(place, query=queries.own_courses, by="trainer", **wanted):
    with within(place.agency):
        return [one.name_ko for one in query(Actor.of(getattr(place, by)), **wanted)]


# ---- the course

def test_a_course_goes_from_draft_to_catalogue_is_closed_and_offered_again(busan, daegu, central):
    course = written(central)
    assert names(busan, queries.offered_courses, by="employee") == []
    at(central, workflow.offer_course, course)
    for place, by in ((busan, "employee"), (daegu, "assessor")):
        assert names(place, queries.offered_courses, by=by) == ["신규직원 기본과정"]
    at(central, workflow.close_course, course)
    assert names(busan, queries.offered_courses, by="employee") == []
    again = at(central, workflow.offer_course, course)
    assert again.published_at and names(busan, queries.offered_courses, by="employee") == ["신규직원 기본과정"]
    with within(central.agency):
        assert {"course.written", "course.offered", "course.closed", "course.reopened"} <= set(
            AuditEvent.everything.values_list("verb", flat=True))


def test_only_keepers_of_the_house_write_and_change(busan, central):
    course = written(central)
    for by in ("director", "employee", "auditor", "admin", "assessor"):
        for work, args in ((workflow.write_course, ()), (workflow.offer_course, (course,)), (workflow.discard_course, (course,)),
                           (workflow.close_course, (course,))):
            with pytest.raises(PermissionDenied):
                at(central, work, *args, by=by, **(FACTS if not args else {}))
        with pytest.raises(PermissionDenied):
            at(central, workflow.add_duty, course, by=by, **DUTY)
        with pytest.raises(PermissionDenied):
            at(central, surveys.add_survey_question, course, kind="text", text_ko="?", by=by)
    at(central, workflow.offer_course, course)
    with pytest.raises(PermissionDenied):
        at(busan, workflow.close_course, course)
    with pytest.raises(PermissionDenied):
        at(busan, surveys.add_survey_question, course, kind="text", text_ko="?")


def test_who_writes_on_an_older_page_is_told_and_nothing_is_lost(busan, sit_down):
    course = written(busan)
    page = f"{COURSES}{course.public_id}/change/"
    at(busan, workflow.change_course, course, base_version=1, **{**FACTS, "minutes": 420})
    answer = sit_down(busan.trainer).post(f"{page}?lang=en", typed(version=1, name_ko="내가 쓴 이름"))
    said = answer.content.decode()
    assert answer.status_code == 200 and "Somebody else has saved this course" in said and "내가 쓴 이름" in said
    with within(busan.agency):
        assert models.Course.everything.get().minutes == 420


@pytest.mark.parametrize(("wrong", "field"), [({"minutes": 0}, "minutes"), ({"least_percent": 0}, "least_percent"),
                                              ({"least_percent": 101}, "least_percent"), ({"least_score": 101}, "least_score")])
def test_what_makes_no_sense_is_refused_beside_its_field(wrong, field, busan):
    with pytest.raises(Refused) as refused:
        written(busan, **wrong)
    assert refused.value.field == field


def test_a_code_stands_once_in_a_house(busan, daegu):
    written(busan)
    written(daegu)
    with pytest.raises(Refused) as refused:
        written(busan)
    assert refused.value.field == "code"
    other = written(busan, code="COM-02")
    with pytest.raises(Refused):
        at(busan, workflow.change_course, other, base_version=1, **FACTS)


def test_a_course_with_runs_or_completions_is_kept(busan):
    with within(busan.agency):
        ran, done = CourseFactory(stage="draft", published_at=None), CourseFactory(stage="draft", published_at=None)
        RunFactory(course=ran, stage="draft", published_at=None)
        run = RunFactory(course=done)
    one = enrolled(busan, busan.employee, run)
    with within(busan.agency):
        models.Completion.everything.create(
            house=busan.agency, enrolment=one, run=run, user=busan.employee, name="이름", house_name="부산", course_name="과정",
            from_on=date(2026, 1, 1), until_on=date(2026, 1, 1), outcome="completed", minutes=1, of_minutes=1, has_survey=True,
            decided_at=run.made_at)
    for course, said in ((ran, "There are runs of this course"), (done, "People have completed this course")):
        with pytest.raises(Refused, match=said):
            at(busan, workflow.discard_course, course)
    free = written(busan)
    at(busan, workflow.discard_course, free)
    assert free.name_ko not in names(busan)
    assert names(busan, stage="discarded") == [free.name_ko]
    with pytest.raises(Refused):
        at(busan, workflow.change_course, free, base_version=1, **FACTS)
    with pytest.raises(Refused):
        at(busan, workflow.add_duty, free, **DUTY)
    with pytest.raises(Refused):
        at(busan, surveys.add_survey_question, free, kind="text", text_ko="?")


def test_a_duty_names_whom_and_asks_for_all_minutes_when_told_so(busan):
    course = written(busan)
    at(busan, workflow.add_duty, course, **DUTY)
    with within(busan.agency):
        assert models.Course.everything.get().least_percent == 80
    for wrong in ({}, {"for_whom": "role"}, {"for_whom": "assessors", "role": "manager"}):
        with pytest.raises(Refused):
            at(busan, workflow.add_duty, course, **{**DUTY, **wrong})
    duty = at(busan, workflow.add_duty, course, **{**DUTY, "for_whom": "role", "role": "manager", "make_whole": True})
    with within(busan.agency):
        assert models.Course.everything.get().least_percent == 100 and models.CourseDuty.everything.count() == 2
    with pytest.raises(PermissionDenied):
        at(busan, workflow.remove_duty, duty, by="director")
    at(busan, workflow.remove_duty, duty)
    with within(busan.agency):
        assert models.CourseDuty.everything.count() == 1


# ---- questions

def test_the_usual_survey_stands_ready_and_is_put_in_order(busan):
    course = written(busan)
    with within(busan.agency):
        actor = Actor.of(busan.trainer)
        before = list(queries.survey_of(actor, course))
        assert len(before) == 6 and before[-1].kind == "text"
        surveys.move_survey_question(before[1], up=True, actor=actor)
        surveys.move_survey_question(before[1], up=True, actor=actor)          # is first already
        assert [one.pk for one in queries.survey_of(actor, course)][:3] == [before[1].pk, before[0].pk, before[2].pk]
        surveys.retire_survey_question(before[1], actor=actor)
        assert before[1].pk not in [one.pk for one in queries.survey_of(actor, course)]
        assert surveys.add_survey_question(course, kind="likert", text_ko="새 문항", actor=actor).position == 7


def test_an_answered_question_is_not_changed_any_more(busan):
    course = written(busan)
    with within(busan.agency):
        actor, run = Actor.of(busan.trainer), RunFactory(course=course)
        first, second = list(queries.survey_of(actor, course))[:2]
        models.SurveyAnswer.everything.create(host=busan.agency, run=run, question=first, sheet=run.public_id, score=5)
        with pytest.raises(Refused, match="has been answered"):
            surveys.change_survey_question(first, text_ko="다른 뜻", actor=actor)
        surveys.change_survey_question(second, text_ko="고친 문항", actor=actor)
        surveys.retire_survey_question(second, actor=actor)
        with pytest.raises(Refused, match="asked no more"):
            surveys.change_survey_question(second, text_ko="또 고친 문항", actor=actor)
        assert models.SurveyQuestion.everything.get(pk=second.pk).text_ko == "고친 문항"


def test_the_key_of_a_test_is_its_houses_alone(busan, daegu, central):
    course = written(central, least_score=60)
    at(central, workflow.offer_course, course)
    at(central, tests.add_test_question, course, text_ko="며칠입니까?", choices=CHOICES, right=[1])
    with within(daegu.agency):
        actor = Actor.of(daegu.officer)
        assert [one.text_ko for one in queries.test_of(actor, course)] == ["며칠입니까?"]
        assert not models.TestKey.objects.visible_to(actor).exists() and not models.TestKey.everything.exists()
    with within(central.agency):
        assert models.TestKey.objects.visible_to(Actor.of(central.officer)).get().right == [1]
        assert not models.TestKey.objects.visible_to(Actor.of(central.employee)).exists()


@pytest.mark.parametrize(("choices", "right"), [(CHOICES[:1], [0]), (CHOICES, []), (CHOICES, [2]), ([CHOICES[0], CHOICES[0]], [0])])
def test_a_test_question_has_two_different_answers_and_a_right_one(choices, right, busan):
    course = written(busan)
    with pytest.raises(Refused):
        at(busan, tests.add_test_question, course, text_ko="며칠입니까?", choices=choices, right=right)


def test_a_question_that_was_asked_is_retired_and_written_anew(busan):
    course = written(busan)
    with within(busan.agency):
        actor, run = Actor.of(busan.trainer), RunFactory(course=course)
        asked, free = [tests.add_test_question(course, text_ko=words, choices=CHOICES, right=[0], actor=actor) for words in ("하나", "둘")]
    one = enrolled(busan, busan.employee, run)
    with within(busan.agency):
        models.TestAttempt.everything.create(host=busan.agency, enrolment=one, number=1, order=[asked.pk], begun_at=run.made_at)
        new = {"text_ko": "셋", "choices": CHOICES, "right": [1], "actor": actor}
        with pytest.raises(Refused, match="has been asked"):
            tests.change_test_question(asked, **new)
        tests.change_test_question(free, **new)
        assert models.TestKey.everything.get(question=free).right == [1]
        tests.move_test_question(free, up=True, actor=actor)
        assert [one.pk for one in queries.test_of(actor, course)] == [free.pk, asked.pk]
        tests.retire_test_question(asked, actor=actor)
        assert [one.pk for one in queries.test_of(actor, course)] == [free.pk]
        with pytest.raises(Refused, match="asked no more"):
            tests.change_test_question(asked, **new)
        assert models.TestQuestion.everything.count() == 2


# ---- pages

def test_a_keeper_writes_a_course_its_questions_and_duties_in_the_browser(busan, sit_down):
    client = sit_down(busan.trainer)
    answer = client.post(f"{COURSES}new/", typed(least_score=60))
    page = answer["Location"]
    assert client.post(f"{page}duties/", {**DUTY, "for_whom": "staff", "role": "manager", "make_whole": "on"}).status_code == 302
    answers = {"text_ko": "며칠입니까?", "text_en": "", "choice_0_ko": "7일", "choice_2_ko": "14일", "right_2": "on"}
    assert client.post(f"{page}test/add/", answers).status_code == 302
    assert "An answer that is empty" in client.post(f"{page}test/add/?lang=en", answers | {"right_5": "on"}).content.decode()
    assert client.post(f"{page}survey/add/", {"kind": "text", "text_ko": "한 말씀", "text_en": ""}).status_code == 302
    assert client.post(f"{page}offer/").status_code == 302
    with within(busan.agency):
        course, question = models.Course.everything.get(), models.TestQuestion.everything.get()
        assert course.least_percent == 100 and models.CourseDuty.everything.get().role == ""
        assert models.TestKey.everything.get().right == [1]
        assert [one["ko"] for one in question.choices] == ["7일", "14일"]
    shown = client.get(f"{page}?lang=en").content.decode()
    assert "in the catalogue" in shown and "며칠입니까?" in shown and "한 말씀" in shown
    for address in (f"{page}test/", f"{page}survey/", f"/busan/training/keep/test/{question.public_id}/", f"{page}change/"):
        assert client.get(address).status_code == 200, address


def test_who_only_reads_gets_no_buttons_and_others_no_page(busan, daegu, sit_down):
    course = written(busan)
    shown = sit_down(busan.director).get(f"{COURSES}{course.public_id}/").content.decode()
    assert "offer/" not in shown and "<form" not in shown.split('id="main"')[1]
    assert sit_down(busan.employee).get(COURSES).status_code == 403
    assert sit_down(daegu.trainer).get(f"/daegu/training/keep/courses/{course.public_id}/").status_code == 404


def test_another_houses_course_is_not_opened_at_the_desk(busan, central, sit_down):
    course = written(central)
    at(central, workflow.offer_course, course)
    assert names(busan) == []
    assert sit_down(busan.trainer).get(f"{COURSES}{course.public_id}/").status_code == 404
    assert sit_down(busan.trainer).get(f"/busan/training/courses/{course.public_id}/").status_code == 200


def test_the_list_costs_as_many_statements_with_three_courses_as_with_one(busan, sit_down):
    client, counts = sit_down(busan.trainer), []
    client.get(COURSES)
    for more in ("A", "BC"):
        for code in more:
            at(busan, workflow.add_duty, written(busan, code=code), **DUTY)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{COURSES}?lang=en").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
