"""A nomination through its house: given to be approved, released, handed in by the director, or sent back."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from agencies.forms.nomination import HandInNominationForm
from agencies.forms.report import SendBackForm
from agencies.houses import agencies_only
from agencies.queries.nomination import own_nominations
from agencies.workflow import nomination_approval as workflow
from core.forms import carried_out
from core.tenancy import found
from desk.nominating import nomination_page
from desk.views.case import WORKERS


@require_POST
@staff(*WORKERS)
@agencies_only
def give(request, public_id):
    workflow.give_nomination(found(own_nominations(request.actor), public_id), actor=request.actor, arrived_at=request.arrived_at)
    messages.success(request, _("It is given to be approved. Until then nobody can change it."))
    return redirect("nomination", public_id)


@require_POST
@fresh
@staff(Role.MANAGER)
@agencies_only
def release(request, public_id):
    workflow.release_nomination(found(own_nominations(request.actor), public_id), request.POST.get("seen", ""), actor=request.actor)
    messages.success(request, _("It is released and waits for the director."))
    return redirect("nomination", public_id)


@require_POST
@fresh
@staff(Role.DIRECTOR)
@agencies_only
def hand_in(request, public_id):
    row, form = found(own_nominations(request.actor), public_id), HandInNominationForm(request.POST)
    if carried_out(request, form, lambda said: workflow.hand_in_nomination(row, said["seen"], actor=request.actor,
                                                                           arrived_at=request.arrived_at),
                   _("The nomination is handed in. The Central institute reads it from now on."), beside_only=True):
        return redirect("nomination", public_id)
    return nomination_page(request, row, hand_in=form)


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR)
@agencies_only
def send_back(request, public_id):
    row, form = found(own_nominations(request.actor), public_id), SendBackForm(request.POST, prefix="back")
    if carried_out(request, form, lambda said: workflow.send_nomination_back(row, **said, actor=request.actor),
                   _("It is sent back and can be written again."), beside_only=True):
        return redirect("nomination", public_id)
    return nomination_page(request, row, back=form)
