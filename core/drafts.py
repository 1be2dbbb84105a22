"""Rows of a draft that several people write: an older page overwrites no newer text, rows move among their neighbours."""
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Saved:
    """The row as it stands; with `conflict` nothing was changed, since somebody saved after the page was opened."""

    row: Any
    conflict: bool = False


LAST = 30_000           # the place of a row that was just put under another: after all others there


def overwrite(row, texts, *, above=None):
    """These texts, one revision later; under another whole (`above` names it) the row stands last. Not yet saved."""
    if above in texts and texts[above].pk != getattr(row, f"{above}_id"):
        row.position = LAST
    for name, value in texts.items():
        setattr(row, name, value)
    row.revision += 1


def swapped(beside, row, *, up):
    """These rows with this one before or after its neighbour; None where there is no further."""
    beside = list(beside)
    here = beside.index(row)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(beside):
        return None
    beside[here], beside[there] = beside[there], beside[here]
    return beside


def keep_places(rows):
    """Places from 1 in this order; only what moved is written."""
    wrong = [(row, place) for place, row in enumerate(rows, start=1) if row.position != place]
    for row, place in wrong:
        row.position = place
    if wrong:
        type(wrong[0][0]).everything.bulk_update([row for row, _place in wrong], ["position"])
