"""A self-diagnosis becomes the self-assessment of a draft: what would be filled and what is left is shown first."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.guards import signed_in
from core.errors import Refused
from core.tenancy import found
from evaluations import permissions, workflow
from evaluations.queries import own_applications
from evaluations.queries.diagnosis import diagnoses_of, taking_over


@signed_in
def take_over(request, public_id):
    """By the application's id; `diagnosis` names which one, by itself it is the newest."""
    application = found(own_applications(request.actor), public_id)
    if not application.is_writable:
        return redirect("portal_application", public_id)
    own = list(diagnoses_of(request.actor).filter(provider=application.provider))
    asked = request.POST.get("diagnosis") or request.GET.get("diagnosis")
    chosen = chosen_of(own, asked)
    if request.method == "POST" and chosen and carried(request, chosen, application):
        return redirect("portal_application", public_id)
    return render(request, "evaluations/diagnosis/take_over.html", {
        "application": application, "own": own, "chosen": chosen,
        "plan": taking_over(request.actor, chosen, application) if chosen else None,
        "may_write": bool(chosen) and permissions.can_write(request.actor, application) and permissions.can_diagnose(
            request.actor, application.provider)})


def chosen_of(own, asked):
    """Of one's own; what is asked for and is nobody's here is an unknown page."""
    if not asked:
        return own[0] if own else None
    chosen = next((one for one in own if str(one.public_id) == asked), None)
    if chosen is None:
        raise Http404
    return chosen


def carried(request, diagnosis, application):
    """Whether it was done; else a sentence says why not."""
    try:
        count, left = workflow.take_over_diagnosis(diagnosis, application, actor=request.actor)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return False
    messages.success(request, ngettext("%(count)d answer is filled from the self-diagnosis. Look through it and add the evidence.",
                                       "%(count)d answers are filled from the self-diagnosis. Look through them and add the evidence.",
                                       count) % {"count": count})
    if left:
        messages.info(request, _("Left as they stood: %(codes)s.") % {"codes": ", ".join(left)})
    return True
