"""The pledge, handing in, taking back."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.errors import Refused
from core.forms import filled, refused_in
from core.tenancy import found
from evaluations import permissions, queries, workflow
from evaluations.forms.portal import PledgeForm, WithdrawForm
from evaluations.pledge import QUESTIONS, Kind
from evaluations.task_list import groups_of
from evaluations.views.portal import may_withdraw


@signed_in
def pledge(request, public_id):
    application = found(queries.own_applications(request.actor), public_id)
    if request.method != "POST" and not application.is_writable:
        return redirect("portal_application", public_id)
    form = PledgeForm(filled(request), initial=pledged(application))
    if request.method == "POST" and form.is_valid():
        workflow.pledge(application, shows_head_name=form.cleaned_data["shows_head_name"],
                        asks_authorities=form.cleaned_data["asks_authorities"], actor=request.actor)
        messages.success(request, _("The pledge is made, and what you agreed to is kept."))
        return redirect("portal_application", public_id)
    return render(request, "evaluations/portal/pledge.html", {
        "application": application, "asked": asked(form), "form": form,
        "may_write": permissions.can_write(request.actor, application)})


def asked(form):
    """[(Question, the field that answers it)]"""
    fields = {Kind.PLEDGE: "agreed", Kind.PERSONAL_DATA: "personal_data", Kind.DISPOSITIONS: "asks_authorities",
              Kind.HEAD_NAME: "shows_head_name"}
    return [(QUESTIONS[kind], form[name]) for kind, name in fields.items()]


def pledged(application):
    """What was said before; nothing is ticked for anybody."""
    if application.pledged_at is None:
        return {}
    said = {"asks_authorities": application.asks_authorities, "shows_head_name": application.shows_head_name}
    return {"agreed": True, "personal_data": True} | {name: "yes" if agreed else "no" for name, agreed in said.items()}


@signed_in
def preview(request, public_id):
    """What everybody would read once it is certified."""
    application = found(queries.own_applications(request.actor), public_id)
    groups = groups_of(queries.answers_of(request.actor, application))
    return render(request, "evaluations/portal/preview.html", {
        "application": application, "areas": [(group.area, len(group.tasks)) for group in groups]})


@require_POST
@signed_in
def submit(request, public_id):
    """In time is who arrived in time. A second click finds the receipt."""
    application = found(queries.own_applications(request.actor), public_id)
    try:
        application = workflow.submit_application(application, actor=request.actor, arrived_at=request.arrived_at)
        messages.success(request, _("The application has arrived. Its receipt number is %(number)s.") % {"number": application.number})
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("portal_application", public_id)


@signed_in
def withdraw(request, public_id):
    application = found(queries.own_applications(request.actor), public_id)
    form = WithdrawForm(filled(request))
    if request.method == "POST" and form.is_valid():
        try:
            workflow.withdraw_application(application, reason=form.cleaned_data["reason"], actor=request.actor)
            messages.success(request, _("The application is withdrawn."))
            return redirect("portal_application", public_id)
        except Refused as refusal:
            refused_in(form, refusal)
    return render(request, "evaluations/portal/withdraw.html", {
        "application": application, "form": form, "may_withdraw": may_withdraw(request.actor, application)})
