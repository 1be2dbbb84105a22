"""What training tells people about: each noun's events stand in its own module."""
from training.enrolment_notices import ENROLMENT_DEADLINES, ENROLMENT_EVENTS
from training.test_notices import TEST_DEADLINES, TEST_EVENTS

EVENTS = [*ENROLMENT_EVENTS, *TEST_EVENTS]
DEADLINES = [*ENROLMENT_DEADLINES, *TEST_DEADLINES]
