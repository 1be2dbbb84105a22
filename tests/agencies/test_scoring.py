"""The scoring engine by cases calculated by hand: the calculation stands beside each as plain numbers."""
import json
import os
import subprocess
import sys
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from django.conf import settings
from django.utils import translation
from hypothesis import given
from hypothesis import settings as bounds
from hypothesis import strategies as st

from agencies.explaining import explain_indicator, explain_total, final
from agencies.inputs import Adjustment, Area, Field, Figure, Grade, Indicator, Rules, Scale, inputs_of, read_inputs
from agencies.scoring import must_discuss, problems_of, read_rating, score, spread, trimmed
from agencies.soundness import check_indicator
from agencies.working import as_plain, from_json, from_plain, to_json
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


# ---- a whole set: thirteen indicators, and the same in decimals

#        code   points kind            share  formula                     figures and target                          ratings
SET = (
    ("A1-1", 7, "qualitative", None, "", {}, (88, 92, 85, 90, 79)),
    ("A1-2", 5, "mixed", 60, "met / agreed * 100", {"met": 17, "agreed": 19}, (84, 91, 77)),
    ("A2-1", 6, "mixed", 40, "100 - abs(planned - hired) / planned * 100", {"planned": 37, "hired": 34}, (86, 82, 90, 95)),
    ("A2-2", 6, "mixed", 50, "between(spent / budget, 0, 1) * 100", {"spent": "18431.5", "budget": "19877.25"}, (80, 81, 83, 70, 96, 88)),
    ("A2-3", 6, "quantitative", None, "kept / duties * 90 + min(early, 10)", {"kept": 41, "duties": 43, "early": 12}, ()),
    ("A3-1", 5, "mixed", 30, "trained / staff * 100", {"trained": 211, "staff": 233}, (78, 83, 85)),
    ("A3-2", 5, "mixed", 50, "100 if drills >= target else drills / target * 100", {"drills": 5, "target": 6}, (90, 72, 95)),
    ("A3-3", 5, "quantitative", None, "regular / staff * 100", {"regular": 180, "staff": 233}, ()),
    ("B1-1", 12, "mixed", 70, "users / capacity * 100", {"users": 1240, "capacity": 1320}, (93, 88, 90, 91, 85)),
    ("B1-2", 10, "quantitative", None, "served / target * 100", {"served": 611, "target": 590}, ()),
    ("B1-3", 13, "mixed", 50, "max(visited / asked, helped / 90) * 100", {"visited": 77, "asked": 81, "helped": 80}, (87, 89, 94, 92)),
    ("B2-1", 8, "qualitative", None, "", {}, (75, 98, 85)),
    ("B2-2", 12, "quantitative", None, "satisfaction", {"satisfaction": "93.1"}, ()),
)
ADJUSTMENTS = ("1.5", "0.8", "-0.05")


def sample():
    indicators = [Indicator(code, "", points, kind, share, formula, tuple(Figure(n, v) for n, v in given.items() if n != "target"),
                            given.get("target"), ratings) for code, points, kind, share, formula, given, ratings in SET]
    areas = {}
    for indicator in indicators:
        areas.setdefault(indicator.code[:2], []).append(indicator)
    fields = [Field(field, "", tuple(Area(code, "", tuple(rows)) for code, rows in areas.items() if code[0] == field)) for field in "AB"]
    return inputs_of(rules=RULES, fields=fields, adjustments=[Adjustment("사유", points) for points in ADJUSTMENTS])


def in_decimals():
    """{code: score} by another hand: decimals of sixty digits, each formula written out anew."""
    d = Decimal
    means = {"A1-1": d(88 + 85 + 90) / 3, "A1-2": d(84 + 91 + 77) / 3, "A2-1": d(86 + 82 + 90 + 95) / 4,
             "A2-2": d(80 + 81 + 83 + 88) / 4, "A3-1": d(78 + 83 + 85) / 3, "A3-2": d(90 + 72 + 95) / 3, "B1-1": d(88 + 90 + 91) / 3,
             "B1-3": d(87 + 89 + 94 + 92) / 4, "B2-1": d(75 + 98 + 85) / 3}
    formulas = {"A1-2": d(1700) / 19, "A2-1": 100 - d(300) / 37, "A2-2": d("1843150") / d("19877.25"), "A2-3": d(41 * 90) / 43 + 10,
                "A3-1": d(21100) / 233, "A3-2": d(500) / 6, "A3-3": d(18000) / 233, "B1-1": d(124000) / 1320, "B1-2": d(100),
                "B1-3": d(7700) / 81, "B2-2": d("93.1")}
    shares = {"A1-2": 60, "A2-1": 40, "A2-2": 50, "A3-1": 30, "A3-2": 50, "B1-1": 70, "B1-3": 50}
    found = {}
    for code, points, *_ in SET:
        share = shares.get(code, 0 if code in means else 100)
        found[code] = points * (share * formulas.get(code, 0) + (100 - share) * means.get(code, 0)) / 10000
    return found


