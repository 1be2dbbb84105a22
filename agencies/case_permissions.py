"""Who may do what about excellent cases. Central's and an agency's roles are told apart by where they act."""
from accounts.models import Role
from agencies.permissions import at_central


def can_keep_calls(actor):
    """Calls, their judging, what was chosen, corrections and the programme: Central's officers and managers."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_publish_calls(actor):
    """Before all agencies: Central's manager."""
    return at_central() and actor.has(Role.MANAGER)


def can_approve_choice(actor):
    """What becomes an excellent case: Central's director."""
    return at_central() and actor.has(Role.DIRECTOR)


def can_nominate(actor):
    """Write the agency's nominations, give them to be approved, withdraw them."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_release_nomination(actor):
    return not at_central() and actor.has(Role.MANAGER)


def can_hand_in_nomination(actor):
    """With it Central reads the case: the agency's director."""
    return not at_central() and actor.has(Role.DIRECTOR)


def can_send_nomination_back(actor):
    return not at_central() and actor.has(Role.MANAGER, Role.DIRECTOR)


def can_judge(actor, sheet):
    """Write on a sheet: the judge whose it is, as long as nothing bars them."""
    return at_central() and actor.user is not None and actor.user.pk == sheet.user_id and sheet.barred == ""


def can_write_reuse(actor):
    """Say that the agency uses another's case: officers and managers."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_publish_reuse(actor):
    """Show it to everybody, and take it back: managers and directors."""
    return not at_central() and actor.has(Role.MANAGER, Role.DIRECTOR)


def can_follow_cases(actor):
    """What the other house wrote is told here by a job, and by nobody else."""
    return actor.is_system
