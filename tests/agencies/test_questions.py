"""The question round: proposed by assessors, sent without their names, answered once by the agency, late answers marked; each house tells
its own people."""
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from agencies.models import Answer, ManagementIndicator, ProposedQuestion, Question, QuestionBundle
from agencies.tasks.rating import TELLING, follow_ratings, tell_of_ratings
from agencies.workflow.answer import save_answer, send_answers, tell_of_bundle
from agencies.workflow.question import propose_question, send_questions
from core import clock
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from correspondence.models import Deadline
from tests.agencies.rating import confirmed, participation_of, sheet_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def year(busan, daegu, central):
    return confirmed(central, busan, daegu)


def indicator(code="A1-1"):
    return ManagementIndicator.everything.get(code=code)


def proposed(year, busan, text="비전은 언제 세웠습니까?"):
    return propose_question(sheet_of(year.people[0], busan), indicator(), text=text, actor=Actor.of(year.people[0]))


def sent(year, busan, central, count=1):
    with within(central.agency):
        rows = [proposed(year, busan, f"질의 {place}") for place in range(count)]
        return send_questions(participation_of(busan), [(one, one.indicator, one.text) for one in rows], actor=year.officer)


def seen(who, place, model):
    with within(place.agency):
        return model.objects.visible_to(Actor.of(who)).count()


def answer_all(busan, bundle, who, *, arrived_at=None, text="답변입니다."):
    with within(busan.agency):
        stands = dict(Answer.everything.values_list("question", "version"))
        rows = {one.pk: (text, stands.get(one.pk, 0)) for one in Question.everything.filter(bundle=bundle)}
        return send_answers(QuestionBundle.everything.get(pk=bundle.pk), rows, actor=Actor.of(who), arrived_at=arrived_at or clock.now())


def test_the_agency_reads_the_question_and_never_who_asked(year, busan, daegu, central):
    sent(year, busan, central)
    assert (seen(busan.officer, busan, Question), seen(busan.director, busan, QuestionBundle)) == (1, 1)
    assert seen(busan.officer, busan, ProposedQuestion) == seen(busan.assessor, busan, Question) == 0
    assert seen(daegu.officer, daegu, Question) == seen(daegu.officer, daegu, QuestionBundle) == 0
    assert not {field.name for field in Question._meta.fields} & {"user", "proposed_by", "asked_by"}


def test_a_proposal_is_read_by_who_made_it_and_by_centrals_staff(year, busan, central):
    with within(central.agency):
        proposed(year, busan)
    assert [seen(who, central, ProposedQuestion) for who in (year.people[0], year.people[1], central.officer)] == [1, 0, 1]


def test_only_of_ones_own_area_and_only_with_words(year, busan, central):
    with within(central.agency):
        sheet, actor = sheet_of(year.people[0], busan), Actor.of(year.people[0])
        with pytest.raises(Refused, match="your area"):
            propose_question(sheet, indicator("B1-1"), text="?", actor=actor)
        with pytest.raises(Refused, match="write the question"):
            propose_question(sheet, indicator(), text=" ", actor=actor)
        with pytest.raises(PermissionDenied):
            propose_question(sheet, indicator(), text="?", actor=Actor.of(year.people[1]))


def test_a_question_is_sent_once_and_by_centrals_officers(year, busan, central):
    with within(central.agency):
        row, part = proposed(year, busan), participation_of(busan)
        for who in (central.auditor, central.director, year.people[0]):
            with pytest.raises(PermissionDenied):
                send_questions(part, [(row, row.indicator, "질의")], actor=Actor.of(who))
        with pytest.raises(Refused, match="at least one"):
            send_questions(part, [], actor=year.officer)
        bundle = send_questions(part, [(row, row.indicator, "고친 질의")], actor=year.officer)
        with pytest.raises(Refused, match="meanwhile"):
            send_questions(part, [(row, row.indicator, "질의")], actor=year.officer)
        assert Question.everything.get(bundle=bundle).text == "고친 질의"
        with pytest.raises(IntegrityError, match="question that was sent stays"), transaction.atomic():
            Question.everything.update(text="다른 질의")


