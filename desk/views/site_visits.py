"""Assessments on site: Central plans and moves them, the agency reads of them and says what it thinks of the closing statement."""
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.forms.site import MoveSiteForm, PlanSiteForm, RemarkForm
from agencies.houses import agencies_only, central_only
from agencies.models import SiteAssessment
from agencies.permissions import can_keep_groups, can_remark
from agencies.queries import site as queries
from agencies.workflow.site import move_site, plan_site, remark_on_site
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.assessors import KEEPERS, found_participation, frame
from desk.views.case import READERS

UNPROCESSABLE = 422


@staff(*READERS)
@central_only
def visits(request):
    shown = frame(request, "sites")
    if shown["indicator_set"]:
        shown["rows"] = queries.sites_in(request.actor, shown["indicator_set"])
    return desk_page(request, "desk/site_visits.html", shown)


@staff(*READERS)
@central_only
def site_of(request, public_id):
    return site_page(request, found_participation(request, public_id))


def site_page(request, row, form=None):
    actor, site = request.actor, queries.site_of(request.actor, row)
    offered = form or (MoveSiteForm if site else PlanSiteForm)(initial={} if site else {"place": row.assessed.name_ko})
    return desk_page(request, "desk/site_visit.html", {
        "participation": row, "site": site, "visit": site and queries.visit_behind(actor, site), "form": offered,
        "remark": site and queries.remark_on(actor, site), "may_keep": can_keep_groups(actor), "indicator_set": row.indicator_set,
    }, status=UNPROCESSABLE if offered.errors else 200)


@require_POST
@staff(*KEEPERS)
@central_only
def plan(request, public_id):
    row, form = found_participation(request, public_id), PlanSiteForm(request.POST)
    if carried_out(request, form, lambda said: plan_site(row, **said, actor=request.actor), _("The on-site assessment is planned.")):
        return redirect("desk_site_visit", public_id)
    return site_page(request, row, form)


@require_POST
@staff(*KEEPERS)
@central_only
def move(request, public_id):
    site, form = find_or_404(SiteAssessment, request.actor, public_id=public_id), MoveSiteForm(request.POST)
    if carried_out(request, form, lambda said: move_site(site, **said, actor=request.actor), _("The on-site assessment is moved.")):
        return redirect("desk_site_visit", site.participation.public_id)
    return site_page(request, site.participation, form)


@staff(*READERS)
@agencies_only
def own_site(request):
    """What the agency reads of its assessments on site, the latest first; remarks are sent once."""
    return own_page(request)


def own_page(request, form=None):
    sites = list(queries.sites_for(request.actor).order_by("-starts_at"))
    return desk_page(request, "desk/own_site.html", {
        "rows": [(one, queries.remark_on(request.actor, one)) for one in sites], "form": form or RemarkForm(filled(request)),
        "may_remark": can_remark(request.actor)}, status=UNPROCESSABLE if form and form.errors else 200)


@require_POST
@staff(*READERS)
@agencies_only
def remark(request, public_id):
    site, form = find_or_404(SiteAssessment, request.actor, public_id=public_id), RemarkForm(request.POST)
    note_access(request, site, "management.read")
    if carried_out(request, form, lambda said: remark_on_site(site, **said, actor=request.actor), _("Your remarks are sent.")):
        return redirect("desk_own_site")
    return own_page(request, form)
