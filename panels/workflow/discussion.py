"""What was discussed about an item, kept by the secretary while the meeting is in session. Closing freezes it, in the database too."""
from django.db import transaction
from django.utils.translation import gettext as _

from core.workflow import lock, record, refuse_if, require
from panels.permissions import can_conduct
from panels.stages import MeetingStage

LONGEST = 5000


@transaction.atomic
def keep_discussion(item, words, *, base, actor):
    """`base`: the version that was on the screen when the words were written. Two secretaries never write over each other unseen."""
    item, words = lock(item), words.strip()
    require(can_conduct(actor))
    refuse_if(item.meeting.stage != MeetingStage.OPEN, _("The meeting is not in session."))
    refuse_if(item.withdrawn_at, _("This item has been taken off the agenda already."))
    refuse_if(len(words) > LONGEST, _("Please shorten this to %(count)d characters."), field="discussion", count=LONGEST)
    if words == item.discussion:
        return item
    refuse_if(base != item.discussion_version,
              _("Somebody has changed this note since you opened it. Their words stand beside yours: take over what is right, then "
                "save again."),
              field="discussion")
    item.discussion, item.discussion_version = words, item.discussion_version + 1
    item.save(update_fields=["discussion", "discussion_version"])
    record("agenda.discussion_kept", item, actor=actor, version=item.discussion_version)
    return item
