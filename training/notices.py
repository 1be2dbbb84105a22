"""What training tells people about: each noun's events stand in its own module."""
from training.completion_notices import COMPLETION_DEADLINES, COMPLETION_EVENTS
from training.enrolment_notices import ENROLMENT_DEADLINES, ENROLMENT_EVENTS
from training.test_notices import TEST_DEADLINES, TEST_EVENTS

EVENTS = [*ENROLMENT_EVENTS, *TEST_EVENTS, *COMPLETION_EVENTS]
DEADLINES = [*ENROLMENT_DEADLINES, *TEST_DEADLINES, *COMPLETION_DEADLINES]
