"""Which indicators a monitoring visit looks at: those its rule always names, and more until there are enough. Pure."""
from typing import NamedTuple

AT_LEAST = 6                                                # where no rule says how many


class Seen(NamedTuple):
    """What is known of an indicator. `found`: how often it was not met; `rating`, `changed`: of the last self-inspection."""

    code: str
    found: int = 0
    rating: str = ""
    changed: bool = False
    looked_at: int = 0


class Proposed(NamedTuple):
    code: str
    is_always: bool
    reasons: tuple                                          # codes: always, found, not_met, changed, rarely


def propose(indicators, always, at_least=AT_LEAST):
    """[Proposed] in the order of the indicators. `indicators`: [Seen] in their order. What was not met before comes always; the number is
    filled up by what the holder does not meet by its own word, by what changed, and by what was looked at least often."""
    reasons = {one.code: _reasons(one, always) for one in indicators}
    chosen = [one.code for one in indicators if "always" in reasons[one.code] or "found" in reasons[one.code]]
    others = sorted((one for one in indicators if one.code not in chosen), key=lambda one: (
        "not_met" not in reasons[one.code], "changed" not in reasons[one.code], one.looked_at, indicators.index(one)))
    chosen += [one.code for one in others[:max(0, at_least - len(chosen))]]
    return [Proposed(one.code, one.code in always, tuple(reasons[one.code]) or ("rarely",)) for one in indicators if one.code in chosen]


def _reasons(one, always):
    found = ["always"] if one.code in always else []
    found += ["found"] if one.found else []
    found += ["not_met"] if one.rating in ("partly", "not_yet") else []
    return found + (["changed"] if one.changed else [])
