"""Proposals where indicators are kept: on an agenda, answered, released, sent back; and what is accepted is worked in or carried over."""
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.forms.proposal import AgendaForm, AnswerBackForm, AnswerForm, CarryOverForm, ReleaseForm, WorkInForm
from agencies.models import ProposalAnswer, ProposalTask
from agencies.network_permissions import can_keep_proposals, can_release_answer
from agencies.queries import proposal as queries
from agencies.stages import ProposalStage
from agencies.workflow import proposal_answer as workflow
from agencies.workflow import proposal_task as tasks
from core.files import serve_copy
from core.forms import carried_out
from core.tenancy import find_or_404, found
from desk.pages import desk_page
from desk.proposals import drafts_of, open_drafts
from panels.queries import meetings_of
from panels.workflow.meeting import UNFINISHED

READERS = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR)
KEEPERS = (Role.OFFICER, Role.MANAGER)
RELEASERS = (Role.MANAGER, Role.DIRECTOR)
PAGE = 30
STAGES = [one for one in ProposalStage.values if one != ProposalStage.DRAFT]


@staff(*READERS)
def received(request):
    stage = request.GET.get("stage", "")
    stage = stage if stage in STAGES else ""
    page = Paginator(queries.received_proposals(request.actor, stage), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/received_proposals.html", {
        "page": page, "stage": stage, "stages": [(one, ProposalStage(one).label) for one in STAGES]})


@staff(*READERS)
def received_proposal(request, public_id):
    return received_page(request, found(queries.received_proposals(request.actor), public_id))


def received_page(request, row, **forms):
    """`forms`: one that came back with something to correct."""
    actor, answer = request.actor, queries.answer_of(request.actor, row)
    is_open, waits = row.stage == ProposalStage.HANDED_IN, bool(answer and answer.waits)
    works = is_open and can_keep_proposals(actor) and not row.is_on_agenda
    meetings = list(meetings_of(actor).filter(stage__in=UNFINISHED)) if works and not waits else []
    stands = {"outcome": answer.outcome, "words": answer.words, "is_shown": answer.is_shown} if answer else None
    releases = is_open and waits and can_release_answer(actor, answer)
    return desk_page(request, "desk/received_proposal.html", {
        "row": row, "answer": answer, "items": queries.items_of(actor, row), "files": queries.received_files(actor).filter(proposal=row),
        "task": ProposalTask.objects.visible_to(actor).filter(proposal=row).first(), "waits": waits, "works": works,
        "agenda": forms.get("agenda") or (AgendaForm(prefix="agenda", meetings=meetings) if meetings else None),
        "draft": forms.get("draft") or (AnswerForm(prefix="draft", initial=stands) if works else None),
        "release": ReleaseForm(initial={"seen": answer.drafted_at.isoformat()}) if releases else None,
        "back": forms.get("back") or (AnswerBackForm(prefix="back") if releases else None)})


def carried(request, row, name, form, work, sentence):
    """One deed; what is wrong stands beside its question."""
    if carried_out(request, form, work, sentence):
        return redirect("network_received_proposal", row.public_id)
    return received_page(request, found(queries.received_proposals(request.actor), row.public_id), **{name: form})


@require_POST
@staff(*KEEPERS)
def put_on_agenda(request, public_id):
    row = found(queries.received_proposals(request.actor), public_id)
    form = AgendaForm(request.POST, prefix="agenda", meetings=meetings_of(request.actor).filter(stage__in=UNFINISHED))
    return carried(request, row, "agenda", form, lambda said: workflow.put_proposal_on_agenda(row, said["meeting"], actor=request.actor),
                   _("It is on the agenda. What the body advises is shown here once the meeting is closed."))


@require_POST
@staff(*KEEPERS)
def draft_answer(request, public_id):
    row, form = found(queries.received_proposals(request.actor), public_id), AnswerForm(request.POST, prefix="draft")
    return carried(request, row, "draft", form, lambda said: workflow.draft_answer(row, **said, actor=request.actor),
                   _("The answer is drafted. A manager or the director releases it; nobody is told before."))


