"""The days of sanctions: what takes effect today, what is over, periods in which nobody appealed."""
from celery import shared_task

from accounts.actors import Actor
from aftercare import workflow
from aftercare.queries.sanction import appeals_lapsed, decided_due
from core.tasks import carried_on, every_agency
from core.tenancy import within

DAYS = Actor.system("a sanction's days")


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
        carried_on(agency, workflow.close_appeal_period, deadline, actor=DAYS)
    return (sum(bool(carried_on(agency, workflow.take_effect, one, actor=DAYS)) for one in due)
            + sum(bool(carried_on(agency, workflow.end_suspension, one, actor=DAYS)) for one in over))
