"""Results before the committee, and all of them made final with one approval."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from agencies.forms.result import ApproveResultsForm, SeenForm
from agencies.houses import central_only
from agencies.models import Participation
from agencies.queries.result import year_lines
from agencies.workflow import result_final
from agencies.workflow.result_committee import put_result_on_agenda
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.meeting import asked_for, reason_given
from desk.views.scores import READERS, WORKERS, back_to, found_set
from panels import permissions
from panels.models import Approval, Meeting
from panels.queries import meetings_of, steps_of
from panels.queries.committee import committees_own
from panels.workflow.meeting import UNFINISHED


@staff(*READERS)
@central_only
def committee(request, public_id):
    """What can come before a meeting now, and what waits for what."""
    indicator_set = found_set(request, public_id)
    lines = year_lines(request.actor, indicator_set)
    meetings = [one for one in meetings_of(request.actor) if one.stage in UNFINISHED]
    return desk_page(request, "desk/management_committee.html", {
        "set": indicator_set, "lines": lines, "meetings": meetings,
        "ready": [line for line in lines if line.result and not line.decision and not line.is_before_committee],
        "may_conduct": permissions.can_conduct(request.actor)})


@require_POST
@staff(*WORKERS)
@central_only
def put_on_agenda(request, public_id):
    """Every agency that was ticked; one that cannot come before the meeting leaves all of them off."""
    indicator_set = found_set(request, public_id)
    meeting = committees_own(Meeting, request.actor, public_id=next(iter(asked_for(request, "meeting")), None))
    parts = [find_or_404(Participation, request.actor, public_id=one, indicator_set=indicator_set) for one in asked_for(request, "part")]
    for part in parts:
        put_result_on_agenda(part, meeting, actor=request.actor)
    messages.success(request, ngettext("%(count)d result is on the agenda.", "%(count)d results are on the agenda.", len(parts)) % {
        "count": len(parts)})
    return redirect("desk_meeting", meeting.public_id)


@staff(*READERS)
@central_only
def approval(request, public_id):
    return approval_page(request, found_set(request, public_id))


def approval_page(request, indicator_set, form=None):
    """`form`: a confirmation with something to correct."""
    lines, found = year_lines(request.actor, indicator_set), result_final.approval_for(indicator_set)
    digest = result_final.digest_of(lines)
    return desk_page(request, "desk/management_approval.html", {
        "set": indicator_set, "lines": lines, "approval": found, "steps": list(steps_of(found)) if found else [],
        "is_other": bool(found) and found.stage != Approval.Stage.APPROVED and found.digest != digest,
        "release": SeenForm(initial={"seen": digest}), "approve": form or ApproveResultsForm(initial={"seen": digest}),
        **rights(request.actor, found, lines)})


def rights(actor, found, lines):
    """Which buttons the page shows; the workflow asks again."""
    stage, is_decided = found.stage if found else None, bool(lines) and all(line.decision for line in lines)
    is_final = bool(lines) and all(line.result and line.result.is_final for line in lines)
    return {"is_decided": is_decided, "is_final": is_final,
            "may_draft": is_decided and not is_final and permissions.can_draft(actor) and stage in (None, Approval.Stage.SENT_BACK),
            "may_release": stage == Approval.Stage.DRAFTED and permissions.can_release(actor),
            "may_approve": stage == Approval.Stage.RELEASED and permissions.can_approve(actor),
            "may_send_back": stage == Approval.Stage.RELEASED and permissions.can_send_back(actor)}


@require_POST
@staff(*WORKERS)
@central_only
def draft(request, public_id):
    indicator_set = found_set(request, public_id)
    result_final.draft_results(indicator_set, actor=request.actor)
    messages.success(request, _("It is drafted and waits for the manager."))
    return redirect("management_approval", public_id)


@require_POST
@fresh
@staff(Role.MANAGER)
@central_only
def release(request, public_id):
    indicator_set = found_set(request, public_id)
    result_final.release_results(indicator_set, request.POST.get("seen", ""), actor=request.actor)
    messages.success(request, _("It is released and waits for the director."))
    return redirect("management_approval", public_id)


@require_POST
@fresh
@staff(Role.DIRECTOR)
@central_only
def approve(request, public_id):
    indicator_set, form = found_set(request, public_id), ApproveResultsForm(request.POST)
    if not form.is_valid():
        return approval_page(request, indicator_set, form)
    result_final.approve_results(indicator_set, form.cleaned_data["seen"], actor=request.actor)
    messages.success(request, _("All results are final. The letters are being made and the agencies told."))
    return back_to(indicator_set)


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR)
@central_only
def send_back(request, public_id):
    indicator_set = found_set(request, public_id)
    result_final.send_back_results(indicator_set, reason_given(request), actor=request.actor)
    messages.success(request, _("It is sent back, and its drafter is told why."))
    return redirect("management_approval", public_id)
