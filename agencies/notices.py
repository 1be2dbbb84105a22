"""Everything that people are told in the evaluation of agencies, and by when."""
from agencies.report_notices import REPORT_DEADLINES, REPORT_EVENTS

EVENTS = [*REPORT_EVENTS]
DEADLINES = [*REPORT_DEADLINES]
