"""What a ballot came to."""
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from accounts.actors import Actor
from panels.models import Ballot, RollEntry
from panels.models.ballot import IS_OPEN

COUNTING = Actor.system("what ballots came to")


@dataclass(frozen=True)
class Tally:
    """`counts` is empty while the ballot is open: until then only how many have voted is known."""

    voted: int
    counts: dict[str, int]
    eligible: int | None
    present: int | None
    result: str
    is_closed: bool

    @property
    def needed(self):
        """More than half of those present."""
        return None if self.present is None else self.present // 2 + 1

    @property
    def sentence(self):
        if not self.is_closed:
            return _("The ballot is open: %(voted)d have voted.") % {"voted": self.voted}
        if self.result:
            return _("The ballot is closed: %(votes)d of the %(present)d present agree.") % {
                "votes": self.counts[self.result], "present": self.present}
        return _("No choice has more than half of the %(present)d present. The chair has to call the vote again.") % {
            "present": self.present}


def ballot_tally(ballot):
    """For whoever already reads the ballot."""
    is_closed = ballot.closed_at is not None
    return Tally(voted=ballot.roll.count(), counts=counted(ballot) if is_closed else {}, eligible=ballot.eligible, present=ballot.present,
                 result=ballot.result, is_closed=is_closed)


def held_ballots(meeting):
    """{item's id: its ballots in the order in which they were opened}. For whoever already reads the meeting."""
    held = defaultdict(list)
    for ballot in Ballot.objects.visible_to(COUNTING).filter(item__meeting=meeting).select_related("item").order_by("opened_at", "pk"):
        held[ballot.item_id].append(ballot)
    return held


def tallies_of(ballots):
    """{ballot's id: its tally}, in one query for however many."""
    votes = defaultdict(Counter)
    rows = RollEntry.objects.visible_to(COUNTING).filter(ballot__in=ballots).order_by()
    for ballot, choice, count in rows.values_list("ballot", "open_choice__choice").annotate(count=Count("pk")):
        votes[ballot][choice] = count
    return {ballot.pk: _tally(ballot, votes[ballot.pk]) for ballot in ballots}


def _tally(ballot, votes):
    is_closed = ballot.closed_at is not None
    counts = {choice: votes[choice] for choice in ballot.item.choices} if is_closed else {}
    return Tally(voted=votes.total(), counts=counts, eligible=ballot.eligible, present=ballot.present, result=ballot.result,
                 is_closed=is_closed)


def ballot_that_counts(actor, item):
    """The ballot that is open, else the one whose result counts, else the last that was closed; None before the first."""
    rows = Ballot.objects.visible_to(actor).filter(item=item, voided_at=None).select_related("item__meeting__body")
    return rows.filter(IS_OPEN).first() or rows.order_by("-opened_at", "-pk").first()


def my_choice(actor, ballot):
    """What this person chose in an open vote, or None."""
    entries = RollEntry.objects.visible_to(actor).filter(ballot=ballot, person=actor.user.person_id)
    return entries.values_list("open_choice__choice", flat=True).first()


def counted(ballot):
    """{choice: votes} in the order of the choices, with those nobody chose. Tells what an open ballot must not: ask `ballot_tally`."""
    votes = Counter(ballot.roll.values_list("open_choice__choice", flat=True))
    return {choice: votes[choice] for choice in ballot.item.choices}
