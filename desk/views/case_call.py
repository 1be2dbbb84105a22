"""Calls for excellent cases: at Central written and published, at an agency read and answered."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.case_permissions import can_keep_calls, can_nominate, can_publish_calls
from agencies.forms.case_call import CallForm
from agencies.forms.nomination import BeginNominationForm
from agencies.houses import agencies_only, central_only
from agencies.permissions import at_central
from agencies.queries import case_call as queries
from agencies.queries.nomination import nominated_for, own_invitations, own_nominations
from agencies.workflow import case_call as workflow
from core.forms import carried_out, filled
from core.tenancy import current_agency_id, found
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from panels.queries import bodies_of

PAGE = 20


@staff()
def calls(request):
    page = Paginator(queries.calls_of(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/case_calls.html", {"page": page, "may_keep": can_keep_calls(request.actor)})


@staff()
def case_call(request, public_id):
    return call_page(request, found(queries.calls_of(request.actor), public_id))


def call_page(request, call, begin=None):
    """`begin`: a nomination's title with something to correct."""
    actor = request.actor
    may_nominate = can_nominate(actor) and call.is_open()
    return desk_page(request, "desk/case_call.html", {
        "call": call, "criteria": queries.criteria_of(actor, call), **(of_central(actor, call) if at_central() else {
            "own": list(own_nominations(actor).filter(call=call)) if actor.reads_cases else [],
            "begin": (begin or BeginNominationForm()) if may_nominate else None})})


def of_central(actor, call):
    """What came, who judges how far, and what is to be done next; for who reads cases."""
    if not actor.reads_cases:
        return {}
    keeps = can_keep_calls(actor)
    return {"nominations": list(nominated_for(actor, call)), "progress": queries.progress_of(call), "at_central": True,
            "may_change": keeps and call.state == "draft", "may_publish": can_publish_calls(actor) and call.state == "draft",
            "may_open": keeps and call.state == "closed", "may_close": keeps and call.state == "judging"}


def bodies_here(actor):
    return bodies_of(actor).filter(agency=current_agency_id())


@staff(*WORKERS)
@central_only
def draft(request):
    actor, before = request.actor, queries.latest_call(request.actor)
    form = CallForm(filled(request), bodies=bodies_here(actor), before=before, criteria=queries.criteria_of(actor, before))
    made = carried_out(request, form, lambda _said: workflow.draft_call(**form.facts(), actor=actor),
                       _("The call is drafted. Nobody outside reads it before it is published."))
    if made:
        return redirect("case_call", made.public_id)
    return desk_page(request, "desk/case_call_form.html", {"form": form, "call": None})


@staff(*WORKERS)
@central_only
def change(request, public_id):
    call, actor = found(queries.own_calls(request.actor), public_id), request.actor
    form = CallForm(filled(request), bodies=bodies_here(actor), call=call, criteria=queries.criteria_of(actor, call))
    if carried_out(request, form, lambda said: workflow.change_call(call, base_version=said["version"], **form.facts(), actor=actor),
                   _("The call is changed.")):
        return redirect("case_call", public_id)
    return desk_page(request, "desk/case_call_form.html", {"form": form, "call": call})


@require_POST
@staff(Role.MANAGER)
@central_only
def publish(request, public_id):
    workflow.publish_call(found(queries.own_calls(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The call is published. Every agency is invited."))
    return redirect("case_call", public_id)


@staff(*READERS)
@agencies_only
def invitation(request, public_id):
    """Where a message and a reminder lead."""
    return redirect("case_call", found(own_invitations(request.actor), public_id).call.public_id)
