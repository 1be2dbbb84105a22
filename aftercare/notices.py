"""What people are told of duties and of what follows from them."""
from aftercare.complaint_notices import COMPLAINT_DEADLINES, COMPLAINT_EVENTS
from correspondence.events import DeadlineKind, Event

EVENTS: list[Event] = [
    *COMPLAINT_EVENTS,
]
DEADLINES: list[DeadlineKind] = [
    *COMPLAINT_DEADLINES,
]
