"""What stands on the agenda of a body's meeting: open tasks and unapproved minutes first, then what was proposed."""
from django.db.models import Max
from django.utils.translation import gettext as _

from agencies.models import AgendaText, CouncilTask, Minutes
from panels.models import AgendaItem

TASKS, MINUTES, PROPOSAL, TOPIC = "agencies.counciltask", "agencies.minutes", "agencies.agendaproposal", "agencies.agendatext"
TASKS_FIRST, THEN_MINUTES, THE_REST = 1, 2, 10          # places on the agenda
CHOICES = ["resolved", "noted", "deferred"]


def put_what_is_open(meeting):
    """Open tasks of the body first, then minutes that no meeting has approved. Asked again when the meeting begins: what is done by then
    stands there no more."""
    _put_open_tasks(meeting)
    _put_waiting_minutes(meeting)


def _put_open_tasks(meeting):
    """An item of this meeting's own: several of a body may be planned at once."""
    tasks = CouncilTask.everything.filter(body_key=meeting.body.public_id, done_at=None).select_related("owner__person", "responsible")
    words = "\n".join(f"- {one.text} ({one.responsible}, {one.owner}, {one.due_on:%Y. %m. %d.})" for one in tasks)[:4000]
    item = meeting.items.filter(subject_type=TASKS).first()
    if item:
        AgendaText.everything.filter(item=item).update(text=words or _("All of them are done."))
    elif words:
        item = agenda_item(meeting, TASKS_FIRST, TASKS, meeting.public_id, _("Open tasks"))
        AgendaText.everything.create(item=item, text=words)


def _put_waiting_minutes(meeting):
    """The oldest first, as many as there are places for: a meeting below the quorum has approved none."""
    items = meeting.items.values_list("position", "matter", "withdrawn_at")
    free = [place for place in range(THEN_MINUTES, THE_REST) if place not in {position for position, _matter, _gone in items}]
    kept = {matter for _position, matter, gone in items if gone is None}
    waiting = Minutes.everything.filter(meeting__body=meeting.body_id, published_at__isnull=False, approved_at=None)
    waiting = waiting.filter(meeting__meets_at__lt=meeting.meets_at).select_related("meeting").order_by("meeting__meets_at", "pk")
    waiting = [one for one in waiting if one.public_id not in kept and not _is_elsewhere(one.public_id)]
    for place, minutes in zip(free, waiting, strict=False):
        agenda_item(meeting, place, MINUTES, minutes.public_id, _("Minutes of %(meeting)s") % {"meeting": minutes.meeting})


def _is_elsewhere(matter):
    return AgendaItem.everything.filter(matter=matter, result="", withdrawn_at=None).exists()


def agenda_item(meeting, position, subject_type, matter, label):
    return AgendaItem.objects.create(meeting=meeting, position=position, subject_type=subject_type, matter=matter,
                                     subject_label=label[:200], choices=CHOICES)


def next_position(meeting):
    return max(THE_REST, (meeting.items.aggregate(last=Max("position"))["last"] or 0) + 1)
