"""Every write about duties and what follows from them that a person would name."""
from aftercare.workflow.consultant import add_consultant, keep_consultant, set_consultant_active
from aftercare.workflow.consultation import accept_offer, ask_consulting, call_off, decline_offer, offer_consulting
from aftercare.workflow.consultation_report import close_consultation, hand_in_report, rate_consultation, save_report
from aftercare.workflow.consultation_visit import drop_visit, move_visit, note_visit_done, set_visit
from aftercare.workflow.consulting_match import agree_consultant, answer_asking, choose_consultant, object_to_consultant, take_back_asking
from aftercare.workflow.duty import demand_duty, fulfil_duty, lapse_duties, move_duty, plan_duties, return_duty, set_rule, waive_duty
from aftercare.workflow.incentive import (
    answer_nomination,
    consent_to_nomination,
    export_grants,
    nominate,
    note_grant,
    strike_grant,
)
from aftercare.workflow.shared_copy import share_more

__all__ = [
    "accept_offer", "add_consultant", "agree_consultant", "answer_asking", "answer_nomination", "ask_consulting", "call_off",
    "choose_consultant", "close_consultation", "consent_to_nomination", "decline_offer", "demand_duty", "drop_visit", "export_grants",
    "fulfil_duty", "hand_in_report", "keep_consultant", "lapse_duties", "move_duty", "move_visit", "nominate", "note_grant",
    "note_visit_done", "object_to_consultant", "offer_consulting", "plan_duties", "rate_consultation", "return_duty", "save_report",
    "set_consultant_active", "set_rule", "set_visit", "share_more", "strike_grant", "take_back_asking", "waive_duty"]
