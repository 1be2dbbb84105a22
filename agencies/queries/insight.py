"""What the years say: results of all agencies, indicators as the worker found them, one agency's position among others."""
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from agencies.figures import FEW, MEAN_OF, IndicatorFigures, Spread, spread_of
from agencies.models import ManagementIndicator, ManagementRating, PublishedResult, Result, YearInsight
from agencies.queries.published import YEARS_SHOWN
from agencies.stages import ResultStage


@dataclass(frozen=True)
class Known:
    """One agency's result of a year. Entered years may have a grade without a total."""

    year: int
    agency: Any
    total: Decimal | None
    grade: str
    is_published: bool
    is_sample: bool
    fields: tuple = ()                  # (name, points, score)


def published_results(actor):
    """{year: [Known]} of everybody who was assessed, the latest year first; what everybody may read."""
    rows = PublishedResult.objects.visible_to(actor).filter(published_at__isnull=False, standing="assessed").select_related("assessed")
    return _by_year(Known(one.year, one.assessed, one.total, one.grade, True, one.is_sample, tuple(one.field_rows))
                    for one in rows.order_by("-year", "assessed"))


def results_at_central(actor):
    """The same with years that are final and not published yet, in two statements."""
    published = published_results(actor)
    rows = Result.objects.visible_to(actor).filter(stage=ResultStage.FINAL).exclude(year__in=list(published))
    rows = rows.select_related("assessed", "participation__indicator_set").order_by("-year", "assessed")
    final = _by_year(Known(one.year, one.assessed, one.total, one.grade, False, one.participation.indicator_set.is_sample) for one in rows)
    return dict(sorted({**published, **final}.items(), reverse=True))


def _by_year(known):
    years: dict = {}
    for one in known:
        years.setdefault(one.year, []).append(one)
    return years


def totals_of(rows):
    return [one.total for one in rows if one.total is not None]


# ---- indicators

def final_results(actor, indicator_set):
    """The final results of a year, for the errand."""
    return list(Result.objects.visible_to(actor).filter(participation__indicator_set=indicator_set, stage=ResultStage.FINAL).order_by("pk"))


def independent_ratings(actor, participations):
    """{code: {participation's id: [rating]}} as they were given alone, before anybody talked; for the errand."""
    rows = ManagementRating.objects.visible_to(actor).filter(
        sheet__participation__in=participations, sheet__ended_at=None, sheet__handed_in_at__isnull=False, first__isnull=False)
    found: dict = {}
    for code, part, first in rows.order_by("pk").values_list("indicator__code", "sheet__participation", "first"):
        found.setdefault(code, {}).setdefault(part, []).append(float(first))
    return found


def final_years(actor):
    """Years of which something is final, so that their indicators can be looked at."""
    return set(Result.objects.visible_to(actor).filter(stage=ResultStage.FINAL).order_by().values_list("year", flat=True))


def worked_out_years(actor):
    return set(YearInsight.objects.visible_to(actor).order_by().values_list("indicator_set__year", flat=True))


def latest_year_insight(actor, indicator_set):
    return YearInsight.objects.visible_to(actor).filter(indicator_set=indicator_set).order_by("-worked_out_at", "-pk").first()


def indicator_figures(actor, insight):
    """[IndicatorFigures] in the order of the set."""
    rows = ManagementIndicator.objects.visible_to(actor).filter(indicator_set=insight.indicator_set_id)
    names = {one.code: one.name for one in rows}
    return [IndicatorFigures.of(kept, names.get(kept["code"], kept["code"])) for kept in insight.indicators]


# ---- one agency among others

@dataclass(frozen=True)
class Position:
    """One agency in a year. `others`: their totals alone, from low to high, empty where few would betray who they are."""

    year: int
    own: Known | None
    number: int
    others: tuple
    spread: Spread | None               # of all with a total, the own too; None where it would tell another's

    @property
    def is_told(self):
        return self.number >= FEW

    @property
    def below(self):
        return sum(one < self.own.total for one in self.others) if self.own and self.own.total is not None else None


def positions_of(results, agency):
    """[Position] of the last five years, the latest first. `results`: what everybody may read."""
    latest = next(iter(results), 0)
    return [_position(year, rows, agency) for year, rows in results.items() if year > latest - YEARS_SHOWN]


def _position(year, rows, agency):
    own, totals = next((one for one in rows if one.agency.pk == agency.pk), None), totals_of(rows)
    others = sorted(one.total for one in rows if one.agency.pk != agency.pk and one.total is not None)
    return Position(year, own, len(totals), tuple(others) if len(totals) >= FEW else (),
                    spread_of(totals) if len(totals) >= MEAN_OF else None)


def fields_beside(rows, agency):
    """[(field, points, own score, Spread of all)] of a year in which enough agencies have points per field."""
    own, told = next((one for one in rows if one.agency.pk == agency.pk), None), [one for one in rows if one.fields]
    if own is None or not own.fields or len(told) < FEW:
        return []
    found = []
    for place, (name, points, score) in enumerate(own.fields):
        spread = spread_of([one.fields[place][2] for one in told if len(one.fields) > place])
        found.append((name, points, score, spread))
    return found
