"""Places in a body: laid down by Central, filled by each agency with its own people."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.forms.council import EndForm, HolderForm, PlacesForm, SubstituteForm
from agencies.houses import central_only
from agencies.models import Naming, Place
from agencies.network_permissions import can_name_holders
from agencies.queries import council as queries
from agencies.workflow import council as laying
from agencies.workflow import naming as workflow
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.case import WORKERS
from desk.views.council import council_of

NAMERS = (Role.OFFICER, Role.MANAGER, Role.ADMIN)


@staff(*WORKERS)
@central_only
def lay_places(request, public_id):
    council = council_of(request, public_id)
    taken = {one.member_id for one in queries.places_of(request.actor, council)}
    form = PlacesForm(filled(request), taken=taken)
    if carried_out(request, form, lambda said: laying.lay_places(council, form.chosen(), entitled=said["entitled"], actor=request.actor),
                   _("The places are laid down. The agencies are asked to name who holds them.")):
        return redirect("network_body", public_id)
    return desk_page(request, "desk/network_form.html", {"form": form, "title": _("Lay down places"), "button": _("Lay down the places"),
                                                         "back": council.body})


@require_POST
@staff(*WORKERS)
@central_only
def end_place(request, public_id):
    place = find_or_404(Place, request.actor, public_id=public_id)
    laying.end_place(place, actor=request.actor)
    messages.success(request, _("The agency has no place in this body any more."))
    return redirect("network_body", place.body.public_id)


@staff()
def place(request, public_id):
    """Who holds it; at the agency, naming somebody."""
    place = find_or_404(Place, request.actor, public_id=public_id)
    form = HolderForm(filled(request), people=queries.people_to_send())
    if carried_out(request, form, lambda said: workflow.name_holder(place, said["user"], from_on=said["from_on"], to_on=said["to_on"],
                                                                    actor=request.actor),
                   _("The holder is named. The Central institute's list follows in a minute.")):
        return redirect("network_place", public_id)
    return place_page(request, place, form=form)


def place_page(request, place, form=None, substitute=None, ending=None, about=None):
    """`about`: the naming whose form was not right."""
    people, meetings = queries.people_to_send(), queries.meetings_to_come(place)
    return desk_page(request, "desk/network_place.html", {
        "place": place, "form": form or HolderForm(people=people), "namings": list(queries.namings_of(request.actor, place)),
        "substitute": substitute or SubstituteForm(meetings=meetings, people=people), "about": about, "ending": ending or EndForm(),
        "may_name": can_name_holders(request.actor, place) and not place.ended_at})


@require_POST
@staff(*NAMERS)
def end_naming(request, public_id):
    naming, form = find_or_404(Naming, request.actor, public_id=public_id), EndForm(request.POST)
    if carried_out(request, form, lambda said: workflow.end_naming(naming, to_on=said["to_on"], actor=request.actor),
                   _("The seat ends on that day.")):
        return redirect("network_place", naming.place.public_id)
    return place_page(request, naming.place, ending=form, about=naming)


@require_POST
@staff(*NAMERS)
def substitute(request, public_id):
    naming = find_or_404(Naming, request.actor, public_id=public_id)
    form = SubstituteForm(request.POST, meetings=queries.meetings_to_come(naming.place), people=queries.people_to_send())
    if carried_out(request, form, lambda said: workflow.name_substitute(naming, said["meeting"], said["user"], actor=request.actor),
                   _("The substitute is named for this meeting.")):
        return redirect("network_place", naming.place.public_id)
    return place_page(request, naming.place, substitute=form, about=naming)


@require_POST
@staff(*NAMERS)
def call_off(request, public_id):
    naming = find_or_404(Naming, request.actor, public_id=public_id)
    workflow.call_off(naming, actor=request.actor)
    messages.success(request, _("The holder comes after all."))
    return redirect("network_place", naming.place.public_id)
