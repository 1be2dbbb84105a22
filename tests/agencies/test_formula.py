"""Formulas of indicators: exact, in a language of few words, and nothing else is worked out."""
import time
import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from agencies.amounts import exact, kept, read_amount, rounded
from agencies.formula import check_formula, check_names, names_in, put_in
from core.errors import Refused

NAMES = ("served", "capacity", "이용자수")
LABEL = "B1-2 긴급돌봄"


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def worked(text, **values):
    return put_in(text, {name: exact(value) for name, value in values.items()}, indicator=LABEL)


def result(text, **values):
    return worked(text, **values).result


def refusal(text, names=NAMES, **options):
    with pytest.raises(Refused) as refused:
        check_formula(text, names, **options)
    assert refused.value.field == "formula"
    return str(refused.value)


# ---- what may stand in it

@pytest.mark.parametrize("text, number", [
    ("served / capacity * 100", Fraction(75)),
    ("(served + 5) / (capacity - 10) * 100", Fraction(3500, 30)),
    ("min(served, capacity, 20)", Fraction(20)),
    ("max(served, capacity)", Fraction(40)),
    ("abs(served - capacity)", Fraction(10)),
    ("between(served * 4, 0, 100)", Fraction(100)),
    ("between(served - 100, 0, 100)", Fraction(0)),
    ("100 if served >= capacity else 60", Fraction(60)),
    ("100 if served < capacity <= 40 else 60", Fraction(100)),
    ("100 if served == 30 else 80 if served != 30 else 0", Fraction(100)),
    ("-served + +capacity", Fraction(10)),
])
def test_the_language_says_what_it_seems_to_say(text, number):
    assert result(text, served=30, capacity=40) == number


def test_of_a_choice_only_what_is_chosen_is_worked_out():
    assert result("0 if capacity == 0 else served / capacity", served=3, capacity=0) == 0


def test_a_tenth_is_a_tenth():
    assert result("0.1 + 0.2") == Fraction(3, 10)
    assert result("0.1 + 0.2 - 0.3") == 0
    assert result("served * 3", served=Fraction(1, 3)) == 1
    assert result("100 if served / 3 * 3 == served else 0", served=Decimal("0.7")) == 100


def test_figures_have_korean_names_and_signs_of_korean_keyboards():
    assert check_formula("（이용자수 − 10） ÷ target × １００", NAMES, target=Decimal(90)) == "(이용자수 - 10) / target * 100"
    assert check_formula("100 if served ≥ capacity else\n 50", NAMES) == "100 if served >= capacity else 50"


def test_a_name_taken_apart_by_a_mac_is_the_same_name():
    apart = unicodedata.normalize("NFD", "이용자수")
    assert check_names([apart]) == ["이용자수"]
    assert check_formula(apart + " * 2", ["이용자수"]) == "이용자수 * 2"


def test_the_values_are_put_in_as_they_are():
    text = "served / (capacity - target) * max(1, served)"
    assert worked(text, served=Decimal("-1.50"), capacity=40, target=Fraction(1, 3)).with_values == (
        "(-1.5) / (40 - (1/3)) * max(1, (-1.5))")


def test_which_figures_it_uses_is_known():
    assert names_in("min(served, 3) / target", NAMES) == {"served", "target"}


# ---- what may not

@pytest.mark.parametrize("text, said", [
    ("", "Please write the formula"),
    ("  \n ", "Please write the formula"),
    ("1+" * 250 + "1", "at most 500 characters; this one has 501"),
    ("servd / capacity", "“servd” is no figure of this indicator. Is “served” meant?"),
    ("이용자슈 * 2", "Is “이용자수” meant?"),
    ("mx(served, 1)", "“mx” is no figure of this indicator"),
    ("income / 2", "“income” is no figure of this indicator; there are: capacity, served, 이용자수, target."),
    ("served / capacity * target", "no target is set"),
    ("served +", "breaks off after “+”"),
    ("(served + 1", "1 are opened and 0 are closed"),
    ("served capacity", "cannot be read from “capacity” on"),
    ("이용자 수 * 2", "cannot be read from “수 * 2” on"),
    ("100 if served", "needs its else"),
    ("100 if served else 50", "there has to be a comparison"),
    ("(served > 2) * 5", "“served > 2” cannot be used"),
    ("2(served)", "Before the bracket of “2(served)” an operator is missing"),
    ("served(2)", "Before the bracket of “served(2)” an operator is missing"),
    ("2served", "After “2” an operator is missing"),
    ("abs + 1", "“abs” is a function"),
    ("min(served)", "“min” takes 2–20 values; here it has 1"),
    ("between(served, 1)", "“between” takes 3 values; here it has 2"),
    ("min(1,000, served)", "“1,000” can be read in two ways"),
    ("min(served, 1,500)", "“1,500” can be read in two ways"),
    ("007", "“007” is no number for a formula"),
    ("1234567890123456", "is no number for a formula"),
    ("served / 0", "it divides by 0 each time"),
    ("served / (capacity - capacity)", "it divides by 0 each time"),
])
def test_what_is_wrong_with_a_formula_is_said(text, said):
    assert said in refusal(text)


