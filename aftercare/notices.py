"""What people are told of duties and of what follows from them."""
from aftercare.change_notices import CHANGE_DEADLINES, CHANGE_EVENTS
from correspondence.events import DeadlineKind, Event

EVENTS: list[Event] = [
    *CHANGE_EVENTS,
]
DEADLINES: list[DeadlineKind] = [
    *CHANGE_DEADLINES,
]
