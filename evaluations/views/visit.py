"""The site visit as its provider sees it: dates to choose from, the day that was agreed, another one asked for."""
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.addresses import absolute_url
from core.forms import carried_out, filled
from core.ics import TYPE
from core.tenancy import found
from evaluations import permissions, queries, workflow
from evaluations.forms.visit import AnotherDayForm, ChooseForm, NoneSuitsForm
from evaluations.stages import Stage
from evaluations.views.answer import UNPROCESSABLE
from visits.calendar_file import calendar_of


def own(request, public_id):
    """The application behind the door, and what is agreed about its visit; before anything is there is no page."""
    application = found(queries.own_applications(request.actor), public_id)
    dates = queries.dates_of(application)
    if dates.visit is None and dates.offer is None:
        raise Http404
    return application, dates


@signed_in
def visit(request, public_id):
    return visit_page(request, *own(request, public_id))


def visit_page(request, application, dates, form=None):
    """`form`: one that came back with something to correct."""
    typed, choice = filled(request) if form is None else None, {"dates": dates.dates, "now": request.arrived_at}
    forms = {kind.prefix: form if isinstance(form, kind) else kind(kept(typed, kind), **asked)
             for kind, asked in ((ChooseForm, choice), (NoneSuitsForm, {}), (AnotherDayForm, {}))}
    may = permissions.can_agree_visit(request.actor, application)
    planned = dates.to_come is not None and dates.to_come.stage == "planned"
    may_choose = may and dates.waits_for_choice and application.stage == Stage.SITE_VISIT
    may_ask = may and planned and dates.to_answer is None
    is_shown = may_ask if isinstance(form, AnotherDayForm) else may_choose
    return render(request, "evaluations/portal/visit.html", {
        "application": application, "dates": dates, "forms": forms, "planned": planned, "may_choose": may_choose, "may_ask": may_ask,
        "gone": None if is_shown else form, "team": queries.told_team(application) if dates.visit else [],
    }, status=UNPROCESSABLE if form is not None else 200)


def kept(typed, kind):
    """What an expired session kept of this form."""
    return typed if typed and any(name.startswith(f"{kind.prefix}-") for name in typed) else None


def answered(request, application, dates, form, work, sentence):
    """A refusal stays beside what was typed."""
    if carried_out(request, form, work, sentence):
        return redirect("portal_visit", application.public_id)
    application.refresh_from_db()
    return visit_page(request, application, queries.dates_of(application), form)


@require_POST
@signed_in
def choose_date(request, public_id):
    application, dates = own(request, public_id)
    form = ChooseForm(request.POST, dates=dates.dates, now=request.arrived_at)
    return answered(request, application, dates, form, lambda said: workflow.choose_visit_date(
        application, **said, actor=request.actor, arrived_at=request.arrived_at),
        _("The date is agreed. The agency and the team are being told."))


@require_POST
@signed_in
def refuse_dates(request, public_id):
    application, dates = own(request, public_id)
    return answered(request, application, dates, NoneSuitsForm(request.POST), lambda said: workflow.refuse_visit_dates(
        application, **said, actor=request.actor), _("Your answer has arrived. The agency offers other dates or calls you."))


@require_POST
@signed_in
def ask_day(request, public_id):
    application, dates = own(request, public_id)
    return answered(request, application, dates, AnotherDayForm(request.POST), lambda said: workflow.ask_for_another_visit_day(
        application, **said, actor=request.actor), _("Your request has arrived. The visit stays on its day until the agency has answered."))


@signed_in
def visit_calendar(request, public_id):
    """The visit for one's own calendar, as its team has it too."""
    application, dates = own(request, public_id)
    if dates.visit is None:
        raise Http404
    answer = HttpResponse(calendar_of(dates.visit, absolute_url(request.agency, "portal_visit", application.public_id)), content_type=TYPE)
    answer["Content-Disposition"] = 'attachment; filename="visit.ics"'
    return answer