@require_POST
@staff(*RELEASERS)
def release_answer(request, public_id):
    answer, form = found_answer(request, public_id), ReleaseForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    return carried(request, answer.proposal, "release", form, lambda _said: workflow.release_answer(answer, seen=seen, actor=request.actor),
                   _("The answer is released, and the proposer is being told."))


@require_POST
@staff(*RELEASERS)
def send_answer_back(request, public_id):
    answer, form = found_answer(request, public_id), AnswerBackForm(request.POST, prefix="back")
    return carried(request, answer.proposal, "back", form, lambda said: workflow.send_answer_back(
        answer, reason=said["back_reason"], actor=request.actor), _("The answer is sent back to who drafted it."))


def found_answer(request, public_id):
    return find_or_404(ProposalAnswer, request.actor, public_id=public_id)


@staff(*READERS)
def received_file(request, public_id):
    """The proposer's own row of the file stays hidden: what stands beside it is served."""
    return serve_copy(found(queries.received_files(request.actor), public_id))


# ---- to work in

@staff(*READERS, Role.ADMIN)
def to_work_in(request):
    """Beside each draft what was accepted for it; what has no draft yet stands below."""
    drafts = open_drafts(request.actor)
    there = {one.pk for _draft, several in drafts for one in several}
    waiting = ProposalTask.objects.visible_to(request.actor).filter(done_at=None).exclude(pk__in=there)
    return desk_page(request, "desk/proposals_to_work_in.html", {
        "drafts": [(draft, queries.settled(several, draft)) for draft, several in drafts],
        "waiting": waiting.select_related("proposal").order_by("made_at", "pk")[:PAGE]})


@staff(*READERS, Role.ADMIN)
def task(request, public_id):
    return task_page(request, found_task(request, public_id))


def task_page(request, row, **forms):
    """`forms`: one that came back with something to correct."""
    drafts = drafts_of(request.actor, row)
    may = can_keep_proposals(request.actor) and row.done_at is None and bool(drafts)
    stands = {"code": row.code or row.proposal.code, "words": row.words}
    return desk_page(request, "desk/proposal_task.html", {
        "task": row, "row": row.proposal, "drafts": drafts, "may": may,
        "is_settled": bool(row.worked_set_id or row.worked_version_id or row.past_set_id or row.past_version_id),
        "work": forms.get("work") or (WorkInForm(prefix="work", drafts=drafts, initial=stands) if may else None),
        "carry": forms.get("carry") or (CarryOverForm(prefix="carry", drafts=drafts) if may else None)})


@require_POST
@staff(*KEEPERS)
def work_in(request, public_id):
    row = found_task(request, public_id)
    form = WorkInForm(request.POST, prefix="work", drafts=drafts_of(request.actor, row))
    return settled(request, row, "work", form, lambda said: tasks.work_in(
        row, said["draft"], code=said["code"], words=said["words"], actor=request.actor), _("It is noted as worked in."))


@require_POST
@staff(*KEEPERS)
def carry_over(request, public_id):
    row = found_task(request, public_id)
    form = CarryOverForm(request.POST, prefix="carry", drafts=drafts_of(request.actor, row))
    return settled(request, row, "carry", form, lambda said: tasks.carry_over(
        row, said["draft"], reason=said["past_reason"], actor=request.actor), _("It is carried over to the version after."))


def settled(request, row, name, form, work, sentence):
    if carried_out(request, form, work, sentence):
        return redirect("network_proposal_task", row.public_id)
    return task_page(request, found_task(request, row.public_id), **{name: form})


@require_POST
@staff(*KEEPERS)
def reopen(request, public_id):
    row = found_task(request, public_id)
    draft = next(iter(one for _words, one in drafts_of(request.actor, row).values() if row.worked_into(one) or row.left_out_of(one)), None)
    if draft:
        tasks.reopen_task(row, draft, actor=request.actor)
    return redirect("network_proposal_task", public_id)


def found_task(request, public_id):
    rows = ProposalTask.objects.visible_to(request.actor)
    return found(rows.select_related("proposal__version", "proposal__author__person", "worked_by__person"), public_id)
