"""Errands of evaluations, and the minute at which results are announced: fetch by id, one workflow call."""
import logging

from celery import shared_task

from accounts.actors import Actor
from core import clock
from core.addresses import at_home_of
from core.tasks import every_agency
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Announcement, Receipt
from evaluations.queries.supplement import supplements_overdue
from evaluations.workflow.announcement import approval_of
from panels.models import Approval, Meeting
from visits.models import Visit

WORKER = Actor.system("evaluations")
logger = logging.getLogger(__name__)


def make_receipt(*, receipt_id):
    """Put the receipt of a submission on paper."""
    workflow.keep_receipt(Receipt.everything.get(pk=receipt_id), actor=WORKER)


def take_over_visit(*, visit_id):
    """A visit was locked: its result becomes the case's."""
    workflow.take_over_visit(Visit.everything.get(pk=visit_id), actor=WORKER)


def make_minutes(*, meeting_id):
    """Put the minutes of a closed meeting on paper."""
    workflow.keep_minutes(Meeting.everything.get(pk=meeting_id), actor=WORKER)


@shared_task
def announce_due():
    """Announce what is approved and whose minute has come, each batch in a transaction of its own. Returns how many were."""
    return sum(announce_due_at(agency) for agency in every_agency())


def announce_due_at(agency):
    with within(agency):
        waiting = Announcement.everything.filter(announced_at=None, planned_for__lte=clock.now()).order_by("planned_for", "pk")
        due = [one for one in waiting if approval_of(one).stage == Approval.Stage.APPROVED]
    return sum(announced(agency, announcement) for announcement in due)


def announced(agency, announcement):
    """A batch that cannot be announced holds up nobody else's; it is tried again and its page says that it is late."""
    try:
        with within(agency), at_home_of(agency):
            workflow.announce_results(announcement, actor=WORKER)
    except Exception:                                       # whatever is wrong with this one
        logger.exception("Announcement %s of agency %s was not made", announcement.public_id, agency.pk)
        return False
    return True


@shared_task
def close_supplements():
    """Close what was not answered in time, each in a transaction of its own; its dates have said so before. Returns how many."""
    return sum(close_supplements_at(agency) for agency in every_agency())


def close_supplements_at(agency):
    with within(agency):
        over = list(supplements_overdue())
    return sum(lapsed(agency, request) for request in over)


def lapsed(agency, request):
    """One that cannot be closed holds up nobody else's."""
    try:
        with within(agency), at_home_of(agency):
            return workflow.lapse_supplement(request, actor=WORKER)
    except Exception:                                       # whatever is wrong with this one
        logger.exception("Supplement request %s of agency %s was not closed", request.public_id, agency.pk)
        return False
