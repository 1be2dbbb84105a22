"""Errands of the desk: fetch by id, one workflow call. And what it counts over all apps."""
from celery import shared_task

from accounts.actors import Actor
from agencies.workflow.aggregate import keep_figures
from core.tasks import carried_on, every_agency
from desk import workflow
from desk.counting import figures_by_year
from desk.models import ImportRun

WORKER = Actor.system("imports")
COUNTING = Actor.system("certification in figures")


def check_import(*, run_id):
    """Look at a spreadsheet that was handed in."""
    workflow.check_import(ImportRun.everything.get(pk=run_id), actor=WORKER)


def carry_out_import(*, run_id):
    """Enter what was confirmed."""
    workflow.carry_out_import(ImportRun.everything.get(pk=run_id), actor=WORKER)


@shared_task
def count_certification():
    """At each agency every year anew, from what is kept: what no beat did is made good by the next. Returns how many agencies changed."""
    return sum(bool(carried_on(agency, count_at, agency, actor=COUNTING)) for agency in every_agency() if not agency.is_central)


def count_at(agency, *, actor):
    return keep_figures(agency, figures_by_year(actor), actor=actor)
