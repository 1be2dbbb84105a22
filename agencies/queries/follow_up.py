"""Central's list of a published year: who is followed up, with consulting, plan and how many items are closed."""
from dataclasses import dataclass
from typing import Any

from agencies.followup_rules import is_followed_up
from agencies.models import Participation, ProgressCheck, PublishedResult
from agencies.queries.consulting import follow_ups_of
from agencies.queries.improvement import COUNTING, followed_plans, items_closed_by_year
from core import clock


@dataclass(frozen=True)
class FollowedUp:
    """One agency of the year. Of a plan that is not approved nothing is known here."""

    participation: Participation
    published: PublishedResult
    is_wanted: bool
    consulting: Any = None
    plan: Any = None
    counts: tuple = (0, 0)
    check: Any = None                   # the next one

    @property
    def agency(self):
        return self.participation.assessed


def lines_of(actor, chosen):
    """[FollowedUp] of everybody who was assessed, those whose grade asks for it first; the same number of statements for all."""
    published = {one.assessed_id: one for one in PublishedResult.objects.visible_to(COUNTING).filter(
        year=chosen.year, standing="assessed", published_at__isnull=False)}
    parts = list(Participation.objects.visible_to(actor).filter(indicator_set=chosen, assessed__in=list(published)).select_related(
        "assessed", "indicator_set").order_by("assessed__name_ko"))
    plans = {one.participation_id: one for one in followed_plans(actor).filter(participation__in=parts)}
    asked, counts = follow_ups_of(actor, parts), items_closed_by_year(actor)
    ahead = ProgressCheck.objects.visible_to(actor).filter(plan__in=[one.pk for one in plans.values()], due_on__gte=clock.today())
    checks = {one.plan_id: one for one in ahead.order_by("-due_on")}
    rows = [_line(one, published[one.assessed_id], asked.get(one.pk), plans.get(one.pk), counts, checks) for one in parts]
    return sorted(rows, key=lambda row: not row.is_wanted)


def _line(part, published, consulting, plan, counts, checks):
    return FollowedUp(part, published, is_followed_up(part.indicator_set, published.grade), consulting, plan,
                      counts.get((part.assessed_id, part.year), (0, 0)), checks.get(plan.pk) if plan else None)
