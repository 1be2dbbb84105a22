"""Every write about duties and what follows from them that a person would name."""
from aftercare.workflow.change import hand_in_change, save_change, start_change, withdraw_change
from aftercare.workflow.change_decision import accept_change, ask_back, propose_decision, refuse_change, send_back_proposal
from aftercare.workflow.change_effects import correct_after
from aftercare.workflow.change_entering import answer_noticed, confirm_succession, enter_change, note_paper_of_successor
from aftercare.workflow.duty import demand_duty, fulfil_duty, lapse_duties, move_duty, plan_duties, return_duty, set_rule, waive_duty

__all__ = [
    "accept_change", "answer_noticed", "ask_back", "confirm_succession", "correct_after", "demand_duty", "enter_change", "fulfil_duty",
    "hand_in_change", "lapse_duties", "move_duty", "note_paper_of_successor", "plan_duties", "propose_decision", "refuse_change",
    "return_duty", "save_change", "send_back_proposal", "set_rule", "start_change", "waive_duty", "withdraw_change",
]
