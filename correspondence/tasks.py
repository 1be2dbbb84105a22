"""Errands of correspondence, and the round of the reminders: fetch by id, one workflow call."""
import logging

from celery import shared_task

from accounts.actors import Actor
from accounts.models import Cover
from core.addresses import at_home_of
from core.tasks import every_agency
from core.tenancy import within
from correspondence import workflow
from correspondence.models import Delivery, Letter
from correspondence.queries import brought_together, deadlines_to_remind, deadlines_with_rungs, kind_of

POST = Actor.system("correspondence")
logger = logging.getLogger(__name__)


def announce(*, subject_type, subject_id, **told):
    """Write the notices of one `notify`."""
    workflow.announce(subject_type, subject_id, actor=POST, **told)


def tell_of_cover(*, cover_id, event):
    """Both people of a cover for absence, which belongs to an app that knows nothing of messages."""
    workflow.notify(event, Cover.everything.get(pk=cover_id), actor=POST, link=("covers",))


def send_delivery(*, delivery_id):
    """Hand one message to the mail server."""
    workflow.transmit(Delivery.everything.get(pk=delivery_id), actor=POST)


def begin_attempt(*, delivery_id):
    """Committed before `send_delivery`: see correspondence/workflow/deliveries.py."""
    workflow.begin_attempt(Delivery.everything.get(pk=delivery_id), actor=POST)


send_delivery.beforehand = begin_attempt


def make_letter(*, letter_id):
    """Put a letter on paper."""
    workflow.put_on_paper(Letter.everything.get(pk=letter_id), actor=POST)


@shared_task
def send_rungs():
    """Remind of what is due at each agency. What was not sent while nobody rang is sent now, each rung once. Returns how many."""
    return sum(send_rungs_at(agency) for agency in every_agency())


def send_rungs_at(agency):
    with within(agency):
        due = [(one, rungs, kind_of(one)) for one, rungs in deadlines_to_remind()]
        units = brought_together([(one, rungs) for one, rungs, kind in due if kind and kind.together and rungs])
    counts = {one.pk: sum(sent(agency, one, rung) for rung in rungs) for one, rungs, kind in due if kind and not kind.together}
    together = sum(sent_together(agency, unit) for unit in units)
    idle = [one for one, rungs, kind in due if not (kind and rungs) or counts.get(one.pk) == 0]
    if idle:                                                # its day was set before a holiday was known, or nothing of it counts any more
        attempted(agency, workflow.settle_days, idle)
    return sum(counts.values()) + together


def sent(agency, deadline, rung):
    """A reminder that cannot be sent holds up nobody else's."""
    return bool(attempted(agency, workflow.send_rung, deadline, rung))


def sent_together(agency, unit):
    """If it fails as a whole, each by itself: then only the one at fault is held up."""
    count = attempted(agency, workflow.send_together, unit)
    if count is None and len(unit) > 1:
        count = sum(attempted(agency, workflow.send_together, [one]) or 0 for one in unit)
    return count or 0


def attempted(agency, work, about, *more):
    try:
        with within(agency), at_home_of(agency):
            return work(about, *more, actor=POST)
    except Exception:                                       # whatever is wrong with this one
        ids = [str(one.public_id) for one in (about if isinstance(about, list) else [about])]
        logger.exception("%s %s of deadlines %s of agency %s: was not sent", work.__name__, more, ids[:20], agency.pk)
        return None


@shared_task
def settle_days():
    """Every night, on which day each open deadline is reminded of next: holidays and closing days change. Returns how many changed."""
    return sum(settle_days_at(agency) for agency in every_agency())


def settle_days_at(agency):
    with within(agency):
        pages = list(deadlines_with_rungs())
    return sum(attempted(agency, workflow.settle_days, page) or 0 for page in pages)
