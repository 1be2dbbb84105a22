"""Every write about duties and what follows from them that a person would name."""
from aftercare.workflow.duty import demand_duty, fulfil_duty, lapse_duties, move_duty, plan_duties, return_duty, set_rule, waive_duty
from aftercare.workflow.duty_feed import end_feed, renew_feed

__all__ = [
    "demand_duty", "fulfil_duty", "lapse_duties", "move_duty", "plan_duties", "return_duty", "set_rule", "waive_duty",
    "end_feed", "renew_feed",
]
