"""Briefings at the desk: set up, changed, called off; who registered, who came, what was handed out."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.guards import staff
from certification import permissions, workflow
from certification.forms.briefing import BriefingForm, CallOffForm
from certification.forms.round import AttachmentForm
from certification.models import Briefing, BriefingPlace
from certification.queries import places_of
from core.access_log import note_access
from core.forms import carried_out, filled
from core.models import AccessEntry
from core.tenancy import current_agency_id, find_or_404
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from desk.views.round import found_round


@staff(*WORKERS)
def new_briefing(request, public_id):
    round = found_round(request, public_id)
    form = BriefingForm(filled(request), actor=request.actor, round=round)
    if carried_out(request, form, lambda said: workflow.add_briefing(round, form.facts(), actor=request.actor),
                   _("The briefing is added.")):
        return redirect("desk_round", public_id)
    return desk_page(request, "desk/round_part_form.html", {"round": round, "form": form, "heading": _("A briefing")})


@staff(*READERS)
def desk_briefing(request, public_id):
    return briefing_page(request, found_briefing(request, public_id))


@staff(*READERS)
def briefing_sheet(request, public_id):
    """The attendance list on paper, with a column to sign in."""
    briefing = found_briefing(request, public_id, kind=AccessEntry.Kind.EXPORT)
    rows = [place for place in places_of(request.actor, briefing) if not place.cancelled_at]
    return desk_page(request, "desk/briefing_sheet.html", {"briefing": briefing, "rows": rows, "spare": range(5)})


@staff(*WORKERS)
def change_briefing(request, public_id):
    briefing = found_briefing(request, public_id)
    form = BriefingForm(filled(request), actor=request.actor, instance=briefing, round=briefing.round,
                        asks_reason=briefing.round.published_at is not None)
    if carried_out(request, form, lambda said: workflow.change_briefing(
            briefing, form.facts(), reason=said.get("reason", ""), actor=request.actor), _("The briefing is changed.")):
        return redirect("desk_briefing", public_id)
    return desk_page(request, "desk/round_part_form.html", {"round": briefing.round, "form": form, "heading": briefing.name})


@require_POST
@staff(*WORKERS)
def call_off_briefing(request, public_id):
    briefing, form = found_briefing(request, public_id), CallOffForm(request.POST)
    if carried_out(request, form, lambda said: workflow.call_off_briefing(briefing, **said, actor=request.actor),
                   _("The briefing is called off, and whoever registered is being told.")):
        return redirect("desk_briefing", public_id)
    return briefing_page(request, briefing, call_off=form)


@require_POST
@staff(*WORKERS)
def remove_briefing(request, public_id):
    briefing = found_briefing(request, public_id)
    workflow.remove_briefing(briefing, actor=request.actor)
    messages.success(request, _("The briefing is removed from the draft."))
    return redirect("desk_round", briefing.round.public_id)


@require_POST
@staff(*WORKERS)
def add_material(request, public_id):
    briefing, form = found_briefing(request, public_id), AttachmentForm(request.POST, request.FILES)
    if carried_out(request, form, lambda said: workflow.add_material(briefing, said["file"], actor=request.actor), _("The file is added.")):
        return redirect("desk_briefing", public_id)
    return briefing_page(request, briefing, material=form)


@require_POST
@staff(*WORKERS)
def tell_materials(request, public_id):
    told = workflow.tell_about_materials(found_briefing(request, public_id), actor=request.actor)
    messages.success(request, ngettext("%(count)d person is being told where the materials are.",
                                       "%(count)d people are being told where the materials are.", told) % {"count": told})
    return redirect("desk_briefing", public_id)


@require_POST
@staff(*WORKERS)
def note_came(request, public_id):
    place = found_place(request, public_id)
    workflow.note_came(place, request.POST.get("came") == "1", actor=request.actor)
    return redirect("desk_briefing", place.briefing.public_id)


@require_POST
@staff(*WORKERS)
def cancel_place(request, public_id):
    """For whoever calls instead of using the link."""
    place = found_place(request, public_id)
    workflow.give_back(place, actor=request.actor)
    messages.success(request, _("The registration is cancelled, and whoever waits longest has the seat."))
    return redirect("desk_briefing", place.briefing.public_id)


def found_briefing(request, public_id, kind=AccessEntry.Kind.READ):
    """One of the agency's own, and the note that it was looked at: names and telephone numbers stand there."""
    briefing = find_or_404(Briefing, request.actor, public_id=public_id, agency=current_agency_id())
    note_access(request, briefing, "briefing.read" if request.method == "GET" else "briefing.work", kind=kind)
    return briefing


def found_place(request, public_id):
    place = find_or_404(BriefingPlace, request.actor, public_id=public_id)
    note_access(request, place.briefing, "briefing.work")
    return place


def briefing_page(request, briefing, *, call_off=None, material=None):
    """`call_off`, `material`: forms that came back with something to correct."""
    places = list(places_of(request.actor, briefing))
    may_keep, announced = permissions.can_keep_briefings(request.actor), briefing.round.published_at is not None
    is_ahead = not (announced and briefing.has_begun) and not briefing.called_off_at
    here = [place for place in places if not place.cancelled_at]
    return desk_page(request, "desk/briefing.html", {
        "briefing": briefing, "round": briefing.round, "places": here, "gone": len(places) - len(here),
        "seated": sum(place.seated_at is not None for place in here), "waiting": sum(place.seated_at is None for place in here),
        "came": sum(place.came_at is not None for place in here), "materials": list(briefing.materials.select_related("file")),
        "may_keep": may_keep, "may_change": may_keep and is_ahead, "may_remove": may_keep and not announced,
        "call_off": (call_off or CallOffForm()) if may_keep and announced and is_ahead else None,
        "material": (material or AttachmentForm()) if may_keep else None})
