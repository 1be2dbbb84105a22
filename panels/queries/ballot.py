"""What a ballot came to."""
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from accounts.actors import Actor
from panels.models import Ballot, RollEntry, Seat, SecretCount
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
    is_secret: bool = False
    on_paper: int = 0               # of those who have voted

    @property
    def by_casting(self):
        """Two choices had one half each, and the chair's vote decided."""
        return bool(self.result and self.counts) and 2 * self.counts[self.result] == self.present

    @property
    def shows_each_vote(self):
        """A secret ballot in which all chose the same: whoever is on the roll has chosen that."""
        return self.is_secret and self.voted > 0 and max(self.counts.values(), default=0) == self.voted

    @property
    def needed(self):
        """More than half of those present."""
        return None if self.present is None else self.present // 2 + 1

    @property
    def sentence(self):
        if not self.is_closed:
            return _("The ballot is open: %(voted)d have voted.") % {"voted": self.voted}
        if self.by_casting:
            return _("The ballot is closed: two choices have %(votes)d of the %(present)d present each, and the chair's vote decides.") % {
                "votes": self.counts[self.result], "present": self.present}
        if self.result and self.counts:
            return _("The ballot is closed: %(votes)d of the %(present)d present agree.") % {
                "votes": self.counts[self.result], "present": self.present}
        return _("No choice has more than half of the %(present)d present. The chair has to call the vote again.") % {
            "present": self.present}


def ballot_tally(ballot):
    """For whoever already reads the ballot."""
    return tallies_of([ballot])[ballot.pk]


def held_ballots(meeting):
    """{item's id: its ballots in the order in which they were opened}. For whoever already reads the meeting."""
    held = defaultdict(list)
    for ballot in Ballot.objects.visible_to(COUNTING).filter(item__meeting=meeting).select_related("item").order_by("opened_at", "pk"):
        held[ballot.item_id].append(ballot)
    return held


def tallies_of(ballots):
    """{ballot's id: its tally}, in two queries for however many."""
    votes, papers, secret = defaultdict(Counter), Counter(), defaultdict(Counter)
    rows = RollEntry.objects.visible_to(COUNTING).filter(ballot__in=ballots).order_by()
    for ballot, choice, on_paper, count in rows.values_list("ballot", "open_choice__choice", "on_paper").annotate(count=Count("pk")):
        votes[ballot][choice] += count
        papers[ballot] += count if on_paper else 0
    if any(ballot.is_secret for ballot in ballots):
        figures = SecretCount.objects.visible_to(COUNTING).filter(ballot__in=ballots)
        for ballot, choice, count in figures.values_list("ballot", "choice", "votes"):
            secret[ballot][choice] = count
    return {ballot.pk: _tally(ballot, votes[ballot.pk], secret[ballot.pk], papers[ballot.pk]) for ballot in ballots}


def _tally(ballot, votes, secret, on_paper):
    is_closed, figures = ballot.closed_at is not None, secret if ballot.is_secret else votes
    gone = ballot.is_secret and ballot.voided_at is not None
    counts = {choice: figures[choice] for choice in ballot.item.choices} if is_closed and not gone else {}
    return Tally(voted=votes.total(), counts=counts, eligible=ballot.eligible, present=ballot.present, result=ballot.result,
                 is_closed=is_closed, is_secret=ballot.is_secret, on_paper=on_paper)


def chairs_choice(ballot):
    """What the chair chose in an open vote, or "": the chair has not voted."""
    entry = ballot.roll.filter(seat__office=Seat.Office.CHAIR).values_list("open_choice__choice", flat=True).first()
    return entry or ""


def roll_of(ballot):
    """[(the seat, what was chosen or None in a secret ballot, whether on paper)] by name. For whoever already reads a closed ballot."""
    rows = ballot.roll.select_related("seat__user__person", "open_choice")
    found = [(one.seat, None if ballot.is_secret else one.open_choice.choice, one.on_paper) for one in rows]
    return sorted(found, key=lambda one: (Seat.Office.values.index(one[0].office), str(one[0].user), one[0].pk))


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
