"""The job of mandatory training: each house follows its own people."""
from celery import shared_task

from accounts.actors import Actor
from core.tasks import carried_on, every_agency
from training.workflow.coverage import follow_coverage_here

FOLLOWING = Actor.system("mandatory training")


@shared_task
def follow_coverage():
    """At each agency what is missing is held open and reminded of, and the year is counted anew. Returns how many agencies changed."""
    return sum(bool(carried_on(agency, _followed, agency, actor=FOLLOWING)) for agency in every_agency())


def _followed(_agency, *, actor):
    return follow_coverage_here(actor=actor)
