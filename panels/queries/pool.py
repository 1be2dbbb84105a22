"""The assessor pool."""
from django.db.models import F

from accounts.actors import Actor
from accounts.models import Membership, Role, User
from panels.models import PoolMember


def pool_members(actor):
    """Who is in the pool now, by name."""
    members = PoolMember.objects.visible_to(actor).filter(left_at=None)
    return members.select_related("user__person").order_by(F("user__person__name").asc(nulls_last=True), "pk")


def is_in_pool(user):
    return PoolMember.objects.visible_to(Actor.system("whether somebody may be asked to assess")).filter(user=user, left_at=None).exists()


def assessors_outside_pool(actor):
    """Accounts with the role of an assessor that are not in the pool, by name."""
    assessors = Membership.objects.visible_to(Actor.system("who may be taken into the pool")).filter(role=Role.ASSESSOR, ended_at=None)
    rows = User.objects.filter(pk__in=assessors.values("user"), is_active=True)
    rows = rows.exclude(pk__in=pool_members(actor).order_by().values("user"))
    return rows.select_related("person").order_by(F("person__name").asc(nulls_last=True), "pk")
