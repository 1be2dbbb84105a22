"""What somebody may do with a visit."""
from accounts.models import Role

PLANNERS = (Role.OFFICER, Role.MANAGER)


def member_of(actor, visit):
    """The actor's own row in the team of today, or None."""
    return visit.members.filter(user=actor.user, ended_at=None).first() if actor.user else None


def can_plan(actor):
    return actor.is_system or actor.has(*PLANNERS)


def can_record(actor, visit):
    """The team of today."""
    return member_of(actor, visit) is not None


def can_lead(actor, visit):
    """Who leads the team of today: agrees for it, closes, locks."""
    member = member_of(actor, visit)
    return member is not None and member.is_lead


def can_report(actor, visit):
    """That a visit did not take place the lead says, or the agency."""
    return actor.has(*PLANNERS) or can_lead(actor, visit)


def can_remove(actor, photo):
    """Whoever took it, while in the team."""
    return actor.user is not None and photo.author_id == actor.user.pk and can_record(actor, photo.item.visit)
