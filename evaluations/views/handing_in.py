"""The pledge, handing in, taking back."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.errors import Refused
from core.forms import filled, refused_in
from evaluations import permissions, queries, workflow
from evaluations.forms.portal import PledgeForm, WithdrawForm
from evaluations.views.portal import found, may_withdraw


@signed_in
def pledge(request, public_id):
    application = found(queries.own_applications(request.actor), public_id)
    if request.method != "POST" and not application.is_writable:
        return redirect("portal_application", public_id)
    form = PledgeForm(filled(request), initial=pledged(application))
    if request.method == "POST" and form.is_valid():
        workflow.pledge(application, shows_head_name=form.cleaned_data["shows_head_name"], actor=request.actor)
        messages.success(request, _("The pledge is made."))
        return redirect("portal_application", public_id)
    return render(request, "evaluations/portal/pledge.html", {
        "application": application, "form": form, "may_write": permissions.can_write(request.actor, application)})


def pledged(application):
    """What was said before; nothing is ticked for anybody."""
    if application.pledged_at is None:
        return {}
    return {"agreed": True, "shows_head_name": "yes" if application.shows_head_name else "no"}


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
