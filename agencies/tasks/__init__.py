"""Jobs of the management evaluation; an errand names them by this package."""
from agencies.tasks.council import follow_councils
from agencies.tasks.following import follow_evaluations
from agencies.tasks.followup import follow_improvements
from agencies.tasks.guide import make_guide
from agencies.tasks.rating import follow_ratings, take_over_site
from agencies.tasks.result import follow_results

__all__ = ["follow_councils", "follow_evaluations", "follow_improvements", "follow_ratings", "follow_results", "make_guide",
           "take_over_site"]
