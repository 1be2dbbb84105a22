"""Jobs about the days of a certificate and its ceremony."""
import logging

from celery import shared_task

from accounts.actors import Actor
from certification import workflow
from certification.queries.certificate_life import ends_to_hold, run_out
from core.addresses import at_home_of
from core.tasks import every_agency
from core.tenancy import within

DAYS = Actor.system("a certificate's days")
logger = logging.getLogger(__name__)


@shared_task
def follow_certificates():
    """At each agency: what has run out is noted, once, and last days are reminded of. By state: what no beat did is done by the next.

    Returns how many certificates were noted as expired.
    """
    return sum(follow_at(agency) for agency in every_agency())


def follow_at(agency):
    with within(agency):
        over, unheld = run_out(), ends_to_hold()
    noted = sum(bool(carried_on(agency, workflow.note_expired, certificate)) for certificate in over)
    for certificate in unheld:
        carried_on(agency, workflow.hold_end, certificate)
    return noted


def carried_on(agency, work, certificate):
    """One that fails holds up nobody else's."""
    try:
        with within(agency), at_home_of(agency):
            return work(certificate, actor=DAYS)
    except Exception:                                       # whatever is wrong with this one
        logger.exception("%s failed for certificate %s of agency %s", work.__name__, certificate.public_id, agency.pk)
        return None


@shared_task
def erase_ceremony_guests():
    """Names of guests end six months after a ceremony. Returns how many were erased."""
    erased = 0
    for agency in every_agency():
        with within(agency):
            erased += workflow.erase_guests(actor=DAYS)
    return erased
