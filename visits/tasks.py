"""Errands of visits: fetch by id, one workflow call."""
from accounts.actors import Actor
from visits import workflow
from visits.models import KitPaper

WORKER = Actor.system("visits")


def make_kit(*, paper_id):
    """Put the visit kit on paper."""
    workflow.keep_kit(KitPaper.everything.select_related("visit").get(pk=paper_id), actor=WORKER)
