"""Everything that people are told in the evaluation of agencies, and by when."""
from agencies.result_notices import RESULT_DEADLINES, RESULT_EVENTS

EVENTS = [*RESULT_EVENTS]
DEADLINES = [*RESULT_DEADLINES]
