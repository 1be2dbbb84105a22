"""The evaluation in figures for Central's staff: distribution, trend, quality of indicators, each knowing when it says nothing."""
from datetime import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from accounts.models import Province
from agencies import learning
from agencies.figures import Coefficient, Share, spread_of
from agencies.insight_chart import steps_of, strips_of, years_of
from agencies.models import IndicatorSet, ManagementRating, Participation, RatingSheet, YearInsight
from agencies.queries.insight import independent_ratings, positions_of, published_results, results_at_central
from agencies.statistics import agreement, correlation
from agencies.workflow.disclosure import enter_past_results
from agencies.workflow.insight import ask_year_insight, keep_year_insight
from core import clock
from core.errors import Refused
from core.signing import make_keys
from core.tenancy import within
from tests import factories as f
from tests.agencies import resulting as r
from tests.agencies.resulting import at_central
from tests.agencies.sets import frozen_set

pytestmark = pytest.mark.django_db
CODES = "27 28 29 30 31 36 41 51 43 44 52 46 47 48 50".split()
PAGES = ("figures/", "figures/indicators/", "satisfaction/")


def agencies(busan, number):
    """Busan and others in other provinces."""
    return [busan.agency, *(f.AgencyFactory(province=Province.objects.get(code=code)) for code in CODES[1:number])]


def entered(central, year, places, totals):
    with within(central.agency), clock.travel(datetime(2026, 11, 2, 9, tzinfo=clock.SEOUL)):
        enter_past_results(year, {one: ("assessed", "", total and Decimal(total), "A") for one, total in zip(places, totals, strict=True)},
                           actor=Actor.of(central.manager))


@pytest.fixture
def final_year(busan, daegu, central, settings, tmp_path):
    settings.SIGNING_DIR = str(tmp_path)
    make_keys(["central"])
    year = r.year_of(central, busan, daegu)
    r.noticed(central, year, busan, daegu)
    r.decided(central, busan, daegu)
    with r.after_objections(busan):
        r.final(central, year)
    return year


# ---- the figures themselves

def test_the_spread_is_that_of_a_calculation_by_hand_and_quartiles_wait_for_five():
    five = spread_of([70, 80, 85, 90, 95])
    assert (five.mean, five.median, five.low, five.high, five.lower, five.upper) == (84, 85, 70, 95, 80, 90)
    assert round(five.deviation, 4) == 9.6177             # √(370 / 4)
    assert spread_of([70, 80]).deviation is None and spread_of([70, 80]).is_few and spread_of([]) is None


def test_agreement_is_that_of_a_calculation_by_hand_over_all_pairs():
    units = [(80, 90), (70, 70), (60, 80), (90, 90), (50, 60)]
    found = agreement(units)                                # mean square of differences 120, twice the variance of all ten 368
    assert found["value"] == round(1 - 120 / 368, 4) and found["agencies"] == 5 and found["low"] < found["value"] < found["high"]
    assert agreement([(one, other) for other, one in units])["value"] == found["value"], "who is named first does not matter"


def test_a_third_rater_counts_with_half_of_each_pair():
    units = [(80, 90, 85), (70, 70, 75), (60, 80, 70), (90, 90, 95), (50, 60, 55)]
    values = [one for unit in units for one in unit]
    mean = sum(values) / len(values)
    expected = 2 * sum((one - mean) ** 2 for one in values) / len(values)
    observed = sum((one - other) ** 2 / 2 for unit in units for one in unit for other in unit) / len(values)
    assert agreement(units)["value"] == round(1 - observed / expected, 4)


def test_nothing_is_told_of_few_agencies_or_where_all_is_alike():
    assert agreement([(80, 90)] * 4) == {"agencies": 4, "value": None, "low": None, "high": None}
    assert agreement([(80, 90), (80,), (70,), (60,), (50,)])["agencies"] == 1, "one assessor alone is no pair"
    assert agreement([(80, 80)] * 6)["value"] is None
    assert correlation([(1.0, 2.0), (2.0, 3.0)])["value"] is None and correlation([(1.0, float(one)) for one in range(6)])["value"] is None
    found = correlation([(1, 2), (2, 4), (3, 5), (4, 9), (5, 10)])
    assert found["value"] == 0.9791 and found["low"] < 0.9791 < found["high"]         # 21 / √(10 × 46)


