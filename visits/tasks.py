"""Errands of visits (fetch by id, one workflow call), and what is tidied up from time to time."""
from celery import shared_task

from accounts.actors import Actor
from core.tasks import every_agency
from core.tenancy import within
from visits import workflow
from visits.models import KitPaper

WORKER = Actor.system("visits")
TIDYING = Actor.system("photos that never arrived whole expire")


def make_kit(*, paper_id):
    """Put the visit kit on paper."""
    workflow.keep_kit(KitPaper.everything.select_related("visit").get(pk=paper_id), actor=WORKER)


@shared_task
def drop_old_parts():
    """Delete parts of photos of which nothing has come for long; the device begins anew. Returns how many parts."""
    return sum(drop_old_parts_at(agency) for agency in every_agency())


def drop_old_parts_at(agency):
    with within(agency):
        return workflow.drop_old_parts(actor=TIDYING)
