"""What Central may start with: a sample set of indicators, shown as a sample until it has its own."""
import json
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent


@cache
def sample_set():
    """{grades, fields, areas, indicators with their figures}. Fields, areas, their number, 45 to 55 points and the grades are published;
    names of indicators, points of each and all texts are a proposal."""
    return json.loads((HERE / "sample_set.json").read_text())
