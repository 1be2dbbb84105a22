"""A case's step from one stage to the next, with the moment it began: how long it stands there is what officers look at."""
from core import clock
from core.workflow import move


def step(application, to):
    """Move and note since when. Returns {"from": …, "to": …} for the record."""
    facts = move(application, to)
    application.stage_since = clock.now()
    application.save(update_fields=["stage_since"])
    return facts
