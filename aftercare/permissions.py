"""Who may do what with duties and with what follows from them."""
from accounts.models import Role
from providers import permissions as providers


def can_plan(actor):
    """Set the plan of duties, demand one that it does not hold, move or waive one."""
    return actor.is_system or actor.has(Role.OFFICER, Role.MANAGER)


def can_fulfil(actor):
    """Note a duty as done: the workflow of what fulfils it has asked whether its actor may."""
    return actor.is_system or bool(actor.user)


def can_set_plan(actor):
    """Change a framework's plan: every certificate follows it."""
    return actor.is_system or actor.has(Role.MANAGER)


def can_follow_duties(actor, provider):
    """Have a calendar address of a provider's duties: its own people."""
    return bool(actor.user) and provider.members.filter(user=actor.user, left_at=None).exists()


def can_inspect(actor, provider):
    """Write and hand in a self-inspection or a corrective action: owners and editors, and the agency for whom it came on paper."""
    return providers.can_edit(actor, provider)


def can_watch(actor, provider):
    """Read what was handed in and answer it, plan a monitoring visit: officers and managers, never about a provider they belong to."""
    return actor.is_system or providers.can_decide(actor, provider)
