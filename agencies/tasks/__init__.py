"""Jobs of the evaluation of agencies."""
from agencies.tasks.following import follow_evaluations

__all__ = ["follow_evaluations"]
