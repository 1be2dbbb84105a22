"""A certificate issued anew: at once for a lost paper; a correction drafted, released, approved or sent back."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from aftercare.workflow import approve_correction_of
from aftercare.workflow.succession import why_it_does_not_pass
from certification import workflow
from certification.forms.certificate import ApproveCorrectionForm, CorrectionForm, ReissueForm
from certification.models import CertificateRevision
from certification.queries.certificate_life import revisions_of
from certification.workflow.certificate_facts import facts_now
from certification.workflow.certificate_versions import correction_approval, digest_of
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from desk.views.certificate import found
from desk.views.meeting import reason_given
from panels import permissions
from panels.models import Approval
from panels.queries import steps_of


@fresh
@staff(*WORKERS)
def reissue_certificate(request, public_id):
    certificate, form = found(request, public_id), ReissueForm(filled(request))
    if carried_out(request, form, lambda said: workflow.reissue(certificate, **said, actor=request.actor),
                   _("It is being made anew. What it takes the place of is marked as replaced.")):
        return redirect("desk_certificate", public_id)
    return desk_page(request, "desk/certificate_form.html", {"form": form, "certificate": certificate, "deed": "reissue"})


@staff(*WORKERS)
def correct_certificate(request, public_id):
    """What is printed now, or what was drafted and is written anew."""
    certificate = found(request, public_id)
    draft = revisions_of(request.actor, certificate).filter(done_at=None, dropped_at=None).first()
    stands = facts_now(certificate)
    if draft:
        stands |= draft.facts_after | {"effective_on": draft.effective_on, "reason": draft.reason}
    form = CorrectionForm(filled(request), initial=stands, agency=request.agency)
    made = carried_out(request, form, lambda said: workflow.draft_correction(
        certificate, facts=form.facts(), effective_on=said["effective_on"], reason=said["reason"], actor=request.actor),
        _("It is drafted and waits for the manager."))
    if made:
        return redirect("desk_correction", made.public_id)
    return desk_page(request, "desk/certificate_form.html", {"form": form, "certificate": certificate, "deed": "correct"})


def found_correction(request, public_id):
    revision = find_or_404(CertificateRevision, request.actor, public_id=public_id, kind=CertificateRevision.Kind.CORRECTED)
    note_access(request, revision.certificate, "certificate.read" if request.method == "GET" else "certificate.decide")
    return revision


@staff(*READERS)
def correction(request, public_id):
    return correction_page(request, found_correction(request, public_id))


def correction_page(request, revision, approve=None):
    """`approve`: a confirmation that came back."""
    actor, approval, seen = request.actor, correction_approval(revision), {"seen": digest_of(revision)}
    stage, is_open = approval.stage, revision.is_open
    return desk_page(request, "desk/correction.html", {
        "revision": revision, "certificate": revision.certificate, "approval": approval, "steps": list(steps_of(approval)),
        "rows": CorrectionForm(agency=request.agency).told(revision.changes),
        "held_up": why_it_does_not_pass(revision), "approve": approve or ApproveCorrectionForm(initial=seen),
        "may_change": is_open and stage != Approval.Stage.APPROVED and permissions.can_draft(actor),
        "may_release": is_open and stage == Approval.Stage.DRAFTED and permissions.can_release(actor),
        "may_approve": is_open and stage == Approval.Stage.RELEASED and permissions.can_approve(actor),
        "may_send_back": is_open and stage == Approval.Stage.RELEASED and permissions.can_send_back(actor)})


@require_POST
@fresh
@staff(Role.MANAGER)
def release_correction(request, public_id):
    workflow.release_correction(found_correction(request, public_id), request.POST.get("seen", ""), actor=request.actor)
    messages.success(request, _("It is released and waits for the director."))
    return redirect("desk_correction", public_id)


@require_POST
@fresh
@staff(Role.DIRECTOR)
def approve_correction(request, public_id):
    revision, form = found_correction(request, public_id), ApproveCorrectionForm(request.POST)
    if carried_out(request, form, lambda said: approve_correction_of(revision, said["seen"], actor=request.actor),
                   _("It is corrected: the register says so, and the documents are being made anew.")):
        return redirect("desk_certificate", revision.certificate.public_id)
    return correction_page(request, revision, form)


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR)
def send_back_correction(request, public_id):
    workflow.send_back_correction(found_correction(request, public_id), reason_given(request), actor=request.actor)
    messages.success(request, _("It is sent back, and its drafter is told why."))
    return redirect("desk_correction", public_id)


@require_POST
@staff(*WORKERS)
def drop_correction(request, public_id):
    revision = found_correction(request, public_id)
    workflow.drop_correction(revision, actor=request.actor)
    messages.success(request, _("The correction is dropped. What is printed stays."))
    return redirect("desk_certificate", revision.certificate.public_id)
