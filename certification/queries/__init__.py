"""Named reads of certification."""
from certification.queries.framework import current_version, framework_of, indicators_for, tree_of, versions_of
from certification.queries.round import open_rounds, rounds_of, rounds_of_the_day, services_of

__all__ = [
    "current_version", "framework_of", "indicators_for", "open_rounds", "rounds_of", "rounds_of_the_day", "services_of", "tree_of",
    "versions_of",
]
