"""What somebody may do with certificates."""
from accounts.models import Role


def can_issue(actor):
    """The announcement that the director has approved, or the director."""
    return actor.is_system or actor.has(Role.DIRECTOR)


def can_import(actor):
    """Those who enter what was issued on paper before the system."""
    return actor.is_system or actor.has(Role.OFFICER, Role.ADMIN)


def can_sanction(actor):
    """Suspension, revocation and what lifts them: the decision that was approved, or the director."""
    return actor.is_system or actor.has(Role.DIRECTOR)


def can_keep_documents(actor):
    """The worker that has made them."""
    return actor.is_system
