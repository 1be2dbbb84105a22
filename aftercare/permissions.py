"""Who may do what with duties and with what follows from them."""
from accounts.models import Role
from providers.permissions import can_decide, can_edit, can_manage_people


def can_plan(actor):
    """Set the plan of duties, demand one that it does not hold, move or waive one."""
    return actor.is_system or actor.has(Role.OFFICER, Role.MANAGER)


def can_fulfil(actor):
    """Note a duty as done: the workflow of what fulfils it has asked whether its actor may."""
    return actor.is_system or bool(actor.user)


def can_write_change(actor, provider):
    """Report a change: who edits for the provider."""
    return can_edit(actor, provider)


def can_hand_in_change(actor, report):
    """What ends or hands on a certificate an owner signs; the rest whoever edits."""
    return can_manage_people(actor, report.provider) if report.rule.needs_manager else can_edit(actor, report.provider)


def can_confirm_succession(actor, report):
    """An owner of the successor."""
    return report.successor is not None and can_manage_people(actor, report.successor)


def can_enter_change(actor, provider):
    """Enters what came on paper or what the agency has noticed, and goes on with it; never about an organisation of one's own."""
    return can_decide(actor, provider)


def can_decide_change(actor, report):
    """Succession and closure the manager, the rest the desk."""
    return can_decide(actor, report.provider) and (actor.has(Role.MANAGER) or not report.rule.needs_manager)
