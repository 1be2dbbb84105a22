"""The scoring engine by cases calculated by hand: the calculation stands beside each as plain numbers."""
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import settings as bounds
from hypothesis import strategies as st

from agencies.explaining import explain_indicator, explain_total, final
from agencies.inputs import Adjustment, Area, Field, Figure, Grade, Indicator, Rules, Scale, inputs_of
from agencies.scoring import must_discuss, problems_of, read_rating, score, spread, trimmed
from agencies.soundness import check_indicator
from agencies.working import from_json, to_json
from core.errors import Refused

GRADES = (Grade("S", 95), Grade("A", 85), Grade("B", 75), Grade("C", 65), Grade("D", 0))
RULES = Rules(GRADES)


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def by_assessors(*ratings, points=100, code="A1-1", **more):
    return Indicator(code, "리더십", points, "qualitative", ratings=ratings, **more)


def by_formula(formula, points=100, code="B1-2", target=None, **figures):
    return Indicator(code, "긴급돌봄", points, "quantitative", formula=formula, target=target,
                     figures=tuple(Figure(name, value) for name, value in figures.items()))


def mixed(share, formula, ratings, points=100, code="A1-2", target=None, **figures):
    return replace(by_formula(formula, points, code, target, **figures), kind="mixed", share=share, ratings=ratings)


def inputs(*indicators, adjustments=(), rules=RULES):
    return inputs_of(rules=rules, fields=[Field("A", "경영관리", (Area("A1", "리더십", indicators),))],
                     adjustments=[Adjustment("사유", points) for points in adjustments])


def scored(*indicators, **more):
    return score(inputs(*indicators, **more))


def rating(indicator):
    return scored(indicator).indicators[0].rating


def refusal(*indicators, **more):
    with pytest.raises(Refused) as refused:
        scored(*indicators, **more)
    return str(refused.value)


# ---- by assessors

def test_of_four_ratings_all_count():
    part = scored(by_assessors(60, 80, 90, 95)).indicators[0].qualitative           # (60 + 80 + 90 + 95) / 4 = 325 / 4 = 81.25
    assert (part.rating, part.dropped) == (Fraction("81.25"), ())


def test_of_five_the_highest_and_the_lowest_are_dropped():
    part = scored(by_assessors(60, 95, 80, 70, 90)).indicators[0].qualitative       # 60 and 95 go; (70 + 80 + 90) / 3 = 80
    assert (part.rating, part.dropped) == (80, (60, 95))
    assert part.ratings == (60, 70, 80, 90, 95)
    assert part.spread == 35, "of all five, 95 - 60"


def test_of_equal_ratings_only_one_is_dropped_at_each_end():
    part = scored(by_assessors(70, 70, 70, 95, 95, 95)).indicators[0].qualitative   # (70 + 70 + 95 + 95) / 4 = 330 / 4 = 82.5
    assert (part.rating, part.dropped, part.counted) == (Fraction("82.5"), (70, 95), (70, 70, 95, 95))
    assert rating(by_assessors(88, 88, 88, 88, 88)) == 88


def test_a_mean_that_goes_on_for_ever_stays_exact():
    assert rating(by_assessors(80, 80, 90)) == Fraction(250, 3)                     # 83.333…; × 100 / 100 = 83.33, B
    result = scored(by_assessors(80, 80, 90))
    assert (final(result.total), result.grade) == ("83.33", "B")


def test_one_rating_is_its_own_mean_and_the_set_says_from_when_to_drop():
    assert rating(by_assessors("87.5", scale=Scale(0, 100, "0.5"))) == Fraction("87.5")
    assert scored(by_assessors(60, 70, 95), rules=replace(RULES, trim_from=3)).indicators[0].rating == 70
    assert trimmed([60, 70], 1) == ((), (60, 70)), "two are never both dropped"


@pytest.mark.parametrize("written, said", [
    ("101", "A1-1 리더십: a rating lies between 0 and 100, and 101 does not"), ("-1", "lies between 0 and 100, and -1 does not"),
    ("87.3", "ratings go in steps of 0.5 from 0 on, and 87.3 lies between"), ("good", "“A1-1 리더십” has to be a number"),
])
def test_a_rating_off_the_scale_is_refused(written, said):
    assert said in refusal(by_assessors(80, written, scale=Scale(0, 100, "0.5")))


def test_a_scale_may_begin_elsewhere():
    scale = Scale(55, 95, 10)
    assert [read_rating(str(written), scale, what="A1-1") for written in (55, 65, 95)] == [55, 65, 95]
    for written in ("45", "60", "105"):
        with pytest.raises(Refused):
            read_rating(written, scale, what="A1-1")


def test_without_a_rating_nothing_is_scored():
    assert refusal(by_assessors()) == "A1-1 리더십: nobody has rated this indicator yet."


