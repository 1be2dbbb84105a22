"""Who may open the pages that packages bring: allauth's and the admin's. What is not here opens to nobody."""
from accounts.guards import Guard, Who

DOOR, STAFF = Guard(Who.DOOR), Guard(Who.STAFF)
SIGNED_IN = Guard(Who.SIGNED_IN, without_person=True, without_factor=True)

NAMED = {
    "account_login": DOOR,
    "account_logout": DOOR,
    "account_signup": DOOR,
    "account_inactive": DOOR,
    "account_confirm_email": DOOR,
    "account_email_verification_sent": DOOR,
    "account_reset_password": DOOR,
    "account_reset_password_done": DOOR,
    "account_reset_password_from_key": DOOR,
    "account_reset_password_from_key_done": DOOR,
    "account_change_password": SIGNED_IN,
    "account_reauthenticate": SIGNED_IN,
    "mfa_authenticate": DOOR,
    "mfa_login_webauthn": DOOR,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
}


def third_party(view_name):
    """The guard for a route by its name, or None."""
    return STAFF if (view_name or "").startswith("admin:") else NAMED.get(view_name)
