"""Who may do what in the management evaluation. Central's and an agency's roles are told apart by where they act."""
from accounts.models import Role
from core.tenancy import current_agency


def at_central():
    return current_agency().is_central


def can_keep_set(actor):
    """Draft, copy and change a set of indicators, say who takes part: Central's officers and managers."""
    return at_central() and (actor.is_system or actor.has(Role.OFFICER, Role.MANAGER))


def can_freeze_set(actor):
    """Freeze it: from then on every agency is evaluated by it."""
    return at_central() and actor.has(Role.MANAGER, Role.DIRECTOR)


def can_exempt_afterwards(actor):
    """Take an agency out of an evaluation that has begun."""
    return at_central() and actor.has(Role.MANAGER)


def can_write_report(actor):
    """Write the agency's own report, several at once."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_approve_report(actor):
    """Hand it in, or send it back to those who wrote it."""
    return not at_central() and actor.has(Role.DIRECTOR)


def can_release_report(actor):
    """Give it on to the director, who has not written it: the manager."""
    return not at_central() and actor.has(Role.MANAGER)


def can_send_report_back(actor):
    return not at_central() and actor.has(Role.MANAGER, Role.DIRECTOR)


def can_follow_evaluations(actor):
    """What the other side wrote is told here by a job, and by nobody else."""
    return actor.is_system


def can_remind_agencies(actor):
    """All that have not handed in, at once."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_ask_consulting(actor):
    """Ask Central for consulting, and take it back."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_answer_consulting(actor):
    """Agree upon a day and a consultant, decline, write down what came of it: Central's officers and managers."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)
