"""Whether enough members of a body are in the room, by the rule of the body."""
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.actors import Actor
from agencies.models import Council
from panels.queries import present_seats, seats_on

COUNTING = Actor.system("the quorum of a body")


@dataclass(frozen=True)
class CouncilQuorum:
    """`base`: persons with a seat on the day; `present`: those of them in the room."""

    base: int
    needed: int
    present: int

    @property
    def met(self):
        return self.present >= self.needed

    @property
    def sentence(self):
        return _("%(base)d members, %(needed)d must be there, %(present)d are.") % {
            "base": self.base, "needed": self.needed, "present": self.present}


def quorum_at(meeting):
    """As things stand at this moment. For whoever already reads the meeting. Persons are counted, not seats."""
    seats, here = seats_on(meeting.body, meeting.day), present_seats(meeting)
    base = {one.user_id for one in seats}
    council = Council.objects.visible_to(COUNTING).get(body=meeting.body_id)
    return CouncilQuorum(base=len(base), needed=council.needed(len(base)), present=len({one.user_id for one in seats if one.pk in here}))
