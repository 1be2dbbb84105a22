"""The errand that works out what a year says about its indicators. It alone imports the statistics, and is imported by the worker."""
from dataclasses import asdict

from accounts.actors import Actor
from agencies.figures import spread_of
from agencies.models import IndicatorSet
from agencies.queries.insight import final_results, independent_ratings
from agencies.queries.result import scored_of
from agencies.statistics import agreement, correlation, share
from agencies.workflow.insight import keep_year_insight

LEARNING = Actor.system("what an evaluation year says")
LOWEST, HIGHEST = 0, 100        # ends of what a formula gives


def work_out_year(*, set_id):
    """Of the agencies whose results are final."""
    indicator_set = IndicatorSet.objects.visible_to(LEARNING).get(pk=set_id)
    results = final_results(LEARNING, indicator_set)
    if results:
        ratings = independent_ratings(LEARNING, [one.participation_id for one in results])
        keep_year_insight(indicator_set, agencies=len(results), actor=LEARNING,
                          indicators=figures_of([scored_of(one) for one in results], ratings, indicator_set))


def figures_of(scored, ratings, indicator_set):
    """[{"code", "rating", "judged", "counted", "agreement", "rest"}] in the set's order. `ratings`: {code: {participation: [rating]}}"""
    per_code: dict = {}
    for one in scored:
        whole = sum(indicator.score for indicator in one.indicators)
        for indicator in one.indicators:
            per_code.setdefault(indicator.code, []).append((indicator, whole - indicator.score))
    return [_of_indicator(code, rows, list(ratings.get(code, {}).values()), indicator_set) for code, rows in per_code.items()]


def _of_indicator(code, rows, units, indicator_set):
    """`rows`: [(the indicator as it was scored, the sum of all others of that agency)]; `units`: each agency's ratings given alone."""
    counted = [one.quantitative.rating for one, _others in rows if one.quantitative]
    judged = [rating for unit in units for rating in unit]
    return {"code": code, "rating": asdict(spread_of([one.rating for one, _others in rows])),
            "judged": _ends(judged, indicator_set.scale_low, indicator_set.scale_high),
            "counted": _ends(counted, LOWEST, HIGHEST),
            "agreement": agreement(units) if units else None,
            "rest": correlation([(float(one.score), float(others)) for one, others in rows])}


def _ends(ratings, lowest, highest):
    """How many are the highest and the lowest that is possible."""
    if not ratings:
        return None
    return {"high": share(sum(one == highest for one in ratings), len(ratings)),
            "low": share(sum(one == lowest for one in ratings), len(ratings))}
