"""Every write about duties and what follows from them that a person would name."""
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
    "add_to_monitoring", "answer_correction", "begin_inspection", "call_off_monitoring", "declare_for_monitoring", "demand_duty",
    "drop_correction", "end_feed", "fulfil_duty", "hand_in_correction", "hand_in_inspection", "lapse_duties", "leave_monitoring",
    "move_duty", "move_monitoring", "note_effect", "note_inspection_seen", "plan_duties", "plan_monitoring", "renew_feed",
    "request_correction", "return_duty", "return_inspection", "save_correction", "save_inspection_row", "set_rule",
    "take_over_monitoring", "waive_duty",
]
