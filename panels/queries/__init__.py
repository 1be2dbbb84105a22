"""Named reads about impartial people, meetings and approvals. What another app's `audience` needs answers as a subquery."""
from panels.queries.approval import approval_of, deciders_of, drafter_of, steps_of
from panels.queries.ballot import Tally, ballot_tally, counted
from panels.queries.body import seats_on
from panels.queries.declaration import (
    declaration_of,
    is_recused,
    matters_open_to,
    may_read,
    open_declarations,
    person_asked,
    recused_matters,
)
from panels.queries.involvement import involvements_of
from panels.queries.meeting import agenda_of, meetings_of, present_seats, seat_holders_of
from panels.queries.pool import assessors_outside_pool, is_in_pool, pool_members
from panels.queries.quorum import Quorum, quorum_of, quorums_of

__all__ = [
    "Quorum", "Tally", "agenda_of", "approval_of", "assessors_outside_pool", "ballot_tally", "counted", "deciders_of", "declaration_of",
    "drafter_of", "involvements_of", "is_in_pool", "is_recused", "matters_open_to", "may_read", "meetings_of", "open_declarations",
    "person_asked", "pool_members", "present_seats", "quorum_of", "quorums_of", "recused_matters", "seat_holders_of", "seats_on",
    "steps_of",
]
