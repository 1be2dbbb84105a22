"""Jobs of the management evaluation; an errand names them by this package."""
from agencies.tasks.bulletin import follow_bulletins
from agencies.tasks.case import follow_cases
from agencies.tasks.council import follow_councils
from agencies.tasks.following import follow_evaluations
from agencies.tasks.followup import follow_improvements
from agencies.tasks.guide import make_guide
from agencies.tasks.proposal import follow_proposals
from agencies.tasks.rating import follow_ratings, take_over_site
from agencies.tasks.result import follow_results
from agencies.tasks.support import follow_support

__all__ = ["follow_bulletins", "follow_cases", "follow_councils", "follow_evaluations", "follow_improvements", "follow_proposals",
           "follow_ratings", "follow_results", "follow_support", "make_guide", "take_over_site"]
