"""Rounds of questions: what assessors propose, what was sent, what came back."""
from collections import defaultdict
from dataclasses import dataclass

from agencies.models import Answer, AnswerFile, ProposedQuestion, Question, QuestionBundle
from agencies.queries.group import assessed_in


@dataclass(frozen=True)
class Asked:
    """A question with its answer, as far as the actor may see it."""

    question: Question
    answer: Answer | None


def answered_about(actor, participation, indicator):
    """[Asked] about one indicator of an agency."""
    rows = Question.objects.visible_to(actor).filter(bundle__participation=participation, indicator=indicator)
    return _with_answers(actor, rows.select_related("bundle", "indicator").order_by("bundle__number", "position"))


def _with_answers(actor, questions):
    questions = list(questions)
    answers = {one.question_id: one for one in Answer.objects.visible_to(actor).filter(question__in=questions).prefetch_related("files")}
    return [Asked(one, answers.get(one.pk)) for one in questions]


def asked_in(actor, bundle):
    """[Asked] of a round, in their order."""
    rows = Question.objects.visible_to(actor).filter(bundle=bundle)
    return _with_answers(actor, rows.select_related("indicator", "bundle").order_by("position"))


def proposed_about(actor, participation, indicator):
    """One's own proposals that were not sent yet, or were left out."""
    rows = ProposedQuestion.objects.visible_to(actor).filter(participation=participation, indicator=indicator, question=None)
    return rows.filter(user=actor.user).order_by("pk")


def proposed_for(actor, participation):
    """What waits to be sent to an agency."""
    rows = ProposedQuestion.objects.visible_to(actor).filter(participation=participation, question=None, left_out_at=None)
    return rows.select_related("indicator", "user__person").order_by("indicator__position", "pk")


def bundles_of(actor, participation):
    """[(bundle, [Asked])], the latest first."""
    rows = QuestionBundle.objects.visible_to(actor).filter(participation=participation).order_by("-number")
    return [(one, asked_in(actor, one)) for one in rows]


def own_bundles(actor):
    """At the agency: the rounds sent to it, the latest first, with how many are answered."""
    rows = list(QuestionBundle.objects.visible_to(actor).select_related("participation").order_by("-sent_at", "-pk"))
    sent, counts = set(), defaultdict(int)
    for bundle, when in Answer.objects.visible_to(actor).values_list("question__bundle", "sent_at"):
        if when:
            sent.add(bundle)
    for bundle in Question.objects.visible_to(actor).values_list("bundle", flat=True):
        counts[bundle] += 1
    return [(one, counts[one.pk], one.pk in sent) for one in rows]


def rounds_in(actor, indicator_set):
    """[(participation, proposals waiting, rounds sent, answers that came)] of a year, in four statements."""
    rows = list(assessed_in(actor, indicator_set))
    waiting, sent, came = defaultdict(int), defaultdict(int), defaultdict(int)
    proposals = ProposedQuestion.objects.visible_to(actor).filter(participation__in=rows, question=None, left_out_at=None)
    for participation in proposals.values_list("participation", flat=True):
        waiting[participation] += 1
    for participation in Question.objects.visible_to(actor).filter(bundle__participation__in=rows).values_list(
            "bundle__participation", flat=True):
        sent[participation] += 1
    for participation in Answer.objects.visible_to(actor).filter(question__bundle__participation__in=rows).values_list(
            "question__bundle__participation", flat=True):
        came[participation] += 1
    return [(row, waiting[row.pk], sent[row.pk], came[row.pk]) for row in rows]


def answer_file(actor, public_id):
    """As far as the actor may see the answer that it came with."""
    rows = AnswerFile.objects.visible_to(actor).filter(public_id=public_id)
    return rows.select_related("answer__question__bundle__participation").first()


def bundle_to_answer(actor, public_id):
    return QuestionBundle.objects.visible_to(actor).filter(public_id=public_id).select_related("participation").first()
