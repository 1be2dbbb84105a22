"""Jobs of the management evaluation; an errand names them by this package."""
from agencies.tasks.guide import make_guide

__all__ = ["make_guide"]
