"""Every write about duties and what follows from them that a person would name."""
from aftercare.workflow.duty import demand_duty, fulfil_duty, lapse_duties, move_duty, plan_duties, return_duty, set_rule, waive_duty
from aftercare.workflow.sanction import (
    add_sanction_file,
    change_sanction,
    draft_sanction,
    drop_sanction,
    move_hearing,
    note_hearing,
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
from aftercare.workflow.sanction_decision import approve_decision, draft_decision, release_decision, send_back_decision
from aftercare.workflow.sanction_effect import close_appeal_period, end_suspension, lift_suspension, note_order, take_effect
from aftercare.workflow.sanction_handlers import end_sanction_handler, give_opinion, name_sanction_handlers, propose
from aftercare.workflow.sanction_statement import hand_in_statement, remove_statement_file, save_statement

__all__ = [
    "demand_duty", "fulfil_duty", "lapse_duties", "move_duty", "plan_duties", "return_duty", "set_rule", "waive_duty",
    "add_sanction_file", "approve_answer_about", "approve_decision", "change_sanction", "close_appeal_period", "draft_answer_about",
    "draft_decision", "draft_sanction", "drop_sanction", "end_sanction_handler", "end_suspension", "extend_answer_about", "give_opinion",
    "hand_in_statement", "lift_suspension", "move_hearing", "name_sanction_handlers", "note_hearing", "note_order", "propose",
    "release_answer_about", "release_decision", "remove_sanction_file", "remove_statement_file", "save_statement", "send_back_answer_about",
    "send_back_decision", "send_notice", "suspend_at_once", "take_effect", "withdraw_sanction_appeal",
]
