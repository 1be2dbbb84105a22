"""Whether somebody of the pool can be asked today: what forbids it, and what is worth knowing. Reads what `panels.queries.with_fitness`
has put on the row; asks nothing."""
from django.utils.translation import gettext as _

from core.wording import day_in_words
from panels.pledge import holds


def hindrances(member, today):
    """Sentences that refuse an assignment: a qualification that has lapsed, a pledge older than a year.

    Who never signed is not refused but pointed out (`remarks`): a pool from before the pledge existed would stand still at once. From the
    first signature on the year is kept.
    """
    found = []
    if member.lapsed_on:
        found.append(_("The qualification “%(kind)s” expired on %(day)s.") % {"kind": member.lapsed_kind,
                                                                              "day": day_in_words(member.lapsed_on)})
    if member.signed_on and not holds(member.signed_on, today):
        found.append(_("The yearly pledge is of %(day)s, more than a year ago. It has to be signed anew.") % {
            "day": day_in_words(member.signed_on)})
    return found


def remarks(member):
    """What does not forbid it."""
    found = []
    if member.signed_on is None:
        found.append(_("The yearly pledge is not signed yet."))
    if member.away_until:
        found.append(_("Not available until %(day)s.") % {"day": day_in_words(member.away_until)})
    return found
