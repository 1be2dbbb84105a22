"""What people are told of duties and of what follows from them."""
from aftercare.sanction_notices import SANCTION_DEADLINES, SANCTION_EVENTS
from correspondence.events import DeadlineKind, Event

EVENTS: list[Event] = [*SANCTION_EVENTS]
DEADLINES: list[DeadlineKind] = [*SANCTION_DEADLINES]