def test_few_and_wide_is_noise_and_no_reason():
    assert Share(7, 8, 0.53, 0.98).is_noise and not Share(18, 20, 0.7, 0.97).is_noise and not Share(2, 2, 0.3, 1.0).is_told
    assert Coefficient(4, None, None, None).is_few and Coefficient(14, 0.2, -0.5, 0.9).is_noise
    assert not Coefficient(14, 0.8, 0.6, 0.95).is_noise


def test_totals_fall_into_steps_and_what_is_above_100_into_the_last():
    assert steps_of([Decimal("84.99"), Decimal(85), Decimal("101.5"), Decimal(97)]) == [("80–", 1), ("85–", 1), ("90–", 0), ("95–", 2)]
    assert steps_of([Decimal(12), Decimal(95)])[0] == ("10–", 1) and steps_of([Decimal(100)]) == [("95–", 1)] and steps_of([]) == []
    assert years_of([(2025, spread_of([80, 90]))])["years"][0]["bottom"] > years_of([(2025, spread_of([80, 90]))])["years"][0]["top"]


# ---- what the worker finds

def test_what_a_year_says_is_worked_out_when_it_is_final_from_ratings_given_alone(final_year, busan, central, work_off):
    work_off(central)
    with within(central.agency):
        insight = YearInsight.everything.get()
    figures = {one["code"]: one for one in insight.indicators}
    assert insight.agencies == 2 and list(figures) == ["A1-1", "A1-2", "B1-1"]
    assert (figures["A1-1"]["rating"]["mean"], figures["A1-1"]["counted"]) == (85.0, None)
    assert figures["A1-1"]["agreement"] == {"agencies": 2, "value": None, "low": None, "high": None}
    assert figures["B1-1"]["judged"] is figures["B1-1"]["agreement"] is None and figures["B1-1"]["counted"]["high"]["number"] == 0


def test_ratings_of_who_was_replaced_do_not_count_and_those_of_the_discussion_neither(busan, daegu, central):
    r.year_of(central, busan, daegu, closed=False)
    with within(central.agency):
        ManagementRating.everything.filter(indicator__code="A1-1", first=90).update(final=80, final_reason="이야기한 뒤 고침")
        sheet = RatingSheet.everything.order_by("pk").first()
        RatingSheet.everything.filter(pk=sheet.pk).update(ended_at=clock.now(), ended_reason="교체")
        parts = list(Participation.everything.values_list("pk", flat=True))
        found = independent_ratings(learning.LEARNING, parts)
    assert sorted(map(sorted, found["A1-1"].values())) == [[80.0, 90.0], [90.0]]


def test_nobody_asks_for_figures_of_a_year_that_is_not_final(busan, daegu, central, english):
    year = r.year_of(central, busan, daegu)
    with pytest.raises(Refused, match="Nothing of this year is final"):
        at_central(central, ask_year_insight, year.set)
    for who in ("director", "auditor", "assessor"):
        with pytest.raises(PermissionDenied):
            at_central(central, ask_year_insight, year.set, by=who)
    with within(central.agency), pytest.raises(PermissionDenied):
        keep_year_insight(year.set, agencies=1, indicators=[], actor=Actor.of(central.manager))


# ---- Central's pages

def test_central_sees_what_is_final_before_it_is_published_and_agencies_do_not(final_year, busan, central):
    with within(central.agency):
        results = results_at_central(Actor.of(central.officer))
        assert [(one.total, one.is_published) for one in results[2027]] == [(r.TOTAL, False)] * 2
    with within(busan.agency):
        assert published_results(Actor.of(busan.officer)) == {}


def test_a_year_under_way_is_in_no_figure(busan, daegu, central, sit_down, words_of):
    year = r.year_of(central, busan, daegu)
    r.noticed(central, year, busan, daegu)
    page = words_of(sit_down(central.officer).get("/central/management/figures/?lang=en"))
    assert "No year is final yet" in page and "81.50" not in page


