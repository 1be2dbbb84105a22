"""What signs, decides or erases asks who is there once more: every such address stands here."""
from accounts.guards import Who
from tests.architecture.routes import AGENCY, NATION, guard_for

FRESH = {
    "desk_release_announcement", "desk_approve_announcement", "desk_assent_announcement", "desk_close_meeting",      # deciding
    "desk_release_answer", "desk_approve_answer",
    "desk_reinstate_certificate", "desk_prolong_certificate", "desk_send_notice", "desk_suspend_at_once", "desk_release_decision",
    "desk_assent_decision", "desk_approve_decision", "desk_release_sanction_answer", "desk_approve_sanction_answer",
    "desk_reissue_certificate", "desk_release_correction", "desk_approve_correction", "desk_confirm_surrender", "portal_surrender",
    "desk_accept_change", "desk_refuse_change", "management_freeze_set", "release_performance_report", "hand_in_performance_report",
    "management_give_notice", "management_publish", "management_past", "management_release_results", "management_approve_results",
    "release_improvement_plan", "approve_improvement_plan", "release_nomination", "hand_in_nomination", "release_case_choice",
    "approve_case_choice",
    "network_release_support", "network_approve_support",
    "end_role", "close_agency", "accounts_of_nation",                                       # ending
    "add_app", "add_passkey", "remove_factor", "renew_codes",                               # what opens the own account
}
IN_THE_FORM = {"account_change_password"}           # asks for the old password itself


def test_these_and_no_others_ask_once_more():
    fresh = {name for name, pattern in AGENCY + NATION if getattr(guard_for(name, pattern), "fresh", False)}
    assert fresh == FRESH
    assert not fresh & IN_THE_FORM


def test_who_has_no_second_factor_yet_reaches_only_what_sets_one_up():
    open_to_them = {name for name, pattern in AGENCY + NATION if getattr(guard_for(name, pattern), "without_factor", False)}
    assert open_to_them == {
        "about_you", "security", "add_app", "add_passkey", "remove_factor", "renew_codes", "recovery_codes", "recovery_codes_text",
        "account_change_password", "account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"}


def test_nothing_of_an_agency_is_open_without_it():
    for name, pattern in AGENCY + NATION:
        guard = guard_for(name, pattern)
        assert not guard.without_factor or guard.who == Who.SIGNED_IN, name
