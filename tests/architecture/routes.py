"""Every address of both URL tables, and what stands in its blanks."""
import uuid
from types import SimpleNamespace

from django.conf import settings
from django.urls import URLPattern, get_resolver

from accounts.middleware import guard_of
from tests.architecture.bodied import OWN as BODIED
from tests.architecture.cased import OWN as CASED
from tests.architecture.evaluating import OWN as EVALUATING
from tests.architecture.followed import OWN as FOLLOWED
from tests.architecture.helping import OWN as HELPING
from tests.architecture.networked import OWN as NETWORKED
from tests.architecture.proposed import OWN as PROPOSED
from tests.architecture.rated import OWN as RATED
from tests.architecture.reported import OWN as REPORTED
from tests.architecture.scored import OWN as SCORED
from tests.architecture.supported import OWN as SUPPORTED
from tests.architecture.trained_attend import OWN as ATTENDED
from tests.architecture.trained_complete import OWN as TRAINED_COMPLETE
from tests.architecture.trained_enrol import OWN as TRAINED_ENROL
from tests.architecture.trained_runs import OWN as TRAINED_RUNS

UNKNOWN_UUID, UNKNOWN_ROW, UNKNOWN_NUMBER = uuid.UUID("00000000-0000-4000-8000-000000000000"), 999_999_999, "ZZ-QC-2099-999"


def walk(table):
    """(name with its namespaces, pattern) for each address of a URL table."""
    return list(_walk(get_resolver(table), ""))


def _walk(resolver, namespace):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name or blank_name(pattern)}", pattern
        else:
            yield from _walk(pattern, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)


def blank_name(pattern):
    return f"({pattern.pattern})"


AGENCY, NATION = walk(settings.AGENCY_URLCONF), walk(settings.ROOT_URLCONF)


def guard_for(name, pattern):
    return guard_of(pattern.callback, SimpleNamespace(view_name=name))


def blanks(pattern):
    return [*pattern.pattern.converters, *(pattern.pattern.regex.groupindex if not pattern.pattern.converters else ())]


