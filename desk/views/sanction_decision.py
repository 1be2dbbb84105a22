"""Who proposes about a sanction, its decision on the way through the house, and the answer to an appeal against it."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from aftercare import workflow
from aftercare.forms import sanction as forms
from aftercare.models import SanctionAppeal, SanctionHandler
from aftercare.queries.sanction import appeal_against
from aftercare.queries.sanction_handlers import candidates_for
from core.forms import carried_out
from core.tenancy import find_or_404
from desk.views.case import READERS, WORKERS
from desk.views.meeting import reason_given
from desk.views.sanction import acted, found, sanction_page
from evaluations.forms.appeal import ExtendAnswerForm


@require_POST
@staff(*WORKERS)
def name_handlers(request, public_id):
    """Of the appeal, once there is one."""
    sanction = found(request, public_id)
    row = appeal_against(request.actor, sanction) or sanction
    form = forms.SanctionHandlersForm(request.POST, candidates=candidates_for(row))
    if carried_out(request, form, lambda _said: workflow.name_sanction_handlers(row, **form.facts(), actor=request.actor),
                   _("They are named, and each is asked for a declaration.")):
        return redirect("desk_sanction", public_id)
    return sanction_page(request, sanction, handlers_form=form)


@require_POST
@staff(*WORKERS)
def end_handler(request, public_id):
    handler = find_or_404(SanctionHandler, request.actor, public_id=public_id)
    sanction = found(request, handler.sanction.public_id)
    workflow.end_sanction_handler(handler, reason=reason_given(request), actor=request.actor)
    messages.success(request, _("This person no longer handles it."))
    return redirect("desk_sanction", sanction.public_id)


@require_POST
@staff(*WORKERS)
def draft_decision(request, public_id):
    return acted(request, public_id, "decision_form", forms.DecisionForm(request.POST), workflow.draft_decision,
                 _("The decision is drafted and waits for the manager."))


@require_POST
@fresh
@staff(Role.MANAGER)
def release_decision(request, public_id):
    workflow.release_decision(found(request, public_id), request.POST.get("seen", ""), actor=request.actor)
    messages.success(request, _("It is released and waits for the director."))
    return redirect("desk_sanction", public_id)


@require_POST
@fresh
@staff(Role.OBSERVER)
def assent_decision(request, public_id):
    return acted(request, public_id, "assent", forms.AssentForm(request.POST),
                 lambda row, seen, has_read, actor: workflow.assent_decision(row, seen, actor=actor),
                 _("The city has agreed. It waits for the director."))


@require_POST
@fresh
@staff(Role.DIRECTOR)
def approve_decision(request, public_id):
    return acted(request, public_id, "approve", forms.ApproveDecisionForm(request.POST),
                 lambda row, seen, has_read, actor: workflow.approve_decision(row, seen, actor=actor),
                 _("It is approved: the provider is told, and on its day it takes effect."))


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR, Role.OBSERVER)
def send_back_decision(request, public_id):
    workflow.send_back_decision(found(request, public_id), reason_given(request), actor=request.actor)
    messages.success(request, _("It is sent back, and its drafter is told why."))
    return redirect("desk_sanction", public_id)


# ---- the appeal

def appealed(request, public_id):
    appeal = find_or_404(SanctionAppeal, request.actor, public_id=public_id)
    found(request, appeal.sanction.public_id)
    return appeal


def answered(request, public_id, name, form, work, sentence):
    """One deed about the appeal."""
    appeal = appealed(request, public_id)
    if carried_out(request, form, lambda said: work(appeal, **said, actor=request.actor), sentence):
        return redirect("desk_sanction", appeal.sanction.public_id)
    return sanction_page(request, appeal.sanction, **{name: form})


@staff(*READERS)
def of_appeal(request, public_id):
    """Where reminders and approvals lead."""
    return redirect("desk_sanction", appealed(request, public_id).sanction.public_id)


@require_POST
@staff(*WORKERS)
def draft_answer(request, public_id):
    form = forms.AnswerAboutForm(request.POST, in_part=appealed(request, public_id).proposal == "partly")
    return answered(request, public_id, "answer_form", form, workflow.draft_answer_about,
                    _("The answer is drafted and waits for the manager."))


@require_POST
@staff(*WORKERS)
def extend_answer(request, public_id):
    return answered(request, public_id, "extend_form", ExtendAnswerForm(request.POST), workflow.extend_answer_about,
                    _("The time is prolonged, and the provider is being told."))


@require_POST
@fresh
@staff(Role.MANAGER)
def release_answer(request, public_id):
    appeal = appealed(request, public_id)
    workflow.release_answer_about(appeal, request.POST.get("seen", ""), actor=request.actor)
    messages.success(request, _("It is released and waits for the director."))
    return redirect("desk_sanction", appeal.sanction.public_id)


@require_POST
@fresh
@staff(Role.DIRECTOR)
def approve_answer(request, public_id):
    return answered(request, public_id, "answer_approve", forms.ApproveDecisionForm(request.POST),
                    lambda row, seen, has_read, actor: workflow.approve_answer_about(row, seen, actor=actor),
                    _("It is approved: the answer goes out, and what follows from it is done."))


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR)
def send_back_answer(request, public_id):
    appeal = appealed(request, public_id)
    workflow.send_back_answer_about(appeal, reason_given(request), actor=request.actor)
    messages.success(request, _("It is sent back, and its drafter is told why."))
    return redirect("desk_sanction", appeal.sanction.public_id)
