"""Runs: how full they are is counted by their house; a late answer of the malware scan stands beside the material."""
from celery import shared_task

from accounts.actors import Actor
from core.tasks import carried_on, every_agency
from core.tenancy import within
from training.queries import run as queries
from training.workflow.run import count_seats, note_scan

FOLLOWING = Actor.system("runs of courses")
AT_ONCE = 200


@shared_task
def follow_runs():
    """At each agency. Returns how much there was to do."""
    return sum(follow_runs_at(agency) for agency in every_agency())


def follow_runs_at(agency):
    with within(agency):
        found = [(work, list(rows(FOLLOWING)[:AT_ONCE])) for work, rows in (
            (count_seats, queries.runs_to_count), (note_scan, queries.materials_in_doubt))]
    return sum(bool(carried_on(agency, work, row, actor=FOLLOWING)) for work, rows in found for row in rows)
