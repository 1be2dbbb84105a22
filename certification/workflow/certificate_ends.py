"""What a certificate that has ended takes along: requests that nobody can answer any more."""
from certification.models import CertificateRevision, SurrenderRequest
from certification.workflow.plaque_ends import settle_plaques
from core import clock
from core.workflow import record


def follow_end(certificate, *, actor):
    """In the transaction of its end; an end on a later day takes its plaques along when that day has come."""
    close_requests(certificate, actor=actor)
    settle_plaques(certificate, actor=actor)


def close_requests(certificate, *, actor):
    """An open wish to give it back lapses, an open correction is dropped: there is nothing left to give back or to correct."""
    for asked in SurrenderRequest.everything.filter(certificate=certificate, answered_at=None):
        asked.answer, asked.answered_at = SurrenderRequest.Answer.LAPSED, clock.now()
        asked.save(update_fields=["answer", "answered_at"])
        record("certificate.surrender_lapsed", certificate, actor=actor, request=asked.pk)
    for revision in CertificateRevision.everything.filter(certificate=certificate, done_at=None, dropped_at=None):
        revision.dropped_at = clock.now()
        revision.save(update_fields=["dropped_at"])
        record("certificate.correction_dropped", certificate, actor=actor, revision=revision.pk)
