"""The assessor pool."""
from django.db.models import F

from accounts.actors import Actor
from panels.models import PoolMember


def pool_members(actor):
    """Who is in the pool now, by name."""
    members = PoolMember.objects.visible_to(actor).filter(left_at=None)
    return members.select_related("user__person").order_by(F("user__person__name").asc(nulls_last=True), "pk")


def is_in_pool(user):
    return PoolMember.objects.visible_to(Actor.system("whether somebody may be asked to assess")).filter(user=user, left_at=None).exists()
