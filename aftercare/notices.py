"""What people are told of duties and of what follows from them."""
from aftercare import watching_notices
from aftercare.change_notices import CHANGE_DEADLINES, CHANGE_EVENTS
from aftercare.complaint_notices import COMPLAINT_DEADLINES, COMPLAINT_EVENTS
from aftercare.consultation_notices import CONSULTATION_DEADLINES, CONSULTATION_EVENTS
from aftercare.duty_notices import DUTY_DEADLINES, DUTY_EVENTS
from aftercare.incentive_notices import INCENTIVE_EVENTS
from aftercare.sanction_notices import SANCTION_DEADLINES, SANCTION_EVENTS
from correspondence.events import DeadlineKind, Event

EVENTS: list[Event] = [
    *DUTY_EVENTS,
    *watching_notices.EVENTS,
    *COMPLAINT_EVENTS,
    *CONSULTATION_EVENTS,
    *INCENTIVE_EVENTS,
    *CHANGE_EVENTS,
    *SANCTION_EVENTS,
]
DEADLINES: list[DeadlineKind] = [
    *DUTY_DEADLINES,
    *watching_notices.DEADLINES,
    *COMPLAINT_DEADLINES,
    *CONSULTATION_DEADLINES,
    *CHANGE_DEADLINES,
    *SANCTION_DEADLINES,
]
