"""The digest of what is approved: of its content alone, and of all of it."""
from datetime import date
from decimal import Decimal

from core.digests import digest_of_content

CONTENT = {"title": "결정", "parts": [{"on": date(2026, 3, 2), "won": Decimal("1200.50"), "words": "이유"}, None]}


def test_the_order_of_names_does_not_matter_and_every_value_and_its_place_do():
    seen = digest_of_content(CONTENT)
    assert seen == digest_of_content(dict(reversed(CONTENT.items()))) and len(seen) == 64
    first, none = CONTENT["parts"]
    others = [
        CONTENT | {"title": "결정 "}, CONTENT | {"parts": [none, first]}, CONTENT | {"parts": [first]},
        CONTENT | {"parts": [first | {"on": date(2026, 3, 3)}, none]}, CONTENT | {"parts": [first | {"won": Decimal("1200.51")}, none]}]
    assert len({seen, *map(digest_of_content, others)}) == 6


def test_parts_do_not_run_into_each_other():
    assert digest_of_content(["가", "나"]) != digest_of_content(["가나"]) != digest_of_content(["가, 나"])
