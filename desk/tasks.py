"""Errands of the desk: fetch by id, one workflow call."""
from accounts.actors import Actor
from desk import workflow
from desk.models import ImportRun

WORKER = Actor.system("imports")


def check_import(*, run_id):
    """Look at a spreadsheet that was handed in."""
    workflow.check_import(ImportRun.everything.get(pk=run_id), actor=WORKER)


def carry_out_import(*, run_id):
    """Enter what was confirmed."""
    workflow.carry_out_import(ImportRun.everything.get(pk=run_id), actor=WORKER)
