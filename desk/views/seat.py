"""One seat: its terms, what ties its holder to providers, who sits in their place at a meeting; and a body's rule for a tie."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.access_log import note_access
from core.errors import Refused
from core.forms import carried_out, filled
from desk.pages import desk_page
from desk.views.meeting import CONDUCTORS, READERS, asked_for
from panels import queries, workflow
from panels.forms import CastingForm, RenewSeatForm, SubstituteForm, TieForm
from panels.models import Body, Meeting, Seat
from panels.permissions import can_keep_bodies
from panels.queries.committee import committees_own


@staff(*READERS)
def seat(request, public_id):
    """A tie is noted here too; the ledger finds it again on every agenda."""
    seat, form = committees_own(Seat, request.actor, public_id=public_id), TieForm(filled(request))
    note_access(request, seat, "seat.read")
    if carried_out(request, form, lambda said: workflow.note_interest(seat, **said, actor=request.actor),
                   _("The tie is noted, and is compared with every applicant.")):
        return redirect("desk_seat", public_id)
    return desk_page(request, "desk/seat.html", {
        "seat": seat, "ties": queries.ties_of(request.actor, seat.user), "form": form, "renew": RenewSeatForm(),
        "ends_soon": queries.ending_soon(seat), "may_keep": can_keep_bodies(request.actor)})


@require_POST
@staff(*CONDUCTORS)
def renew_seat(request, public_id):
    seat = committees_own(Seat, request.actor, public_id=public_id)
    given = workflow.renew_seat(seat, **cleaned(RenewSeatForm(request.POST)), actor=request.actor, page="declaration")
    messages.success(request, _("Another term is given."))
    return redirect("desk_seat", given.public_id)


@require_POST
@staff(*CONDUCTORS)
def choose_casting(request, public_id):
    body = committees_own(Body, request.actor, public_id=public_id)
    workflow.choose_casting(body, **cleaned(CastingForm(request.POST)), actor=request.actor)
    messages.success(request, _("The rule is kept. It holds for ballots that are opened from now on."))
    return redirect("desk_body", public_id)


@require_POST
@staff(*CONDUCTORS)
def name_substitute(request, public_id):
    seat = committees_own(Seat, request.actor, public_id=public_id)
    meeting = meeting_of(request, seat)
    substitute = workflow.name_substitute(meeting, seat, **cleaned(SubstituteForm(request.POST)), actor=request.actor, page="declaration")
    messages.success(request, _("%(name)s sits in the place of %(holder)s and is asked for the declarations.") % {
        "name": substitute.user, "holder": seat.user})
    return redirect("desk_meeting", meeting.public_id)


@require_POST
@staff(*CONDUCTORS)
def call_off_substitute(request, public_id):
    seat = committees_own(Seat, request.actor, public_id=public_id)
    meeting = meeting_of(request, seat)
    workflow.call_off_substitute(meeting, seat, actor=request.actor)
    messages.success(request, _("The holder of the seat sits again."))
    return redirect("desk_meeting", meeting.public_id)


def meeting_of(request, seat):
    """The meeting of this body beside whose attendance the button stands."""
    for one in asked_for(request, "meeting"):
        return committees_own(Meeting, request.actor, public_id=one, body=seat.body)
    raise Http404


def cleaned(form):
    """What a small form beside a button holds. What is wrong with it is a sentence above the page."""
    if not form.is_valid():
        raise Refused(next(iter(form.errors.values()))[0])
    return form.cleaned_data
