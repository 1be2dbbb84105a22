"""Reads of the management evaluation, each naming who is asking."""
from agencies.queries.indicator_set import (
    dropped_from,
    frozen_sets,
    guides_of,
    history_of,
    rows_of,
    set_before,
    sets_of,
    tree_of,
)
from agencies.queries.participation import participation_of, proposals_for, unsaid_agencies
from agencies.queries.soundness import problems_of

__all__ = ["dropped_from", "guides_of", "history_of", "participation_of", "problems_of", "proposals_for", "frozen_sets", "rows_of",
           "set_before", "sets_of", "tree_of", "unsaid_agencies"]