def test_thirteen_indicators_give_what_decimals_give():
    result = score(sample())
    with localcontext(prec=60):
        other = in_decimals()
        for indicator in result.indicators:
            exactly = Decimal(indicator.score.numerator) / indicator.score.denominator
            assert abs(exactly - other[indicator.code]) < Decimal("1e-50"), indicator.code
        total = sum(other.values()) + 2                                             # 1.5 + 0.8 − 0.05 = 2.25, of which 2 count
        assert final(result.total) == str(total.quantize(Decimal("0.01"), ROUND_HALF_UP)) == "92.45"
    assert result.grade == "A"
    assert [(field.code, field.points) for field in result.fields] == [("A", 45), ("B", 55)]
    assert [[(area.code, area.points) for area in field.areas] for field in result.fields] == [
        [("A1", 12), ("A2", 18), ("A3", 15)], [("B1", 35), ("B2", 20)]]
    assert sum(field.score for field in result.fields) == sum(indicator.score for indicator in result.indicators) == result.sum


# ---- kept, and worked out again

def test_a_result_is_read_back_the_same_and_worked_out_again_to_the_byte():
    stored = json.loads(json.dumps(sample()))
    text = to_json(score(stored))
    assert from_json(text) == score(stored)
    assert to_json(from_json(text)) == to_json(score(stored)) == text
    shuffled = json.loads(json.dumps(as_plain(from_json(text)), sort_keys=True))
    assert to_json(from_plain(shuffled)) == text, "a JSON column keeps keys in an order of its own"


def test_another_process_gives_the_same_bytes():
    alone = ("import sys, json; from django.conf import settings; settings.configure(USE_I18N=False);"
             "from agencies.scoring import score; from agencies.working import to_json;"
             "sys.stdout.buffer.write(to_json(score(json.load(sys.stdin))).encode())")
    done = subprocess.run([sys.executable, "-c", alone], input=json.dumps(sample()).encode(), capture_output=True, check=True,
                          env=os.environ | {"PYTHONHASHSEED": "7", "LANG": "C", "PYTHONPATH": str(settings.BASE_DIR)})
    assert done.stdout == to_json(score(sample())).encode(), "and it needs neither apps nor a database"


def test_no_binary_float_stands_in_what_is_kept():
    def leaves(value):
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
        return [value] if inside is None else [leaf for one in inside for leaf in leaves(one)]

    assert not [leaf for leaf in leaves(sample()) + leaves(as_plain(score(sample()))) if isinstance(leaf, float)]
    with pytest.raises(TypeError):
        by_assessors(points=33.3)
    with pytest.raises(ValueError):
        by_assessors(88.5)


def test_what_a_later_version_wrote_is_not_guessed_at():
    with pytest.raises(ValueError):
        read_inputs(sample() | {"version": 2})
    with pytest.raises(ValueError):
        from_json(to_json(score(sample())).replace('"version":1', '"version":2'))


def test_the_working_is_told_in_sentences():
    result = score(sample())
    told = {indicator.code: explain_indicator(indicator) for indicator in result.indicators}
    assert told["A1-1"] == ["Ratings: 79, 85, 88, 90, 92", "The lowest (79) and the highest (92) are dropped.",
                            "Mean: (85 + 88 + 90) ÷ 3 = 87.6666…", "Score: 7 × 87.6666… ÷ 100 = 6.1366…"]
    assert told["A3-2"][:2] == ["Formula: 100 if drills ≥ target else drills ÷ target × 100",
                                "With the figures: 100 if 5 ≥ 6 else 5 ÷ 6 × 100 = 83.3333…"]
    assert "The ratings lie 23 apart: the assessors have to discuss them." in told["A3-2"]
    assert told["B2-2"][-1] == "Score: 12 × 93.1 ÷ 100 = 11.172"
    assert explain_total(result)[1:] == [
        "Bonus and deductions: 1.5 + 0.8 + (-0.05) = 2.25", "Together they count at most ±2: 2 counts.",
        "Total: 90.4523… + 2 = 92.4523…, rounded half up to two places: 92.45", "Grade A: from 85 on."]


# ---- whatever is given

ratings_given = st.lists(st.integers(0, 100), min_size=1, max_size=12)
figures_given = st.decimals(-10**6, 10**6, places=3)


@bounds(deadline=None)
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
