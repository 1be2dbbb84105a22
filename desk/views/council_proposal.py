"""A member's proposal with papers; what Central does with it."""
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.forms.council import AnswerForm, ProposalForm
from agencies.houses import central_only
from agencies.network_permissions import can_keep_councils
from agencies.permissions import at_central
from agencies.queries import council as queries
from agencies.workflow import agenda_proposal as workflow
from agencies.workflow import council_meeting as agenda
from core.errors import Refused
from core.files import serve_copy
from core.forms import carried_out, filled
from core.tenancy import current_agency_id, found
from core.viewing import hand_out
from desk.pages import desk_page
from desk.views.case import WORKERS
from desk.views.council import council_of
from panels.stages import MeetingStage


@staff()
def propose(request, public_id):
    council, form = council_of(request, public_id), ProposalForm(filled(request), request.FILES or None)
    made = carried_out(request, form, lambda said: begin(council.body, said, request.actor), _("Kept. Nobody else sees it yet."))
    if made:
        return redirect("network_agenda_proposal", made.public_id)
    return desk_page(request, "desk/network_form.html", {"form": form, "title": _("Propose an item"), "button": _("Keep the proposal"),
                                                         "back": council.body})


@transaction.atomic
def begin(body, said, actor):
    """Words and paper together: a paper that is refused leaves no draft behind, and the page still has the words."""
    row = workflow.begin_proposal(body, title=said["title"], text=said["text"], actor=actor)
    if said["file"]:
        workflow.attach_to_proposal(row, said["file"], actor=actor)
    return row


@staff()
def proposal(request, public_id):
    row = found(queries.proposals(request.actor), public_id)
    form = ProposalForm(filled(request), request.FILES or None, initial={"title": row.title, "text": row.text, "version": row.version})
    if carried_out(request, form, lambda said: change(row, said, request.actor), _("Kept. Nobody else sees it yet.")):
        return redirect("network_agenda_proposal", public_id)
    return proposal_page(request, row, form=form)


def change(row, said, actor):
    """The file comes first: it stays whatever becomes of the words."""
    if said["file"]:
        workflow.attach_to_proposal(row, said["file"], actor=actor)
    return workflow.change_proposal(row, title=said["title"], text=said["text"], base_version=said["version"], actor=actor)


def proposal_page(request, row, **forms):
    actor, is_draft = request.actor, row.stage == row.Stage.DRAFT
    may_answer = can_keep_councils(actor) and row.central_id == current_agency_id() and row.stage == row.Stage.HANDED_IN
    meetings = queries.council_meetings(actor).filter(body=row.body_id, stage__in=(MeetingStage.PLANNED, MeetingStage.OPEN))
    return desk_page(request, "desk/network_agenda_proposal.html", {
        "proposal": row, "files": queries.papers_given(actor).filter(proposal=row),
        "may_write": is_draft and actor.user.pk == row.author_id,
        "may_answer": may_answer, "meetings": meetings.order_by("meets_at") if may_answer else [], "answer": AnswerForm()} | forms)


@require_POST
@staff()
def hand_in(request, public_id):
    workflow.hand_in_proposal(found(queries.proposals(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The proposal is handed in to the Central institute."))
    return redirect("network_agenda_proposal", public_id)


@require_POST
@staff(*WORKERS)
@central_only
def take(request, public_id):
    row = found(queries.proposals(request.actor), public_id)
    meeting = queries.council_meetings(request.actor).filter(public_id__in=[one for one in request.POST.getlist("meeting") if one]).first()
    if meeting is None:
        raise Refused(_("Choose the meeting before which it comes."))
    agenda.take_onto_agenda(row, meeting, actor=request.actor)
    messages.success(request, _("It is on the agenda."))
    return redirect("network_meeting", meeting.public_id)


@require_POST
@staff(*WORKERS)
@central_only
def decline(request, public_id):
    row, form = found(queries.proposals(request.actor), public_id), AnswerForm(request.POST)
    if carried_out(request, form, lambda said: agenda.decline_proposal(row, **said, actor=request.actor),
                   _("Who proposed it is told why.")):
        return redirect("network_bodies")
    return proposal_page(request, row, answer=form)


@staff()
def paper(request, public_id):
    """At the agency its own file, at Central the copy of what it needs to serve it."""
    file = found(queries.papers_given(request.actor), public_id)
    if at_central() and file.agency_id != current_agency_id():
        return serve_copy(file)
    return hand_out(request, file.file, file.name, to_giver=True, back=(
        reverse("network_agenda_proposal", args=[file.proposal.public_id]), str(file.proposal)))


@require_POST
@staff()
def remove_paper(request, public_id):
    row = workflow.remove_from_proposal(found(queries.papers_given(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The file is removed."))
    return redirect("network_agenda_proposal", row.public_id)
