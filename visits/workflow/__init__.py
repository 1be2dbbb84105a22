"""Every write about a visit that a person, or a person's device, would name."""
from visits.workflow.amendment import add_remark, amend_finding, name_deputy
from visits.workflow.batch import Answer, take_batch
from visits.workflow.device import PART, drop_old_parts, received, take_along, take_part
from visits.workflow.ending import close_with_statement, end_early, lock_visit, report_not_carried_out
from visits.workflow.entry import add_entry, remove_entry
from visits.workflow.finding import Recorded, agree_finding, record_finding
from visits.workflow.paper import keep_kit
from visits.workflow.photo import add_photo, remove_photo
from visits.workflow.plan import (
    ask_for_another_day,
    choose_offered,
    decline_another_day,
    offer_dates,
    refuse_offered,
    take_back_offer,
)
from visits.workflow.rescue import RescueResult, take_rescue
from visits.workflow.sheets import agree_findings, record_findings
from visits.workflow.visit import begin_visit, call_off_visit, move_visit, plan_visit, set_team, share_out

__all__ = [
    "Answer", "PART", "Recorded", "RescueResult", "add_entry", "add_photo", "add_remark", "agree_finding", "agree_findings",
    "amend_finding", "ask_for_another_day", "begin_visit", "call_off_visit", "choose_offered", "close_with_statement",
    "decline_another_day", "drop_old_parts", "end_early", "keep_kit", "lock_visit", "move_visit", "name_deputy", "offer_dates",
    "plan_visit", "received", "record_finding", "record_findings", "refuse_offered", "remove_entry", "remove_photo",
    "report_not_carried_out", "set_team", "share_out", "take_along", "take_back_offer", "take_batch", "take_part", "take_rescue",
]
