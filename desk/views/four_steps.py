"""The four steps in figures: at Central all agencies of a year, at an agency its own years; as files at either."""
from django.utils.translation import gettext as _

from accounts.guards import staff
from agencies.definitions import FOUR_STEPS, HIDDEN, STEPS
from agencies.houses import agencies_only, central_only
from agencies.permissions import at_central
from agencies.queries.steps import certified_in, counted_years
from agencies.steps import read_steps
from core import clock
from core.tables import CSV, XLSX
from desk import four_steps as shaped
from desk.pages import desk_page
from desk.steps_sheet import as_csv, as_xlsx, steps_rows
from desk.views.case import READERS
from desk.views.edition_file import attached


@staff(*READERS)
@central_only
def steps(request):
    """Without a year the latest that was evaluated."""
    figures = read_steps(request.actor)
    evaluated = max((year for _agency, year in figures.cells.get("score", {})), default=clock.today().year)
    years = figures.years or [evaluated]
    year = shaped.chosen_of(request.GET.get("year"), years, evaluated)
    sort = shaped.wanted_sort(request.GET.get("sort", ""), FOUR_STEPS)
    rows = shaped.sorted_by(shaped.rows_of_year(figures, shaped.agencies_in(year), year), sort)
    return desk_page(request, "desk/management_steps.html", {
        "year": year, "years": years, "rows": rows, "heads": shaped.heads(sort, FOUR_STEPS), "steps": STEPS, "hidden": HIDDEN,
        "charts": shaped.charts_of_year(figures, rows, [one for one in years if one <= year]), "unrecorded": figures.unrecorded})


@staff(*READERS)
@agencies_only
def own_steps(request):
    counted = counted_years(request.actor)
    figures = read_steps(request.actor, **certified_in(counted))
    years, certified = shaped.own_certified(counted)
    return desk_page(request, "desk/management_own_steps.html", {
        "rows": shaped.own_years(figures, request.agency), "steps": STEPS, "charts": shaped.own_charts(figures, request.agency),
        "hidden": HIDDEN, "unrecorded": figures.unrecorded, "years": years, "certified": certified,
        "counted_at": max((row.counted_at for row in counted), default=None)})


@staff(*READERS)
def steps_csv(request):
    return attached(as_csv(FOUR_STEPS, lines_for(request)), CSV, "four-steps.csv")


@staff(*READERS)
def steps_xlsx(request):
    return attached(as_xlsx(FOUR_STEPS, lines_for(request), _("Four steps")), XLSX, "four-steps.xlsx")


def lines_for(request):
    """Of all agencies at Central, at an agency of itself."""
    return steps_rows(read_steps(request.actor), list(shaped.provincial()) if at_central() else [request.agency])
