"""Tables without an owner: what the web role may do with each, and why it is the nation's. A table named nowhere cannot be reached."""

READ, ADD, EDIT = "SELECT", "SELECT, INSERT", "SELECT, INSERT, UPDATE"
ALL = "SELECT, INSERT, UPDATE, DELETE"

NATIONAL_TABLES = {
    "accounts_agency": (EDIT, "the tenants themselves; closed, never deleted"),
    "accounts_province": (READ, "places are the same for everybody"),
    "accounts_district": (READ, "places are the same for everybody"),
    "accounts_person": (EDIT, "every separation rule compares persons, wherever they work"),
    "accounts_user": (EDIT, "one account for the whole nation; closed, never deleted"),
    "accounts_affiliation": (ALL, "says only that an account belongs somewhere: the agency switcher"),
    "core_publiccode": (ADD, "a code on a wall is looked up without knowing whose it is; it leads to what its agency shows to all"),
    "core_pulse": (EDIT, "numbers for /healthz, no names"),
    "providers_servicetype": (READ, "service types are national"),
    "certification_registersnapshot": (ADD, "the public register of all agencies on a day: one file for the nation, never changed"),
    "accounts_session": (ALL, "in PostgreSQL, so that a stopped Redis signs nobody out; one account, whatever agencies it belongs to"),
    "django_content_type": (READ, "Django's own list of models"),
    "account_emailaddress": (ALL, "allauth: which addresses are confirmed"),
    "account_emailconfirmation": (ALL, "allauth: confirmations under way"),
    "mfa_authenticator": (ALL, "allauth: second factors of an account"),
    "socialaccount_socialaccount": (EDIT, "allauth: which identity of the set provider is which account"),
    "socialaccount_socialapp": (READ, "allauth looks here too; our provider stands in the settings, so it stays empty"),
}
