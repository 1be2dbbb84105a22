"""What training tells people about: each noun's events stand in its own module."""
from training.test_notices import TEST_DEADLINES, TEST_EVENTS

EVENTS = [*TEST_EVENTS]
DEADLINES = [*TEST_DEADLINES]