def test_assessors_more_than_twenty_apart_have_to_talk():
    assert spread([70, 90, 80]) == 20
    assert not must_discuss([70, 90, 80], 20)
    assert must_discuss([70, Fraction("90.5"), 80], 20)
    assert scored(by_assessors(60, 81)).indicators[0].qualitative.must_discuss
    assert not scored(by_assessors(60, 81), rules=replace(RULES, discuss_above=25)).indicators[0].qualitative.must_discuss
    assert spread([]) == 0


# ---- by formula

def test_a_formula_over_figures_and_target():
    part = scored(by_formula("served / target * 100", served="1,140", target="1200")).indicators[0].quantitative
    assert part.rating == part.result == 95                                         # 1140 / 1200 × 100
    assert part.with_values == "1140 / 1200 * 100"
    assert [(figure.name, figure.value) for figure in part.figures] == [("served", 1140)]
    assert (part.target, part.limited) == (1200, "")


def test_a_rating_beyond_the_ends_is_cut_and_the_working_says_so():
    above = scored(by_formula("served / target * 100", served=1350, target=1200)).indicators[0]       # 112.5 → 100
    assert (above.quantitative.result, above.quantitative.rating, above.quantitative.limited) == (Fraction("112.5"), 100, "highest")
    assert "A rating is at most 100: 100 counts." in explain_indicator(above)
    below = scored(by_formula("100 - errors * 30", errors=4)).indicators[0]                           # 100 − 120 = −20 → 0
    assert (below.quantitative.result, below.quantitative.rating, below.quantitative.limited) == (-20, 0, "lowest")
    assert "A rating is at least 0: 0 counts." in explain_indicator(below)
    assert scored(by_formula("served", served=100)).indicators[0].quantitative.limited == ""


@pytest.mark.parametrize("indicator, said", [
    (by_formula("served / capacity", served=3, capacity=0), "The denominator of “B1-2 긴급돌봄” is 0: 3 / 0"),
    (by_formula("served / capacity", served=3, capacity="많음"), "“B1-2 긴급돌봄: capacity” has to be a number"),
    (by_formula("served / capacity", served=3, capacity=None), "B1-2 긴급돌봄: still missing: capacity."),
    (by_formula("served / capacity", served=3, capacity="  "), "B1-2 긴급돌봄: still missing: capacity."),
    (by_formula("served / target", served=3), "B1-2 긴급돌봄: the formula uses the target, and no target is set."),
    (by_formula("served / target", served=3, target="높게"), "“B1-2 긴급돌봄: target” has to be a number"),
    (by_formula("servd", served=3), "Is “served” meant?"),
    (replace(by_formula("n", n=1), figures=(Figure("n", "2.5", "명", "whole"),)), "“B1-2 긴급돌봄: n” has to be a whole number"),
])
def test_what_is_wrong_with_the_figures_is_said_with_the_indicator(indicator, said):
    assert said in refusal(indicator)


# ---- both

@pytest.mark.parametrize("share, total", [("40", "86.00"), (0, "90.00"), (100, "80.00"), ("33.3", "86.67")])
def test_a_mixed_indicator_joins_both_parts_by_its_share(share, total):
    # by formula 80, by assessors (88 + 92) / 2 = 90: 40 % → 32 + 54 = 86; 33.3 % → 26.64 + 60.03 = 86.67
    result = scored(mixed(share, "served / capacity * 100", ("88", "92"), served=40, capacity=50))
    assert final(result.total) == total


def test_a_formula_above_100_does_not_lift_the_assessors_part():
    # 150 counts as 100; 50 × 100 + 50 × 60 = 8000; / 100 = 80
    assert rating(mixed(50, "served", (60,), served=150)) == 80


# ---- the whole

@pytest.mark.parametrize("ratings, total, grade", [
    (("94.99", "95"), "95.00", "S"),                                                # (94.99 + 95) / 2 = 94.995
    (("94.989", "95"), "94.99", "A"),                                               # 94.9945
    (("84.994",), "84.99", "B"),
    (("84.995",), "85.00", "A"),
    (("74.995",), "75.00", "B"),
    (("64.9949",), "64.99", "D"),
    (("64.995",), "65.00", "C"),
    (("0",), "0.00", "D"),
    (("100",), "100.00", "S"),
])
def test_rounding_is_half_up_and_the_grade_follows_the_rounded_total(ratings, total, grade):
    result = scored(by_assessors(*ratings, scale=Scale(0, 100, "0.0001")))
    assert (final(result.total), result.grade) == (total, grade)


def test_nothing_is_rounded_before_the_end():
    thirds = [by_formula("served / 3", points=points, code=str(points), served=served)
              for points, served in ((20, "200.05"), (30, "200.05"), (50, "200.05"))]
    result = scored(*thirds)                                                        # 200.05 / 3 = 66.68333…; together the same
    assert result.sum == Fraction("200.05") / 3
    assert final(result.total) == "66.68"
    assert sum(Decimal(final(indicator.score)) for indicator in result.indicators) == Decimal("66.69"), "13.34 + 20.01 + 33.34"


