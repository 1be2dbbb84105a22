"""The business registration number: what people type, and what is wrong with it."""
import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from providers import business_number as n


@pytest.fixture(autouse=True)
def korean_numbers(settings):
    settings.DEMO = True


@pytest.mark.parametrize("typed", ["0008200006", "000-82-00006", " 000 82 00006 ", "０００－８２－００００６", "000–82–00006"])
def test_hyphens_spaces_and_full_width_digits_are_the_same_number(typed):
    assert n.plain(typed) == "0008200006"
    assert n.problem(n.plain(typed)) is None


def test_it_is_shown_with_hyphens():
    assert n.formatted("0008200006") == "000-82-00006"


@pytest.mark.parametrize(("typed", "words"), [
    ("00082000", "8"), ("00082000061", "11"), ("000-82-0000A", "000-00-00000"), ("0008200007", ""), ("", ""),
])
def test_each_mistake_has_its_sentence(typed, words):
    assert words in n.problem(n.plain(typed))


def test_too_short_and_mistyped_are_told_apart():
    assert n.problem("00082000") != n.problem("0008200007")


def test_a_number_whose_sum_ends_in_nought_is_right():
    """Without the last `mod 10` its check digit would be ten."""
    assert n.check_digit("000000000") == 0
    assert n.problem("0000000000") is None


@given(st.integers(0, 999_999_999), st.integers(0, 9), st.integers(1, 9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_mistyped_digit_is_noticed(first, place, by):
    """Every weight has an inverse, the ninth together with its half."""
    nine = f"{first:09}"
    number = nine + str(n.check_digit(nine))
    typed = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1:]
    with override("en"):
        assert "mistyped" in n.problem(typed)


def test_numbers_that_were_never_issued_pass_only_in_the_demonstration(settings):
    settings.DEMO = False
    assert "000" in n.problem("0008200006")
