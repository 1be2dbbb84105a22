"""The demonstration of the follow-up: an approved plan of the newest published year, reported once, one item closed."""
from datetime import date

import pytest

from agencies.models import Consulting, ImprovementItem, ImprovementPlan, ProgressFile
from agencies.queries.improvement import items_closed_by_year
from core import clock
from core.tenancy import within
from desk.demonstration.cases import at
from desk.demonstration.following_up import build_following_up
from desk.demonstration.results import build_results
from tests.agencies.sets import frozen_set

pytestmark = pytest.mark.django_db


def built_on(day, busan, daegu, central):
    with clock.travel(at(date(2025, 1, 20), 10)):
        frozen_set(central.agency, [busan.agency, daegu.agency], year=2025)
    with clock.travel(at(day, 10)):
        build_results()
        build_following_up()


def test_a_plan_of_the_newest_published_year_with_an_item_closed(busan, daegu, central):
    built_on(date(2026, 3, 2), busan, daegu, central)
    with within(busan.agency):
        plan = ImprovementPlan.everything.get()
        assert (plan.year, plan.stage, ImprovementItem.everything.count(), ProgressFile.everything.count()) == (2025, "approved", 2, 1)
        assert Consulting.everything.get(kind="follow_up").stage == "held"
    with within(central.agency):
        assert items_closed_by_year() == {(busan.agency.pk, 2025): (1, 2)}


def test_before_its_days_have_come_there_is_none(busan, daegu, central):
    built_on(date(2025, 9, 1), busan, daegu, central)
    with within(busan.agency):
        assert not ImprovementPlan.everything.exists()
