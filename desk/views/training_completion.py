"""Completion: the run's list with its rule, one person's completion with its history, one's own with the certificate."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.guards import signed_in, staff
from core.errors import Refused
from core.files import serve_copy
from core.forms import carried_out
from core.tenancy import current_agency_id, find_or_404
from desk.training import training_page
from training.completion_rule import SURVEY_DAYS
from training.forms.completion import DecisionForm, ReissueForm
from training.models import Completion, CompletionPaper, Enrolment, Run
from training.models.course import READERS
from training.permissions import KEEPERS, can_keep_training
from training.queries import completion as queries
from training.queries.attendance import presence_in
from training.queries.coverage import own_duties
from training.queries.test import best_scores
from training.workflow import completion as workflow


@staff(*READERS)
def run_completion(request, public_id):
    run = own_run(request, public_id)
    people = queries.participants_in(request.actor, run)
    completed = sum(bool(one.completion and one.completion.is_completed) for one in people)
    return training_page(request, "desk/training_run_completion.html", {
        "run": run, "people": people, "completed": completed, "days": SURVEY_DAYS, "may_keep": can_keep_training(request.actor)})


@require_POST
@staff(*KEEPERS)
def finish_run(request, public_id):
    run = own_run(request, public_id)
    found = workflow.finish_run(run, **known_of(request, run), actor=request.actor)
    completed = sum(one.is_completed for one in found)
    messages.success(request, _("The run is finished: %(completed)d of %(of)d have completed. Their certificates are being made.") % {
        "completed": completed, "of": len(found)})
    return redirect("training_run_completion", run.public_id)


@require_POST
@staff(*KEEPERS)
def work_out_anew(request, public_id):
    run = own_run(request, public_id)
    changed = workflow.work_out_anew(run, **known_of(request, run), actor=request.actor)
    messages.success(request, ngettext("Worked out anew: %(count)d completion has changed.",
                                       "Worked out anew: %(count)d completions have changed.", changed) % {"count": changed})
    return redirect("training_run_completion", run.public_id)


def known_of(request, run):
    return {"presence": presence_in(request.actor, run), "scores": best_scores(request.actor, run)}


def own_run(request, public_id):
    return find_or_404(Run, request.actor, public_id=public_id, agency=current_agency_id())


@staff(*READERS)
def completion(request, public_id):
    """One participant of a run that is held here: what counts, what counted before, every edition of the certificate."""
    enrolment = held_here(request, public_id)
    decision, reissue = DecisionForm(request.POST or None), ReissueForm()
    may_keep = can_keep_training(request.actor)
    if may_keep and carried_out(request, decision, lambda said: workflow.decide_by_hand(enrolment, **said, actor=request.actor),
                                _("The result is decided.")):
        return redirect("training_completion", enrolment.public_id)
    return completion_page(request, enrolment, decision if may_keep else None, reissue if may_keep else None)


def completion_page(request, enrolment, decision, reissue):
    history = list(queries.history_of(request.actor, enrolment))
    return training_page(request, "desk/training_completion.html", {
        "enrolment": enrolment, "history": history, "current": next((one for one in history if one.is_current), None),
        "papers": queries.papers_of(request.actor, enrolment), "decision": decision, "reissue": reissue})


def held_here(request, public_id):
    return find_or_404(Enrolment, request.actor, public_id=public_id, host=current_agency_id())


@require_POST
@staff(*KEEPERS)
def reissue_paper(request, public_id):
    enrolment = held_here(request, public_id)
    form = ReissueForm(request.POST)
    current = find_or_404(Completion, request.actor, enrolment=enrolment, is_current=True)
    if carried_out(request, form, lambda said: workflow.issue_paper(current, **said, actor=request.actor),
                   _("The certificate is issued again. The older one is kept and marked as replaced.")):
        return redirect("training_completion", enrolment.public_id)
    return completion_page(request, enrolment, DecisionForm(), form)


@signed_in
def my_completions(request):
    return training_page(request, "desk/training_my_completions.html", {
        "rows": queries.own_completions(request.actor), "duties": own_duties(request.actor), "days": SURVEY_DAYS})


@signed_in
def my_certificate(request, public_id):
    """Of one's own enrolment. Before completion, or before it is made: a sentence."""
    enrolment = queries.own_enrolment(request.actor, public_id)
    if enrolment is None:
        raise Http404
    if enrolment.stage != enrolment.Stage.COMPLETED:
        raise Refused(_("The certificate is there once the course is completed."))
    paper = queries.papers_of(request.actor, enrolment).first()
    if paper is None:
        raise Refused(_("The certificate is being made. Until the house that holds the course has its signing key, it waits for it."))
    return serve_copy(paper)


@signed_in
def completion_paper(request, public_id):
    """One edition: for the participant, the readers of both houses and who teaches in the run."""
    return serve_copy(find_or_404(CompletionPaper, request.actor, public_id=public_id))
