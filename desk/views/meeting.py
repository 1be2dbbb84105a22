"""Meetings at the desk: called, opened, attended, closed; each press of a button is one word of the workflow."""
import re

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from core.errors import Refused
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.forms import ReasonForm
from desk.pages import desk_page
from desk.workflow import meeting as desk_workflow
from evaluations import workflow
from evaluations.forms.committee import GroundsForm
from evaluations.models import Application
from evaluations.queries import conflicts_on_agenda, ready_for_committee, to_be_grounded
from evaluations.views.committee import serve_minutes
from panels import queries
from panels import workflow as panels
from panels.forms import MeetingForm, SubstituteForm
from panels.models import Meeting, Seat
from panels.permissions import can_conduct
from panels.queries.committee import committees_own
from panels.workflow.meeting import UNFINISHED

READERS = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR)
CONDUCTORS = (Role.OFFICER, Role.MANAGER)
UUID_SHAPE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PAGE, MEMBERS_PAGE = 50, "committee_meeting"            # the latter is where seat holders are led


@staff(*READERS)
def meetings(request):
    page = Paginator(queries.meetings_of(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/meetings.html", {
        "page": page, "ready": ready_for_committee(request.actor).count(), "may_conduct": can_conduct(request.actor)})


@staff(*CONDUCTORS)
def call_meeting(request):
    form = MeetingForm(filled(request), actor=request.actor)
    if request.method == "POST" and form.is_valid():
        meeting = panels.call_meeting(**form.cleaned_data, actor=request.actor, page=MEMBERS_PAGE)
        messages.success(request, _("The meeting is called, and the members are being told."))
        return redirect("desk_meeting", meeting.public_id)
    return desk_page(request, "desk/meeting_call.html", {"form": form, "has_bodies": queries.bodies_of(request.actor).exists()})


@staff(*READERS)
def meeting(request, public_id):
    return meeting_page(request, committees_own(Meeting, request.actor, public_id=public_id))


def meeting_page(request, meeting, closing=None):
    """`closing`: the grounds with something to correct."""
    actor = request.actor
    items = list(meeting.items.order_by("position"))
    is_ready = meeting.is_open and all(item.result or item.withdrawn_at for item in items)
    return desk_page(request, "desk/meeting.html", {
        "meeting": meeting, "rows": agenda_rows(actor, meeting, items),
        "seats": queries.seats_on(meeting.body, meeting.day), "here": queries.present_seats(meeting),
        "ready": list(ready_for_committee(actor)) if meeting.stage in UNFINISHED else [], "is_ready": is_ready,
        "substitute": SubstituteForm() if meeting.stage in UNFINISHED and can_conduct(actor) else None,
        "closing": closing or (GroundsForm(filled(request), items=to_be_grounded(actor, meeting)) if is_ready else None),
        "may_conduct": can_conduct(actor)})


def agenda_rows(actor, meeting, items):
    """[{…}] an item: its quorum and ballots, who stands back, and who is tied to the case and could."""
    held, quorums, outside = queries.held_ballots(meeting), queries.quorums_of(meeting), queries.stood_back(meeting)
    tallies = queries.tallies_of([ballot for ballots in held.values() for ballot in ballots])
    tied = conflicts_on_agenda(actor, meeting, items)
    return [{"item": item, "quorum": quorums.get(item.pk), "outside": [str(seat.user) for seat in outside[item.pk]], "tied": tied[item.pk],
             "to_recuse": [(seat, found) for seat, found in tied[item.pk] if seat not in outside[item.pk]],
             "ballots": [(ballot, tallies[ballot.pk]) for ballot in held[item.pk]],
             "open": next((ballot for ballot in held[item.pk] if ballot.is_open), None)} for item in items]


@require_POST
@staff(*CONDUCTORS)
def put_on_agenda(request, public_id):
    """Every case that was ticked; one that cannot come before the meeting leaves all of them off."""
    meeting = committees_own(Meeting, request.actor, public_id=public_id)
    cases = [find_or_404(Application, request.actor, public_id=one) for one in asked_for(request, "case")]
    for case in cases:
        workflow.put_on_agenda(case, meeting, actor=request.actor)
    if cases:
        messages.success(request, ngettext("%(count)d case is on the agenda, and the members are asked for their declarations.",
                                           "%(count)d cases are on the agenda, and the members are asked for their declarations.",
                                           len(cases)) % {"count": len(cases)})
    return redirect("desk_meeting", public_id)


@require_POST
@staff(*CONDUCTORS)
def open_meeting(request, public_id):
    panels.open_meeting(committees_own(Meeting, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("The meeting is in session. Please note who is there."))
    return redirect("desk_meeting", public_id)


@require_POST
@staff(*CONDUCTORS)
def note_attendance(request, public_id):
    meeting = committees_own(Meeting, request.actor, public_id=public_id)
    for one in asked_for(request, "seat"):
        seat = committees_own(Seat, request.actor, public_id=one)
        panels.note_attendance(meeting, seat, present=request.POST.get("present") == "1", actor=request.actor)
    return redirect("desk_meeting", public_id)


@require_POST
@fresh
@staff(*CONDUCTORS)
def close_meeting(request, public_id):
    """The results become decisions. What the letters need as grounds is asked here."""
    meeting = committees_own(Meeting, request.actor, public_id=public_id)
    form = GroundsForm(request.POST, items=to_be_grounded(request.actor, meeting))
    if carried_out(request, form, lambda _said: desk_workflow.close_meeting(meeting, actor=request.actor, grounds=form.grounds()),
                   _("The meeting is closed and its decisions stand. Nobody is told before the announcement."), beside_only=True):
        return redirect("desk_meeting", public_id)
    return meeting_page(request, meeting, form)


@require_POST
@staff(*CONDUCTORS)
def cancel_meeting(request, public_id):
    meeting = committees_own(Meeting, request.actor, public_id=public_id)
    panels.cancel_meeting(meeting, reason=reason_given(request), actor=request.actor, page=MEMBERS_PAGE)
    messages.success(request, _("The meeting is cancelled, and the members are being told."))
    return redirect("desk_meeting", public_id)


@staff(*READERS)
def minutes(request, public_id):
    return serve_minutes(request, committees_own(Meeting, request.actor, public_id=public_id))


def reason_given(request):
    """A reason typed beside a button. What is wrong with it is a sentence above the page."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        raise Refused(next(iter(form.errors.values()))[0])
    return form.cleaned_data["reason"]


def asked_for(request, name):
    """The public ids that were ticked; whatever is none asks for nothing."""
    return [one for one in request.POST.getlist(name) if UUID_SHAPE.fullmatch(one)]
