"""Training's jobs: what is due, and what the other house wrote. An errand names them by this package."""
from training.tasks.completion import follow_completions, make_completion_paper
from training.tasks.coverage import follow_coverage
from training.tasks.enrolment import follow_training
from training.tasks.run import follow_runs
from training.tasks.test import grade_attempts

__all__ = ["follow_completions", "follow_coverage", "follow_runs", "follow_training", "grade_attempts", "make_completion_paper"]
