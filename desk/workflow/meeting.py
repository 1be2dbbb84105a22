"""A meeting may decide about cases, results of the management evaluation and proposals: closed, each of its items goes its own way."""
from django.db import transaction

from agencies.workflow.proposal_answer import hold_proposals_of, take_up_advice
from agencies.workflow.result_committee import hold_results_of, settle_results
from core.tenancy import current_agency
from evaluations import workflow


@transaction.atomic
def close_meeting(meeting, *, actor, grounds=None):
    """The decisions on cases. Results are Central's; advice on proposals stands at each."""
    held = hold_results_of(meeting) if current_agency().is_central else []
    proposed = hold_proposals_of(meeting)
    decisions = workflow.close_committee(meeting, actor=actor, grounds=grounds)
    if held or proposed:
        meeting.refresh_from_db()
    if held:
        settle_results(meeting, actor=actor)
    if proposed:
        take_up_advice(meeting, actor=actor)
    return decisions
