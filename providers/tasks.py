"""Errands of providers: fetch by id, one call; and what is tidied up from time to time."""
from celery import shared_task

from accounts.actors import Actor
from accounts.tasks import send_while_open
from core.tasks import every_agency
from core.tenancy import within
from providers import workflow
from providers.models import ProviderInvitation

TIDYING = Actor.system("unfinished uploads expire")


def send_invitation(*, invitation_id):
    """The message with the link; nothing is sent for what was accepted, withdrawn or is too old by now."""
    send_while_open(ProviderInvitation.everything.select_related("agency", "provider").get(pk=invitation_id))


@shared_task
def expire_uploads():
    """Delete uploads that were left for too long, with their parts. Returns how many."""
    return sum(expire_uploads_at(agency) for agency in every_agency())


def expire_uploads_at(agency):
    with within(agency):
        return workflow.expire_uploads(actor=TIDYING)
