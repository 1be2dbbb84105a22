"""Minutes of a body: written by the secretary, sent to the members, approved by a later meeting, and then for ever as they are."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import MeetingWord, Minutes, Resolution
from agencies.network_permissions import can_keep_councils
from agencies.queries.council_quorum import quorum_at
from agencies.workflow.council_agenda import MINUTES
from agencies.workflow.council_meeting import tell_members
from core import clock
from core.workflow import lock, record, refuse_if, require
from panels.queries import present_ever, seats_on
from panels.stages import MeetingStage
from panels.workflow.meeting import refuse_unless_closed


def first_words(meeting):
    """What minutes begin with: who was there, what came before the meeting, what was resolved. For whoever already reads it."""
    here = present_ever(meeting)
    names = ", ".join(f"{one.user} ({one.sent_by or '-'})" for one in seats_on(meeting.body, meeting.day) if one.pk in here)
    lines = [_("Present: %(names)s") % {"names": names or "-"}, ""]
    resolved = Resolution.everything.filter(meeting=meeting)
    for place, item in enumerate(meeting.items.filter(withdrawn_at=None).order_by("position"), 1):
        lines.append(f"{place}. {item.subject_label}")
        lines += ["   " + _("Resolution %(number)d: %(text)s") % {"number": one.number, "text": one.text} for one in resolved
                  if one.item_id == item.pk]
    return "\n".join(lines)


@transaction.atomic
def write_minutes(meeting, *, text, base_version, actor):
    """The words, kept anew until they are approved. An older page overwrites nothing newer. `base_version`: 0 where there are none yet."""
    require(can_keep_councils(actor))
    meeting = lock(meeting)
    refuse_unless_closed(meeting)
    refuse_if(not text.strip(), _("Please write the minutes."), field="text")
    row = Minutes.everything.filter(meeting=meeting).first()
    refuse_if(row and row.approved_at, _(
        "These minutes are approved and stay as they are. What is wrong in them belongs into the remark of the approving meeting."))
    refuse_if((row.version if row else 0) != base_version, _("Somebody else has saved this meanwhile. Open the page anew and compare."))
    row = row or Minutes(meeting=meeting, version=0)
    row.text, row.version, row.written_by, row.written_at = text.strip(), row.version + 1, actor.user, clock.now()
    row.save()
    record("council.minutes_written", row, actor=actor, version=row.version)
    return row


@transaction.atomic
def send_minutes(minutes, *, actor):
    """Every member reads them from now on, and is told."""
    require(can_keep_councils(actor))
    minutes = lock(minutes)
    refuse_if(minutes.published_at, _("These minutes were sent already."))
    minutes.published_at = clock.now()
    minutes.save(update_fields=["published_at"])
    record("council.minutes_sent", minutes, actor=actor, version=minutes.version)
    tell_members(minutes.meeting, MeetingWord.Kind.MINUTES)
    return minutes


@transaction.atomic
def approve_minutes(item, *, remark, actor):
    """By the meeting on whose agenda they are, with the quorum; what it corrects stands in its remark."""
    require(can_keep_councils(actor))
    meeting = lock(item.meeting)
    item = lock(item)
    refuse_if(item.subject_type != MINUTES, _("This item is about no minutes."))
    refuse_if(meeting.stage != MeetingStage.OPEN, _("The meeting is not in session."))
    refuse_if(not item.is_open, _("This item has been decided."))
    quorum = quorum_at(meeting)
    refuse_if(not quorum.met, _("Below the quorum no minutes are approved: %(needed)d of %(base)d must be there, %(present)d are."),
              needed=quorum.needed, base=quorum.base, present=quorum.present)
    minutes = lock(Minutes.everything.get(public_id=item.matter))
    refuse_if(minutes.approved_at, _("These minutes are approved already."))
    minutes.approved_at, minutes.approved_in, minutes.remark = clock.now(), meeting, remark.strip()
    minutes.save(update_fields=["approved_at", "approved_in", "remark"])
    item.result, item.decided_at = "resolved", clock.now()
    item.save(update_fields=["result", "decided_at"])
    record("council.minutes_approved", minutes, actor=actor, meeting=meeting.pk, version=minutes.version, remarked=bool(remark.strip()))
    return minutes
