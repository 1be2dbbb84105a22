"""Training's jobs: what is due, and what the other house wrote."""
from training.tasks.enrolment import follow_training
from training.tasks.run import follow_runs
from training.tasks.test import grade_attempts

__all__ = ["follow_runs", "follow_training", "grade_attempts"]
