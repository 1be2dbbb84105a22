"""Pages that read across: the two front pages, providers, cases, the committee, announcements, the pool, rounds, editions, stuck work."""
from desk.views.agenda import close_ballot, open_ballot, take_off_agenda, void_ballot
from desk.views.announcement import (
    announced_letter,
    announcement,
    announcements,
    approve_announcement,
    change_announcement,
    draft_announcement,
    release_announcement,
    send_back_announcement,
)
from desk.views.body import bodies, body, end_seat
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
from desk.views.edition import edition, edition_labels, editions, new_edition, renumber_edition
from desk.views.edition_file import edition_json, edition_xlsx, import_edition
from desk.views.edition_publish import (
    early_notice,
    edition_mapping,
    edition_preview,
    propose_mapping,
    publish_edition,
    remind_unread,
    tell_providers,
)
from desk.views.edition_row import add_area, add_criterion, add_indicator, edition_row, move_row, note_erratum, remove_row
from desk.views.health import healthz
from desk.views.meeting import (
    call_meeting,
    cancel_meeting,
    close_meeting,
    meeting,
    meetings,
    minutes,
    note_attendance,
    open_meeting,
    put_on_agenda,
)
from desk.views.pool import join_pool, out_of_pool, pool
from desk.views.provider import close, confirm, provider, providers, refuse
from desk.views.public import home, regions
from desk.views.round import announce_round, change_round, desk_round, extend_round, new_round, rounds
from desk.views.stuck import again, stuck_work

__all__ = [
    "add_area", "add_criterion", "add_indicator", "again", "announce_round", "announced_letter", "announcement", "announcements",
    "approve_announcement", "assign", "begin_screening", "bodies", "body", "call_meeting", "cancel_meeting", "case", "case_file",
    "case_on_agenda", "cases", "change_announcement", "change_round", "close", "close_ballot", "close_fact_check", "close_meeting",
    "confirm", "desk_round", "draft_announcement", "early_notice", "edition", "edition_json", "edition_labels", "edition_mapping",
    "edition_preview", "edition_row", "edition_xlsx", "editions", "end_assignment", "end_seat", "extend_round", "healthz", "home",
    "import_edition", "join_pool", "meeting", "meetings", "minutes", "move_row", "move_visit", "new_edition", "new_round",
    "note_attendance", "note_check", "note_erratum", "open_ballot", "open_meeting", "out_of_pool", "pass_screening", "plan_visit",
    "pool", "propose_mapping", "provider", "providers", "publish_edition", "put_on_agenda", "refuse", "regions", "release_announcement",
    "remind_unread", "remove_row", "renumber_edition", "resume_case", "return_case", "rounds", "send_back_announcement", "stuck_work",
    "take_off_agenda", "tell_providers", "void_ballot",
]
