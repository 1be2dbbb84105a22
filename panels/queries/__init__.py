"""Named reads about impartial people, meetings and approvals. What another app's `audience` needs answers as a subquery."""
from panels.queries.approval import approval_of, approvals_of, deciders_of, drafter_of, steps_of
from panels.queries.ballot import (
    Tally,
    ballot_tally,
    ballot_that_counts,
    chairs_choice,
    counted,
    held_ballots,
    my_choice,
    roll_of,
    tallies_of,
)
from panels.queries.body import bodies_of, ending_soon, own_seats, seats_on, terms_in
from panels.queries.conflict import conflicts_of, conflicts_with, overrulings_of
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
from panels.queries.meeting import agenda_of, meetings_of, present_ever, present_seats, seat_holders_of
from panels.queries.pool import (
    absences_between,
    assessors_by_address,
    assessors_outside_pool,
    facts_of,
    is_in_pool,
    member_of_pool,
    my_entry,
    own_ties,
    pool_found,
    pool_members,
    ties_of,
    with_fitness,
)
from panels.queries.quorum import Quorum, quorum_of, quorums_of
from panels.queries.standing import (
    Sitting,
    Standing,
    Stands,
    may_have_a_seat,
    my_meetings,
    seats_to_vote,
    sittings_of,
    standings_of,
    stood_back,
)

__all__ = [
    "Quorum", "Sitting", "Standing", "Stands", "Tally", "absences_between", "agenda_of", "approval_of", "approvals_of",
    "assessors_by_address", "assessors_outside_pool", "ballot_tally", "ballot_that_counts", "bodies_of", "chairs_choice", "conflicts_of",
    "conflicts_with",
    "counted", "deciders_of", "declaration_of", "drafter_of", "ending_soon", "facts_of", "held_ballots", "involvements_of", "is_in_pool",
    "is_recused", "matters_open_to", "may_have_a_seat", "may_read", "meetings_of", "member_of_pool", "my_choice", "my_entry",
    "my_meetings", "open_declarations", "overrulings_of", "own_seats", "own_ties", "person_asked", "pool_found", "pool_members",
    "present_ever", "present_seats", "quorum_of", "quorums_of", "recused_matters", "roll_of", "seat_holders_of", "seats_on",
    "seats_to_vote", "sittings_of", "standings_of", "steps_of", "stood_back", "tallies_of", "terms_in", "ties_of", "with_fitness",
]
