"""Bodies of the network at the desk: which there are, one of them with its members, meetings and tasks."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.forms.council import CouncilForm, OfficeForm
from agencies.houses import central_only
from agencies.network_permissions import can_keep_councils, can_name_holders
from agencies.permissions import at_central
from agencies.queries import council as queries
from agencies.workflow import council as workflow
from agencies.workflow.agenda_proposal import may_propose
from core.errors import Refused
from core.forms import carried_out, filled
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import WORKERS

PAGE = 20


@staff()
def bodies(request):
    """What this person reads, what waits for their agency, and their own proposals."""
    actor = request.actor
    places = list(queries.own_places(actor))
    return desk_page(request, "desk/network_bodies.html", {
        "councils": list(queries.councils(actor)), "places": places,
        "may_name": any(can_name_holders(actor, one) for one in places), "open_tasks": queries.open_tasks(actor)[:PAGE],
        "page": Paginator(queries.waiting_proposals(actor) if at_central() else queries.proposals(actor), PAGE).get_page(
            request.GET.get("page")), "may_keep": can_keep_councils(actor)})


@staff(*WORKERS)
@central_only
def found_body(request):
    form = CouncilForm(filled(request))
    made = carried_out(request, form, lambda said: workflow.found_council(**said, actor=request.actor),
                       _("The body is founded. Now lay down which agencies have a place."))
    if made:
        return redirect("network_body", made.body.public_id)
    return desk_page(request, "desk/network_form.html", {
        "form": form, "title": _("Found a consultative body"), "button": _("Found the body"), "back": None})


@staff()
def body(request, public_id):
    actor, council = request.actor, council_of(request, public_id)
    return desk_page(request, "desk/network_body.html", {
        "council": council, "body": council.body, "seats": queries.members_of(council), "places": list(queries.places_of(actor, council)),
        "page": Paginator(queries.meetings_in(actor, council), PAGE).get_page(request.GET.get("page")),
        "tasks": queries.open_tasks(actor).filter(body_key=public_id)[:PAGE], "may_keep": can_keep_councils(actor),
        "proposals": queries.waiting_proposals(actor, council) if at_central() else queries.proposals(actor).filter(body=council.body_id),
        "may_propose": may_propose(actor, council.body), "offices": OfficeForm().fields["office"].choices})


@require_POST
@staff(*WORKERS)
@central_only
def office(request, public_id):
    seat, form = found(queries.council_seats(request.actor), public_id), OfficeForm(request.POST)
    if not form.is_valid():
        raise Refused(_("This choice is not offered. Please choose again."))
    workflow.choose_office(seat, form.cleaned_data["office"], actor=request.actor)
    messages.success(request, _("The office is kept."))
    return redirect("network_body", seat.body.public_id)


def council_of(request, public_id):
    """The body by its own address; for those who may not read it there is none."""
    row = queries.councils(request.actor).filter(body__public_id=public_id).first()
    if row is None:
        raise Http404
    return row
