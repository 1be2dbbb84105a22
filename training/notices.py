"""What training tells people about: each noun's events stand in its own module."""
from training.completion_notices import COMPLETION_DEADLINES, COMPLETION_EVENTS

EVENTS: list = [*COMPLETION_EVENTS]
DEADLINES: list = [*COMPLETION_DEADLINES]
