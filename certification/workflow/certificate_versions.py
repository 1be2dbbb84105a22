"""Documents made anew: the same facts for a lost paper; corrected ones once the director has approved. Never another number."""

from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import Certificate, CertificateDocument, CertificateEvent, CertificateRevision
from certification.models.certificate import State
from certification.permissions import can_reissue
from certification.workflow.certificate import DOCUMENTS
from certification.workflow.certificate_events import written
from certification.workflow.certificate_facts import corrected, facts_now, set_facts, set_holder
from certification.workflow.plaque_ends import proof_again
from core import clock
from core.digests import digest_of_content
from core.workflow import enqueue, lock, record, refuse_if, require
from panels import queries as panels_queries
from panels import workflow as panels
from panels.permissions import can_approve, can_release, can_send_back

Kind, RevisionKind = CertificateEvent.Kind, CertificateRevision.Kind
SUBJECT, APPROVAL, PAGE = "certification.certificaterevision", "correction", "desk_correction"
STANDS = (State.UPCOMING, State.VALID, State.EXPIRING)


@transaction.atomic
def reissue(certificate, *, kinds, reason, actor):
    """The same certificate once more: `kinds` of its documents are made anew with a higher version, what they take the place of stays
    and is marked. Nothing new is said under the director's seal, so that the desk does it alone (docs/adr/0032)."""
    certificate = lock(certificate)
    require(can_reissue(actor))
    _refuse_what_does_not_stand(certificate)
    refuse_if(not kinds, _("Choose what is made anew."), field="kinds")
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(certificate.revisions.filter(done_at=None, dropped_at=None).exists(),
              _("A correction is being approved: with it everything is made anew."))
    revision = CertificateRevision.everything.create(
        certificate=certificate, kind=RevisionKind.REISSUED, reason=reason.strip(), effective_on=clock.today(), asked_by=actor.user,
        asked_at=clock.now(), done_at=clock.now())
    _make_anew(certificate, kinds, revision, actor)
    return written(certificate, Kind.REISSUED, clock.today(), actor=actor)


@transaction.atomic
def draft_correction(certificate, *, facts, effective_on, reason, actor, holder=None):
    """What is printed is wrong or has changed: the new facts with their day and a reason, for the manager and the director to approve.

    A second draft takes the place of the first, and its approval begins anew. The reason is public once it is approved. `holder`: the
    successor to whom it passes.
    """
    certificate = lock(certificate)
    require(can_reissue(actor))
    _refuse_what_does_not_stand(certificate)
    before, after = facts_now(certificate), corrected(certificate, facts, passes=holder is not None)
    refuse_if(not reason.strip(), _("Write the reason. It is shown on the public page."), field="reason")
    refuse_if(not certificate.valid_from <= effective_on <= max(clock.today(), certificate.valid_from),
              _("Choose a day from the first day of the certificate through today."), field="effective_on")
    revision = certificate.revisions.filter(done_at=None, dropped_at=None).first()
    revision = revision or CertificateRevision(certificate=certificate, kind=RevisionKind.CORRECTED)
    revision.facts_before, revision.facts_after = {name: before[name] for name in after}, after
    revision.reason, revision.effective_on = reason.strip(), effective_on
    revision.asked_by, revision.asked_at = actor.user, clock.now()
    revision.holder = holder or revision.holder
    revision.save()
    record("certificate.correction_drafted", certificate, actor=actor, revision=revision.pk, fields=sorted(after))
    _ask_approval(revision, actor)
    return revision


def _ask_approval(revision, actor):
    approval = correction_approval(revision)
    if approval:
        return panels.redraft(approval, digest_of(revision), actor=actor, page=PAGE)
    label = _("Correction of the certificate %(number)s") % {"number": revision.certificate.number_shown}
    return panels.draft_approval(SUBJECT, revision.public_id, label, APPROVAL, digest_of(revision), actor=actor, page=PAGE)


@transaction.atomic
def release_correction(revision, seen, *, actor):
    """The manager has read it and hands it to the director."""
    revision = _in_hand(revision)
    require(can_release(actor))
    _refuse_another(revision, seen)
    panels.release_approval(correction_approval(revision), seen, actor=actor, page=PAGE)
    return revision


@transaction.atomic
def approve_correction(revision, seen, *, actor):
    """The director signs exactly what the page showed: facts, event, register and new documents, together or not at all."""
    revision = _in_hand(revision)
    require(can_approve(actor))
    _refuse_another(revision, seen)
    certificate = revision.certificate
    _refuse_what_does_not_stand(certificate)
    panels.approve(correction_approval(revision), seen, actor=actor)
    set_facts(certificate, revision.facts_after)
    if revision.holder:
        set_holder(certificate, revision.holder)
    revision.done_at = clock.now()
    revision.save(update_fields=["done_at"])
    _make_anew(certificate, CertificateDocument.Kind.values, revision, actor)
    return written(certificate, Kind.CORRECTED, revision.effective_on, actor=actor, reason=revision.reason)


@transaction.atomic
def send_back_correction(revision, reason, *, actor):
    """Back to its drafter with the reason."""
    revision = _in_hand(revision)
    require(can_send_back(actor))
    panels.send_back(correction_approval(revision), reason, actor=actor, page=PAGE)
    return revision


@transaction.atomic
def drop_correction(revision, *, actor):
    """It is not needed after all; what is printed stays."""
    revision = _in_hand(revision)
    require(can_reissue(actor))
    revision.dropped_at = clock.now()
    revision.save(update_fields=["dropped_at"])
    record("certificate.correction_dropped", revision.certificate, actor=actor, revision=revision.pk)
    return revision


def correction_approval(revision):
    """Its latest approval, or None before the draft."""
    return panels_queries.approval_of(SUBJECT, revision.public_id, APPROVAL)


def digest_of(revision):
    """SHA-256 over everything that is approved: whose certificate, what is printed now, what instead, from when, why."""
    certificate = revision.certificate
    content = [certificate.number, revision.facts_before, revision.facts_after, revision.effective_on.isoformat(), revision.reason]
    content += [str(revision.holder.public_id)] if revision.holder else []
    return digest_of_content(content)


def _in_hand(revision):
    certificate = lock(Certificate(pk=revision.certificate_id))
    revision = lock(revision)
    revision.certificate = certificate
    refuse_if(not revision.is_open, _("This correction is closed."))
    return revision


def _refuse_another(revision, seen):
    refuse_if(seen != digest_of(revision), _("It was changed since this page was opened. Please read it again."))


def _refuse_what_does_not_stand(certificate):
    refuse_if(certificate.is_past_sanction or certificate.state not in STANDS,
              _("This certificate is not in force now. Nothing is printed anew of it."))


def _make_anew(certificate, kinds, revision, actor):
    """The next version of each document; the one before stays byte for byte, marked as replaced. Never made is never made any more."""
    for kind, language in DOCUMENTS:
        if kind not in kinds:
            continue
        earlier = CertificateDocument.everything.filter(certificate=certificate, kind=kind, language=language)
        last = earlier.order_by("-version").values_list("version", flat=True).first() or 0
        earlier.filter(replaced_at=None).update(replaced_at=clock.now())
        document = CertificateDocument.everything.create(certificate=certificate, kind=kind, language=language, version=last + 1,
                                                         asked_at=clock.now(), revision=revision)
        enqueue("certification.tasks.make_document", document_id=document.pk)
    if CertificateDocument.Kind.PLAQUE in kinds:
        proof_again(certificate, actor=actor)
