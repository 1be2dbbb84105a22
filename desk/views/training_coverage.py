"""Mandatory training: the matrix of the house, its gaps, and at Central how far each agency is."""
from django.core.paginator import Paginator

from accounts.guards import staff
from core import clock
from desk.training import training_page
from training.coverage import State
from training.models.course import READERS
from training.queries import coverage as queries

PAGE = 50


@staff(*READERS)
def coverage(request):
    """Everybody, or whoever lacks something."""
    courses, lines = queries.coverage_here()
    gaps = [line for line in lines if line.gaps]
    only_gaps = "gaps" in request.GET
    shown = Paginator(gaps if only_gaps else lines, PAGE).get_page(request.GET.get("page"))
    employees = [line for line in lines if line.is_employee]
    return training_page(request, "desk/training_coverage.html", {
        "courses": courses, "page": shown, "rows": [(line, [(one, line.cells.get(one.pk)) for one in courses]) for line in shown],
        "gaps": len(gaps), "people": len(lines), "only_gaps": only_gaps, "employees": len(employees), "states": State,
        "covered": sum(line.is_covered for line in employees), "by_course": courses_with_gaps(courses, lines), "today": clock.today(),
        "told": agencies_told(request)})


def courses_with_gaps(courses, lines):
    """[(course, who has to have it, who lacks it, who is overdue)] for the director."""
    found = []
    for one in courses:
        cells = [line.cells[one.pk] for line in lines if one.pk in line.cells]
        found.append((one, len(cells), sum(cell.state in (State.DUE, State.OVERDUE) for cell in cells),
                      sum(cell.state == State.OVERDUE for cell in cells)))
    return found


def agencies_told(request):
    """At Central the shares of the latest year, agency by agency."""
    if not request.agency.is_central:
        return []
    told = list(queries.told_coverage(request.actor).select_related("agency"))
    latest = max((one.year for one in told), default=None)
    return sorted((one for one in told if one.year == latest), key=lambda one: str(one.agency))
