"""A case that is looked at after each step of its way."""
from tests.evaluations.path import Path

STEPS = ("submitted", "screened", "assigned", "judged", "reviewed", "planned", "visited", "ready", "in_session", "decided", "drafted",
         "released", "approved", "announced")


class WalkedPath(Path):
    """`look(step, path)` is called after each step, in their order."""

    def __init__(self, *args, look, **kwargs):
        super().__init__(*args, **kwargs)
        self.look = look


def watched(step):
    def walk(self, *args, **kwargs):
        getattr(super(WalkedPath, self), step)(*args, **kwargs)
        self.look(step, self)
        return self
    return walk


for name in STEPS:
    setattr(WalkedPath, name, watched(name))
