"""A meeting of a body: called, begun, attended, closed or cancelled by Central's secretary; read by the members at their own agency."""
from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.forms.council import AnswerForm, CallForm, RemarkForm, ResolutionForm, TopicForm
from agencies.houses import central_only
from agencies.network_permissions import can_keep_councils
from agencies.queries import council as queries
from agencies.queries.council_quorum import quorum_at
from agencies.workflow import council_meeting as workflow
from agencies.workflow.council_agenda import TASKS
from core import ics
from core.errors import Refused
from core.forms import carried_out, filled
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import WORKERS
from desk.views.council import council_of
from panels import workflow as panels
from panels.queries import present_seats, seats_on
from panels.stages import MeetingStage

LASTS = timedelta(hours=2)


@staff(*WORKERS)
@central_only
def call(request, public_id):
    council, form = council_of(request, public_id), CallForm(filled(request))
    made = carried_out(request, form, lambda said: workflow.call_council(council, **said, actor=request.actor),
                       _("The meeting is called. Every member is told at their own agency."))
    if made:
        return redirect("network_meeting", made.public_id)
    return desk_page(request, "desk/network_form.html", {"form": form, "title": _("Call a meeting"), "button": _("Call the meeting"),
                                                         "back": council.body})


@staff()
def meeting(request, public_id):
    return meeting_page(request, meeting_of(request, public_id))


def meeting_of(request, public_id):
    return found(queries.council_meetings(request.actor), public_id)


def meeting_page(request, meeting, about=None, **forms):
    """`about`: the item beside which a form was not right."""
    actor, may_keep = request.actor, can_keep_councils(request.actor)
    waiting = queries.waiting_proposals(actor).filter(body=meeting.body_id) if may_keep else []
    return desk_page(request, "desk/network_meeting.html", {
        "meeting": meeting, "rows": [(*row, *forms_for(row[0], about, forms)) for row in queries.agenda_in(actor, meeting)],
        "seats": seats_on(meeting.body, meeting.day),
        "minutes": queries.minutes_of(actor, meeting), "may_keep": may_keep, "about": about, "waiting": waiting,
        "here": present_seats(meeting) if may_keep else set(), "quorum": quorum_at(meeting) if may_keep else None,
        "open_tasks": queries.open_tasks(actor).filter(body_key=meeting.body.public_id), "MINUTES": workflow.MINUTES,
        "TASKS": TASKS, "topic": TopicForm(), "cancelling": AnswerForm(),
        "may_change": may_keep and meeting.stage in (MeetingStage.PLANNED, MeetingStage.OPEN)} | forms)


def forms_for(item, about, wrong):
    """A form of a resolution and one of a remark, of this item: what was wrong, or empty ones that no other item's share their ids with."""
    if about is not None and item.pk == about.pk:
        return wrong.get("resolution"), wrong.get("remark")
    ids = f"id-{item.pk}-%s"
    return ResolutionForm(auto_id=ids), RemarkForm(auto_id=ids)


@staff()
def calendar(request, public_id):
    """The appointment as a file for the calendar of whoever reads the meeting."""
    meeting = meeting_of(request, public_id)
    cancelled = meeting.stage == MeetingStage.CANCELLED
    body = ics.appointment(meeting.public_id, starts_at=meeting.meets_at, ends_at=meeting.meets_at + LASTS, title=meeting.title,
                           place=meeting.place or meeting.link, description=str(meeting.body), url=meeting.link, sequence=int(cancelled),
                           cancelled=cancelled)
    response = HttpResponse(body, content_type=ics.TYPE)
    response["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return response


@require_POST
@staff(*WORKERS)
@central_only
def begin(request, public_id):
    workflow.begin_council(meeting_of(request, public_id), actor=request.actor)
    messages.success(request, _("The meeting is in session."))
    return redirect("network_meeting", public_id)


@require_POST
@staff(*WORKERS)
@central_only
def close(request, public_id):
    panels.close_meeting(meeting_of(request, public_id), actor=request.actor)
    messages.success(request, _("The meeting is closed. Now write the minutes."))
    return redirect("network_meeting", public_id)


@require_POST
@staff(*WORKERS)
@central_only
def cancel(request, public_id):
    form = AnswerForm(request.POST)
    if carried_out(request, form, lambda said: workflow.cancel_council(meeting_of(request, public_id), reason=said["answer"],
                                                                       actor=request.actor), _("The meeting is cancelled.")):
        return redirect("network_meeting", public_id)
    return meeting_page(request, meeting_of(request, public_id), cancelling=form)


@require_POST
@staff(*WORKERS)
@central_only
def attendance(request, public_id):
    meeting = meeting_of(request, public_id)
    seat = next((one for one in seats_on(meeting.body, meeting.day) if str(one.public_id) == request.POST.get("seat")), None)
    if seat is None:
        raise Refused(_("This seat does not belong to the meeting."))
    panels.note_attendance(meeting, seat, present=request.POST.get("present") == "1", actor=request.actor)
    return redirect("network_meeting", public_id)
