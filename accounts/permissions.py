"""Who may do what with agencies, people and roles."""
from accounts.models import Role
from accounts.models.covers import COVERABLE


def same_person(one, other):
    """Whether two accounts are the same human being."""
    return one.pk == other.pk or (one.person_id is not None and one.person_id == other.person_id)


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


def names_covers(actor):
    """Whoever has a role that can be covered, and who looks after people. Never somebody who acts for somebody else."""
    return actor.user is not None and actor.acting_for is None and actor.has(*COVERABLE, Role.ADMIN)


def covers_others(actor):
    """Names a delegate for somebody who is away."""
    return names_covers(actor) and actor.has(Role.MANAGER, Role.DIRECTOR, Role.ADMIN)


def can_name_cover(actor, covered, roles):
    """Each for their own roles; a manager for officers and managers, a director and an administrator for every one of them."""
    if not names_covers(actor):
        return False
    if same_person(actor.user, covered):
        return True
    return covers_others(actor) and (actor.has(Role.DIRECTOR, Role.ADMIN) or Role.DIRECTOR not in roles)


def can_end_cover(actor, cover):
    """Both of them, and who could have named it. Ending takes rights away: nobody needs to be asked."""
    if actor.user is None or actor.acting_for is not None:
        return False
    return actor.user.pk in (cover.covered_id, cover.delegate_id) or actor.has(Role.MANAGER, Role.DIRECTOR, Role.ADMIN)
