"""Jobs of the evaluation of agencies, by noun; an errand names them by this package."""
from agencies.tasks.rating import follow_ratings, take_over_site

__all__ = ["follow_ratings", "take_over_site"]
