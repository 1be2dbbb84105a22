"""What somebody may do with a visit."""
from accounts.actors import Actor
from accounts.models import Role
from visits.models import Deputy, Finding

PLANNERS = (Role.OFFICER, Role.MANAGER)
AMENDING = Actor.system("who amends a visit")


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


def deputy_of(visit):
    """Who was named to amend in the place of the lead, or None."""
    return Deputy.objects.visible_to(AMENDING).filter(visit=visit).order_by("-pk").select_related("user").first()


def can_amend(actor, visit):
    """Who leads the team; once somebody was named in their place, that person alone."""
    deputy = deputy_of(visit)
    return can_lead(actor, visit) if deputy is None else actor.user is not None and actor.user.pk == deputy.user_id


def can_remark(actor, item):
    """Who amends, on every item; every other member of the team on what they have judged themselves."""
    if can_amend(actor, item.visit):
        return True
    own = Finding.objects.visible_to(AMENDING).filter(item=item, author=actor.user) if actor.user else None
    return own is not None and can_record(actor, item.visit) and own.exists()
