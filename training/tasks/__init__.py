"""Jobs of training: what is due, and what the other house wrote."""
from training.tasks.test import grade_attempts

__all__ = ["grade_attempts"]
