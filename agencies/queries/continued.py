"""The next year's report shows what became of it: last year's rating of the indicator that this one continues, and its item's state."""
from dataclasses import dataclass
from decimal import Decimal

from accounts.actors import Actor
from agencies.followup_rules import ratings_in
from agencies.models import ImprovementItem, Result
from agencies.queries.improvement import Standing, standings_for
from agencies.stages import OPEN_TO_CENTRAL, ResultStage

LOOKING = Actor.system("what became of last year's findings")


@dataclass(frozen=True)
class Continued:
    """What an indicator continues: its year, its rating where it was worked out here, its item's standing where there is one."""

    year: int
    rating: Decimal | None
    standing: Standing | None


def continued_by(assessed_id, indicators):
    """{indicator's id: Continued} for those that continue one with a final rating or an item. For whoever may read the report they stand
    in: the agency itself, Central, who rates it. Of a plan that is not approved nothing."""
    before = {one.pk: one.follows for one in indicators if one.follows_id}
    if not before:
        return {}
    items = {one.item.indicator_id: one for one in standings_for(LOOKING, _items(assessed_id, before.values()))}
    ratings = _ratings(assessed_id, {one.indicator_set_id for one in before.values()})
    found = {pk: Continued(one.indicator_set.year, ratings.get((one.indicator_set_id, one.code)) or _kept(items.get(one.pk)),
                           items.get(one.pk)) for pk, one in before.items()}
    return {pk: one for pk, one in found.items() if one.rating is not None or one.standing}


def _items(assessed_id, indicators):
    rows = ImprovementItem.objects.visible_to(LOOKING).filter(agency=assessed_id, indicator__in=list(indicators),
                                                              plan__stage__in=OPEN_TO_CENTRAL)
    return rows.select_related("plan", "indicator", "responsible_user__person")


def _ratings(assessed_id, sets):
    """{(the set's id, code): rating}"""
    rows = Result.objects.visible_to(LOOKING).filter(assessed=assessed_id, stage=ResultStage.FINAL,
                                                     participation__indicator_set__in=sets).select_related("participation")
    return {(one.participation.indicator_set_id, code): rating for one in rows for code, rating in ratings_in(one).items()}


def _kept(standing):
    return standing.item.rating if standing else None
