"""A provider's invitation to a ceremony, and its answer."""
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.guards import signed_in
from certification import permissions, workflow
from certification.forms.ceremony import ReplyForm
from certification.models import CeremonyGuest
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404


@signed_in
def portal_invited(request, public_id):
    guest = find_or_404(CeremonyGuest, request.actor, public_id=public_id, invited_at__isnull=False)
    if request.actor.is_staff:
        note_access(request, guest.ceremony, "ceremony.read" if request.method == "GET" else "ceremony.work")
    form = ReplyForm(filled(request), initial={"reply": guest.reply, "persons": guest.persons or 1, "name": guest.name})
    if carried_out(request, form, lambda said: workflow.answer_invitation(
            guest, reply=said["reply"], persons=said["persons"] or 0, name=said["name"], actor=request.actor),
            _("Thank you. The agency has your answer; you may change it until the day named.")):
        return redirect("portal_invited", public_id)
    return render(request, "certification/invited.html", {
        "guest": guest, "ceremony": guest.ceremony, "form": form,
        "may_answer": guest.ceremony.takes_answers and permissions.can_answer_invitation(request.actor, guest)})