# What stands in an address's blanks: how to take it from an agency's rows (see world.py), or the words everybody may know.
OWN = {
    "portal_provider": "provider", "portal_correct": "provider", "portal_register_again": "provider", "portal_add_site": "provider",
    "portal_add_document": "provider", "portal_site": "site", "portal_remove_site": "site", "portal_add_offering": "site",
    "portal_offering": "offering", "portal_document": "document",
    "portal_people": "provider", "portal_leave": "provider", "portal_person": "person", "portal_end_person": "person",
    "portal_hand_over": "person", "portal_withdraw_invitation": "colleague_invitation",
    "portal_accept_join": "join_request", "portal_decline_join": "join_request",
    "desk_invite_owner": "provider", "desk_apply_on_paper": "provider", "desk_paper_arrival": "application",
    "desk_withdraw_owner_invitation": "colleague_invitation",
    "desk_provider": "provider", "desk_confirm_provider": "provider", "desk_refuse_provider": "provider", "desk_close_provider": "provider",
    "visit": "visit", "visit_begin": "visit", "visit_closing": "visit", "visit_lock": "visit", "visit_end_early": "visit",
    "visit_take": "visit", "visit_sync": "visit", "visit_photo_part": "visit", "visit_share": "visit",
    "visit_entry": "item", "visit_remove_entry": "entry",
    "desk_visit_kept": "visit", "desk_visit_kept_photo": "kept_operation",
    "visit_not_carried_out": "visit", "visit_item": "item", "visit_agree": "item", "visit_amend": "item", "visit_photo": "photo",
    "visit_remove_photo": "photo",
    "visit_calendar": "visit", "visit_kit": "visit", "portal_visit": "application", "portal_choose_date": "application",
    "portal_refuse_dates": "application", "portal_ask_day": "application", "portal_visit_calendar": "application",
    "desk_visit_planning": "application", "desk_offer_dates": "application", "desk_take_back_dates": "application",
    "desk_decline_day": "application", "desk_report_missed": "application", "desk_ask_all_again": "application",
    "desk_go_on_without_visit": "application",
    "portal_apply": "applied_round", "portal_application": "application", "portal_answer": "answer", "portal_company": "answer",
    "portal_pledge": "application", "portal_preview": "application",
    "portal_submit": "application", "portal_withdraw": "application", "portal_report": "application",
    "portal_confirm_report": "application", "portal_receipt": "application", "portal_letter": "application",
    "portal_evidence": "evidence", "portal_sealed_file": "sealed_file",
    "portal_begin_diagnosis": "provider", "portal_diagnosis": "diagnosis", "portal_diagnosis_file": "diagnosis",
    "portal_delete_diagnosis": "diagnosis", "portal_diagnosis_answer": "diagnosis_answer", "portal_take_over": "application",
    "portal_workbook": "application", "portal_workbook_file": "application", "portal_workbook_run": "workbook_run",
    "portal_carry_out_workbook": "workbook_run", "portal_drop_workbook": "workbook_run",
    "portal_documents": "application",
    "portal_library": "provider", "portal_library_document": "evidence", "portal_replace_document": "evidence",
    "portal_remove_document": "evidence", "portal_upload": "upload", "portal_upload_part": "upload", "portal_finish_upload": "upload",
    "portal_discard_upload": "upload",
    "portal_report_paper": "application", "portal_fact_comment": "fact_comment", "portal_comment_file": "comment_file",
    "assess_facts": "application", "assess_comment": "handed_comment", "desk_name_answerer": "application",
    "portal_supplement": "supplement", "portal_supplement_item": "reply", "portal_submission_receipt": "seal", "portal_canonical": "seal",
    "desk_supplement": "application", "desk_send_supplement": "supplement", "desk_extend_supplement": "supplement",
    "desk_supplement_item": "supplement_item", "desk_withdraw_item": "supplement_item", "assess_propose": "judgement",
    "portal_begin_appeal": "application", "portal_appeal": "appeal", "portal_hand_in_appeal": "appeal", "portal_withdraw_appeal": "appeal",
    "portal_appeal_letter": "appeal", "portal_appeal_receipt": "appeal", "portal_appeal_point": "appeal_point",
    "portal_appeal_file": "appeal_file", "assess_appeal": "appeal", "assess_propose_answer": "appeal", "desk_appeal": "appeal",
    "desk_name_handlers": "appeal", "desk_end_handler": "appeal_handler", "desk_draft_answer": "appeal", "desk_release_answer": "appeal",
    "desk_approve_answer": "appeal", "desk_send_back_answer": "appeal", "desk_extend_answer": "appeal",
    "desk_appeal_on_paper": "application",
    "portal_challenge": "told", "desk_announce_team": "application", "desk_decide_challenge": "challenge", "desk_hand_over": "pool_member",
    "end_cover": "cover", "act_for": "cover",
    "committee_meeting": "meeting", "committee_minutes": "meeting", "desk_meeting": "meeting", "desk_put_on_agenda": "meeting",
    "desk_open_meeting": "meeting", "desk_attendance": "meeting", "desk_close_meeting": "meeting", "desk_cancel_meeting": "meeting",
    "desk_minutes": "meeting", "committee_item": "agenda_item", "desk_take_off_agenda": "agenda_item", "desk_open_ballot": "agenda_item",
    "committee_ask_pack": "meeting", "committee_pack": "meeting", "desk_agenda_item": "agenda_item", "desk_discussion": "agenda_item",
    "desk_substitute": "seat", "desk_call_off_substitute": "seat", "desk_seat": "seat", "desk_renew_seat": "seat", "desk_papers": "ballot",
    "desk_casting": "body",
    "network_contact": "contact", "network_end_contact": "contact", **NETWORKED,
    "committee_vote": "ballot", "desk_close_ballot": "ballot", "desk_void_ballot": "ballot", "desk_body": "body", "desk_end_seat": "seat",
    "desk_announcement": "announcement", "desk_change_announcement": "announcement", "desk_release_announcement": "announcement",
    "desk_approve_announcement": "announcement", "desk_assent_announcement": "announcement",
    "desk_send_back_announcement": "announcement", "desk_announced_letter": "announced",
    "desk_draft_announcement": "decided_round",
    "desk_case": "application", "desk_begin_screening": "application", "desk_pass_screening": "application",
    "desk_return_case": "application", "desk_assign": "application", "desk_plan_visit": "application", "desk_move_visit": "application",
    "desk_close_fact_check": "application", "desk_case_on_agenda": "application", "desk_resume_case": "application",
    "desk_reopen_case": "application", "desk_extend_period": "application", "desk_withdraw_case": "application",
    "desk_note_check": "check",
    "desk_end_assignment": "assignment", "desk_case_file": "sealed_file", "desk_leave_pool": "pool_member",
    "desk_pool_limits": "pool_member", "desk_pool_member": "pool_member", "desk_pool_fields": "pool_member",
    "desk_pool_employer": "pool_member",
    "desk_pool_qualification": "pool_member", "desk_pool_absence": "pool_member", "desk_pool_tie": "pool_member",
    "desk_end_employer": "employment", "desk_remove_qualification": "qualification", "desk_remove_absence": "absence",
    "my_end_employer": "employment", "my_remove_absence": "absence", "desk_recuse": "agenda_item",
    "round_press": "round", "round_attachment": "attachment", "briefing_register": "briefing", "briefing_received": "briefing",
    "briefing_calendar": "briefing", "briefing_material": "material",
    "desk_clone_round": "case_round", "desk_press": "case_round", "desk_round_documents": "case_round", "desk_add_attachment": "case_round",
    "desk_add_question": "case_round", "desk_late_access": "case_round", "desk_new_briefing": "case_round",
    "desk_remove_attachment": "attachment", "desk_change_question": "question", "desk_briefing": "briefing",
    "desk_briefing_sheet": "briefing", "desk_change_briefing": "briefing", "desk_call_off_briefing": "briefing",
    "desk_remove_briefing": "briefing", "desk_add_material": "briefing", "desk_tell_materials": "briefing",
    "desk_note_came": "briefing_place", "desk_cancel_place": "briefing_place",
    "desk_round": "case_round", "desk_change_round": "case_round", "desk_announce_round": "case_round", "desk_extend_round": "case_round",
    "desk_round_requirements": "case_round",
    "desk_teams": "case_round", "desk_assign_on_board": "case_round", "desk_propose_teams": "case_round",
    "desk_team_proposal": "team_proposal", "desk_accept_teams": "team_proposal", "desk_discard_teams": "team_proposal",
    "desk_standing": "provider", "desk_add_disposition": "provider",
    "desk_withdraw_disposition": "disposition", "desk_bar_provider": "provider", "desk_lift_bar": "bar", "desk_import": "import_run",
    "desk_carry_out_import": "import_run", "desk_drop_import": "import_run",
    "desk_round_insight": "taught_round", "desk_insight_xlsx": "taught_round", "desk_work_out_insight": "taught_round",
    "desk_insight_assessors": "taught_round", "desk_indicator_insight": "indicator_insight",
    "desk_practice": "practice", "desk_publish_practice": "practice", "desk_close_practice": "practice",
    "desk_practice_item": "practice_item",
    "assess_practice": "practice", "assess_begin_practice": "practice", "assess_hand_in_practice": "practice",
    "assess_practice_judgement": "practice_judgement",
    "desk_propose_improvement": "indicator_insight", "desk_improvement": "improvement",
    "try_again": "errand", "inbox_notice": "notice",
    "framework_version": "version", "framework_difference": "version", "framework_paper": "version",
    "framework_told": "version", "round": "round",
    "desk_edition": "draft", "desk_edition_labels": "draft", "desk_discard_edition": "draft",
    "desk_renumber_edition": "draft", "desk_edition_mapping": "draft",
    "desk_propose_mapping": "draft", "desk_edition_preview": "draft", "desk_publish_edition": "draft", "desk_tell_providers": "draft",
    "desk_edition_json": "draft", "desk_edition_xlsx": "draft", "desk_add_area": "draft", "desk_add_criterion": "draft_area",
    "desk_add_indicator": "draft_criterion", "desk_early_notice": "early_notice", "desk_remind_unread": "early_notice",
    "desk_area": "draft_area", "desk_area_up": "draft_area", "desk_area_down": "draft_area", "desk_remove_area": "draft_area",
    "desk_area_erratum": "draft_area",
    "desk_criterion": "draft_criterion", "desk_criterion_up": "draft_criterion", "desk_criterion_down": "draft_criterion",
    "desk_remove_criterion": "draft_criterion", "desk_criterion_erratum": "draft_criterion",
    "desk_indicator": "draft_indicator", "desk_indicator_up": "draft_indicator", "desk_indicator_down": "draft_indicator",
    "desk_remove_indicator": "draft_indicator", "desk_indicator_erratum": "draft_indicator",
    "desk_report": "citizen_report", "desk_take_up_report": "citizen_report",
    **dict.fromkeys(("desk_complaint", "desk_admit_complaint", "desk_set_complaint_aside", "desk_complaint_handlers", "desk_ask_reporter",
                     "desk_ask_provider", "desk_extend_complaint", "desk_complaint_visit", "desk_answer_complaint", "desk_reopen_complaint",
                     "desk_close_complaint", "desk_complaint_reporter"), "complaint"),
    "desk_complaint_file": "complaint_file", "portal_inquiry": "inquiry", "inquiry_file": "inquiry_file",
    "portal_certificate": "certificate", "portal_mark_kit": "certificate", "portal_print": "certificate",
    "portal_certificate_document": "certificate_document",
    "portal_surrender": "certificate", "portal_withdraw_surrender": "surrender", "portal_order_plaque": "certificate",
    "portal_plaque": "plaque", "portal_approve_proof": "plaque", "portal_object_to_proof": "plaque", "portal_plaque_receipt": "plaque",
    "portal_invited": "ceremony_guest",
    "desk_certificate": "certificate", "desk_reinstate_certificate": "certificate",
    "desk_prolong_certificate": "certificate", "desk_confirm_surrender": "surrender",
    "portal_sanction_order": "sanction", "desk_return_order_report": "sanction",
    "portal_sanction": "sanction", "portal_sanction_statement": "sanction", "portal_sanction_urgent": "sanction",
    "portal_sanction_appeal": "sanction",
    "portal_withdraw_sanction_appeal": "sanction", "portal_remove_statement_file": "statement_file", "sanction_file": "sanction_file",
    "sanction_letter": "sanction_letter", "handle_sanction": "sanction", "desk_draft_sanction": "certificate",
    "sanction_declaration": "sanction_declaration",
    **dict.fromkeys((
        "desk_sanction", "desk_change_sanction", "desk_add_sanction_file", "desk_send_notice", "desk_suspend_at_once", "desk_note_hearing",
        "desk_move_hearing", "desk_drop_sanction", "desk_note_order", "desk_name_sanction_handlers", "desk_draft_decision",
        "desk_release_decision", "desk_assent_decision", "desk_approve_decision", "desk_send_back_decision"), "sanction"),
    "desk_sanction_after_correction": "corrective", "desk_sanction_after_complaint": "complaint",
    "desk_remove_sanction_file": "sanction_file", "desk_end_sanction_handler": "sanction_handler",
    **dict.fromkeys((
        "desk_sanction_of_appeal", "desk_draft_sanction_answer", "desk_extend_sanction_answer", "desk_release_sanction_answer",
        "desk_approve_sanction_answer", "desk_send_back_sanction_answer"), "sanction_appeal"),
    "desk_decline_surrender": "surrender", "desk_reissue_certificate": "certificate", "desk_correct_certificate": "certificate",
    "desk_correction": "correction", "desk_release_correction": "correction", "desk_approve_correction": "correction",
    "desk_send_back_correction": "correction", "desk_drop_correction": "correction",
    "desk_maker_list": "print_batch", "desk_print_batch": "print_batch", "desk_plaque": "plaque", "desk_plaque_made": "plaque",
    "desk_hand_over_plaque": "plaque", "desk_plaque_returned": "plaque", "desk_cancel_plaque": "plaque",
    "desk_plan_ceremony": "case_round", "desk_ceremony": "ceremony", "desk_change_ceremony": "ceremony",
    "desk_call_off_ceremony": "ceremony", "desk_invite_guests": "ceremony", "desk_add_guest": "ceremony",
    "desk_ceremony_door": "ceremony", "desk_ask_for_prints": "ceremony", "desk_guest": "ceremony_guest",
    "desk_remove_guest": "ceremony_guest", "desk_guest_came": "ceremony_guest",
    "portal_renew_duty_feed": "provider", "portal_end_duty_feed": "provider", "desk_duty": "duty", "desk_move_duty": "duty",
    "desk_waive_duty": "duty", "desk_demand_duty": "certificate", "desk_duty_rule": "planned_framework",
    "desk_sanction_bases": "planned_framework",
    "portal_inspection": "inspection_duty", "portal_begin_inspection": "inspection_duty", "portal_hand_in_inspection": "inspection_duty",
    "portal_inspection_receipt": "inspection_seal",
    "portal_inspection_row": "inspection_row", "inspection_file": "inspection_file", "portal_monitoring": "monitoring",
    "portal_correction": "corrective", "portal_write_correction": "corrective", "portal_hand_in_correction": "corrective",
    "correction_file": "corrective_file", "assess_monitoring": "monitoring", "monitoring_declaration": "monitoring_declaration",
    "desk_inspection": "inspection", "desk_inspection_seen": "inspection", "desk_return_inspection": "inspection",
    "desk_demand_visit": "certificate", "desk_plan_monitoring": "visit_duty", "desk_monitoring": "monitoring",
    "desk_move_monitoring": "monitoring", "desk_call_off_monitoring": "monitoring", "desk_add_to_monitoring": "monitoring",
    "desk_leave_monitoring": "monitoring_member", "desk_corrective": "corrective", "desk_answer_corrective": "corrective",
    "desk_corrective_effect": "corrective", "desk_drop_corrective": "corrective",
    "portal_new_change": "provider", "portal_change": "change_report", "portal_withdraw_change": "change_report",
    "portal_answer_noticed": "change_report", "portal_confirm_succession": "change_report", "portal_change_receipt": "change_report",
    "portal_change_letter": "change_report", "portal_change_file": "change_file", "desk_change": "change_report",
    "desk_ask_back_change": "change_report", "desk_propose_change": "change_report", "desk_send_back_change": "change_report",
    "desk_accept_change": "change_report", "desk_refuse_change": "change_report", "desk_note_successor": "change_report",
    "desk_correct_after_change": "changed_certificate", "desk_enter_change": "provider",
    "declaration": "declaration", "assess_case": "application", "assess_begin": "application", "assess_hand_in": "application",
    "assess_consolidation": "application", "assess_conclude": "application", "assess_judgement": "judgement", "assess_settle": "result",
    "assess_file": "sealed_file",
    "add_role": "membership", "end_role": "membership", "withdraw_invitation": "invitation",
    **HELPING,
    **EVALUATING,
    **REPORTED,
    **RATED,
    **SCORED,
    **FOLLOWED,
    **PROPOSED,
    **CASED,
    **SUPPORTED,
    **BODIED,
    **TRAINED_RUNS,
    **TRAINED_ENROL,
    **ATTENDED,
    **TRAINED_COMPLETE,
}
NUMBERED = dict.fromkeys((                              # by the public key, unique in the nation
    "register_entry", "register_document", "register_picture", "register_report", "register_reported", "register_badge",
    "register_badge_picture", "badge_picture", "badge_frame", "embed_code", "watch", "watch_asked", "tell_about",
    "complain_about"), "certificate")