def test_distribution_trend_and_definitions_stand_on_the_page_and_few_are_said_to_be_few(busan, central, sit_down, words_of):
    places = agencies(busan, 6)
    entered(central, 2025, places, ["97.5", "88", "86", "77", "74", None])
    entered(central, 2024, places[:2], ["80", "90"])
    browser = sit_down(central.officer)
    answer = browser.get("/central/management/figures/?lang=en")
    page, html = words_of(answer), answer.content.decode()
    assert "Mean 84.50 Median 86.00 Lowest 74.00 Highest 97.50" in page and "Standard deviation 9.35" in page
    assert "no proof that agencies became better or worse" in page and "a quarter above" in page
    assert html.count("<desc") == 3 and "2024: mean 85.00, from 80.00 to 90.00." in html
    page = words_of(browser.get("/central/management/figures/?lang=en&year=2024"))
    assert "Only 2 with a total" in page and "Standard deviation 7" not in page


def kept(code, *, agencies, alpha=None, high=0, of=0, rest=None):
    share = {"number": high, "of": of, "low": 0.7 if of else None, "high": 0.98 if of else None}
    number, rating = {"agencies": agencies}, {"number": agencies, "mean": 85.0, "median": 86.0, "low": 70.0, "high": 99.0}
    return {"code": code, "rating": rating | dict.fromkeys(("lower", "upper", "deviation")),
            "judged": {"high": share, "low": share | {"number": 0}}, "counted": None,
            "agreement": number | {"value": alpha, "low": alpha and alpha - 0.2, "high": alpha and alpha + 0.2},
            "rest": number | {"value": rest, "low": rest and rest - 0.3, "high": rest and rest + 0.3}}


def insight_of(central, made, agencies, *rows):
    with within(central.agency):
        keep_year_insight(made, agencies=agencies, indicators=list(rows), actor=learning.LEARNING)


def test_indicators_that_stand_out_are_named_with_the_reason_and_chance_is_none(busan, central, sit_down, words_of):
    made = frozen_set(central.agency, [busan.agency])
    insight_of(central, made, 14, kept("A1-1", agencies=14, alpha=0.21, high=26, of=28, rest=0.6),
               kept("A1-2", agencies=14, alpha=0.82, high=1, of=28, rest=-0.5))
    page = words_of(sit_down(central.officer).get("/central/management/figures/indicators/?lang=en"))
    assert "Worth a look 2" in page and "hardly tells agencies apart" in page and "Assessors rate the same agency differently" in page
    assert "0.21 0.01 ~ 0.41, n=14" in page and "highest 93%, lowest 0%" in page and "kappa weighted by the square" in page
    insight_of(central, made, 3, kept("A1-1", agencies=3, high=6, of=6))
    page = words_of(sit_down(central.officer).get("/central/management/figures/indicators/?lang=en"))
    assert "Worth a look 0" in page and "too few (n=3)" in page and "With fewer than 5 agencies no coefficient" in page


def test_the_latest_year_that_has_figures_comes_first_and_no_button_promises_what_nothing_final_can_give(busan, central, sit_down):
    insight_of(central, frozen_set(central.agency, [busan.agency], year=2025), 14, kept("A1-1", agencies=14, alpha=0.5))
    frozen_set(central.agency, [busan.agency], year=2026)
    browser = sit_down(central.officer)
    page = browser.get("/central/management/figures/indicators/")
    assert page.context["year"] == 2025 and b"work-out" not in page.content
    assert browser.get("/central/management/figures/indicators/?year=2026").context["year"] == 2026


def test_figures_are_asked_for_by_a_button_and_come_from_the_worker(final_year, central, sit_down, words_of, work_off):
    work_off(central)
    browser = sit_down(central.manager)
    page = browser.post(f"/central/management/figures/indicators/{final_year.set.public_id}/work-out/?lang=en", follow=True)
    assert "are being worked out" in words_of(page)
    work_off(central)
    with within(central.agency):
        assert YearInsight.everything.count() == 2
    assert "Indicator A1-1" in words_of(browser.get("/central/management/figures/indicators/?lang=en"))


