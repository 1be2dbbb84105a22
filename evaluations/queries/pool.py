"""What the assessors of the pool have done here: for the desk's list and a member's page."""
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q

from evaluations.models import Assignment
from evaluations.stages import UNDER_WAY
from visits.queries import visits_done


@dataclass(frozen=True)
class Work:
    """`running`: cases not yet reviewed on which they work; `reviewed`: those whose document review is over; `visits`: carried out."""

    running: int
    reviewed: int
    visits: int


def work_of(actor, users):
    """{account's id: Work} in two statements."""
    users = list(users)
    rows = Assignment.objects.visible_to(actor).filter(user__in=users, ended_at=None).order_by().values("user").annotate(
        running=Count("pk", filter=Q(application__reviewed_at=None, application__stage__in=UNDER_WAY)),
        reviewed=Count("pk", filter=Q(application__reviewed_at__isnull=False)))
    cases, visits = {row["user"]: row for row in rows}, Counter(visits_done(actor, users))
    none = {"running": 0, "reviewed": 0}
    return {user.pk: Work(cases.get(user.pk, none)["running"], cases.get(user.pk, none)["reviewed"], visits[user.pk]) for user in users}


def cases_of_assessor(actor, user):
    """The cases that this account works or has worked on, the latest first."""
    rows = Assignment.objects.visible_to(actor).filter(user=user).select_related("application")
    return rows.order_by("-assigned_at", "-pk")
