"""The board of a round where assessors are given to cases, and the proposal that gives teams to all of them."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.tenancy import find_or_404
from desk.board import board_of, kept_of
from desk.pages import desk_page
from desk.proposal import proposal_context
from desk.views.case import READERS, WORKERS, found_case
from desk.views.round import found_round
from evaluations import workflow
from evaluations.forms.desk import BoardForm, ProposalForm
from evaluations.models import Application, TeamProposal
from panels.models import PoolMember


@staff(*READERS)
def teams(request, public_id):
    context = board_of(request, found_round(request, public_id))
    if request.htmx:
        return render(request, "desk/teams.html#board", context)
    return desk_page(request, "desk/teams.html", context)


@require_POST
@staff(*WORKERS)
def assign_on_board(request, public_id):
    """The same for a button, a key and a drag. Afterwards one stands where one was."""
    form = BoardForm(request.POST)
    if not form.is_valid():
        raise Http404
    said, round = form.cleaned_data, found_round(request, public_id)
    application = found_case(request, find_or_404(Application, request.actor, round=round, public_id=said["case"]).public_id)
    member = find_or_404(PoolMember, request.actor, public_id=said["assessor"], left_at=None)
    workflow.assign_assessor(application, member.user, is_lead=said["is_lead"], actor=request.actor)
    messages.success(request, _("%(assessor)s is assigned to %(case)s and is being asked for a declaration.") % {
        "assessor": member.user, "case": application})
    return redirect(back_to(round, said))


def back_to(round, said):
    """The list that one looked at, with the case or the assessor that was chosen."""
    chosen = f"&{said['chosen']}={said[said['chosen']]}" if said["chosen"] else ""
    return f"{reverse('desk_teams', args=[round.public_id])}?{kept_of(said['state'], said['page'] or 1)}{chosen}"


@require_POST
@staff(*WORKERS)
def propose_teams(request, public_id):
    wanted = ProposalForm(request.POST).wanted
    proposal = workflow.ask_proposal(found_round(request, public_id), wanted, actor=request.actor)
    return redirect("desk_team_proposal", proposal.public_id)


@staff(*READERS)
def team_proposal(request, public_id):
    context = proposal_context(request.actor, found_proposal(request, public_id))
    if request.htmx:
        return render(request, "desk/team_proposal.html#state", context)
    return desk_page(request, "desk/team_proposal.html", context)


@require_POST
@staff(*WORKERS)
def accept_teams(request, public_id):
    workflow.accept_proposal(found_proposal(request, public_id), set(request.POST.getlist("pair")), actor=request.actor)
    return redirect("desk_team_proposal", public_id)


@require_POST
@staff(*WORKERS)
def discard_teams(request, public_id):
    proposal = workflow.discard_proposal(found_proposal(request, public_id), actor=request.actor)
    messages.success(request, _("The proposal is discarded. Nobody was assigned by it."))
    return redirect("desk_teams", proposal.round.public_id)


def found_proposal(request, public_id):
    return find_or_404(TeamProposal, request.actor, public_id=public_id)
