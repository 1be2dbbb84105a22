"""The day of a case's visit, for officers and managers: offered, fixed, moved; and what follows a visit that fell short."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core.forms import carried_out
from desk.cases import is_offered
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS, found_case
from desk.visit_planning import planning_of
from evaluations import queries, workflow
from evaluations.forms.visit import DatesReasonForm, MoveVisitForm, OfferForm, VisitForm


@staff(*READERS)
def visit_planning(request, public_id):
    return planning_page(request, found_case(request, public_id))


def planning_page(request, application, form=None):
    """`form`: one that came back with something to correct."""
    context = planning_of(request, application, form)
    if form is not None and not is_offered(form, context):              # the day was agreed meanwhile: the form is gone
        for sentence in [words for several in form.errors.values() for words in several]:
            messages.error(request, sentence)
    return desk_page(request, "desk/visit_planning.html", context)


def agreed(request, application, form, work, sentence):
    """An act about the day; what is wrong stands beside the question, and nothing typed is lost."""
    if carried_out(request, form, lambda said: work(application, **said, actor=request.actor), sentence):
        return redirect("desk_visit_planning", application.public_id)
    return planning_page(request, application, form)


def against(request, application):
    return lambda moments, hours: queries.against(request.actor, application, moments, hours)


@require_POST
@staff(*WORKERS)
def offer_dates(request, public_id):
    application = found_case(request, public_id)
    form = OfferForm(request.POST, against=against(request, application))
    return agreed(request, application, form, lambda application, *, hours, actor, **said: workflow.offer_visit_dates(
        application, dates=form.given, hours=hours, actor=actor), _("The dates are offered; the provider and the team are being told."))


@require_POST
@staff(*WORKERS)
def take_back_dates(request, public_id):
    application = found_case(request, public_id)
    return agreed(request, application, DatesReasonForm(request.POST, prefix="back"), workflow.take_back_visit_dates,
                  _("The dates are taken back; the provider and the team are being told."))


@require_POST
@staff(*WORKERS)
def plan_visit(request, public_id):
    application = found_case(request, public_id)
    return agreed(request, application, VisitForm(request.POST, against=against(request, application)), workflow.plan_site_visit,
                  _("The visit is planned; the team and the provider are being told."))


@require_POST
@staff(*WORKERS)
def move_visit(request, public_id):
    application = found_case(request, public_id)
    hours = getattr(queries.dates_of(application).to_come, "hours", 1)
    return agreed(request, application, MoveVisitForm(request.POST, against=against(request, application), hours=hours),
                  workflow.move_site_visit, _("The visit is moved; the team and the provider are being told."))


@require_POST
@staff(*WORKERS)
def decline_day(request, public_id):
    application = found_case(request, public_id)
    return agreed(request, application, DatesReasonForm(request.POST, prefix="decline"), workflow.decline_another_visit_day,
                  _("The visit stays on its day; the provider is being told why."))


@require_POST
@staff(*WORKERS)
def report_missed(request, public_id):
    application = found_case(request, public_id)
    return agreed(request, application, DatesReasonForm(request.POST, prefix="missed"), workflow.report_visit_missed,
                  _("It is noted that the visit was not carried out; the team and the provider are being told."))


@require_POST
@staff(*WORKERS)
def ask_all_again(request, public_id):
    application = found_case(request, public_id)
    return agreed(request, application, DatesReasonForm(request.POST, prefix="all"), workflow.look_at_all_again,
                  _("The next visit asks about everything again."))


@require_POST
@staff(Role.MANAGER)
def go_on_without_visit(request, public_id):
    application = found_case(request, public_id)
    return agreed(request, application, DatesReasonForm(request.POST, prefix="go"), workflow.go_on_without_visit,
                  _("The case goes on without a further visit; the provider is being told."))
