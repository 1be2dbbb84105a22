"""Certification of all agencies in figures at Central: counts that the agencies' own jobs made, never a case; as files at an agency too."""
from django.utils.translation import gettext as _

from accounts.guards import staff
from agencies.definitions import CERTIFICATION, HIDDEN
from agencies.houses import central_only
from agencies.permissions import at_central
from agencies.queries.steps import counted_years
from core import clock
from core.tables import CSV, XLSX
from desk import four_steps as shaped
from desk.pages import desk_page
from desk.steps_sheet import as_csv, as_xlsx, certified_cells
from desk.views.case import READERS
from desk.views.edition_file import attached


@staff(*READERS)
@central_only
def certified(request):
    """Without a year this one."""
    counted, this = counted_years(request.actor), clock.today().year
    years = sorted({row.year for row in counted} | {this}, reverse=True)
    year = shaped.chosen_of(request.GET.get("year"), years, this)
    sort = shaped.wanted_sort(request.GET.get("sort", ""), CERTIFICATION)
    of_year = [row for row in counted if row.year == year]
    rows = shaped.sorted_by(shaped.certified_rows(of_year, shaped.agencies_in(year)), sort)
    return desk_page(request, "desk/management_certified.html", {
        "year": year, "years": years, "rows": rows, "totals": shaped.totals_of(rows), "heads": shaped.heads(sort, CERTIFICATION),
        "definitions": CERTIFICATION, "hidden": HIDDEN, "is_running": year == this,
        "counted_at": min((row.counted_at for row in of_year), default=None)})


@staff(*READERS)
def certified_csv(request):
    return attached(as_csv(CERTIFICATION, lines_for(request)), CSV, "certification.csv")


@staff(*READERS)
def certified_xlsx(request):
    return attached(as_xlsx(CERTIFICATION, lines_for(request), _("Certification in figures")), XLSX, "certification.xlsx")


def lines_for(request):
    """At Central what it may read of all, at an agency its own as they are."""
    return certified_cells(counted_years(request.actor), list(shaped.provincial()) if at_central() else [request.agency])
