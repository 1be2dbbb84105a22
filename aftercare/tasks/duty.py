"""Jobs about duties: what a plan asks for is planned; what hangs on a certificate ends with it and comes back with it. By state."""
from celery import shared_task

from accounts.actors import Actor
from aftercare import workflow
from aftercare.queries import certificates_to_lapse, certificates_to_revive, unplanned_certificates
from core.tasks import carried_on, every_agency
from core.tenancy import within

PLANNER = Actor.system("the plan of duties")
AT_ONCE = 500                           # certificates in one run: the rest by the next, a minute later


@shared_task
def follow_duties():
    """At each agency: duties that a plan asks for and that are not there, and what hangs on certificates that are no more, or that
    hold again. Returns how many certificates it was about."""
    return sum(follow_at(agency) for agency in every_agency())


def follow_at(agency):
    with within(agency):
        over = list(certificates_to_lapse(PLANNER)[:AT_ONCE])
        again = list(certificates_to_revive(PLANNER)[:AT_ONCE])
        unplanned = list(unplanned_certificates(PLANNER)[:AT_ONCE])
    done = [carried_on(agency, workflow.lapse_with_certificate, one, actor=PLANNER) for one in over]
    done += [carried_on(agency, workflow.revive_with_certificate, one, actor=PLANNER) for one in again]
    done += [carried_on(agency, workflow.plan_duties, one, actor=PLANNER) for one in unplanned]
    return sum(bool(one) for one in done)
