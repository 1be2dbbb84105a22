"""The map of equal cells: each district once, neighbours where they are, shades that say how many."""
import json
from pathlib import Path

import pytest

from certification import cartogram

PLACES = Path(__file__).parents[2] / "accounts" / "reference" / "places.json"


@pytest.mark.parametrize("province", sorted(cartogram.OF_PROVINCE))
def test_each_district_of_a_drawn_province_has_one_cell_of_its_own(province):
    known = json.loads(PLACES.read_text(encoding="utf-8"))
    layout = cartogram.OF_PROVINCE[province]
    assert set(layout) == {district["code"] for district in known["districts"][province]}
    assert len(set(layout.values())) == len(layout)


def test_the_nation_has_each_province_once():
    assert len(cartogram.NATION) == len(set(cartogram.NATION.values())) == 17


@pytest.mark.parametrize("layout", [cartogram.BUSAN, cartogram.DAEGU, cartogram.NATION])
def test_cells_of_a_row_lie_apart_and_rows_are_shifted(layout):
    assert len({(row + half) % 2 for row, half in layout.values()}) == 1


def test_neighbours_touch():
    assert cartogram.neighbours("26350", cartogram.BUSAN) == {"26260", "26710", "26470", "26500"}
    assert cartogram.neighbours("99999", cartogram.BUSAN) == set()


@pytest.mark.parametrize(("most", "steps"), [
    (0, [(1, 1), (2, 2), (3, 3), (4, None)]), (4, [(1, 1), (2, 2), (3, 3), (4, None)]), (9, [(1, 3), (4, 6), (7, 9), (10, None)]),
    (13, [(1, 4), (5, 8), (9, 12), (13, None)])])
def test_shades_share_the_counts(most, steps):
    assert cartogram.bounds([0, most]) == steps
    assert (cartogram.level(0, steps), cartogram.level(1, steps)) == (0, 1)
    assert all(1 <= cartogram.level(count, steps) <= 4 for count in range(1, most + 1))
