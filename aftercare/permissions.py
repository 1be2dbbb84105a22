"""Who may do what with duties and with what follows from them."""
from accounts.models import Role


def can_plan(actor):
    """Set the plan of duties, demand one that it does not hold, move or waive one."""
    return actor.is_system or actor.has(Role.OFFICER, Role.MANAGER)


def can_fulfil(actor):
    """Note a duty as done: the workflow of what fulfils it has asked whether its actor may."""
    return actor.is_system or bool(actor.user)
