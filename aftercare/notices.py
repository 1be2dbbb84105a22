"""What people are told of duties and of what follows from them."""
from correspondence.events import DeadlineKind, Event

EVENTS: list[Event] = []
DEADLINES: list[DeadlineKind] = []
