"""What training tells people about: each noun's events stand in its own module."""
from training.enrolment_notices import ENROLMENT_DEADLINES, ENROLMENT_EVENTS

EVENTS = [*ENROLMENT_EVENTS]
DEADLINES = [*ENROLMENT_DEADLINES]