def test_a_power_is_named():
    assert refusal("9**9**9") == "“**” cannot be used in a formula."
    assert refusal("7 // 2") == "“//” cannot be used in a formula."


HOSTILE = [
    "__import__('os').system('id')", "().__class__", "().__class__.__bases__[0].__subclasses__()", "9**9**9", "9 ** 9", "7 // 2", "7 % 2",
    "served.real", "served[0]", "[served]", "{served}", "{1: served}", "'a' * 9", "\"a\"", "f'{served}'", "b'1'", "lambda: 1", "lambda",
    "[x for x in (1, 2)]", "(x for x in (1, 2))", "served := 3", "served = 3", "served; capacity", "served, capacity", "(served, capacity)",
    "served and 1", "served or 1", "not served", "~served", "served | 1", "served & 1", "served ^ 1", "served << 9", "served >> 9",
    "1 if served in capacity else 2", "1 if served is capacity else 2", "True", "None", "...", "1e9", "0x10", "1_000", "5j", ".5", "5.",
    "min(*served, 2)", "min(**served)", "min(served, key=capacity)", "eval(served)", "print", "exec(served)", "open(served)",
    "__builtins__",
    "min.real", "min(min, max)", "max(served, abs)", "await served", "yield served", "import os", "served # capacity", "served \\ capacity",
    "served\x00", "٣ + 1", "served²", "served @ capacity", "served ? 1 : 2", "$served", "`served`", "₩1000", "!served", "served !",
    "()", "((()))",
    "if", "else", "if if if", "min()", "min(,)", "between(1, 2, 3)(4)", "(min)(1)", "(served)(capacity)", "*served", "**served",
    "-" * 450 + "1", "(" * 499, "(" * 240 + "1" + ")" * 240, "abs(" * 60 + "1" + ")" * 60, "1" * 500, "+".join(["1"] * 200),
    "1 if 1 < 2 else " * 30 + "1", "x" * 500, "x" * 100_000, "*".join(["999999999999999"] * 31), "((((" + "-" * 100,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:24])
def test_what_is_no_formula_is_refused_at_once(text):
    began = time.perf_counter()
    if text.startswith("999"):
        assert len(kept(result(text))) < 500, "fifteen digits at most, sixty numbers at most: it stays small"
    else:
        refusal(text)
    assert time.perf_counter() - began < 0.5


@given(st.text(max_size=60) | st.text("served()+-*/,.<>=! 0159if els_min\"'[]", max_size=60))
def test_whatever_is_written_it_is_a_number_or_a_refusal(text):
    try:
        tidy = check_formula(text, NAMES, target=Decimal(50))
    except Refused as refused:
        assert str(refused)
    else:
        assert check_formula(tidy, NAMES, target=Decimal(50)) == tidy, "what is kept is read the same"


def test_too_deep_is_refused_though_it_is_short_enough():
    assert "too many parts" in refusal("abs(" * 40 + "1" + ")" * 40)
    assert check_formula("abs(" * 39 + "1" + ")" * 39, NAMES)


def test_too_many_parts_are_refused_though_they_are_flat():
    flat = "+".join(["(" + "+".join(["1"] * 10) + ")"] * 6)
    assert check_formula(flat, NAMES) == flat
    assert "too many parts" in refusal(flat + "+1")


