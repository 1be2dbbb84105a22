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
from correspondence.queries import deadlines_to_remind

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
        waiting = [(deadline, rung) for deadline, rungs in deadlines_to_remind() for rung in sorted(rungs)]
    return sum(sent(agency, deadline, rung) for deadline, rung in waiting)


def sent(agency, deadline, rung):
    """A reminder that cannot be sent holds up nobody else's."""
    try:
        with within(agency), at_home_of(agency):
            return workflow.send_rung(deadline, rung, actor=POST)
    except Exception:                                       # whatever is wrong with this one
        logger.exception("Rung %s of deadline %s of agency %s was not sent", rung, deadline.public_id, agency.pk)
        return False
