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


def can_triage(actor):
    """Say what becomes of a complaint that nobody handles yet. Whom something ties to the provider finds none: see Complaint.audience."""
    return actor.has(Role.OFFICER, Role.MANAGER)


def can_handle_complaint(actor, complaint):
    """The officer in charge and the manager named: they ask, answer, close, and may look at who told it. No delegate does."""
    named = {complaint.officer_id, complaint.manager_id} - {None}
    return can_triage(actor) and actor.acting_for is None and actor.user.pk in named


def can_name_handlers(actor):
    """A manager gives it into other hands."""
    return actor.has(Role.MANAGER)
