"""What somebody may do with the framework and its rounds."""
from accounts.models import Role


def can_draft_framework(actor):
    """Writes an edition that nobody outside sees yet."""
    return actor.has(Role.OFFICER, Role.MANAGER) or actor.may_administer


def can_publish_framework(actor):
    """Founds the framework, and puts an edition in force for good."""
    return actor.has(Role.MANAGER) or actor.may_administer


def can_draft_rounds(actor):
    return actor.has(Role.OFFICER, Role.MANAGER)


def can_announce_rounds(actor):
    """Announces a round, and prolongs it."""
    return actor.has(Role.MANAGER)
