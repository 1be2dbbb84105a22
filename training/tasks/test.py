"""Tests across houses: graded where the keys are, told where the person is, by state."""
from celery import shared_task

from accounts.actors import Actor
from core.tasks import carried_on, every_agency
from core.tenancy import within
from training.queries.test import attempts_to_grade, scores_to_tell
from training.workflow.test import grade_attempt, tell_score

GRADING = Actor.system("tests of training")
AT_ONCE = 200


@shared_task
def grade_attempts():
    """At each agency: what was handed in for its runs, and what its people are still to be told. Returns how much that was."""
    return sum(follow_tests(agency) for agency in every_agency())


def follow_tests(agency):
    with within(agency):
        found = [(work, list(rows(GRADING)[:AT_ONCE])) for work, rows in ((grade_attempt, attempts_to_grade), (tell_score, scores_to_tell))]
    return sum(bool(carried_on(agency, work, row, actor=GRADING)) for work, rows in found for row in rows)
