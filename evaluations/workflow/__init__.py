"""Every write about applications, from the draft to the announced result."""
from evaluations.workflow.announcement import (
    approve_announcement,
    assent_announcement,
    change_announcement,
    draft_announcement,
    release_announcement,
    send_back_announcement,
)
from evaluations.workflow.announcement_minute import announce_results, hold_up
from evaluations.workflow.answers import pledge, save_answer, save_answers
from evaluations.workflow.appeal import (
    close_appeal_periods,
    hand_in_appeal,
    save_point,
    start_appeal,
    start_appeal_on_paper,
    withdraw_appeal,
)
from evaluations.workflow.appeal_answer import approve_answer, draft_answer, extend_answer, release_answer, send_back_answer
from evaluations.workflow.appeal_handlers import end_handler, name_handlers, propose_answer, save_opinions
from evaluations.workflow.application import (
    note_paper_arrival,
    return_application,
    start_application,
    start_on_paper,
    submit_application,
    withdraw_application,
)
from evaluations.workflow.assignment import assign_assessor, end_assignment
from evaluations.workflow.challenge import challenge_assessor, decide_challenge
from evaluations.workflow.committee import close_committee, put_on_agenda, resume_deferred
from evaluations.workflow.conduct import conduct
from evaluations.workflow.declaration import declare
from evaluations.workflow.diagnosis import delete_diagnosis, save_diagnosis_answer, start_diagnosis, take_over_diagnosis
from evaluations.workflow.evidence import (
    attach_arrived,
    attach_evidence,
    attach_to_answers,
    attach_upload,
    begin_upload_for,
    detach_evidence,
    drop_infected,
    take_newer,
)
from evaluations.workflow.fact_answer import answer_comment, name_answerer
from evaluations.workflow.fact_check import (
    attach_arrived_to_comment,
    attach_evidence_to_comment,
    attach_upload_to_comment,
    begin_upload_for_comment,
    confirm_report,
    detach_from_comment,
    hand_in_comments,
    save_comment,
)
from evaluations.workflow.hand_over import hand_over
from evaluations.workflow.insight import ask_insight, keep_insight
from evaluations.workflow.minutes import keep_minutes
from evaluations.workflow.pack import ask_for_pack, keep_pack
from evaluations.workflow.papers import keep_draft_report, keep_receipt
from evaluations.workflow.practice import (
    begin_practice,
    close_practice,
    confirm_practice_item,
    hand_in_practice,
    judge_practice,
    keep_comparison,
    make_practice,
    publish_practice,
)
from evaluations.workflow.review import begin_sheet, conclude_review, save_consolidated, save_judgement, save_judgements, submit_sheet
from evaluations.workflow.screening import begin_screening, note_check, pass_screening
from evaluations.workflow.supplement import change_item, extend_supplement, lapse_supplement, propose_item, send_supplement, withdraw_item
from evaluations.workflow.supplement_answer import (
    answer_supplement,
    attach_arrived_to_reply,
    attach_evidence_to_reply,
    attach_upload_to_reply,
    begin_upload_for_reply,
    detach_from_reply,
    save_reply,
)
from evaluations.workflow.team import announce_team
from evaluations.workflow.teams import (
    accept_proposal,
    ask_proposal,
    carry_out_proposal,
    discard_proposal,
    fail_proposal,
    keep_proposal,
)
from evaluations.workflow.visit import close_fact_check, move_site_visit, plan_site_visit, take_over_visit
from evaluations.workflow.visit_dates import (
    ask_for_another_visit_day,
    choose_visit_date,
    decline_another_visit_day,
    go_on_without_visit,
    look_at_all_again,
    note_visit_ended,
    offer_visit_dates,
    refuse_visit_dates,
    report_visit_missed,
    take_back_visit_dates,
)
from evaluations.workflow.way_out import extend_period, reopen_stage, withdraw_on_request
from evaluations.workflow.workbook import carry_out_workbook, drop_workbook, erase_workbooks, take_in_workbook

__all__ = [
    "accept_proposal", "announce_results", "announce_team", "answer_comment", "answer_supplement", "approve_announcement",
    "approve_answer", "ask_for_another_visit_day", "ask_for_pack", "ask_insight", "ask_proposal", "assent_announcement",
    "assign_assessor", "attach_arrived", "attach_arrived_to_comment", "attach_arrived_to_reply", "attach_evidence",
    "attach_evidence_to_comment", "attach_evidence_to_reply", "attach_to_answers", "attach_upload", "attach_upload_to_comment",
    "attach_upload_to_reply", "begin_practice", "begin_screening", "begin_sheet", "begin_upload_for", "begin_upload_for_comment",
    "begin_upload_for_reply", "carry_out_proposal", "carry_out_workbook", "challenge_assessor", "change_announcement", "change_item",
    "choose_visit_date", "close_appeal_periods", "close_committee", "close_fact_check", "close_practice", "conclude_review", "conduct",
    "confirm_practice_item", "confirm_report", "decide_challenge", "declare", "decline_another_visit_day", "delete_diagnosis",
    "detach_evidence", "detach_from_comment", "detach_from_reply", "discard_proposal", "draft_announcement", "draft_answer",
    "drop_infected", "drop_workbook", "end_assignment", "end_handler", "erase_workbooks", "extend_answer", "extend_period",
    "extend_supplement", "fail_proposal", "go_on_without_visit", "hand_in_appeal", "hand_in_comments", "hand_in_practice", "hand_over",
    "hold_up", "judge_practice", "keep_comparison", "keep_draft_report", "keep_insight", "keep_minutes", "keep_pack", "keep_proposal",
    "keep_receipt", "lapse_supplement", "look_at_all_again", "make_practice", "move_site_visit", "name_answerer", "name_handlers",
    "note_check", "note_paper_arrival", "note_visit_ended", "offer_visit_dates", "pass_screening", "plan_site_visit", "pledge",
    "propose_answer", "propose_item", "publish_practice", "put_on_agenda", "refuse_visit_dates", "release_announcement", "release_answer",
    "reopen_stage", "report_visit_missed", "resume_deferred", "return_application", "save_answer", "save_answers", "save_comment",
    "save_consolidated", "save_diagnosis_answer", "save_judgement", "save_judgements", "save_opinions", "save_point", "save_reply",
    "send_back_announcement", "send_back_answer", "send_supplement", "start_appeal", "start_appeal_on_paper", "start_application",
    "start_diagnosis", "start_on_paper", "submit_application", "submit_sheet", "take_back_visit_dates", "take_in_workbook", "take_newer",
    "take_over_diagnosis", "take_over_visit", "withdraw_appeal", "withdraw_application", "withdraw_item", "withdraw_on_request",
]
