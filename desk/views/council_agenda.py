"""What comes before a meeting of a body, what it decides, and its minutes."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.forms.council import MinutesForm, RemarkForm, ResolutionForm, TopicForm
from agencies.houses import central_only
from agencies.models import Minutes
from agencies.queries import council as queries
from agencies.workflow import council_meeting as workflow
from agencies.workflow import council_minutes as writing
from core.files import serve_copy
from core.forms import carried_out, filled
from core.tenancy import find_or_404, found
from desk.pages import desk_page
from desk.views.case import WORKERS
from desk.views.council_meeting import meeting_of, meeting_page


@require_POST
@staff(*WORKERS)
@central_only
def topic(request, public_id):
    meeting, form = meeting_of(request, public_id), TopicForm(request.POST)
    if carried_out(request, form, lambda said: workflow.add_topic(meeting, **said, actor=request.actor), _("It is on the agenda.")):
        return redirect("network_meeting", public_id)
    return meeting_page(request, meeting, topic=form)


@require_POST
@staff(*WORKERS)
@central_only
def settle(request, public_id):
    item = found(queries.council_items(request.actor), public_id)
    workflow.settle_item(item, request.POST.get("result", ""), actor=request.actor)
    messages.success(request, _("Kept."))
    return redirect("network_meeting", item.meeting.public_id)


@require_POST
@staff(*WORKERS)
@central_only
def resolve(request, public_id):
    item, form = found(queries.council_items(request.actor), public_id), ResolutionForm(request.POST)
    if carried_out(request, form, lambda said: workflow.resolve(item, **said, actor=request.actor),
                   _("The resolution is written down.")):
        return redirect("network_meeting", item.meeting.public_id)
    return meeting_page(request, item.meeting, resolution=form, about=item)


@require_POST
@staff(*WORKERS)
@central_only
def approve(request, public_id):
    item, form = found(queries.council_items(request.actor), public_id), RemarkForm(request.POST)
    if carried_out(request, form, lambda said: writing.approve_minutes(item, **said, actor=request.actor),
                   _("The minutes are approved. From now on nothing of them changes.")):
        return redirect("network_meeting", item.meeting.public_id)
    return meeting_page(request, item.meeting, remark=form, about=item)


@staff(*WORKERS)
@central_only
def minutes(request, public_id):
    """Written here; the first words are what the meeting has left behind."""
    meeting = meeting_of(request, public_id)
    row = queries.minutes_of(request.actor, meeting)
    stands = {"text": row.text if row else writing.first_words(meeting), "base_version": row.version if row else 0}
    form = MinutesForm(filled(request), initial=stands)
    if carried_out(request, form, lambda said: writing.write_minutes(meeting, **said, actor=request.actor), _("The minutes are kept.")):
        return redirect("network_meeting", public_id)
    return desk_page(request, "desk/network_form.html", {"form": form, "title": _("Minutes"), "button": _("Keep the minutes"),
                                                         "back": meeting.body, "meeting": meeting})


@require_POST
@staff(*WORKERS)
@central_only
def send_minutes(request, public_id):
    row = find_or_404(Minutes, request.actor, public_id=public_id)
    writing.send_minutes(row, actor=request.actor)
    messages.success(request, _("The minutes are sent to the members. The next meeting approves them."))
    return redirect("network_meeting", row.meeting.public_id)


@staff()
def paper(request, public_id):
    return serve_copy(found(queries.papers_to_read(request.actor), public_id))