def test_pages_of_central_are_unknown_at_an_agency_and_the_other_way_round(busan, central, sit_down):
    for page in PAGES:
        assert sit_down(busan.manager).get(f"/busan/management/{page}").status_code == 404
    assert sit_down(central.manager).get("/central/management/position/").status_code == 404
    assert sit_down(central.assessor).get("/central/management/figures/").status_code in (302, 403, 404)


def statements(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(address).status_code == 200
    return len([one for one in caught if "agencies_" in one["sql"]])


def test_figures_take_few_statements_for_one_agency_as_for_six(busan, central, sit_down):
    made, browser = frozen_set(central.agency, [busan.agency]), sit_down(central.officer)
    entered(central, 2024, [busan.agency], ["80"])
    insight_of(central, made, 1, kept("A1-1", agencies=1))
    before = [statements(browser, f"/central/management/{page}") for page in PAGES]
    places = agencies(busan, 6)
    entered(central, 2025, places, ["97.5", "88", "86", "77", "74", "90"])
    with within(central.agency):
        assert IndicatorSet.everything.count() == 1
    insight_of(central, made, 6, *(kept(code, agencies=6) for code in ("A1-1", "A1-2", "B1-1")))
    assert [statements(browser, f"/central/management/{page}") for page in PAGES] == before and max(before) <= 8


# ---- an agency among others

def test_an_agency_sees_its_position_among_others_without_names(busan, central, sit_down, words_of):
    places = agencies(busan, 6)
    entered(central, 2025, places, ["86", "97.5", "88", "77", "74", "90"])
    answer = sit_down(busan.director).get("/busan/management/position/?lang=en")
    page = words_of(answer)
    assert "2 of the 5 other agencies lie below us" in page and "74.00 · 77.00 · 88.00 · 90.00 · 97.50" in page
    assert "2025: ours 86.00, mean 85.42, 2 of 5 others lie below." in answer.content.decode()
    for one in places[1:]:
        assert one.name_ko not in answer.content.decode() and one.name_en not in page and f"/{one.slug}/" not in answer.content.decode()


@pytest.mark.parametrize("number,shown,hidden", [(4, "Mean of all", "77.00"), (2, "so nothing is shown", "Mean of all 8")])
def test_of_few_agencies_the_others_are_not_shown_and_it_says_why(busan, central, sit_down, words_of, number, shown, hidden):
    entered(central, 2025, agencies(busan, number), ["86", "97.5", "88", "77"][:number])
    answer = sit_down(busan.officer).get("/busan/management/position/?lang=en")
    page, html = words_of(answer), answer.content.decode()
    assert shown in page and hidden not in page and "97.50" not in html and "<polygon" not in html and "lie below us." not in page
    assert number == 2 or "with fewer than 5 the others would be known by theirs" in page
    with within(busan.agency):
        assert positions_of(published_results(Actor.of(busan.officer)), busan.agency)[0].others == ()


def test_five_years_are_shown_and_a_year_without_us_says_so(busan, central):
    places = agencies(busan, 6)
    for year in range(2019, 2026):
        entered(central, year, places if year != 2023 else places[1:], ["80", "81", "82", "83", "84", "85"][:6 if year != 2023 else 5])
    with within(busan.agency):
        positions = positions_of(published_results(Actor.of(busan.officer)), busan.agency)
    assert [one.year for one in positions] == [2025, 2024, 2023, 2022, 2021]
    assert [one.below for one in positions] == [0, 0, None, 0, 0] and positions[2].own is None
    assert [bool(strip["own"]) for strip in strips_of(positions)["strips"]] == [True, True, False, True, True]


def test_the_position_takes_few_statements_for_one_year_as_for_five(busan, central, sit_down):
    places, browser = agencies(busan, 6), sit_down(busan.manager)
    entered(central, 2021, places[:1], ["80"])
    before = statements(browser, "/busan/management/position/")
    for year in range(2022, 2026):
        entered(central, year, places, ["86", "97.5", "88", "77", "74", "90"])
    assert statements(browser, "/busan/management/position/") == before <= 8
