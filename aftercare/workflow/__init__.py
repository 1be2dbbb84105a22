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
from aftercare.workflow.inspection import begin_inspection, hand_in_inspection, note_inspection_seen, return_inspection, save_inspection_row
from aftercare.workflow.monitoring import call_off_monitoring, move_monitoring, plan_monitoring, take_over_monitoring
from aftercare.workflow.monitoring_team import add_to_monitoring, declare_for_monitoring, leave_monitoring

__all__ = [
    "add_to_complaint", "add_to_monitoring", "admit_complaint", "answer_complaint", "answer_correction", "answer_inquiry", "ask_provider",
    "ask_reporter", "begin_inspection", "call_off_monitoring", "close_answered", "close_complaint", "declare_for_monitoring",
    "demand_duty", "demand_visit_for_complaint", "drop_correction", "end_feed", "erase_reporters", "extend_complaint", "fulfil_duty",
    "hand_in_correction", "hand_in_inspection", "lapse_duties", "leave_monitoring", "look_at_reporter", "move_duty", "move_monitoring",
    "name_handlers_of_complaint", "note_effect", "note_inspection_seen", "note_what_follows", "plan_duties", "plan_monitoring",
    "receive_complaint", "renew_feed", "reopen_complaint", "request_correction", "return_duty", "return_inspection", "save_correction",
    "save_inspection_row", "set_complaint_aside", "set_rule", "take_over_monitoring", "waive_duty",
]
