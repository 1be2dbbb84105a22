"""What people are told of duties and of what follows from them."""
from aftercare import watching_notices
from correspondence.events import DeadlineKind, Event

EVENTS: list[Event] = [*watching_notices.EVENTS]
DEADLINES: list[DeadlineKind] = [*watching_notices.DEADLINES]
