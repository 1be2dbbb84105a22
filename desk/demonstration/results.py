"""Results of the management evaluation in the demonstration: years that everybody reads. Figures are invented and marked as samples."""
from datetime import date
from decimal import Decimal

from accounts.models import Agency
from agencies.models import Calculation, PublishedResult
from agencies.workflow.disclosure import enter_past_results
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
    """A line for each agency and year since the first, up to the latest that was published by today; years that were calculated stay."""
    today = clock.today()
    with within(Agency.objects.get(slug="central")):
        for year in range(FIRST_YEAR, today.year + 1):
            day = next_working_day(date(year, *PUBLISHED_ON))
            if day <= today and not is_there(year):
                with clock.travel(at(day, 10)):
                    enter_past_results(year, said_of(year), is_sample=True, actor=staff("manager", "central"))


def is_there(year):
    return (Calculation.objects.visible_to(WORKER).filter(participation__year=year).exists()
            or PublishedResult.objects.visible_to(WORKER).filter(year=year).exists())


def said_of(year):
    """{agency: (standing, reason, total, grade)}"""
    rows = Agency.objects.filter(kind=Agency.Kind.PROVINCIAL).order_by("pk")
    return {one: ("exempt", WHY, None, "") if one.slug in YOUNG.get(year, ()) else ("assessed", "", *total_of(place, year))
            for place, one in enumerate(rows)}


def total_of(place, year):
    total = min(FIRST_TOTAL + STEP * (place * 7 % 16) + BETTER * (year - FIRST_YEAR), Decimal("98.90"))
    return total, next(grade for grade, start in GRADES if total >= start)
