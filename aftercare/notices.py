"""What people are told of duties and of what follows from them."""
from aftercare import watching_notices
from aftercare.complaint_notices import COMPLAINT_DEADLINES, COMPLAINT_EVENTS
from aftercare.duty_notices import DUTY_DEADLINES, DUTY_EVENTS
from correspondence.events import DeadlineKind, Event

EVENTS: list[Event] = [
    *DUTY_EVENTS,
    *watching_notices.EVENTS,
    *COMPLAINT_EVENTS,
]
DEADLINES: list[DeadlineKind] = [
    *DUTY_DEADLINES,
    *watching_notices.DEADLINES,
    *COMPLAINT_DEADLINES,
]
