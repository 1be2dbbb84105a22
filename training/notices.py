"""What training tells people about: each noun's events stand in its own module."""
from training.run_notices import RUN_EVENTS

EVENTS: list = [*RUN_EVENTS]
DEADLINES: list = []
