"""Jobs of training: what is due, and what the other house wrote."""
from training.tasks.enrolment import follow_training

__all__ = ["follow_training"]
