"""The days of sanctions: what takes effect today, what is over, periods in which nobody appealed."""
import logging

from celery import shared_task

from accounts.actors import Actor
from aftercare import workflow
from aftercare.queries.sanction import appeals_lapsed, decided_due
from core.addresses import at_home_of
from core.tasks import every_agency
from core.tenancy import within

DAYS = Actor.system("a sanction's days")
logger = logging.getLogger(__name__)


@shared_task
def follow_sanctions():
    """At each agency, by state: what no beat did is done by the next, and what is done is not done again. Returns how many took effect or
    ended."""
    return sum(follow_at(agency) for agency in every_agency())


def follow_at(agency):
    with within(agency):
        due, over = decided_due()
        lapsed = appeals_lapsed()
    for deadline in lapsed:
        carried_on(agency, workflow.close_appeal_period, deadline)
    return (sum(carried_on(agency, workflow.take_effect, one) for one in due)
            + sum(carried_on(agency, workflow.end_suspension, one) for one in over))


def carried_on(agency, work, row):
    """One that fails holds up nobody else's. Whether it was done."""
    try:
        with within(agency), at_home_of(agency):
            work(row, actor=DAYS)
            return True
    except Exception:                                       # whatever is wrong with this one
        logger.exception("%s failed for %s of agency %s", work.__name__, row.public_id, agency.pk)
        return False
