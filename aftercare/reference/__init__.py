"""What an agency may start with: on what its sanctions are based, by ground, until it has written that itself."""
import json
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent


@cache
def sanction_bases():
    """{code of a ground: {"ko": words, "en": words}}; `{scheme}` is the name of the framework."""
    return json.loads((HERE / "sanction_bases.json").read_text())
