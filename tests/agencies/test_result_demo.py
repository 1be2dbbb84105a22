"""The demonstration's years of results: everybody reads them, marked as samples, and they come out the same each time."""
from datetime import datetime

import pytest

from accounts.models import Province
from agencies.models import PublishedResult
from core import clock
from core.tenancy import within
from desk.demonstration.results import build_results
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
