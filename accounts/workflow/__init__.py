"""Every write about agencies, accounts, persons and roles."""
from accounts.workflow.agencies import change_agency, change_emblem, close_agency, open_agency, renew_public_pages
from accounts.workflow.covers import end_cover, name_cover, note_acting
from accounts.workflow.factors import add_app, add_passkey, forget_factors, remove_factor, renew_codes
from accounts.workflow.memberships import accept_invitation, end_role, give_role, invite, withdraw_invitation
from accounts.workflow.people import change_language, close_account, name_person, reopen_account
from accounts.workflow.sessions import end_session, end_sessions

__all__ = [
    "accept_invitation", "add_app", "add_passkey", "change_agency", "change_emblem", "change_language", "close_account", "close_agency",
    "end_cover", "end_role", "end_session", "end_sessions", "forget_factors", "give_role", "invite", "name_cover", "name_person",
    "note_acting", "open_agency", "remove_factor", "renew_codes", "renew_public_pages", "reopen_account", "withdraw_invitation",
]
