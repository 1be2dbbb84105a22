"""Reminding of open deadlines: each rung of a ladder once, however many workers or beats there are."""
from django.db import transaction

from core import clock
from core.workflow import lock, record, require
from correspondence.events import find_kind
from correspondence.ladder import is_due
from correspondence.models import Reminder
from correspondence.queries import closing_days, subject_of
from correspondence.workflow.notices import notify


@transaction.atomic
def send_rung(deadline, rung, *, actor):
    """Remind its people. What was sent stays sent, also if the last day moves; what is closed reminds nobody. Returns whether it did."""
    deadline = lock(deadline)                       # so that of two beats one finds what the other has sent
    require(actor.is_system)
    if deadline.closed_at or rung not in deadline.ladder or not is_due(deadline, rung, closing_days()):
        return False
    if deadline.reminders.filter(rung=rung).exists() or _comes_too_late(deadline, rung):
        return False
    Reminder.everything.create(deadline=deadline, rung=rung, sent_at=clock.now())
    record("deadline.reminded", deadline, actor=actor, kind=deadline.kind, rung=rung)
    kind, subject = find_kind(deadline.kind), subject_of(deadline)
    link = (kind.page, subject.public_id) if kind.page and subject else None
    if kind.near and subject:
        notify(kind.near, subject, actor=actor, link=link, last_day=deadline.last_day)
    else:
        notify("deadline.over" if deadline.is_over else "deadline.near", deadline, actor=actor, last_day=deadline.last_day, link=link)
    return True


def _comes_too_late(deadline, rung):
    """Of a day that is only held: when it has passed, or when a later reminder is due by now as well."""
    if not find_kind(deadline.kind).near:
        return False
    return deadline.is_over or any(is_due(deadline, later, closing_days()) for later in deadline.ladder if later > rung)
