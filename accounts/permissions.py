"""Who may do what with agencies, people and roles."""


def can_open_agencies(actor):
    return actor.is_operator


def can_close_accounts(actor):
    """An account is national: an agency ends its own roles, only the operator closes the account."""
    return actor.is_operator


def can_manage_people(actor):
    return actor.may_administer


def can_see_people(actor):
    return actor.may_audit


def can_change_agency(actor):
    return actor.may_administer


def is_self(actor, user):
    return actor.user is not None and actor.user.pk == user.pk
