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
from accounts.views.invitations import invitation
from accounts.views.memberships import add_role, end_role, ended_roles, people, withdraw_invitation

__all__ = [
    "about_you", "accounts_of_nation", "add_role", "after_sign_in", "agency_emblems", "agency_settings", "close_agency", "emblem",
    "end_role", "ended_roles", "invitation", "me", "open_agency", "operator", "people", "theme_css", "withdraw_invitation",
]
