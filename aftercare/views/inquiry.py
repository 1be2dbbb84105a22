"""What the agency asks a provider about facts: the question, the answer with files."""
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.guards import signed_in
from aftercare import workflow
from aftercare.forms.complaint import InquiryForm
from aftercare.models import InquiryFile
from aftercare.queries.complaint import own_inquiries
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404, found
from core.viewing import hand_out, kind_of_access
from providers.permissions import can_edit, role_in


@signed_in
def portal_inquiry(request, public_id):
    """For the provider's people. Nothing of the complaint stands behind it but the question."""
    inquiry = found(own_inquiries(request.actor), public_id)
    form = InquiryForm(filled(request), request.FILES or None)
    if carried_out(request, form, lambda _said: workflow.answer_inquiry(
            inquiry, **form.facts(), actor=request.actor, arrived_at=request.arrived_at), _("Your answer has arrived. Thank you.")):
        return redirect("portal_inquiry", public_id)
    inquiry.refresh_from_db()
    return render(request, "aftercare/inquiry.html", {
        "inquiry": inquiry, "form": form, "files": list(inquiry.files.select_related("evidence__file")),
        "may_answer": can_edit(request.actor, inquiry.provider)})


@signed_in
def inquiry_file(request, public_id):
    """For the provider's people, and for staff who see the complaint; the latter are noted."""
    one = find_or_404(InquiryFile, request.actor, public_id=public_id)
    is_giver = role_in(request.actor, one.inquiry.provider) is not None
    if not is_giver:
        note_access(request, one.inquiry, "inquiry.file", kind=kind_of_access(request))
    page = ("portal_inquiry", one.inquiry) if is_giver else ("desk_complaint", one.inquiry.complaint)
    back = reverse(page[0], args=[page[1].public_id]), _("Question of the agency")
    return hand_out(request, one.evidence.file, one.evidence.name, to_giver=is_giver, back=back)