def test_the_agencys_own_job_opens_the_deadline_and_tells_once(year, busan, central):
    bundle = sent(year, busan, central)
    assert tell_of_ratings(busan.agency) == 1
    assert tell_of_ratings(busan.agency) == 0
    with within(busan.agency):
        tell_of_bundle(bundle, actor=TELLING)           # a second worker that had found it in the same minute
        deadline = Deadline.everything.get(kind="management.questions")
        assert deadline.last_day == bundle.due_on
        assert Errand.everything.filter(arguments__event="management.questions").count() == 1
    with within(central.agency):
        assert not Deadline.everything.filter(kind="management.questions").exists()


def test_an_answer_is_the_agencys_alone_until_it_is_sent_then_the_assessors_read_it(year, busan, daegu, central):
    bundle = sent(year, busan, central)
    with within(busan.agency):
        question = Question.everything.get(bundle=bundle)
        save_answer(question, text="2025년 3월", base_version=0, actor=Actor.of(busan.officer))
    people = (central.officer, year.people[0], year.people[1])
    assert [seen(who, central, Answer) for who in people] == [0, 0, 0]
    answer_all(busan, bundle, busan.manager)
    assert [seen(who, central, Answer) for who in people] == [1, 1, 1]
    assert seen(daegu.officer, daegu, Answer) == 0
    assert follow_ratings() >= 1
    with within(central.agency):
        assert Errand.everything.filter(arguments__event="management.answers").count() == 1
        assert Answer.everything.get().received_at


def test_answers_are_sent_together_and_once(year, busan, central):
    bundle = sent(year, busan, central, count=2)
    with pytest.raises(Refused, match="Still empty: 1, 2"):
        answer_all(busan, bundle, busan.officer, text=" ")
    for who in (busan.director, busan.auditor, busan.assessor):
        with pytest.raises(PermissionDenied):
            answer_all(busan, bundle, who)
    answer_all(busan, bundle, busan.officer)
    with pytest.raises(Refused, match="were sent"):
        answer_all(busan, bundle, busan.officer, text="또 다른 답변")
    with within(busan.agency), pytest.raises(IntegrityError, match="answer that was sent stays"), transaction.atomic():
        Answer.everything.update(text="다른 답변")


def test_a_late_answer_is_taken_and_marked(year, busan, central):
    bundle = sent(year, busan, central)
    tell_of_ratings(busan.agency)
    midnight = datetime.combine(bundle.due_on + timedelta(days=1), datetime.min.time(), clock.SEOUL)
    with transaction.atomic():
        answer_all(busan, bundle, busan.officer, arrived_at=midnight - timedelta(seconds=1))
        with within(busan.agency):
            assert Answer.everything.get().days_late == 0
        transaction.set_rollback(True)
    answer_all(busan, bundle, busan.officer, arrived_at=midnight + timedelta(days=2))
    with within(busan.agency):
        assert Answer.everything.get().days_late == 3
        assert Deadline.everything.get(kind="management.questions").outcome == "late"


def test_an_older_page_never_overwrites_a_newer_answer(year, busan, central):
    bundle = sent(year, busan, central)
    with within(busan.agency):
        question, actor = Question.everything.get(bundle=bundle), Actor.of(busan.officer)
        save_answer(question, text="먼저", base_version=0, actor=actor)
        assert save_answer(question, text="나중", base_version=0, actor=Actor.of(busan.manager)).conflict
        answered = send_answers(QuestionBundle.everything.get(pk=bundle.pk), {question.pk: ("나중", 0)}, actor=actor,
                                arrived_at=clock.now())
        assert answered.conflict and Answer.everything.get().sent_at is None
