"""Who counts for an item of the agenda, and whether enough of them are there."""
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.actors import Actor
from panels.models import Involvement, Recusal, RollEntry
from panels.queries.body import seats_on
from panels.queries.meeting import present_seats


@dataclass(frozen=True)
class Quorum:
    """`base`: persons who may vote on it; `present`: those of them in the room, or who have voted in the ballot that is open;
    `recused`: seats that do not count, because their holder stands back from the case or has assessed it."""

    base: int
    present: int
    recused: int

    @property
    def needed(self):
        """More than half of the base."""
        return self.base // 2 + 1

    @property
    def met(self):
        return self.present >= self.needed

    @property
    def sentence(self):
        return _("%(base)d may vote on this item (%(recused)d do not take part), %(needed)d must be present, %(present)d are.") % {
            "base": self.base, "recused": self.recused, "needed": self.needed, "present": self.present}


def quorum_of(item):
    """For one item, as things stand at this moment. For whoever already reads the meeting."""
    return _quorums(item.meeting, [item])[item.pk]


def quorums_of(meeting):
    """{item's id: its quorum} for the whole agenda, in as many queries as for one."""
    return _quorums(meeting, list(meeting.items.filter(withdrawn_at=None)))


def _quorums(meeting, items):
    seats, here = seats_on(meeting.body, meeting.day), present_seats(meeting)
    outside, voted = who_stands_outside(items), who_has_voted(items)
    return {item.pk: _count(seats, outside[item.matter], here | voted[item.pk]) for item in items}


def _count(seats, outside, here):
    """Persons are counted, not accounts: somebody with two seats is one."""
    counting = [seat for seat in seats if not names_of(seat.user) & outside]
    return Quorum(base=len({_who(seat) for seat in counting}), recused=len(seats) - len(counting),
                  present=len({_who(seat) for seat in counting if seat.pk in here}))


def names_of(user):
    """How the ledgers may name this human being."""
    return {("user", user.pk), ("person", user.person_id or None)} - {("person", None)}


def _who(seat):
    return seat.user.person_id or f"account {seat.user_id}"


def who_stands_outside(items):
    """{matter: names of those who do not take part}."""
    asking, matters, outside = Actor.system("who may vote"), [item.matter for item in items], defaultdict(set)
    for matter, user, person in Recusal.objects.visible_to(asking).filter(matter__in=matters).values_list("matter", "user", "person"):
        outside[matter] |= {("user", user), ("person", person)} - {("person", None)}
    assessed = Involvement.objects.visible_to(asking).filter(matter__in=matters, kind=Involvement.Kind.ASSESSED)
    for matter, person in assessed.values_list("matter", "person"):
        outside[matter].add(("person", person))
    return outside


def who_has_voted(items):
    """{item's id: seats on the roll of its open ballot}: who voted and then went is not lost from the count."""
    open_now = Q(ballot__closed_at=None, ballot__voided_at=None, ballot__item__in=items)
    voted = defaultdict(set)
    for item, seat in RollEntry.objects.visible_to(Actor.system("who may vote")).filter(open_now).values_list("ballot__item", "seat"):
        voted[item].add(seat)
    return voted
