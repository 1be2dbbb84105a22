"""The test of a run: its questions, somebody's attempts, and the best points."""
from django.db.models import Max

from core.tenancy import current_agency_id
from training.models import TestAttempt, TestKey, TestQuestion


def questions_of_test(actor, run):
    """What is asked today, in order."""
    return TestQuestion.objects.visible_to(actor).filter(course=run.course_id, retired_at=None).order_by("position", "pk")


def attempts_of(actor, enrolment):
    """In their order."""
    return TestAttempt.objects.visible_to(actor).filter(enrolment=enrolment).order_by("number")


def asked_in(actor, attempt):
    """[(question, [(place, words)])] in the order of this attempt; questions that were retired meanwhile too."""
    asked = TestQuestion.objects.visible_to(actor).in_bulk([question for question, _places in attempt.order])
    return [(asked[question], [(place, asked[question].choice_text(place)) for place in places])
            for question, places in attempt.order if question in asked]


def best_scores(actor, run):
    """{enrolment pk: points}: the best of each who has a graded attempt."""
    graded = TestAttempt.objects.visible_to(actor).filter(enrolment__run=run, score__isnull=False)
    return dict(graded.order_by().values_list("enrolment").annotate(best=Max("score")))


def attempts_to_grade(actor):
    """Handed in for runs of this house."""
    return TestAttempt.objects.visible_to(actor).filter(host=current_agency_id(), handed_in_at__isnull=False, graded_at=None).order_by("pk")


def scores_to_tell(actor):
    """Of this house's people."""
    return TestAttempt.objects.visible_to(actor).filter(agency=current_agency_id(), graded_at__isnull=False, told_at=None).order_by("pk")


def keys_of(actor, questions):
    """{question pk: places that are right}: only in the house whose course it is."""
    return dict(TestKey.objects.visible_to(actor).filter(question__in=questions).values_list("question", "right"))
