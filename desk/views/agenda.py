"""One item of an agenda at the desk: taken off, voted on."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.tenancy import find_or_404
from desk.views.meeting import CONDUCTORS, asked_for, reason_given
from panels import workflow
from panels.models import AgendaItem, Ballot, Recusal, Seat


@require_POST
@staff(*CONDUCTORS)
def take_off_agenda(request, public_id):
    item = find_or_404(AgendaItem, request.actor, public_id=public_id)
    workflow.take_off_agenda(item, reason=reason_given(request), actor=request.actor)
    messages.success(request, _("It is taken off the agenda."))
    return back(item)


@require_POST
@staff(*CONDUCTORS)
def recuse_from_item(request, public_id):
    """What the records say about somebody of the committee keeps them from this case."""
    item = find_or_404(AgendaItem, request.actor, public_id=public_id)
    for one in asked_for(request, "seat"):
        seat = find_or_404(Seat, request.actor, public_id=one)
        workflow.recuse(seat.user, subject_type=item.subject_type, matter=item.matter, ground=Recusal.Ground.DETECTED,
                        reason=reason_given(request), actor=request.actor)
        messages.success(request, _("%(name)s takes no part in this case.") % {"name": seat.user})
    return back(item)


@require_POST
@staff(*CONDUCTORS)
def open_ballot(request, public_id):
    item = find_or_404(AgendaItem, request.actor, public_id=public_id)
    workflow.open_ballot(item, actor=request.actor)
    messages.success(request, _("The ballot is open. The members can vote now."))
    return back(item)


@require_POST
@staff(*CONDUCTORS)
def close_ballot(request, public_id):
    ballot = find_or_404(Ballot, request.actor, public_id=public_id)
    workflow.close_ballot(ballot, actor=request.actor)
    return back(ballot.item)


@require_POST
@staff(*CONDUCTORS)
def void_ballot(request, public_id):
    ballot = find_or_404(Ballot, request.actor, public_id=public_id)
    workflow.void_ballot(ballot, reason=reason_given(request), actor=request.actor)
    messages.success(request, _("The ballot is void. It can be repeated."))
    return back(ballot.item)


def back(item):
    return redirect("desk_meeting", item.meeting.public_id)
