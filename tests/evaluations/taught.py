"""Rounds that are over, and figures of them set down past the worker."""
from contextlib import contextmanager
from datetime import timedelta

from certification.models import Round
from core import clock
from core.tenancy import within
from evaluations.learning import work_out_round
from evaluations.models import AssessorInsight, IndicatorInsight, Insight
from tests import factories as f
from tests.evaluations.path import Path

CLOSED_AFTER = timedelta(days=21)               # the factory's rounds are open for twenty days
NOTHING = {"number": 0, "of": 0, "low": None, "high": None}
SILENT = NOTHING | {"kappa": None, "kappa_low": None, "kappa_high": None}


@contextmanager
def afterwards(place):
    """At the agency, after its rounds have closed."""
    with within(place.agency), clock.travel(clock.now() + CLOSED_AFTER):
        yield


def announced(place, unmet=("1.1.2",)):
    """A round of one case whose result is announced."""
    return Path(place, unmet=unmet).announced()


def worked_out(place, round):
    with afterwards(place):
        work_out_round(round_id=round.pk)
        return Insight.everything.filter(round=round).order_by("-pk").first()


def share(number, of, low, high):
    return {"number": number, "of": of, "low": low, "high": high}


def figures(**said):
    """Of one indicator; nothing counted where nothing is said."""
    usual = dict.fromkeys(("rate", "others", "misled", "left_open", "reversed", "supplement", "comments", "appeals"), NOTHING)
    return usual | {"documents": SILENT, "site": SILENT} | said


def set_down(place, rows=3, round=None, people=(), **said):
    """Kept figures of a round of twenty cases; `said` of its first indicator, `people` the assessors it names."""
    with within(place.agency):
        name = f"CNRY-{place.agency.slug}-taught-{Round.everything.count()}"
        round = round or f.RoundFactory(version=f.published_version(indicators=rows), name_ko=name, name_en=name)
        insight = Insight.everything.create(round=round, worked_out_at=clock.now(), cases=20)
        for place_, indicator in enumerate(round.version.indicators.order_by("position")[:rows]):
            IndicatorInsight.everything.create(insight=insight, indicator=indicator, code=indicator.code, position=indicator.position,
                                               figures=figures(**(said if place_ == 0 else {})))
        for user in people:
            AssessorInsight.everything.create(insight=insight, user=user, source="site", figures=of_person())
        return insight


def of_person(cases=6, judged=40):
    return {"judged": judged, "shared": judged, "own": 0.25, "colleagues": 0.1,
            "difference": {"value": 0.15, "low": 0.05, "high": 0.25, "cases": cases},
            "agreement": share(4, judged, 0.04, 0.23) | {"kappa": 0.7, "kappa_low": 0.4, "kappa_high": 0.95}}
