"""Corrective actions at the desk: which there are, one with what was handed in, answered, its effect checked, dropped."""
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from aftercare import queries, workflow
from aftercare.forms.correction import AnswerCorrectionForm, DropForm, EffectForm
from aftercare.models import CorrectiveAction
from aftercare.permissions import can_watch, why_tied
from aftercare.watching_stages import CorrectionStage
from core.access_log import note_access
from core.forms import carried_out
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.sanction_origin import following_correction
from desk.views.case import PAGE, READERS, WORKERS

BY_DAY = ("overdue", "check", "handed_over")


@staff(*READERS)
def corrections(request):
    which = request.GET.get("which", "")
    which = which if which in (*CorrectionStage.values, *BY_DAY) else ""
    page = Paginator(queries.corrections_found(request.actor, which), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/correctives.html", {"page": page, "which": which, "stages": CorrectionStage.choices})


def found(request, public_id):
    action = find_or_404(CorrectiveAction, request.actor, public_id=public_id)
    note_access(request, action, "correction.read")
    return action


@staff(*READERS)
def correction(request, public_id):
    return correction_page(request, found(request, public_id))


def correction_page(request, action, **corrected):
    """`corrected`: a form that came back with something to correct, under its name."""
    return desk_page(request, "desk/corrective.html", {
        "action": action, "submissions": list(queries.submissions_of(request.actor, action)),
        "tied": why_tied(request.actor, action.provider) if action.stage != CorrectionStage.CLOSED else "",
        "forms": forms_of(action, corrected) if can_watch(request.actor, action.provider) else {},
        **following_correction(request.actor, action)})


def forms_of(action, corrected):
    """What may be done at its stage."""
    forms = {} if action.stage == CorrectionStage.CLOSED else {"drop": DropForm()}
    if action.stage == CorrectionStage.SUBMITTED:
        forms["answer"] = AnswerCorrectionForm()
    if action.check_is_due:
        forms["effect"] = EffectForm()
    return forms | corrected


def done(request, action, name, form, work, sentence):
    if carried_out(request, form, lambda said: work(action, **said, actor=request.actor), sentence):
        return redirect("desk_corrective", action.public_id)
    return correction_page(request, action, **{name: form})


@require_POST
@staff(*WORKERS)
def answer_correction(request, public_id):
    return done(request, found(request, public_id), "answer", AnswerCorrectionForm(request.POST), workflow.answer_correction,
                _("It is answered, and the provider is being told."))


@require_POST
@staff(*WORKERS)
def note_effect(request, public_id):
    return done(request, found(request, public_id), "effect", EffectForm(request.POST), workflow.note_effect,
                _("What the check found is noted, and the provider is being told."))


@require_POST
@staff(*WORKERS)
def drop_correction(request, public_id):
    return done(request, found(request, public_id), "drop", DropForm(request.POST), workflow.drop_correction,
                _("It is no longer asked for, and the provider is being told."))
