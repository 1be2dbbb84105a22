"""Bodies that sit, and who has a seat in them from when to when."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.errors import Refused
from core.forms import carried_out, filled
from desk.pages import desk_page
from desk.views.meeting import CONDUCTORS, READERS
from panels import queries, workflow
from panels.forms import BodyForm, CastingForm, EndSeatForm, SeatForm
from panels.models import Body, Seat
from panels.permissions import can_keep_bodies
from panels.queries.committee import committees_own


@staff(*READERS)
def bodies(request):
    form = BodyForm(filled(request))
    body = carried_out(request, form, lambda said: workflow.found_body(**said, actor=request.actor),
                       _("The body is founded. Now give the seats."))
    if body:
        return redirect("desk_body", body.public_id)
    return desk_page(request, "desk/bodies.html", {
        "bodies": list(queries.bodies_of(request.actor)), "form": form, "may_keep": can_keep_bodies(request.actor)})


@staff(*READERS)
def body(request, public_id):
    body = committees_own(Body, request.actor, public_id=public_id)
    form = SeatForm(filled(request))
    if carried_out(request, form, lambda said: workflow.give_seat(body, **said, actor=request.actor, page="declaration"),
                   _("The seat is given.")):
        return redirect("desk_body", public_id)
    return desk_page(request, "desk/body.html", {
        "body": body, "terms": [(seat, queries.ending_soon(seat)) for seat in queries.terms_in(request.actor, body)], "form": form,
        "casting": CastingForm(initial={"casting": body.casting}), "may_keep": can_keep_bodies(request.actor)})


@require_POST
@staff(*CONDUCTORS)
def end_seat(request, public_id):
    seat, form = committees_own(Seat, request.actor, public_id=public_id), EndSeatForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Please give the last day."))
    workflow.end_seat(seat, to_on=form.cleaned_data["to_on"], actor=request.actor)
    messages.success(request, _("The seat ends on that day."))
    return redirect("desk_body", seat.body.public_id)
