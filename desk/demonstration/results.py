"""Results of the management evaluation in the demonstration: years that everybody reads. Figures are invented and marked as samples."""
from datetime import date
from decimal import Decimal

from accounts.models import Agency
from agencies.models import Participation, PublishedResult
from agencies.queries import frozen_sets
from agencies.workflow.calculation import calculate_all
from agencies.workflow.disclosure import enter_past_results, is_evaluated_here
from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from desk.demonstration.cases import WORKER, at, staff

FIRST_YEAR, PUBLISHED_ON = 2022, (8, 20)
GRADES = (("S", 95), ("A", 85), ("B", 75), ("C", 65), ("D", 0))
FIRST_TOTAL, STEP, BETTER = Decimal("71.40"), Decimal("1.73"), Decimal("1.15")      # invented: evenly spread, a little better each year
YOUNG = {2022: ("busan", "chungbuk", "jeonbuk", "jeju", "ulsan", "gangwon"), 2023: ("busan", "chungbuk")}
WHY = "설립 후 1년이 지나지 않음(회계연도 말 기준)"


def build_results():
    """A line for each agency and year since the first, up to the latest that was published by today; what is evaluated here is calculated,
    as far as its ratings are final."""
    today = clock.today()
    with within(Agency.objects.get(slug="central")):
        for year in range(FIRST_YEAR, today.year + 1):
            day = next_working_day(date(year, *PUBLISHED_ON))
            if day <= today and not is_evaluated_here(year) and not PublishedResult.objects.visible_to(WORKER).filter(year=year).exists():
                with clock.travel(at(day, 10)):
                    enter_past_results(year, said_of(year), is_sample=True, actor=staff("manager", "central"))
        for one in frozen_sets(WORKER):
            if is_evaluated_here(one.year):
                calculate_all(one, actor=staff("officer", "central"))


def said_of(year):
    """{agency: (standing, reason, total, grade)}: who took part as the year's set says it, where there is one."""
    rows = [one for one in Agency.objects.filter(kind=Agency.Kind.PROVINCIAL).order_by("pk")
            if one.closed_on is None or one.closed_on >= date(year, 1, 1)]
    said = dict.fromkeys(YOUNG.get(year, ()), ("exempt", WHY)) | {
        one.assessed.slug: (one.standing, one.reason)
        for one in Participation.objects.visible_to(WORKER).filter(year=year).select_related("assessed")}
    return {one: result_of(said.get(one.slug, ("assessed", "")), place, year) for place, one in enumerate(rows)}


def result_of(said, place, year):
    return (*said, *total_of(place, year)) if said[0] == "assessed" else (*said, None, "")


def total_of(place, year):
    total = min(FIRST_TOTAL + STEP * (place * 7 % 16) + BETTER * (year - FIRST_YEAR), Decimal("98.90"))
    return total, next(grade for grade, start in GRADES if total >= start)
