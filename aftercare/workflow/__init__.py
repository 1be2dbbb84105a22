"""Every write about duties and what follows from them that a person would name."""
from aftercare.workflow.duty import demand_duty, fulfil_duty, lapse_duties, move_duty, plan_duties, return_duty, set_rule, waive_duty

__all__ = ["demand_duty", "fulfil_duty", "lapse_duties", "move_duty", "plan_duties", "return_duty", "set_rule", "waive_duty"]
