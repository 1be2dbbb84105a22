"""Satisfaction scores, and what a year says about its indicators, in the demonstration: invented, of years before this system."""
from datetime import date
from decimal import Decimal

from accounts.models import Agency
from agencies.models import ManagementIndicator, SatisfactionSurvey, YearInsight
from agencies.queries import frozen_sets
from agencies.queries.insight import published_results
from agencies.workflow.disclosure import is_evaluated_here
from agencies.workflow.insight import keep_year_insight
from agencies.workflow.satisfaction import keep_satisfaction
from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from desk.demonstration.cases import WORKER, at, staff

YEARS, BROUGHT_IN_ON = 2, (8, 25)
QUESTIONS = ("직원의 친절", "다시 이용할 뜻")
FIRST, LOW, STEP = Decimal("84.10"), Decimal("78.40"), Decimal("0.83")
RATERS, NEARLY_ALL = 2, Decimal("0.7")


def build_satisfaction():
    """Scores of the latest years that are published; figures of the latest frozen set whose year was entered."""
    with within(Agency.objects.get(slug="central")):
        results = published_results(WORKER)
        for year in list(results)[:YEARS]:
            if not SatisfactionSurvey.objects.visible_to(WORKER).filter(year=year).exists():
                with clock.travel(at(next_working_day(date(year, *BROUGHT_IN_ON)), 11)):
                    keep_satisfaction(list(scores_of(year, results[year])), is_sample=True, actor=staff("officer", "central"))
        chosen = next((one for one in frozen_sets(WORKER) if one.year in results and not is_evaluated_here(one.year)), None)
        if chosen and not YearInsight.objects.visible_to(WORKER).filter(indicator_set=chosen).exists():
            with clock.travel(at(next_working_day(date(chosen.year, *BROUGHT_IN_ON)), 15)):
                keep_year_insight(chosen, agencies=len(results[chosen.year]), actor=WORKER,
                                  indicators=list(figures_of(chosen, len(results[chosen.year]))))


def scores_of(year, results):
    for place, one in enumerate(results):
        users, facts = FIRST + STEP * (place * 5 % 16) + year % 3, {"year": year, "assessed": one.agency, "code": ""}
        yield facts | {"group": "users", "question": "", "score": users, "answers": 120 + 7 * place}
        yield facts | {"group": "providers", "question": "", "score": LOW + STEP * (place * 7 % 16), "answers": 20 + place}
        for more, question in enumerate(QUESTIONS):
            yield facts | {"group": "users", "question": question, "score": users + more * 2 - 1, "answers": 120 + 7 * place}


def figures_of(indicator_set, number):
    """As agencies/learning.py keeps them, without its statistics."""
    rows = ManagementIndicator.objects.visible_to(WORKER).filter(indicator_set=indicator_set).order_by("position")
    for place, one in enumerate(rows):
        low, high = 58.0 + place * 5 % 13, 100.0 - place % 5
        yield {"code": one.code, "rating": {"number": number, "mean": low + 22.4, "median": low + 24, "low": low, "high": high,
                                            "lower": low + 14, "upper": high - 6.5, "deviation": 6.2 + place % 4},
               "judged": ends(1 + place % 4, RATERS * number) if one.is_judged else None,
               "counted": ends(int(number * NEARLY_ALL) if place == 4 else place % 3, number) if one.is_counted else None,
               "agreement": coefficient(number, 0.22 if place == 7 else 0.55 + place % 5 / 12) if one.is_judged else None,
               "rest": coefficient(number, 0.35 + place % 6 / 12)}


def ends(high, of):
    return {name: {"number": count, "of": of, "low": max(0.0, count / of - 0.15), "high": min(1.0, count / of + 0.2)}
            for name, count in (("high", high), ("low", 0))}


def coefficient(number, value):
    return {"agencies": number, "value": round(value, 4), "low": round(value - 0.35, 4), "high": round(min(1, value + 0.25), 4)}
