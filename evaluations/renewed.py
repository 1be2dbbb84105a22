"""What has changed since the last cycle: of the answers that are sealed, and of one that is being written."""
from dataclasses import dataclass

from evaluations.models.seal import SealedAnswer, Standing


@dataclass(frozen=True)
class Since:
    """Sealed answers of a renewal by how they stand to what was said the last time."""

    changed: list[SealedAnswer]
    new: list[SealedAnswer]
    unchanged: int


def since_last(answers):
    """None where nothing is renewed."""
    rows = [one for one in answers if one.standing]
    if not rows:
        return None
    return Since([one for one in rows if one.standing == Standing.CHANGED], [one for one in rows if one.standing == Standing.NEW],
                 sum(one.standing == Standing.UNCHANGED for one in rows))


def standing_of(answer, is_renewal):
    """How an answer that is being written stands to that of the last cycle; None before it was looked at, and where nothing is renewed."""
    if not is_renewal:
        return None
    earlier = getattr(answer, "earlier", None)
    if earlier is None:
        return Standing.NEW
    if answer.saved_at is None:
        return None
    return Standing.UNCHANGED if earlier.is_repeated_by(answer) else Standing.CHANGED
