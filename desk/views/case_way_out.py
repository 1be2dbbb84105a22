"""The way out of a stage, pressed by a manager with a reason: each press is one word of the workflow."""
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from desk.views.case import found_case
from desk.views.case_act import acted
from evaluations import workflow
from evaluations.forms.way_out import ExtendPeriodForm, ReopenForm, SetAsideForm, WithdrawOnRequestForm
from evaluations.stages import Stage


@require_POST
@staff(Role.MANAGER)
def reopen_case(request, public_id):
    application = found_case(request, public_id)
    kind = SetAsideForm if application.stage == Stage.DECIDED else ReopenForm
    return acted(request, application, kind(request.POST),
                 lambda said: workflow.reopen_stage(application, **said, actor=request.actor),
                 _("It is reopened. Those concerned are being told why."))


@require_POST
@staff(Role.MANAGER)
def extend_period(request, public_id):
    application = found_case(request, public_id)
    return acted(request, application, ExtendPeriodForm(request.POST),
                 lambda said: workflow.extend_period(application, **said, actor=request.actor), _("The period is prolonged."))


@require_POST
@staff(Role.MANAGER)
def withdraw_case(request, public_id):
    application = found_case(request, public_id)
    return acted(request, application, WithdrawOnRequestForm(request.POST),
                 lambda said: workflow.withdraw_on_request(application, **said, actor=request.actor),
                 _("The application is withdrawn at the provider's request, and the provider is being told."))
