"""A provider's corrective action: where it stands, its words with files, handing in; and a file that was handed in."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from aftercare import permissions, queries, workflow
from aftercare.forms.correction import CorrectionForm
from aftercare.models import CorrectionFile
from aftercare.queries.sanction_origin import told_after
from aftercare.watching_stages import TO_WRITE
from aftercare.workflow.correction import FILES, lacking, why_not_now
from core.access_log import note_access
from core.errors import Refused
from core.tenancy import find_or_404, found
from core.viewing import hand_out, kind_of_access
from evaluations.views.places import PLACES, Written
from evaluations.views.written import WrittenPage, written
from providers.permissions import role_in


class Corrected(Written):
    """With a corrective action."""

    kind, files = "correction", FILES

    @property
    def provider(self):
        return self.row.provider


PLACES["correction"] = lambda actor, row: Corrected(found(queries.own_corrections(actor), row))     # where uploads in parts may go


@signed_in
def correction(request, public_id):
    """What was found and what was answered so far; while it is to be written, what still lacks."""
    action = found(queries.own_corrections(request.actor), public_id)
    is_open = action.stage in TO_WRITE
    return render(request, "aftercare/correction.html", {
        "action": action, "closed": why_not_now(action, request.arrived_at) if is_open else "", "is_open": is_open,
        "lacking": lacking(action, request.arrived_at), "may_write": permissions.can_inspect(request.actor, action.provider),
        "submissions": list(queries.submissions_of(request.actor, action)), "sanctions": told_after(request.actor, action)})


@require_POST
@signed_in
def hand_in(request, public_id):
    action = found(queries.own_corrections(request.actor), public_id)
    try:
        workflow.hand_in_correction(action, actor=request.actor, arrived_at=request.arrived_at)
        messages.success(request, _("Your corrective action has arrived. The receipt is in your messages."))
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("portal_correction", public_id)


@signed_in
def write(request, public_id):
    return written(request, CorrectionPage(found(queries.own_corrections(request.actor), public_id)))


class CorrectionPage(WrittenPage):
    """The provider's words."""

    template, place, form, keeps = "aftercare/correction_write.html", Corrected, CorrectionForm, "cause plan done_on"

    def initial(self):
        return {"cause": self.row.cause, "plan": self.row.plan, "done_on": self.row.done_on, "version": self.row.version}

    def why_closed(self, request):
        return why_not_now(self.row, request.arrived_at)

    def may_write(self, actor):
        return permissions.can_inspect(actor, self.row.provider)

    def save(self, given, request):
        return workflow.save_correction(self.row, cause=given["cause"], plan=given["plan"], done_on=given["done_on"],
                                        base_version=given["version"], actor=request.actor, arrived_at=request.arrived_at)

    def addresses(self):
        return reverse("portal_write_correction", args=[self.row.public_id]), reverse("portal_correction", args=[self.row.public_id])

    def words(self):
        return {"part": _("Corrective action"), "heading": f"{self.row.code} {self.row.indicator.name}", "action": self.row,
                "ground_head": _("What was found"), "ground": self.row.told, "last_day": self.row.due_on,
                "save": _("Save, to the corrective action"), "back": _("To the corrective action")}


@signed_in
def correction_file(request, public_id):
    """For the provider's people and staff who read cases; the latter are noted."""
    sealed = find_or_404(CorrectionFile, request.actor, public_id=public_id)
    action = sealed.submission.action
    is_giver = role_in(request.actor, action.provider) is not None
    if not is_giver:
        note_access(request, action, "correction.file", kind=kind_of_access(request))
    page = "portal_correction" if is_giver else "desk_corrective"
    return hand_out(request, sealed.file, sealed.name, to_giver=is_giver, back=(reverse(page, args=[action.public_id]), str(action)))
