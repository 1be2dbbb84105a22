"""Every write about duties and what follows from them that a person would name."""
from aftercare.workflow.change import hand_in_change, save_change, start_change, withdraw_change
from aftercare.workflow.change_decision import accept_change, ask_back, propose_decision, refuse_change, send_back_proposal
from aftercare.workflow.change_effects import correct_after
from aftercare.workflow.change_entering import answer_noticed, confirm_succession, enter_change, note_paper_of_successor
from aftercare.workflow.complaint import add_to_complaint, receive_complaint
from aftercare.workflow.complaint_desk import (
    admit_complaint,
    answer_complaint,
    ask_reporter,
    close_complaint,
    extend_complaint,
    name_handlers_of_complaint,
    reopen_complaint,
    set_complaint_aside,
)
from aftercare.workflow.complaint_follow import demand_visit_for_complaint, note_what_follows
from aftercare.workflow.complaint_inquiry import answer_inquiry, ask_provider
from aftercare.workflow.complaint_reporter import erase_reporter, look_at_reporter
from aftercare.workflow.consultant import add_consultant, keep_consultant, set_consultant_active
from aftercare.workflow.consultation import accept_offer, ask_consulting, call_off, decline_offer, offer_consulting
from aftercare.workflow.consultation_report import close_consultation, hand_in_report, rate_consultation, save_report
from aftercare.workflow.consultation_visit import drop_visit, move_visit, note_visit_done, set_visit
from aftercare.workflow.consulting_match import agree_consultant, answer_asking, choose_consultant, object_to_consultant, take_back_asking
from aftercare.workflow.correction import (
    answer_correction,
    drop_correction,
    hand_in_correction,
    note_effect,
    request_correction,
    save_correction,
)
from aftercare.workflow.duty import demand_duty, fulfil_duty, lapse_duties, move_duty, plan_duties, return_duty, set_rule, waive_duty
from aftercare.workflow.duty_feed import end_feed, renew_feed
from aftercare.workflow.incentive import answer_nomination, consent_to_nomination, export_grants, nominate, note_grant, strike_grant
from aftercare.workflow.inspection import begin_inspection, hand_in_inspection, note_inspection_seen, return_inspection, save_inspection_row
from aftercare.workflow.lapse import lapse_with_certificate, revive_with_certificate
from aftercare.workflow.monitoring import call_off_monitoring, move_monitoring, plan_monitoring, take_over_monitoring
from aftercare.workflow.monitoring_team import add_to_monitoring, declare_for_monitoring, leave_monitoring
from aftercare.workflow.sanction import (
    add_sanction_file,
    change_sanction,
    draft_sanction,
    drop_sanction,
    remove_sanction_file,
    send_notice,
    suspend_at_once,
)
from aftercare.workflow.sanction_answer import (
    approve_answer_about,
    draft_answer_about,
    extend_answer_about,
    release_answer_about,
    send_back_answer_about,
    withdraw_sanction_appeal,
)
from aftercare.workflow.sanction_basis import set_bases
from aftercare.workflow.sanction_decision import approve_decision, assent_decision, draft_decision, release_decision, send_back_decision
from aftercare.workflow.sanction_declaration import declare_for_sanction
from aftercare.workflow.sanction_effect import (
    close_appeal_period,
    confirm_surrender,
    end_suspension,
    lift_suspension,
    take_effect,
)
from aftercare.workflow.sanction_handlers import end_sanction_handler, give_opinion, name_sanction_handlers, propose
from aftercare.workflow.sanction_hearing import move_hearing, note_hearing
from aftercare.workflow.sanction_order import note_order, return_order_report
from aftercare.workflow.sanction_statement import hand_in_statement, remove_statement_file, save_statement
from aftercare.workflow.shared_copy import share_more
from aftercare.workflow.succession import approve_correction_of

__all__ = [
    "accept_change", "accept_offer", "add_consultant", "add_sanction_file", "add_to_complaint", "add_to_monitoring", "admit_complaint",
    "agree_consultant", "answer_asking", "answer_complaint", "answer_correction", "answer_inquiry", "answer_nomination", "answer_noticed",
    "approve_answer_about", "approve_correction_of",
    "approve_decision", "ask_back", "ask_consulting", "ask_provider", "ask_reporter", "assent_decision", "begin_inspection",
    "call_off", "call_off_monitoring", "change_sanction", "choose_consultant", "close_appeal_period", "close_complaint",
    "close_consultation", "confirm_succession", "confirm_surrender", "consent_to_nomination", "correct_after", "declare_for_monitoring",
    "declare_for_sanction", "decline_offer",
    "demand_duty", "demand_visit_for_complaint", "draft_answer_about", "draft_decision", "draft_sanction", "drop_correction",
    "drop_sanction", "drop_visit", "end_feed", "end_sanction_handler", "end_suspension", "enter_change", "erase_reporter",
    "export_grants", "extend_answer_about", "extend_complaint", "fulfil_duty", "give_opinion", "hand_in_change", "hand_in_correction",
    "hand_in_inspection", "hand_in_report", "hand_in_statement", "keep_consultant", "lapse_duties", "lapse_with_certificate",
    "leave_monitoring", "lift_suspension",
    "look_at_reporter", "move_duty", "move_hearing", "move_monitoring", "move_visit", "name_handlers_of_complaint",
    "name_sanction_handlers", "nominate", "note_effect", "note_grant", "note_hearing", "note_inspection_seen", "note_order",
    "note_paper_of_successor", "note_visit_done", "note_what_follows", "object_to_consultant", "offer_consulting", "plan_duties",
    "plan_monitoring", "propose", "propose_decision", "rate_consultation", "receive_complaint", "refuse_change", "release_answer_about",
    "release_decision", "remove_sanction_file", "remove_statement_file", "renew_feed", "reopen_complaint", "request_correction",
    "return_duty", "return_inspection", "return_order_report", "revive_with_certificate",
    "save_change", "save_correction", "save_inspection_row", "save_report", "save_statement",
    "send_back_answer_about", "send_back_decision", "send_back_proposal", "send_notice", "set_complaint_aside", "set_consultant_active",
    "set_bases", "set_rule", "set_visit", "share_more", "start_change", "strike_grant", "suspend_at_once", "take_back_asking",
    "take_effect",
    "take_over_monitoring", "waive_duty", "withdraw_change", "withdraw_sanction_appeal",
]
