"""Everything that people are told in the evaluation of agencies, and by when."""
from agencies.rating_notices import RATING_DEADLINES, RATING_EVENTS

EVENTS = [*RATING_EVENTS]
DEADLINES = [*RATING_DEADLINES]
