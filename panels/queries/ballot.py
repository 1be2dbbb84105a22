"""What a ballot came to."""
from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _


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


def counted(ballot):
    """{choice: votes} in the order of the choices, with those nobody chose. Tells what an open ballot must not: ask `ballot_tally`."""
    votes = Counter(ballot.roll.values_list("open_choice__choice", flat=True))
    return {choice: votes[choice] for choice in ballot.item.choices}
