"""What keeps a draft set from being frozen, with everything read that this depends on."""
from agencies.queries.indicator_set import rows_of
from agencies.queries.participation import unsaid_agencies
from agencies.set_checks import find_problems


def problems_of(actor, indicator_set, rows=None):
    """[Problem] in the order of the set; `rows`, where they were read already."""
    return find_problems(indicator_set, rows or rows_of(actor, indicator_set), unsaid_agencies(actor, indicator_set))
