"""Coordinates and telephone numbers."""
from decimal import Decimal

import pytest

from providers import places, telephone


def test_a_place_in_korea_is_right():
    assert places.problem(Decimal("35.1527"), Decimal("128.9912")) is None


def test_swapped_coordinates_are_named_with_the_reading_that_was_meant():
    sentence = places.problem(Decimal("128.9912"), Decimal("35.1527"))
    assert sentence.count("128.9912") == 2
    assert sentence.count("35.1527") == 2
    assert places.are_swapped(Decimal("128.9912"), Decimal("35.1527"))


def test_a_place_elsewhere_is_not_called_swapped():
    assert not places.are_swapped(Decimal("48.85"), Decimal("2.35"))
    assert "124" in places.problem(Decimal("48.85"), Decimal("2.35"))


@pytest.mark.parametrize(("typed", "shown"), [
    ("051-000-0000", "051-000-0000"), ("0510000000", "051-000-0000"), ("02 000 0000", "02-000-0000"), ("(02)0000-0000", "02-0000-0000"),
    ("０１０－００００－００００", "010-0000-0000"), ("1588-0000", "1588-0000"),
])
def test_a_telephone_number_is_kept_as_digits_and_shown_with_hyphens(typed, shown):
    number = telephone.plain(typed)
    assert number.isdigit()
    assert telephone.problem(number) is None
    assert telephone.formatted(number) == shown


@pytest.mark.parametrize("typed", ["000", "51-000-0000", "+82 51 000 0000", "전화"])
def test_what_is_no_telephone_number_gets_a_sentence(typed):
    assert telephone.problem(telephone.plain(typed))
