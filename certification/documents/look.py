"""The colours of a document: those of the house, or tones of the agency's own hue that are dark enough to be read and printed."""
from dataclasses import dataclass
from functools import cache

from core import colours

STRONG, DEEP = 8, 12                        # contrast against white paper: lines and the mark; titles and the band behind white words


@dataclass(frozen=True)
class Look:
    """Lines of the frame, their lighter waves, the mark, titles and band, and the mark behind the text."""
    dark: str
    light: str
    mark: str
    night: str
    mist: str


HOUSE = Look(dark="#083891", light="#346fb2", mark="#083891", night="#052561", mist="#f0f5fe")


@cache
def look_of(colour: str) -> Look:
    """ValueError for what is no colour."""
    if not colour:
        return HOUSE
    steps = colours.scale(colour)
    strong, deep = _dark_enough(steps, STRONG), _dark_enough(steps, DEEP)
    return Look(dark=strong, light=steps[50], mark=strong, night=deep, mist=steps[5])


def _dark_enough(steps, wanted):
    tones = [steps[step] for step in (50, 60, 70, 80, 90)]
    return next((tone for tone in tones if colours.contrast(tone, "#ffffff") >= wanted), tones[-1])
