"""A certificate runs out: noted once after its last day, told to its provider and the desk, and reminded of long before."""
from datetime import timedelta

from django.db import transaction

from certification.models import CertificateEvent
from certification.queries.certificate_life import END
from certification.workflow.certificate_ends import follow_end
from certification.workflow.certificate_events import written
from certification.workflow.plaque_ends import settle_plaques
from core import clock
from core.workflow import lock, require
from correspondence.workflow import close_deadlines, hold_day

Kind = CertificateEvent.Kind


@transaction.atomic
def note_expired(certificate, *, actor):
    """Write down that it has expired, from the first minute after its last day in Seoul on; once. Returns whether it did.

    What it is on a day its dates say, with or without this: here it becomes an event that people are told.
    """
    certificate = lock(certificate)             # so that of two beats one finds what the other has written
    require(actor.is_system)
    if certificate.ended_on or certificate.valid_to >= clock.today() or certificate.events.filter(kind=Kind.EXPIRED).exists():
        return False
    close_deadlines(certificate, kind=END, actor=actor)
    follow_end(certificate, actor=actor)
    written(certificate, Kind.EXPIRED, certificate.valid_to + timedelta(days=1), actor=actor)
    return True


@transaction.atomic
def hold_end(certificate, *, actor):
    """Let its people be reminded of its last day; another last day takes the place of the one before. What has ended reminds nobody,
    and takes its plaques along."""
    certificate = lock(certificate)
    require(actor.is_system)
    settle_plaques(certificate, actor=actor)
    if certificate.ended_on or certificate.valid_to < clock.today():
        return close_deadlines(certificate, kind=END, actor=actor)
    return hold_day(certificate, kind=END, on=certificate.valid_to, actor=actor)
