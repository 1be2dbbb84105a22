"""Reports of training: at the host over all houses, at a house over its own people; as a workbook too."""
from django.utils.translation import gettext_lazy as _

from accounts.guards import staff
from core import clock
from core.tables import XLSX
from desk.training import training_page
from desk.training_charts import persons_chart
from desk.training_sheet import as_xlsx
from desk.views.edition_file import attached
from training.models.course import READERS
from training.queries import report as queries

BY = {queries.CATEGORY: _("Category"), queries.COURSE: _("Course"), queries.MONTH: _("Month"), queries.HOUSE: _("Agency")}
WHOSE = {queries.HELD: _("Runs that we hold"), queries.OWN: _("Our people, wherever the run was held")}


@staff(*READERS)
def report(request):
    year, whose, years = wanted(request)
    by = request.GET.get("by") if request.GET.get("by") in BY else queries.CATEGORY
    rows, surveys = read(request, year, whose)
    groups = queries.grouped(rows, surveys, by)
    return training_page(request, "desk/training_report.html", {
        "year": year, "years": years, "whose": whose, "by": by, "all_by": BY, "all_whose": WHOSE, "groups": groups,
        "total": dict(queries.grouped(rows, surveys)).get(()), "chart": persons_chart(groups), "head": BY[by],
        "plan": queries.plan_against_result(request.actor, year, rows) if whose == queries.HELD else []})


@staff(*READERS)
def report_xlsx(request):
    year, whose, _years = wanted(request)
    return attached(as_xlsx(year, *read(request, year, whose)), XLSX, f"training-{year}.xlsx")


def wanted(request):
    """(year, whose, years): from the address; what makes no sense there is left out. Without a year the latest that has figures."""
    years = queries.years_known(request.actor) or [clock.today().year]
    year = next((one for one in years if str(one) == request.GET.get("year")), years[0])
    usual = queries.HELD if request.agency.is_central else queries.OWN
    return year, request.GET.get("whose") if request.GET.get("whose") in WHOSE else usual, years


def read(request, year, whose):
    rows = queries.facts_of_year(request.actor, year, whose)
    return rows, queries.surveys_of(rows, whose)
