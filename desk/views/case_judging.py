"""Judging of nominated cases: one's own sheets, what was received, and at the end the list for the meeting."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.case_permissions import can_judge, can_keep_calls
from agencies.forms.case_call import ReasonForm, SheetForm
from agencies.houses import central_only
from agencies.queries import case_call as queries
from agencies.queries import nomination as nominations
from agencies.workflow import case_judging as workflow
from core.files import serve_copy
from core.forms import carried_out, filled
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS

JUDGES = tuple(Role)            # whoever belongs to the institute; whose sheet it is the door says


@staff(*JUDGES)
@central_only
def my_judging(request):
    rows = list(queries.own_sheets(request.actor)[:500])
    return render(request, "agencies/judging/mine.html", {
        "waiting": [one for one in rows if one.is_open], "done": [one for one in rows if one.handed_in_at],
        "barred": [one for one in rows if one.barred]})


def own_sheet(request, public_id):
    return found(queries.own_sheets(request.actor), public_id)


@staff(*JUDGES)
@central_only
def sheet(request, public_id):
    """The case and one's own points beside it."""
    sheet, actor = own_sheet(request, public_id), request.actor
    criteria, points = queries.criteria_of(actor, sheet.call), queries.points_on(actor, sheet)
    form = SheetForm(filled(request), criteria=criteria, sheet=sheet, points=points)
    hands_in = request.POST.get("do") == "hand_in"
    if carried_out(request, form, lambda _said: workflow.write_points(sheet, **form.facts(), hand_in=hands_in, actor=actor),
                   _("Your sheet is handed in.") if hands_in else _("Saved. Hand it in once it is whole.")):
        return redirect("case_judging" if hands_in else request.path)
    return sheet_page(request, sheet, form)


def sheet_page(request, sheet, form=None, back=None):
    """`form`, `back`: something to correct. Who is barred reads why, and no case."""
    if sheet.barred:
        return render(request, "agencies/judging/barred.html", {"sheet": sheet})
    case, actor = found(nominations.received_nominations(request.actor), sheet.nomination.public_id), request.actor
    criteria, points = queries.criteria_of(actor, sheet.call), queries.points_on(actor, sheet)
    return render(request, "agencies/judging/sheet.html", {
        "sheet": sheet, "case": case, "pictures": nominations.received_pictures(actor).filter(nomination=case).order_by("pk"),
        "form": form or SheetForm(criteria=criteria, sheet=sheet, points=points), "back": back or ReasonForm(prefix="back"),
        "given": [(one, points.get(one.pk)) for one in criteria], "total": sum(one.points for one in points.values()),
        "may_judge": sheet.is_open and can_judge(actor, sheet)})


@require_POST
@staff(*JUDGES)
@central_only
def stand_back(request, public_id):
    sheet, form = own_sheet(request, public_id), ReasonForm(request.POST, prefix="back")
    if carried_out(request, form, lambda said: workflow.stand_back(sheet, **said, actor=request.actor),
                   _("Thank you. You do not judge this case."), beside_only=True):
        return redirect("case_judging")
    return sheet_page(request, sheet, back=form)


@staff(*READERS)
@central_only
def received(request, public_id):
    row = found(nominations.received_nominations(request.actor), public_id)
    return desk_page(request, "desk/received_nomination.html", {
        "row": row, "case": row, "call": row.call,
        "pictures": nominations.received_pictures(request.actor).filter(nomination=row).order_by("pk")})


@staff(*JUDGES)
@central_only
def received_picture(request, public_id):
    return serve_copy(found(nominations.received_pictures(request.actor), public_id), inline=True)


# ---- the whole call

@require_POST
@staff(*WORKERS)
@central_only
def open_judging(request, public_id):
    workflow.open_judging(found(queries.own_calls(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The judging has begun. The judges are told."))
    return redirect("case_call", public_id)


@require_POST
@staff(*WORKERS)
@central_only
def close_judging(request, public_id):
    workflow.close_judging(found(queries.own_calls(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The judging has ended. The list is there for the meeting."))
    return redirect("case_ranking", public_id)


@staff(*WORKERS)
@central_only
def excuse(request, public_id):
    """One who does not answer holds up nobody."""
    sheet, form = found(queries.sheets_here(request.actor).select_related("call", "nomination", "user__person"), public_id), ReasonForm(
        filled(request))
    if carried_out(request, form, lambda said: workflow.excuse_judge(sheet, **said, actor=request.actor), _("The judge is excused.")):
        return redirect("case_call", sheet.call.public_id)
    return desk_page(request, "desk/excuse_judge.html", {"sheet": sheet, "call": sheet.call, "form": form})


@staff(*JUDGES)
@central_only
def ranking(request, public_id):
    """For Central's staff and the judges, once all sheets are in."""
    call, actor = found(queries.own_calls(request.actor), public_id), request.actor
    if not actor.reads_cases and not queries.own_sheets(actor).filter(call=call).exists():
        raise Http404
    return render(request, "agencies/judging/ranking.html", {
        "call": call, "ranked": queries.ranking_of(actor, call), "may_choose": can_keep_calls(actor), "reads": actor.reads_cases})
