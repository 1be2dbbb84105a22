"""An agency's hue: white words stay readable on it, whatever is chosen."""
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import colours

HOUSE = "#256ef4"
any_colour = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("text", ["256ef", "#12345g", "blue", "", "#256ef4; } body { display: none"])
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(ValueError):
        colours.parse(text)


def test_contrast_is_that_of_the_guidelines():
    assert colours.contrast("#ffffff", "#000000") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_house_colour_passes_and_its_scale_is_close_to_the_tokens():
    scale = colours.scale(HOUSE)
    assert colours.passes(HOUSE)
    assert scale[50] == HOUSE
    assert colours.contrast(scale[5], "#ecf2fe") < 1.03
    assert colours.contrast(scale[80], "#052561") < 1.03


@pytest.mark.parametrize("colour", ["#ff6600", "#ffee00", "#00a651", "#ffffff"])
def test_a_colour_too_light_gets_the_nearest_that_passes(colour):
    assert not colours.passes(colour)
    nearest = colours.nearest_passing(colour)
    assert colours.passes(nearest)
    assert colours.contrast("#ffffff", nearest) < 4.7, "darkened no further than needed"


def test_a_colour_that_passes_is_left_alone():
    assert colours.nearest_passing("#E6007E") == "#e6007e"


@given(any_colour)
def test_whatever_is_chosen_the_nearest_passes(colour):
    assert colours.passes(colours.nearest_passing(colour))


@given(any_colour)
def test_the_scale_grows_darker_step_by_step(colour):
    light = [colours.luminance(value) for value in colours.scale(colours.nearest_passing(colour)).values()]
    assert all(one >= next_one - 0.001 for one, next_one in pairwise(light))


def test_the_stylesheet_holds_nothing_but_the_nine_steps():
    text = colours.stylesheet(HOUSE)
    assert text.startswith(":root { --primary-5: #")
    assert text.count("--primary-") == 9
