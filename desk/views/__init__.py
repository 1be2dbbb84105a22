"""Pages that read across: the two front pages, providers, cases, the committee, announcements, the pool, rounds, editions, stuck work."""
from desk.views.agenda import (
    agenda_item,
    close_ballot,
    keep_discussion,
    open_ballot,
    papers,
    recuse_from_item,
    take_off_agenda,
    void_ballot,
)
from desk.views.announcement import (
    announced_letter,
    announcement,
    announcements,
    approve_announcement,
    assent_announcement,
    change_announcement,
    draft_announcement,
    release_announcement,
    send_back_announcement,
)
from desk.views.appeal import (
    appeal,
    appeal_on_paper,
    appeals,
    approve_answer,
    draft_answer,
    end_handler,
    extend_answer,
    name_handlers,
    release_answer,
    send_back_answer,
)
from desk.views.body import bodies, body, end_seat
from desk.views.briefing import (
    add_material,
    briefing_sheet,
    call_off_briefing,
    cancel_place,
    change_briefing,
    desk_briefing,
    new_briefing,
    note_came,
    remove_briefing,
    tell_materials,
)
from desk.views.case import case, case_file, cases
from desk.views.case_act import (
    announce_team,
    assign,
    begin_screening,
    case_on_agenda,
    close_fact_check,
    decide_challenge,
    end_assignment,
    name_answerer,
    note_check,
    pass_screening,
    resume_case,
    return_case,
)
from desk.views.case_way_out import extend_period, reopen_case, withdraw_case
from desk.views.edition import discard_edition, edition, edition_labels, editions, new_edition, renumber_edition
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
from desk.views.hand_over import hand_over
from desk.views.health import healthz
from desk.views.imports import carry_out, drop, import_run, import_template, imports, new_import
from desk.views.improvement import improvement, improvements
from desk.views.insight import (
    indicator_insight,
    insight_assessors,
    insight_xlsx,
    insights,
    propose_improvement,
    round_insight,
    work_out_insight,
)
from desk.views.intake import apply_on_paper, invite_owner, paper_arrival, register_on_paper, withdraw_owner_invitation
from desk.views.kept import rescue, visit_kept, visit_kept_photo
from desk.views.look import look, look_picture, look_preview
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
from desk.views.my_work import my_work
from desk.views.national import national
from desk.views.pool import join_pool, out_of_pool, pool
from desk.views.pool_member import (
    end_employer,
    pool_absence,
    pool_employer,
    pool_fields,
    pool_limits,
    pool_member,
    pool_qualification,
    pool_tie,
    remove_absence,
    remove_qualification,
)
from desk.views.practice import close_practice, practice, practice_item, practices, publish_practice
from desk.views.provider import close, confirm, provider, providers, refuse
from desk.views.public import home, regions
from desk.views.report import report, reports, take_up_report
from desk.views.requirements import round_requirements
from desk.views.round import announce_round, change_round, clone_round, desk_press, desk_round, extend_round, new_round, rounds
from desk.views.round_parts import add_attachment, add_question, change_question, late_access, remove_attachment, round_documents
from desk.views.seat import call_off_substitute, choose_casting, name_substitute, renew_seat, seat
from desk.views.standing import add_disposition, bar, lift_bar, standing, withdraw_disposition
from desk.views.stuck import again, stuck_work
from desk.views.supplement import change_item, extend_supplement, send_supplement, supplement, withdraw_item
from desk.views.teams import accept_teams, assign_on_board, discard_teams, propose_teams, team_proposal, teams
from desk.views.visit_planning import (
    ask_all_again,
    decline_day,
    go_on_without_visit,
    move_visit,
    offer_dates,
    plan_visit,
    report_missed,
    take_back_dates,
    visit_planning,
)

__all__ = [
    "accept_teams", "add_area", "add_attachment", "add_criterion", "add_disposition", "add_indicator", "add_material", "add_question",
    "again", "agenda_item", "announce_round", "announce_team", "announced_letter", "announcement", "announcements", "appeal",
    "appeal_on_paper", "appeals", "apply_on_paper", "approve_announcement", "approve_answer", "ask_all_again", "assent_announcement",
    "assign", "assign_on_board", "bar", "begin_screening", "bodies", "body", "briefing_sheet", "call_meeting", "call_off_briefing",
    "call_off_substitute", "cancel_meeting", "cancel_place", "carry_out", "case", "case_file", "case_on_agenda", "cases",
    "change_announcement", "change_briefing", "change_item", "change_question", "change_round", "choose_casting", "clone_round", "close",
    "close_ballot", "close_fact_check", "close_meeting", "close_practice", "confirm", "decide_challenge", "decline_day", "desk_briefing",
    "desk_press", "desk_round", "discard_edition", "discard_teams", "draft_announcement", "draft_answer", "drop", "early_notice",
    "edition", "edition_json", "edition_labels", "edition_mapping", "edition_preview", "edition_row", "edition_xlsx", "editions",
    "end_assignment", "end_employer", "end_handler", "end_seat", "extend_answer", "extend_period", "extend_round", "extend_supplement",
    "go_on_without_visit", "hand_over", "healthz", "home", "import_edition", "import_run", "import_template", "imports", "improvement",
    "improvements", "indicator_insight", "insight_assessors", "insight_xlsx", "insights", "invite_owner", "join_pool", "keep_discussion",
    "late_access", "lift_bar", "look", "look_picture", "look_preview", "meeting", "meetings", "minutes", "move_row", "move_visit",
    "my_work", "name_answerer", "name_handlers", "name_substitute", "national", "new_briefing", "new_edition", "new_import", "new_round",
    "note_attendance", "note_came", "note_check", "note_erratum", "offer_dates", "open_ballot", "open_meeting", "out_of_pool",
    "paper_arrival", "papers", "pass_screening", "plan_visit", "pool", "pool_absence", "pool_employer", "pool_fields", "pool_limits",
    "pool_member", "pool_qualification", "pool_tie", "practice", "practice_item", "practices", "propose_improvement", "propose_mapping",
    "propose_teams", "provider", "providers", "publish_edition", "publish_practice", "put_on_agenda", "recuse_from_item", "refuse",
    "regions", "register_on_paper", "release_announcement", "release_answer", "remind_unread", "remove_absence", "remove_attachment",
    "remove_briefing", "remove_qualification", "remove_row", "renew_seat", "renumber_edition", "reopen_case", "report", "report_missed",
    "reports", "rescue", "resume_case", "return_case", "round_documents", "round_insight", "round_requirements", "rounds", "seat",
    "send_back_announcement", "send_back_answer", "send_supplement", "standing", "stuck_work", "supplement", "take_back_dates",
    "take_off_agenda", "take_up_report", "team_proposal", "teams", "tell_materials", "tell_providers", "visit_kept", "visit_kept_photo",
    "visit_planning", "void_ballot", "withdraw_case", "withdraw_disposition", "withdraw_item", "withdraw_owner_invitation",
    "work_out_insight",
]