@pytest.mark.parametrize("name, said", [
    ("min", "a meaning of its own"), ("target", "a meaning of its own"), ("if", "a meaning of its own"), ("None", "a meaning of its own"),
    ("이용자 수", "cannot be the name"), ("2025년", "cannot be the name"), ("a-b", "cannot be the name"), ("", "cannot be the name"),
    ("_hidden", "cannot be the name"), ("ｓerved", "cannot be the name"),
])
def test_a_figure_has_a_name_that_a_formula_can_use(name, said):
    with pytest.raises(Refused, match=said) as refused:
        check_names(["served", name])
    assert refused.value.field == "figures"


def test_no_two_figures_have_one_name():
    with pytest.raises(Refused, match="Two figures are called “served”"):
        check_names(["served", "capacity", " served"])


# ---- when it is worked out

def test_a_denominator_of_nought_is_told_with_the_indicator():
    with pytest.raises(Refused) as refused:
        worked("served / (capacity - 40)", served=3, capacity=40)
    assert str(refused.value) == "The denominator of “B1-2 긴급돌봄” is 0: 3 / (40 - 40)"


def test_what_is_missing_is_named():
    with pytest.raises(Refused, match="B1-2 긴급돌봄: still missing: capacity, 이용자수."):
        put_in("served / capacity + 이용자수", {"served": Fraction(1), "capacity": None, "이용자수": None}, indicator=LABEL)
    with pytest.raises(Refused, match="B1-2 긴급돌봄: the formula uses the target, and no target is set."):
        put_in("served / target", {"served": Fraction(1)}, indicator=LABEL)


def test_a_figure_that_the_formula_does_not_use_may_be_missing():
    assert put_in("served", {"served": Fraction(1), "capacity": None}, indicator=LABEL).result == 1


# ---- amounts

@pytest.mark.parametrize("written, amount", [
    ("1240", Fraction(1240)), ("1,240.5", Fraction(2481, 2)), (" -3 ", Fraction(-3)), (Decimal("1E+3"), Fraction(1000)), (7, Fraction(7)),
])
def test_a_number_is_read_as_people_write_it(written, amount):
    assert read_amount(written, what="served") == amount


@pytest.mark.parametrize("written", ["", "많음", "12명", "1e5", "1,24", "12,34,567", "٣", "0x10", "nan", "Infinity", "1" * 16, "0.1234567",
                                     "1/3", Decimal("NaN"), Decimal("1E+1000000")])
def test_a_text_where_a_number_belongs_is_told(written):
    with pytest.raises(Refused, match="“B1-2: served” has to be a number"):
        read_amount(written, what="B1-2: served")


def test_people_are_whole():
    with pytest.raises(Refused, match="“served” has to be a whole number, and “3.5” is none"):
        read_amount("3.5", what="served", kind="whole")
    assert read_amount("3.0", what="served", kind="whole") == 3


@pytest.mark.parametrize("wrong", [0.1, True, None])
def test_a_binary_float_is_no_amount(wrong):
    with pytest.raises(TypeError):
        exact(wrong)


@pytest.mark.parametrize("amount, text", [
    (Fraction(7), "7"), (Fraction(1000), "1000"), (Fraction(35, 8), "4.375"), (Fraction(-1, 4), "-0.25"), (Fraction(0), "0"),
    (Fraction(250, 3), "250/3"), (Fraction(1, 10**13), "1/10000000000000"),
])
def test_an_amount_is_kept_exactly(amount, text):
    assert kept(amount) == text
    assert exact(text) == amount


@pytest.mark.parametrize("amount, text", [
    ("94.995", "95.00"), ("94.994999999999999999999999999999999999", "94.99"), ("84.994", "84.99"), ("0.005", "0.01"), ("-0.125", "-0.13"),
    ("2/3", "0.67"), ("1/3", "0.33"), ("100", "100.00"), ("1.005", "1.01"), ("2.675", "2.68"),
])
def test_half_goes_up(amount, text):
    assert str(rounded(exact(amount))) == text


@given(st.decimals(-1000, 1000, places=6))
def test_rounding_is_the_decimal_modules_half_up(amount):
    assert rounded(exact(amount)) == amount.quantize(Decimal("0.01"), "ROUND_HALF_UP")
    assert exact(kept(exact(amount))) == exact(amount)
