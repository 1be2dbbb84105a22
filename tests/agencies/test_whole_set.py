"""A whole set of thirteen indicators against the same in decimals, by another hand; what is kept of it, and its working in words."""
import json
import os
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from django.conf import settings
from django.utils import translation

from agencies.explaining import explain_indicator, explain_total, final
from agencies.inputs import Adjustment, Area, Field, Figure, Grade, Indicator, Rules, inputs_of, read_inputs
from agencies.scoring import score
from agencies.working import as_plain, from_json, from_plain, to_json

GRADES = (Grade("S", 95), Grade("A", 85), Grade("B", 75), Grade("C", 65), Grade("D", 0))


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


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
    return inputs_of(rules=Rules(GRADES), fields=fields, adjustments=[Adjustment("사유", points) for points in ADJUSTMENTS])


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
        Indicator("A1-1", "", 33.3, "qualitative")
    with pytest.raises(ValueError):
        Indicator("A1-1", "", 100, "qualitative", ratings=(88.5,))


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
