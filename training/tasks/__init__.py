"""Training's jobs."""
from training.tasks.run import follow_runs

__all__ = ["follow_runs"]
