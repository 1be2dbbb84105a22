"""A year of sixteen agencies, two of them exempt, thirteen indicators and twelve assessors, against the same in decimals by another hand;
of fewer agencies where FULL is not asked for."""
import os
from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest

from accounts.actors import Actor
from agencies.models import Calculation, PublishedResult, Report, Result
from core.tenancy import within
from tests.agencies.resulting import result_at
from tests.agencies.whole_year import PROVINCES, WHY, Year, house

pytestmark = pytest.mark.django_db
MANY = len(PROVINCES) if os.environ.get("FULL") else 5
D = Decimal


def capped(amount, lowest=0, highest=100):
    return max(D(lowest), min(D(highest), amount))


# each formula of the sample set as one would type it into a spreadsheet; the points, and how much of a mixed one is by formula
SHEET = {
    "A1-1": (7, 0, None),
    "A1-2": (5, 50, lambda g: capped(g["fulfilled"] / g["contracted"] * 100)),
    "A2-1": (6, 50, lambda g: capped(g["trained"] / g["staff"] * 100)),
    "A2-2": (6, 60, lambda g: capped(100 - abs(g["spent"] - g["budget"]) / g["budget"] * 100)),
    "A2-3": (6, 100, lambda g: capped(g["kept_rules"] / g["all_rules"] * 60 + g["disclosed_on_time"] / g["to_disclose"] * 40)),
    "A3-1": (5, 50, lambda g: capped(g["trained_ethics"] / g["staff"] * 100)),
    "A3-2": (5, 40, lambda g: capped(g["inspected"] / g["to_inspect"] * 100)),
    "A3-3": (5, 100, lambda g: capped(g["regular"] / g["workers"] * 50 + g["paid"] / g["wage_guide"] * 50)),
    "B1-1": (12, 50, lambda g: capped(g["run"] / g["planned_run"] * 100)),
    "B1-2": (10, 100, lambda g: capped(g["emergency_served"] / g["emergency_asked"] * 100) / 2 + capped(g["home_served"] / 12) / 2),
    "B1-3": (13, 40, lambda g: capped(g["supported"] / g["planned_support"] * 100)),
    "B2-1": (8, 0, None),
    "B2-2": (12, 100, lambda g: capped(g["satisfaction"] / 90 * 100)),
}


def mean_of(given):
    """From five on without one highest and one lowest."""
    given = sorted(D(one) for one in given)
    given = given[1:-1] if len(given) >= 5 else given
    return sum(given) / len(given)


def total_by_hand(year, place):
    with localcontext(prec=60):
        total = D(0)
        for code, (points, share, formula) in SHEET.items():
            figures = {name: D(value) for name, value in year.figures[place][code].items()}
            rating = share * formula(figures) if formula else D(0)
            if share < 100:
                rating += (100 - share) * mean_of(year.ratings[place][code].values())
            total += points * rating / 10000
        extra = sum(year.points[place], D(0)) - min(D("0.1") * year.late[place], D(1))
        return (total + capped(extra, -2, 2)).quantize(D("0.01"), ROUND_HALF_UP)


def grade_by_hand(total):
    return next(grade for grade, start in (("S", 95), ("A", 85), ("B", 75), ("C", 65), ("D", 0)) if total >= start)


def latest(year, place):
    with within(year.central.agency):
        return Calculation.everything.filter(participation__assessed=place.agency).order_by("-number").first()


def test_a_year_from_the_sample_set_to_what_everybody_reads(central):
    year = Year(central, [house(f"house{code}", code) for code in PROVINCES[:MANY]], exempt=2)
    year.run()
    assert len(year.indicators) == 13 and len(year.assessors) == 12
    ties_are_kept(year)
    by_hand = {place: total_by_hand(year, place) for place in year.places}
    assert {place: latest(year, place).total for place in year.places} == by_hand
    assert len(set(by_hand.values())) > len(by_hand) // 2                           # they are no constants

    year.tell()
    assert {place: result_at(place).total for place in year.places} == by_hand
    before = by_hand[year.places[0]]
    year.object()
    by_hand = {place: total_by_hand(year, place) for place in year.places}
    assert by_hand[year.places[0]] > before
    assert {place: latest(year, place).total for place in year.places} == by_hand

    year.decide()
    for place in year.places:
        result = result_at(place)
        assert (result.stage, result.total, result.grade) == ("final", by_hand[place], grade_by_hand(by_hand[place]))
    year.publish()
    published(year, by_hand)
    each_sees_its_own(year)


def ties_are_kept(year):
    """Who works in the first agency's province rates it nowhere; who has declared an interest rates the second nowhere."""
    first, second = year.places[:2]
    for place, user, area in ((first, year.assessors[4], "A"), (second, year.assessors[5], "A")):
        assert all(user not in given for code, given in year.ratings[place].items() if code.startswith(area))
    assert len(year.ratings[year.places[2]]["A1-1"]) == 6 and len(year.ratings[first]["A1-1"]) == 5
    late = [place for place in year.places if year.late[place]]
    for place in late:
        with within(place.agency):
            assert Report.everything.get().days_late == year.late[place]


def published(year, by_hand):
    with within(year.central.agency):
        lines = {one.assessed_id: one for one in PublishedResult.everything.all()}
    for place in year.places:
        assert (lines[place.agency.pk].total, lines[place.agency.pk].grade) == (by_hand[place], grade_by_hand(by_hand[place]))
        assert sum(D(points) for _code, _ko, _en, points, _score in lines[place.agency.pk].fields) == 100
    for place in year.exempt:
        one = lines[place.agency.pk]
        assert (one.standing, one.reason, one.total) == ("exempt", WHY, None)
    assert len(lines) == MANY


def each_sees_its_own(year):
    for place in year.places:
        with within(place.agency):
            actor = Actor.of(place.officer)
            assert {one.assessed_id for one in Result.objects.visible_to(actor)} == {place.agency.pk}
            assert {one.agency_id for one in Report.objects.visible_to(actor)} == {place.agency.pk}
            assert Calculation.objects.visible_to(actor).count() == 0
    with within(year.exempt[0].agency):
        assert not Report.objects.visible_to(Actor.of(year.exempt[0].officer)).exists()
