"""An appeal for those who handle it: what was decided and why, what is said to it, one's own opinion, the proposal of who leads."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core.access_log import note_access
from core.errors import Refused
from core.forms import filled, refused_in
from evaluations import permissions, queries, workflow
from evaluations.forms.appeal import FindingsForm
from evaluations.models import Appeal
from evaluations.models.appeal import handled_by
from evaluations.stages import AppealStage
from evaluations.views.answer import UNPROCESSABLE

HANDLE = (Role.ASSESSOR, Role.COMMITTEE, Role.OFFICER, Role.MANAGER)


def found(request, public_id):
    """An appeal that is open to this person, and their place in it; whoever reads it is noted."""
    rows = Appeal.objects.visible_to(request.actor).filter(handled_by(request.actor), public_id=public_id)
    appeal = rows.select_related("application__service_type", "application__round", "decision", "answer_deadline").first()
    handler = appeal and queries.handler_of(request.actor, appeal)
    if handler is None:
        raise Http404
    note_access(request, appeal.application, "appeal.read")
    return appeal, handler


@staff(*HANDLE)
def appeal(request, public_id):
    """A post keeps one's opinion, or hands it in."""
    appeal, handler = found(request, public_id)
    rows = queries.points_of(request.actor, appeal)
    form = opinion_form(handler, rows, filled(request))
    if request.method == "POST" and form.is_valid() and given(request, handler, form):
        return redirect("assess_appeal", public_id)
    return appeal_page(request, appeal, handler, rows, opinion=form, status=UNPROCESSABLE if form.is_bound and form.errors else 200)


def opinion_form(handler, rows, typed):
    own = {one.point_id: (one.is_upheld, one.reason) for said in rows for one in said.opinions if one.handler_id == handler.pk}
    return FindingsForm(typed, rows=[(said.point, own.get(said.point.pk, (None, ""))) for said in rows])


def given(request, handler, form):
    """Whether it was kept; a refusal stands in the form, with what was typed."""
    hand_in = request.POST.get("do") == "hand_in"
    try:
        workflow.save_opinions(handler, form.given(), hand_in=hand_in, actor=request.actor)
    except Refused as refusal:
        refused_in(form, refusal)
        return False
    messages.success(request, _("Your opinion is handed in.") if hand_in else _("Your opinion is kept. Only you read it."))
    return True


@require_POST
@staff(*HANDLE)
def propose(request, public_id):
    appeal, handler = found(request, public_id)
    rows = queries.points_of(request.actor, appeal)
    form = FindingsForm(request.POST, rows=proposed(rows))
    try:
        if form.is_valid():
            workflow.propose_answer(appeal, form.given(), actor=request.actor)
            messages.success(request, _("The proposal is written. The officer drafts the answer from it."))
            return redirect("assess_appeal", public_id)
    except Refused as refusal:
        refused_in(form, refusal)
    return appeal_page(request, appeal, handler, rows, proposal=form, status=UNPROCESSABLE)


def proposed(rows):
    """The proposal as it stands, else what all agree on."""
    return [(said.point, (said.finding.is_upheld, said.finding.reason) if said.finding else agreed_on(said)) for said in rows]


def agreed_on(said):
    ways = {one.is_upheld for one in said.opinions}
    return (ways.pop() if len(ways) == 1 else None, "")


def appeal_page(request, appeal, handler, rows, *, opinion=None, proposal=None, status=200):
    actor, application = request.actor, appeal.application
    seal, waits = queries.latest_seal(actor, application), appeal.stage == AppealStage.HANDLED
    answers = queries.sealed_answers_of(actor, seal) if seal else []
    leads = waits and appeal.opinions_at and not appeal.outcome and permissions.can_propose_answer(actor, appeal)
    return render(request, "evaluations/assess/appeal.html", {
        "appeal": appeal, "application": application, "handler": handler, "rows": rows, "seal": seal, "answers": answers,
        "sealed": {answer.code: (answer, files) for answer, files in answers}, "handlers": list(queries.handlers_of(actor, appeal)),
        "file_page": "desk_case_file" if actor.reads_cases else "assess_file",
        "opinion": (opinion or opinion_form(handler, rows, None)) if waits and not handler.handed_in_at else None,
        "proposal": (proposal or FindingsForm(rows=proposed(rows))) if leads else None}, status=status)
