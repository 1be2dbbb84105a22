"""Jobs of the management evaluation; an errand names them by this package."""
from agencies.tasks.following import follow_evaluations
from agencies.tasks.guide import make_guide
from agencies.tasks.rating import follow_ratings, take_over_site

__all__ = ["follow_evaluations", "follow_ratings", "make_guide", "take_over_site"]
