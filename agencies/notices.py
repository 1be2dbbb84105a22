"""Everything that people are told in the evaluation of agencies and in their network, and by when."""
from agencies.bulletin_notices import BULLETIN_DEADLINES, BULLETIN_EVENTS
from agencies.case_notices import CASE_DEADLINES, CASE_EVENTS
from agencies.council_notices import COUNCIL_DEADLINES, COUNCIL_EVENTS
from agencies.followup_notices import FOLLOW_UP_DEADLINES, FOLLOW_UP_EVENTS
from agencies.proposal_notices import PROPOSAL_EVENTS
from agencies.rating_notices import RATING_DEADLINES, RATING_EVENTS
from agencies.report_notices import REPORT_DEADLINES, REPORT_EVENTS
from agencies.result_notices import RESULT_DEADLINES, RESULT_EVENTS
from agencies.support_notices import SUPPORT_DEADLINES, SUPPORT_EVENTS

EVENTS = [*REPORT_EVENTS, *RATING_EVENTS, *RESULT_EVENTS, *FOLLOW_UP_EVENTS, *PROPOSAL_EVENTS,
          *BULLETIN_EVENTS, *CASE_EVENTS, *SUPPORT_EVENTS, *COUNCIL_EVENTS]
DEADLINES = [*REPORT_DEADLINES, *RATING_DEADLINES, *RESULT_DEADLINES, *FOLLOW_UP_DEADLINES, *BULLETIN_DEADLINES,
             *CASE_DEADLINES, *SUPPORT_DEADLINES, *COUNCIL_DEADLINES]
