"""The demonstration's years of results: everybody reads them, marked as samples, and they come out the same each time."""
from datetime import datetime

import pytest

from accounts.models import Province
from agencies.models import PublishedResult, SatisfactionSurvey, YearInsight
from core import clock
from core.tenancy import within
from desk.demonstration.evaluation import build_evaluation
from desk.demonstration.results import build_results
from desk.demonstration.satisfaction import build_satisfaction
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_each_year_until_the_latest_that_is_published_has_all_agencies(busan, daegu, central):
    f.AgencyFactory(slug="jeonbuk", province=Province.objects.get(code="52"))
    with clock.travel(datetime(2024, 8, 1, 9, tzinfo=clock.SEOUL)):
        build_results()
        build_results()
    with within(central.agency):
        rows = PublishedResult.everything.order_by("year", "assessed")
        assert [(one.year, one.assessed.slug, one.standing) for one in rows] == [
            (2022, "busan", "exempt"), (2022, "daegu", "assessed"), (2022, "jeonbuk", "exempt"),
            (2023, "busan", "exempt"), (2023, "daegu", "assessed"), (2023, "jeonbuk", "assessed")]
        assert all(one.is_sample and one.is_entered for one in rows)


def test_two_years_have_satisfaction_scores_and_one_figures_of_its_indicators_all_marked_as_samples(busan, daegu, central):
    with clock.travel(datetime(2025, 11, 3, 9, tzinfo=clock.SEOUL)):
        build_evaluation()
        build_results()
        build_satisfaction()
        build_satisfaction()
    with within(central.agency):
        surveys = SatisfactionSurvey.everything.order_by("year")
        assert [(one.year, one.is_sample, one.means["users"]["agencies"]) for one in surveys] == [(2024, True, 2), (2025, True, 2)]
        insight = YearInsight.everything.get()
        assert insight.indicator_set.is_sample and len(insight.indicators) == 13 and insight.agencies == 2
