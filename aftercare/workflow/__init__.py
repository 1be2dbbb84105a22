"""Every write about duties and what follows from them that a person would name."""
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
from aftercare.workflow.complaint_reporter import close_answered, erase_reporters, look_at_reporter
from aftercare.workflow.duty import demand_duty, fulfil_duty, lapse_duties, move_duty, plan_duties, return_duty, set_rule, waive_duty

__all__ = ["add_to_complaint", "admit_complaint", "answer_complaint", "answer_inquiry", "ask_provider", "ask_reporter", "close_answered",
           "close_complaint", "demand_duty", "demand_visit_for_complaint", "erase_reporters", "extend_complaint", "fulfil_duty",
           "lapse_duties", "look_at_reporter", "move_duty", "name_handlers_of_complaint", "note_what_follows", "plan_duties",
           "receive_complaint", "reopen_complaint", "return_duty", "set_complaint_aside", "set_rule", "waive_duty"]
