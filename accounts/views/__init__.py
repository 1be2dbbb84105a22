"""Pages about oneself, about the people of an agency, and about the agency itself."""
from accounts.views.account import about_you, after_sign_in, me
from accounts.views.agencies import (
    accounts_of_nation,
    agency_emblems,
    agency_settings,
    close_agency,
    emblem,
    open_agency,
    operator,
    theme_css,
)
from accounts.views.cover import act_for, covers, end_cover, stop_acting
from accounts.views.invitations import invitation
from accounts.views.memberships import add_role, end_role, ended_roles, people, withdraw_invitation
from accounts.views.oidc import oidc_callback, oidc_login
from accounts.views.security import (
    add_app,
    add_passkey,
    end_other_sessions,
    end_session,
    own_sessions,
    recovery_codes,
    recovery_codes_text,
    remove_factor,
    renew_codes,
    security,
)

__all__ = [
    "about_you", "accounts_of_nation", "act_for", "add_app", "add_passkey", "add_role", "after_sign_in", "agency_emblems",
    "agency_settings", "close_agency", "covers", "emblem", "end_cover", "end_other_sessions", "end_role", "end_session", "ended_roles",
    "invitation", "me", "oidc_callback", "oidc_login", "open_agency", "operator", "own_sessions", "people", "recovery_codes",
    "recovery_codes_text", "remove_factor", "renew_codes", "security", "stop_acting", "theme_css", "withdraw_invitation",
]
