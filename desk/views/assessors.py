"""Central's groups of assessors, who rates which agency, and how far they are."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.forms.group import EndSheetForm, MemberForm
from agencies.houses import central_only
from agencies.models import GroupMember
from agencies.permissions import can_keep_groups
from agencies.queries import frozen_sets
from agencies.queries import group as queries
from agencies.queries.rating import sheets_at
from agencies.workflow.assignment import confirm_assignment, end_sheet
from agencies.workflow.group import add_to_group, lead_group, leave_group
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.case import READERS

KEEPERS = (Role.OFFICER, Role.MANAGER)
UNPROCESSABLE = 422


def year_of(request):
    """(the set that is looked at, all frozen ones): the newest, or that of `?year=`."""
    sets = list(frozen_sets(request.actor))
    wanted = request.GET.get("year", "")
    return next((one for one in sets if str(one.year) == wanted), sets[0] if sets else None), sets


def found_year(request):
    indicator_set, _sets = year_of(request)
    if indicator_set is None:
        raise Http404
    return indicator_set


def back_to(name, indicator_set):
    """The page of the same year."""
    answer = redirect(name)
    answer["Location"] += f"?year={indicator_set.year}"
    return answer


def frame(request, active):
    """What stands on each of these pages: the year, the others, whether the actor may change something."""
    indicator_set, sets = year_of(request)
    return {"indicator_set": indicator_set, "sets": sets, "active": active, "may_keep": can_keep_groups(request.actor)}


@staff(*READERS)
@central_only
def groups(request):
    return groups_page(request)


def groups_page(request, form=None):
    shown = frame(request, "groups")
    if shown["indicator_set"]:
        form = form or MemberForm(filled(request), actor=request.actor, indicator_set=shown["indicator_set"])
        shown |= {"form": form, "groups": queries.groups_of(request.actor, shown["indicator_set"])}
    return desk_page(request, "desk/assessors.html", shown, status=UNPROCESSABLE if form and form.errors else 200)


@require_POST
@staff(*KEEPERS)
@central_only
def add_member(request):
    indicator_set = found_year(request)
    form = MemberForm(request.POST, actor=request.actor, indicator_set=indicator_set)
    if carried_out(request, form, lambda said: add_to_group(indicator_set, **said, actor=request.actor),
                   _("The assessor is in the group.")):
        return back_to("desk_assessors", indicator_set)
    return groups_page(request, form)


@require_POST
@staff(*KEEPERS)
@central_only
def end_member(request, public_id):
    member = find_or_404(GroupMember, request.actor, public_id=public_id)
    leave_group(member, actor=request.actor)
    messages.success(request, _("The assessor has left the group. Sheets that were not closed have ended."))
    return back_to("desk_assessors", member.indicator_set)


@require_POST
@staff(*KEEPERS)
@central_only
def lead_member(request, public_id):
    member = lead_group(find_or_404(GroupMember, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("This assessor leads the group now."))
    return back_to("desk_assessors", member.indicator_set)


@staff(*READERS)
@central_only
def matrix(request):
    """Agency by area: who would rate, whom something ties; a post confirms it."""
    shown = frame(request, "matrix")
    if shown["indicator_set"]:
        rows = queries.matrix_of(request.actor, shown["indicator_set"])
        cells = [cell for _row, cells in rows for cell in cells]
        shown |= {"rows": rows, "areas": queries.judged_areas(request.actor, shown["indicator_set"]),
                  "thin": sum(cell.is_thin for cell in cells),
                  "unconfirmed": sum(place.sheet is None for cell in cells for place in cell.rating)}
    return desk_page(request, "desk/assessor_matrix.html", shown)


@require_POST
@staff(*KEEPERS)
@central_only
def confirm(request):
    indicator_set = found_year(request)
    count = confirm_assignment(indicator_set, actor=request.actor)
    messages.success(request, ngettext("%(count)d sheet is new. Whom it belongs to is asked to declare.",
                                       "%(count)d sheets are new. Whom they belong to are asked to declare.", count) % {"count": count})
    return back_to("desk_assessor_matrix", indicator_set)


@staff(*READERS)
@central_only
def progress(request):
    """Numbers only: nobody's rating before all are in."""
    shown = frame(request, "progress")
    if shown["indicator_set"]:
        shown |= {"rows": queries.progress_of(request.actor, shown["indicator_set"]),
                  "areas": queries.judged_areas(request.actor, shown["indicator_set"])}
    return desk_page(request, "desk/rating_progress.html", shown)


@staff(*READERS)
@central_only
def rated_agency(request, public_id):
    """Who rates one agency, area by area; a sheet can be taken away."""
    return agency_page(request, found_participation(request, public_id))


def found_participation(request, public_id):
    row = queries.participation_for(request.actor, public_id)
    if row is None:
        raise Http404
    note_access(request, row, "management.read")
    return row


def agency_page(request, row, form=None, ending=None):
    may_keep = can_keep_groups(request.actor)
    return desk_page(request, "desk/rated_agency.html", {
        "participation": row, "sheets": sheets_at(request.actor, row), "may_keep": may_keep, "form": form or EndSheetForm(),
        "ending": ending, "active": "progress", "indicator_set": row.indicator_set, "sets": [row.indicator_set]},
        status=UNPROCESSABLE if form and form.errors else 200)


@require_POST
@staff(*KEEPERS)
@central_only
def take_sheet(request, public_id):
    sheet, form = queries.sheet_at_desk(request.actor, public_id), EndSheetForm(request.POST)
    if sheet is None:
        raise Http404
    if carried_out(request, form, lambda said: end_sheet(sheet, **said, actor=request.actor), _("The sheet has ended.")):
        return redirect("desk_rated_agency", sheet.participation.public_id)
    return agency_page(request, sheet.participation, form, sheet)
