"""Jobs of the management evaluation; an errand names them by this package."""
from agencies.tasks.following import follow_evaluations
from agencies.tasks.guide import make_guide

__all__ = ["follow_evaluations", "make_guide"]
