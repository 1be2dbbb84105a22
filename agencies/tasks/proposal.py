"""Proposals on indicators: what one side wrote is told at the other by a job of its own, by state."""
from celery import shared_task

from accounts.actors import Actor
from agencies.queries import proposal as queries
from agencies.workflow.proposal import note_proposal_scan, receive_proposal, tell_proposer
from core.tasks import carried_on, every_agency
from core.tenancy import within

TELLING = Actor.system("proposals on indicators")
AT_ONCE = 100


@shared_task
def follow_proposals():
    """At each agency: handed in here, answered there. Returns how much was told."""
    return sum(tell_of_proposals(agency) for agency in every_agency())


def tell_of_proposals(agency):
    with within(agency):
        found = [(work, list(rows(TELLING)[:AT_ONCE])) for work, rows in (
            (receive_proposal, queries.proposals_to_receive), (tell_proposer, queries.proposals_to_tell),
            (note_proposal_scan, queries.files_in_doubt))]
    return sum(bool(carried_on(agency, work, row, actor=TELLING)) for work, rows in found for row in rows)
