"""A certificate passes to a successor: never while a sanction is under way. What is open about it goes along by a trigger."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.consultation_stages import READS_COPY
from aftercare.models import Consultation, Monitoring
from aftercare.queries.sanction import sanction_under_way
from aftercare.watching_stages import MonitoringStage
from aftercare.workflow.consultation_end import pass_involvement_on
from aftercare.workflow.monitoring_team import declare_anew
from certification.models import Certificate, CertificateRevision
from certification.workflow import approve_correction
from core.workflow import lock, refuse_if, require
from panels.permissions import can_approve


def why_it_does_not_pass(revision):
    """The sentence at a correction with which a certificate would pass on while a sanction is under way, or empty."""
    sanction = sanction_under_way(revision.certificate) if revision.holder_id and revision.is_open else None
    if sanction is None:
        return ""
    return _("A sanction about this certificate is under way (%(number)s). It passes to a successor only when that is over.") % {
        "number": sanction.number}


@transaction.atomic
def approve_correction_of(revision, seen, *, actor):
    """The director approves a correction of a certificate; where it passes on, the ledger knows whom a consultant advises from then on,
    and who goes to a visit declares anew."""
    certificate = lock(Certificate.everything.get(pk=revision.certificate_id))
    revision = CertificateRevision.everything.get(pk=revision.pk)
    require(can_approve(actor))
    held = why_it_does_not_pass(revision)
    refuse_if(held, held)
    advised = Consultation.everything.filter(certificate=certificate, stage__in=READS_COPY) if revision.holder_id else ()
    for consultation in list(advised):
        pass_involvement_on(consultation, revision.holder, actor=actor)
    certificate = approve_correction(revision, seen, actor=actor)
    going = Monitoring.everything.filter(certificate=certificate, stage=MonitoringStage.PLANNED) if revision.holder_id else ()
    for monitoring in list(going):
        declare_anew(monitoring)
    return certificate
