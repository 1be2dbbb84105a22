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


def can_write_report(actor):
    """Write the agency's own report, several at once."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_approve_report(actor):
    """Hand it in, or send it back to those who wrote it."""
    return not at_central() and actor.has(Role.DIRECTOR)


def can_calculate(actor):
    """Bonus and deductions, corrections, words for the agency, calculations, answers to objections: Central's officers and managers."""
    return at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_tell_results(actor):
    """The preliminary notice to all, and publishing: Central's manager."""
    return at_central() and actor.has(Role.MANAGER)


def can_approve_results(actor):
    return at_central() and actor.has(Role.DIRECTOR)


def can_object(actor):
    """For the agency, about its own result: officers and managers."""
    return not at_central() and actor.has(Role.OFFICER, Role.MANAGER)


def can_disclose(actor):
    """Post the result on the agency's public page."""
    return not at_central() and actor.has(Role.MANAGER, Role.DIRECTOR)


def can_follow_results(actor):
    """What the other house wrote is told here by a job, and by nobody else."""
    return actor.is_system