OPEN_TO_ALL = {     # an agency's rows that everybody may read at that agency
    "tell_about", "complain_about",
    "register_entry", "register_report", "register_reported", "badge_picture", "badge_frame", "embed_code", "watch", "watch_asked",
    "framework_version", "framework_difference", "framework_paper", "framework_told",
    "network_criteria_card", "network_propose_for_criteria", "network_propose_new_for_criteria",
    "round", "round_press", "round_attachment",
    "briefing_register", "briefing_received", "briefing_calendar", "briefing_material"}
KNOWN = {
    "class_code": {"code": "7KQ4MXT2"},
    "verify_code": {"code": "7KQ4-MXT2-HD8P4"}, "training_check_code": {"code": "7KQ4-MXT2-HD8P4"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "abc-def"},
    "account_confirm_email": {"key": "abc"},
    "invitation": {"token": "abc"},
    "portal_invitation": {"token": "abc"},
    "briefing_place": {"token": "abc"},
    "duty_feed": {"token": "abc"},
    "watch_confirm": {"token": "abc"}, "watch_stop": {"token": "abc"},
    "api_certificate": {"number": UNKNOWN_NUMBER}, "api_framework": {"version": UNKNOWN_UUID},
    "api_snapshot": {"name": "register-2099-01.csv"},
    "emblem": {"kind": "mark"},
    "desk_new_import": {"kind": "providers"}, "desk_import_template": {"kind": "national"},
    "badge_status": {"purpose": "revocation"},
    "close_agency": {"slug": "daegu"},
    "management_published": {"year": "2099"},
    "admin:app_list": {"app_label": "core"},
    "admin:(.*)": None,                                 # the admin's own catch-all, walked by test_admin
    "admin:(.*/$)": None,
}

WITHOUT_TOKEN = {               # answered without a form's token: {name: what a post gets that has none}
    **dict.fromkeys(("api_certificates", "api_certificate", "api_agencies", "api_services", "api_frameworks", "api_framework",
                     "api_changes", "api_statistics", "api_snapshots"), 405),           # whatever is sent, nothing is written
    "api_unknown": 404,
    "watch_stop": 404,                                  # the link is signed, and mail programs post to it (RFC 8058); `abc` is no link
}


def row_model(name):
    """app_model for the admin's addresses of one row."""
    return name.removeprefix("admin:").rpartition("_")[0] if name.startswith("admin:") else None
