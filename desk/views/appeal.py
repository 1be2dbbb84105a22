"""Appeals at the desk: the list with its clocks, who handles one, its answer drafted, released, approved or sent back."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.appeals import everything_of_appeal
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS, found_case
from desk.views.meeting import reason_given
from evaluations import queries, workflow
from evaluations.forms.appeal import AnswerForm, ApproveAnswerForm, ExtendAnswerForm, HandlersForm, PaperAppealForm
from evaluations.models import Appeal, AppealHandler
from evaluations.queries.appeal import period_of, refusal_of

PAGE = 50
LISTS = ("open", "late", "answered")


@staff(*READERS)
def appeals(request):
    which = request.GET.get("which", "open")
    which = which if which in LISTS else ""
    page = Paginator(queries.appeals_found(request.actor, which), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/appeals.html", {
        "page": page, "which": which, "counts": queries.appeal_counts(request.actor)})


def found(request, public_id):
    """The appeal behind the door, and the note that its people's data were read."""
    appeal = find_or_404(Appeal, request.actor, public_id=public_id, arrived_at__isnull=False)      # a draft is the provider's
    note_access(request, appeal.application, "appeal.read" if request.method == "GET" else "appeal.work")
    return appeal


@staff(*READERS)
def appeal(request, public_id):
    return appeal_page(request, found(request, public_id))


def appeal_page(request, appeal, **corrected):
    """`corrected`: a form that came back with something to correct, under its name."""
    return desk_page(request, "desk/appeal.html", everything_of_appeal(request, appeal, **corrected))


@require_POST
@staff(*WORKERS)
def name_handlers(request, public_id):
    appeal = found(request, public_id)
    form = HandlersForm(request.POST, candidates=queries.candidates_to_handle(appeal))
    if carried_out(request, form, lambda _said: workflow.name_handlers(appeal, **form.facts(), actor=request.actor),
                   _("They are named, and each is asked for a declaration.")):
        return redirect("desk_appeal", public_id)
    return appeal_page(request, appeal, handlers_form=form)


@require_POST
@staff(*WORKERS)
def end_handler(request, public_id):
    handler = find_or_404(AppealHandler, request.actor, public_id=public_id)
    appeal = found(request, handler.appeal.public_id)
    workflow.end_handler(handler, reason=reason_given(request), actor=request.actor)
    messages.success(request, _("This person no longer handles the appeal."))
    return redirect("desk_appeal", appeal.public_id)


@require_POST
@staff(*WORKERS)
def draft_answer(request, public_id):
    appeal = found(request, public_id)
    form = AnswerForm(request.POST, asks_follows=True, may_dismiss=True)
    if carried_out(request, form, lambda _said: workflow.draft_answer(appeal, **form.facts(), actor=request.actor),
                   _("The answer is drafted and waits for the manager.")):
        return redirect("desk_appeal", public_id)
    return appeal_page(request, appeal, answer_form=form)


@require_POST
@staff(*WORKERS)
def extend_answer(request, public_id):
    appeal, form = found(request, public_id), ExtendAnswerForm(request.POST)
    if carried_out(request, form, lambda said: workflow.extend_answer(appeal, **said, actor=request.actor),
                   _("The time is prolonged, and the provider is being told.")):
        return redirect("desk_appeal", public_id)
    return appeal_page(request, appeal, extend_form=form)


@require_POST
@fresh
@staff(Role.MANAGER)
def release_answer(request, public_id):
    workflow.release_answer(found(request, public_id), request.POST.get("seen", ""), actor=request.actor)
    messages.success(request, _("It is released and waits for the director."))
    return redirect("desk_appeal", public_id)


@require_POST
@fresh
@staff(Role.DIRECTOR)
def approve_answer(request, public_id):
    appeal, form = found(request, public_id), ApproveAnswerForm(request.POST)
    if carried_out(request, form, lambda said: workflow.approve_answer(appeal, said["seen"], actor=request.actor),
                   _("It is approved: the answer goes out, and what follows from it is done.")):
        return redirect("desk_appeal", public_id)
    return appeal_page(request, appeal, approve_form=form)


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR)
def send_back_answer(request, public_id):
    workflow.send_back_answer(found(request, public_id), reason_given(request), actor=request.actor)
    messages.success(request, _("It is sent back, and its drafter is told why."))
    return redirect("desk_appeal", public_id)


@staff(*WORKERS)
def appeal_on_paper(request, public_id):
    """When the paper came; then the provider's own pages of the appeal."""
    application, form = found_case(request, public_id), PaperAppealForm(filled(request))
    made = carried_out(request, form, lambda said: workflow.start_appeal_on_paper(application, **said, actor=request.actor),
                       _("Now enter what stands on the paper, point by point, and hand it in."))
    if made:
        return redirect("portal_appeal", made.public_id)
    decision = refusal_of(application)
    return desk_page(request, "desk/appeal_on_paper.html", {
        "form": form, "case": application, "period": period_of(application, decision) if decision else None})