@pytest.mark.parametrize("adjustments, counted, cut, total", [
    ((), 0, 0, "90.00"),
    (("1.5", "0.4"), "1.9", 0, "91.90"),
    (("1.5", "0.5"), 2, 0, "92.00"),
    (("1.5", "1.2"), 2, "0.7", "92.00"),
    (("3", "-2.5"), "0.5", 0, "90.50"),                                             # the sum is limited, not each
    (("-1", "-1.25"), -2, "-0.25", "88.00"),
])
def test_bonus_and_deductions_count_together_up_to_the_limit(adjustments, counted, cut, total):
    result = scored(by_assessors(90), adjustments=adjustments)
    assert (result.bonus.counted, result.bonus.cut, final(result.total)) == (Fraction(counted), Fraction(cut), total)


def test_a_total_is_never_below_nought_and_may_pass_a_hundred():
    assert final(scored(by_assessors(1), adjustments=["-2"]).total) == "0.00"
    assert "A total is at least 0." in explain_total(scored(by_assessors(1), adjustments=["-2"]))
    assert final(scored(by_assessors(100), adjustments=["5"]).total) == "102.00"
    assert final(scored(by_assessors(90), adjustments=["5"], rules=replace(RULES, bonus_limit="3.5")).total) == "93.50"


def test_points_that_do_not_make_a_hundred_are_told_with_their_sum():
    assert refusal(by_assessors(90, points="60.5"), by_assessors(90, points=40, code="A1-2")) == (
        "The points of all indicators have to make 100; they make 100.5.")
    assert refusal() == "The points of all indicators have to make 100; they make 0."


def test_no_code_twice():
    assert refusal(by_assessors(90, points=50), by_assessors(90, points=50)) == "The code A1-1 is there twice."


@pytest.mark.parametrize("grades, said", [
    ((), "from the highest cut-off down"), (GRADES[::-1], "from the highest cut-off down"),
    ((Grade("S", 95), Grade("S", 0)), "from the highest cut-off down"), ((Grade("S", 95), Grade("A", 95), Grade("D", 0)), "highest"),
    (GRADES[:-1], "The lowest grade has to begin at 0"),
])
def test_every_total_has_one_grade(grades, said):
    assert said in refusal(by_assessors(90), rules=Rules(grades))


def test_all_that_is_missing_is_told_at_once():
    lacking = inputs(by_assessors(points=40), by_formula("served", points=30, served=None), by_assessors(90, points=30, code="A9"))
    assert problems_of(lacking) == [("A1-1", "A1-1 리더십: nobody has rated this indicator yet."),
                                    ("B1-2", "B1-2 긴급돌봄: still missing: served.")]
    assert problems_of(inputs(by_assessors(90))) == []


@pytest.mark.parametrize("indicator, field", [
    (by_assessors(points=0), "points"), (by_assessors(scale=Scale(0, 100, 3)), "scale"), (by_assessors(scale=Scale(0, 120, 1)), "scale"),
    (by_assessors(scale=Scale(50, 50, 1)), "scale"), (by_assessors(scale=Scale(0, 100, 0)), "scale"), (mixed(None, "1", ()), "share"),
    (mixed(101, "1", ()), "share"), (by_formula("servd", served=None), "formula"), (by_formula("1", target="x"), "target"),
    (by_formula("1", **{"a b": None}), "figures"),
])
def test_an_indicator_that_could_not_be_scored_is_refused_while_it_is_written(indicator, field):
    with pytest.raises(Refused) as refused:
        check_indicator(indicator)
    assert refused.value.field == field


def test_an_indicator_that_can_be_scored_is_kept_with_its_tidied_formula():
    assert check_indicator(by_formula("served ÷ target × 100", served=None, target="90")) == "served / target * 100"
    assert check_indicator(by_assessors()) == ""


# ---- whatever is given

ratings_given = st.lists(st.integers(0, 100), min_size=1, max_size=12)
figures_given = st.decimals(-10**6, 10**6, places=3)


@bounds(deadline=None, max_examples=40)
@given(one=ratings_given, other=ratings_given, figure=figures_given, points=st.integers(1, 98), adjustments=st.lists(
    st.decimals(-9, 9, places=2), max_size=4), shuffled=st.randoms())
def test_it_stays_within_bounds_and_the_order_of_assessors_does_not_matter(one, other, figure, points, adjustments, shuffled):
    def whole(first, second):
        return inputs(by_assessors(*first, points=points), mixed(35, "x / 7", second, points=99 - points, code="M", x=figure),
                      by_formula("x * 3", points=1, x=figure), adjustments=adjustments)

    result = score(whole(one, other))
    assert 0 <= result.total <= 102
    assert all(0 <= indicator.rating <= 100 for indicator in result.indicators)
    assert abs(result.total - result.unrounded) <= Fraction(1, 200)
    assert from_json(to_json(result)) == result
    shuffled.shuffle(one)
    shuffled.shuffle(other)
    assert to_json(score(whole(one, other))) == to_json(result)
