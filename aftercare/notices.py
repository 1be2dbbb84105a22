"""What people are told of duties and of what follows from them."""
from aftercare.consultation_notices import CONSULTATION_DEADLINES, CONSULTATION_EVENTS
from aftercare.incentive_notices import INCENTIVE_EVENTS
from correspondence.events import DeadlineKind, Event

EVENTS: list[Event] = [*CONSULTATION_EVENTS, *INCENTIVE_EVENTS]
DEADLINES: list[DeadlineKind] = [*CONSULTATION_DEADLINES]
