"""Pages that read across: the two front pages, the state of the system, providers, cases, the pool, rounds, work that is stuck."""
from desk.views.case import case, case_file, cases
from desk.views.case_act import (
    assign,
    begin_screening,
    case_on_agenda,
    close_fact_check,
    end_assignment,
    move_visit,
    note_check,
    pass_screening,
    plan_visit,
    resume_case,
    return_case,
)
from desk.views.health import healthz
from desk.views.pool import join_pool, out_of_pool, pool
from desk.views.provider import close, confirm, provider, providers, refuse
from desk.views.public import home, regions
from desk.views.round import announce_round, change_round, desk_round, extend_round, new_round, rounds
from desk.views.stuck import again, stuck_work

__all__ = [
    "again", "announce_round", "assign", "begin_screening", "case", "case_file", "case_on_agenda", "cases", "change_round", "close",
    "close_fact_check", "confirm", "desk_round", "end_assignment", "extend_round", "healthz", "home", "join_pool", "move_visit",
    "new_round", "note_check", "out_of_pool", "pass_screening", "plan_visit", "pool", "provider", "providers", "refuse", "regions",
    "resume_case", "return_case", "rounds", "stuck_work",
]
