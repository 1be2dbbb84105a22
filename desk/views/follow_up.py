"""Central follows up: who has a plan, one plan with what was reported of it, days of checks, remarks, the end of an item and of a plan."""
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies import permissions
from agencies.forms.follow_up import CheckForm, ClosePlanForm, RemarkForm
from agencies.houses import central_only
from agencies.queries import frozen_sets
from agencies.queries import improvement as queries
from agencies.queries.follow_up import lines_of
from agencies.queries.progress import followed_files
from agencies.workflow import follow_through as workflow
from core.access_log import note_access
from core.files import serve_copy
from core.forms import carried_out, filled
from core.models import AccessEntry
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS


@staff(*READERS)
@central_only
def follow_ups(request):
    """Everybody who was assessed in a published year: grade, consulting, plan, items closed."""
    actor, out = request.actor, queries.published_years()
    published = [one for one in frozen_sets(actor) if one.year in out]
    chosen = next((one for one in published if str(one.year) == request.GET.get("year")), published[0] if published else None)
    rows = lines_of(actor, chosen) if chosen else []
    return desk_page(request, "desk/follow_ups.html", {
        "years": published, "chosen": chosen, "rows": rows, "wanted": sum(one.is_wanted for one in rows),
        "with_plan": sum(one.plan is not None for one in rows)})


@staff(*READERS)
@central_only
def followed_plan(request, public_id):
    return plan_page(request, found(queries.followed_plans(request.actor), public_id))


def plan_page(request, plan, **forms):
    """`forms`: one that came back with something to correct."""
    actor = request.actor
    note_access(request, plan, "management.improvement_plan")
    rows, is_open = queries.standings_of(actor, plan), plan.is_approved
    may_follow, may_close = is_open and permissions.can_follow_up(actor), is_open and permissions.can_close_plan(actor)
    return desk_page(request, "desk/followed_plan.html", {
        "plan": plan, "rows": rows, "closed": sum(one.is_closed for one in rows), "checks": queries.checks_of(actor, plan),
        "last_day": queries.last_day_of(plan), "may_follow": may_follow,
        "check": forms.get("check") or (CheckForm() if may_follow else None),
        "close": forms.get("close") or (ClosePlanForm(prefix="close") if may_close else None)})


@require_POST
@staff(*WORKERS)
@central_only
def set_check(request, public_id):
    plan, form = found(queries.followed_plans(request.actor), public_id), CheckForm(request.POST)
    if carried_out(request, form, lambda said: workflow.set_check(plan, **said, actor=request.actor),
                   _("The day is set, and the agency is being told."), beside_only=True):
        return redirect("followed_plan", public_id)
    return plan_page(request, plan, check=form)


@staff(*WORKERS)
@central_only
def move_check(request, public_id):
    check = found(queries.followed_checks(request.actor), public_id)
    form = CheckForm(filled(request), initial={"due_on": check.due_on})
    if carried_out(request, form, lambda said: workflow.move_check(check, **said, actor=request.actor),
                   _("The day is moved, and the agency is being told.")):
        return redirect("followed_plan", check.plan.public_id)
    return desk_page(request, "desk/followed_check.html", {"check": check, "plan": check.plan, "form": form})


@staff(*WORKERS)
@central_only
def answer_item(request, public_id):
    """A remark, or with the other button the end of the item."""
    item = found(queries.followed_items(request.actor), public_id)
    form, closes = RemarkForm(filled(request)), request.POST.get("do") == "close"
    if carried_out(request, form, lambda said: workflow.answer_item(item, **said, closes=closes, actor=request.actor),
                   _("The item is closed, and the agency is being told.") if closes else _("The agency is being told.")):
        return redirect("followed_plan", item.plan.public_id)
    row = queries.standings_for(request.actor, [item])[0]
    return desk_page(request, "desk/followed_item.html", {
        "row": row, "item": item, "plan": item.plan, "form": form, "may_answer": item.plan.is_approved and not row.is_closed})


@require_POST
@staff(Role.MANAGER)
@central_only
def close_plan(request, public_id):
    plan, form = found(queries.followed_plans(request.actor), public_id), ClosePlanForm(request.POST, prefix="close")
    if carried_out(request, form, lambda said: workflow.close_plan(plan, **said, actor=request.actor),
                   _("The plan is closed, and the agency is being told."), beside_only=True):
        return redirect("followed_plan", public_id)
    return plan_page(request, plan, close=form)


@staff(*READERS)
@central_only
def followed_file(request, public_id):
    """The agency's own row of the file stays hidden: what stands beside the evidence is served."""
    file = found(followed_files(request.actor), public_id)
    note_access(request, file.progress.item.plan, "management.file", kind=AccessEntry.Kind.DOWNLOAD)
    return serve_copy(file)
