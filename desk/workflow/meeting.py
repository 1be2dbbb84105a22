"""A meeting may decide about cases and about results of the management evaluation: closed, each of its items goes its own way."""
from django.db import transaction

from agencies.workflow.result_committee import hold_results_of, settle_results
from core.tenancy import current_agency
from evaluations import workflow


@transaction.atomic
def close_meeting(meeting, *, actor, grounds=None):
    """The decisions on cases. Results are Central's."""
    held = hold_results_of(meeting) if current_agency().is_central else []
    decisions = workflow.close_committee(meeting, actor=actor, grounds=grounds)
    if held:
        meeting.refresh_from_db()
        settle_results(meeting, actor=actor)
    return decisions
