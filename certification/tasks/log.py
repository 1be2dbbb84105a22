"""Jobs of the public log: entries get their place, heads are signed, the whole is checked."""
import logging

from celery import shared_task

from accounts.actors import Actor
from certification import workflow
from certification.queries import log_differences
from core.errors import Unavailable
from core.models import Pulse
from core.tasks import every_agency
from core.tenancy import within

LOGGING = Actor.system("the public log")
logger = logging.getLogger(__name__)


@shared_task
def link_logs():
    """Give what happened to certificates its place in each agency's public log. Returns how many entries."""
    linked = 0
    for agency in every_agency():
        with within(agency):
            linked += workflow.link_log(actor=LOGGING)
    return linked


@shared_task
def sign_log_heads():
    """Each agency's, once a day; where the key is away it is tried again. Returns how many were signed."""
    signed = 0
    for agency in every_agency():
        try:
            with within(agency):
                signed += workflow.sign_log_head(actor=LOGGING) is not None
        except Unavailable as away:
            logger.error("The head of the log of agency %s was not signed: %s", agency.pk, away)
    return signed


@shared_task
def check_logs():
    """Whether each agency's log holds; whatever does not is an error in the logs, and counted by /healthz. Returns how many differences."""
    found = 0
    for agency in every_agency():
        with within(agency):
            differences = log_differences()
            Pulse.objects.update_or_create(agency=agency, defaults={"log_differences": len(differences)})
        found += len(differences)
        for sentence in differences:
            logger.error("Public log of agency %s: %s", agency.pk, sentence)
    return found
