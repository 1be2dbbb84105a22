"""Jobs about the days of a certificate and its ceremony."""
from celery import shared_task

from accounts.actors import Actor
from certification import workflow
from certification.queries.certificate_life import ends_to_hold, run_out
from core.tasks import carried_on, every_agency
from core.tenancy import within

DAYS = Actor.system("a certificate's days")


@shared_task
def follow_certificates():
    """At each agency: what has run out is noted, once, and last days are reminded of. By state: what no beat did is done by the next.

    Returns how many certificates were noted as expired.
    """
    return sum(follow_at(agency) for agency in every_agency())


def follow_at(agency):
    with within(agency):
        over, unheld = run_out(), ends_to_hold()
    noted = sum(bool(carried_on(agency, workflow.note_expired, certificate, actor=DAYS)) for certificate in over)
    for certificate in unheld:
        carried_on(agency, workflow.hold_end, certificate, actor=DAYS)
    return noted


@shared_task
def erase_ceremony_guests():
    """Names of guests end six months after a ceremony. Returns how many were erased."""
    erased = 0
    for agency in every_agency():
        with within(agency):
            erased += workflow.erase_guests(actor=DAYS)
    return erased
