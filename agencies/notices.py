"""Everything that people are told in the evaluation of agencies, and by when."""
from agencies.council_notices import COUNCIL_DEADLINES, COUNCIL_EVENTS
from agencies.followup_notices import FOLLOW_UP_DEADLINES, FOLLOW_UP_EVENTS
from agencies.rating_notices import RATING_DEADLINES, RATING_EVENTS
from agencies.report_notices import REPORT_DEADLINES, REPORT_EVENTS
from agencies.result_notices import RESULT_DEADLINES, RESULT_EVENTS

EVENTS = [*REPORT_EVENTS, *RATING_EVENTS, *RESULT_EVENTS, *FOLLOW_UP_EVENTS, *COUNCIL_EVENTS]
DEADLINES = [*REPORT_DEADLINES, *RATING_DEADLINES, *RESULT_DEADLINES, *FOLLOW_UP_DEADLINES, *COUNCIL_DEADLINES]
