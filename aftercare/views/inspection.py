"""A provider's self-inspection: its rows as tasks, one row with its files, handing in; and a file that was handed in."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from aftercare import permissions, queries, workflow
from aftercare.forms.inspection import InspectionRowForm
from aftercare.models import InspectionFile, InspectionSeal
from aftercare.workflow.inspection import FILES, why_closed
from core.access_log import note_access
from core.errors import Refused
from core.tenancy import find_or_404, found
from core.viewing import hand_out, kind_of_access
from evaluations.views.places import PLACES, Written
from evaluations.views.portal_files import paper
from evaluations.views.written import WrittenPage, written
from providers.permissions import role_in


class Inspected(Written):
    """With a row of a self-inspection."""

    kind, files = "inspection", FILES

    @property
    def provider(self):
        return self.row.inspection.provider


PLACES["inspection"] = lambda actor, row: Inspected(found(queries.own_rows(actor), row))        # where uploads in parts may go


def own_duty(request, public_id):
    duty = queries.own_inspection_duty(request.actor, public_id)
    if duty is None:
        raise Http404
    return duty


@signed_in
def inspection(request, public_id):
    """By the public id of its duty: begun, written, handed in, returned or seen."""
    duty, actor = own_duty(request, public_id), request.actor
    one = queries.inspection_of(actor, duty)
    rows = list(queries.rows_of(actor, one)) if one else []
    seals = list(queries.seals_of(actor, one)) if one else []
    return render(request, "aftercare/inspection.html", {
        "duty": duty, "inspection": one, "rows": rows, "closed": why_closed(duty, request.arrived_at),
        "may_write": permissions.can_inspect(actor, duty.provider), "lacking": [row for row in rows if row.lacks],
        "seals": [(seal, queries.receipt_of(seal)) for seal in seals],
        "sealed": queries.sealed_rows_of(actor, seals[0]) if seals and one.stage != one.Stage.DRAFT else []})


@signed_in
def receipt(request, public_id):
    """Of one handing in, for the provider's people and for staff."""
    seal = find_or_404(InspectionSeal, request.actor, public_id=public_id)
    is_own = role_in(request.actor, seal.inspection.provider) is not None
    if not (is_own or request.actor.reads_cases):
        raise Http404
    if not is_own:
        note_access(request, seal.inspection, "inspection.read")
    return paper(queries.receipt_of(seal), _("receipt-of-self-inspection-%(number)s.pdf") % {
        "number": seal.inspection.duty.certificate.number})


@require_POST
@signed_in
def begin(request, public_id):
    duty = own_duty(request, public_id)
    try:
        workflow.begin_inspection(duty, actor=request.actor, arrived_at=request.arrived_at)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("portal_inspection", public_id)


@require_POST
@signed_in
def hand_in(request, public_id):
    duty = own_duty(request, public_id)
    one = queries.inspection_of(request.actor, duty)
    if one is None:
        raise Http404
    try:
        workflow.hand_in_inspection(one, actor=request.actor, arrived_at=request.arrived_at)
        messages.success(request, _("Your self-inspection has arrived. The receipt is in your messages."))
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("portal_inspection", public_id)


@signed_in
def row(request, public_id):
    return written(request, RowPage(found(queries.own_rows(request.actor), public_id)))


class RowPage(WrittenPage):
    """An indicator of a self-inspection."""

    template, place, form, keeps = "aftercare/inspection_row.html", Inspected, InspectionRowForm, "rating change explanation"

    def initial(self):
        return {"rating": self.row.rating, "change": self.row.change, "explanation": self.row.text, "version": self.row.version}

    def why_closed(self, request):
        return why_closed(self.row.inspection.duty, request.arrived_at)

    def may_write(self, actor):
        return permissions.can_inspect(actor, self.row.inspection.provider)

    def save(self, given, request):
        return workflow.save_inspection_row(self.row, rating=given["rating"], change=given["change"], text=given["explanation"],
                                            base_version=given["version"], actor=request.actor, arrived_at=request.arrived_at)

    def addresses(self):
        whole = reverse("portal_inspection", args=[self.row.inspection.duty.public_id])
        here = reverse("portal_inspection_row", args=[self.row.public_id])
        return here, f"{whole}#row-{self.row.position}"

    def words(self):
        indicator, duty = self.row.indicator, self.row.inspection.duty
        return {"duty": duty, "indicator": indicator, "part": _("Self-inspection"), "heading": f"{indicator.code} {indicator.name}",
                "ground_head": _("How it stood before"), "ground": self.row.before_text, "last_day": duty.due_on,
                "save": _("Save, to the self-inspection"), "back": _("To the self-inspection")}


@signed_in
def inspection_file(request, public_id):
    """For the provider's people, staff who read cases, and who goes there; the latter two are noted."""
    sealed = find_or_404(InspectionFile, request.actor, public_id=public_id)
    one = sealed.seal.inspection
    is_giver = role_in(request.actor, one.provider) is not None
    if not is_giver:
        note_access(request, one, "inspection.file", kind=kind_of_access(request))
    back = reverse("portal_inspection", args=[one.duty.public_id]) if is_giver else reverse(
        "desk_inspection", args=[one.public_id]) if request.actor.reads_cases else reverse("my_visits")
    return hand_out(request, sealed.file, sealed.name, to_giver=is_giver, back=(back, str(one)))
