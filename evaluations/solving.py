"""The errand that works out a proposal of teams. It alone imports the solver, and is imported by the worker when its turn comes."""
from accounts.actors import Actor
from evaluations import workflow
from evaluations.models import TeamProposal
from evaluations.proposal import propose
from evaluations.queries.teams import program_of
from evaluations.stages import ProposalStage

WORKER = Actor.system("teams are proposed")


def solve_proposal(*, proposal_id):
    """What is found is kept; nothing in the time given is a state of the proposal, not a failure of the errand."""
    proposal = TeamProposal.objects.visible_to(WORKER).select_related("round").get(pk=proposal_id)
    if proposal.stage != ProposalStage.ASKED:
        return
    cases, assessors = program_of(WORKER, proposal)
    try:
        found = propose(cases, assessors)
    except TimeoutError:
        workflow.fail_proposal(proposal, actor=WORKER)
        return
    workflow.keep_proposal(proposal, found, {one.key: one.load for one in assessors}, actor=WORKER)
