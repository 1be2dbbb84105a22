"""Jobs of training: what is due, and what the other house wrote. An errand names them by this package."""
from training.tasks.completion import follow_completions, make_completion_paper
from training.tasks.coverage import follow_coverage

__all__ = ["follow_completions", "follow_coverage", "make_completion_paper"]
