"""What the judges' meeting chose: written down, released, approved, and with that published."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from agencies import case_permissions as permissions
from agencies.forms.case_call import ApproveChoiceForm, ChoiceForm
from agencies.forms.report import SendBackForm
from agencies.houses import central_only
from agencies.queries import case_call as queries
from agencies.workflow import case_choice as workflow
from core.forms import carried_out
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from panels.stages import ApprovalStage


@staff(*READERS)
@central_only
def case_choice(request, public_id):
    return choice_page(request, found(queries.own_calls(request.actor), public_id))


def choice_page(request, call, **forms):
    """A form in `forms` came back with something to correct."""
    actor = request.actor
    ranked, choices = queries.ranking_of(actor, call), queries.choices_of(actor, call)
    return desk_page(request, "desk/case_choice.html", {
        "call": call, "ranked": ranked, "chosen": [(one, choices.get(one.nomination.pk)) for one in ranked],
        "steps": queries.steps_of_choice(call), **deeds(actor, call, ranked, choices, **forms)})


def deeds(actor, call, ranked, choices, *, draft=None, back=None, approve=None):
    """What may be done now; the workflow asks again."""
    approval = queries.approval_of_choice(call)
    stage, is_open = approval.stage if approval else None, call.state == "judged"
    digest = workflow.digest_of_choice(call) if approval else ""
    may_draft = is_open and permissions.can_keep_calls(actor) and stage != ApprovalStage.RELEASED
    may_approve = is_open and stage == ApprovalStage.RELEASED and permissions.can_approve_choice(actor)
    can_read = permissions.can_publish_calls(actor) or permissions.can_approve_choice(actor)
    may_send_back = is_open and stage == ApprovalStage.RELEASED and can_read
    return {"digest": digest, "draft": draft or (ChoiceForm(ranked=ranked, choices=choices) if may_draft else None),
            "may_release": is_open and stage == ApprovalStage.DRAFTED and permissions.can_publish_calls(actor),
            "approve": approve or (ApproveChoiceForm(initial={"seen": digest}) if may_approve else None),
            "back": back or (SendBackForm(prefix="back") if may_send_back else None)}


@require_POST
@staff(*WORKERS)
@central_only
def draft(request, public_id):
    call, actor = found(queries.own_calls(request.actor), public_id), request.actor
    form = ChoiceForm(request.POST, ranked=queries.ranking_of(actor, call), choices={})
    if carried_out(request, form, lambda _said: workflow.draft_choice(call, form.chosen(), actor=actor),
                   _("It is drafted and waits for the manager.")):
        return redirect("case_choice", public_id)
    return choice_page(request, call, draft=form)


@require_POST
@fresh
@staff(Role.MANAGER)
@central_only
def release(request, public_id):
    workflow.release_choice(found(queries.own_calls(request.actor), public_id), request.POST.get("seen", ""), actor=request.actor)
    messages.success(request, _("It is released and waits for the director."))
    return redirect("case_choice", public_id)


@require_POST
@fresh
@staff(Role.DIRECTOR)
@central_only
def approve(request, public_id):
    call, form = found(queries.own_calls(request.actor), public_id), ApproveChoiceForm(request.POST)
    if carried_out(request, form, lambda said: workflow.approve_choice(call, said["seen"], actor=request.actor),
                   _("It is decided. Selected cases are published, and every agency is told."), beside_only=True):
        return redirect("case_call", public_id)
    return choice_page(request, call, approve=form)


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR)
@central_only
def send_back(request, public_id):
    call, form = found(queries.own_calls(request.actor), public_id), SendBackForm(request.POST, prefix="back")
    if carried_out(request, form, lambda said: workflow.send_choice_back(call, **said, actor=request.actor),
                   _("It is sent back, and its drafter is told why."), beside_only=True):
        return redirect("case_choice", public_id)
    return choice_page(request, call, back=form)
