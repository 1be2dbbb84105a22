"""The management evaluation of agencies in the demonstration: the Central institute's sets of indicators, and who takes part."""
from datetime import date
from decimal import Decimal

from accounts.models import Agency
from agencies import workflow as evaluation
from agencies.models import ManagementIndicator
from agencies.queries import proposals_for
from agencies.queries.participation import open_agencies
from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from desk.demonstration.cases import at, staff

FIRST_YEAR = 2023           # 14 of 16 agencies were assessed; from the next year on all that were open
DRAFTED_FROM = 9            # in September Central begins to think of the next year
OTHER_POINTS = {"A3-2": "6"}        # 101 in all: something to put right


def build_evaluation():
    """A frozen set for each year until this one, each copied from the one before; from autumn on a draft for the next."""
    with within(Agency.objects.get(slug="central")):
        before, today = None, clock.today()
        for year in range(FIRST_YEAR, today.year + 1):
            if next_working_day(date(year, 1, 20)) <= today:
                before = freeze_year(year, before)
        if today.month >= DRAFTED_FROM:
            draft_next(today.year + 1, before)


def freeze_year(year, before):
    """Begun in December, fixed in January; the participants of the first year as published."""
    with clock.travel(at(next_working_day(date(year - 1, 12, 10)), 10)):
        one = evaluation.begin_set(year, source=before, actor=staff("officer", "central"))
    with clock.travel(at(next_working_day(date(year, 1, 15)), 14)):
        said = proposals_for(one, open_agencies())
        if year > FIRST_YEAR:
            said = dict.fromkeys(said, ("assessed", ""))
        evaluation.say_participation(one, said, actor=staff("officer", "central"))
    with clock.travel(at(next_working_day(date(year, 1, 20)), 15)):
        return evaluation.freeze_set(one, actor=staff("manager", "central"))


def draft_next(year, before):
    """One indicator has another weight; of nobody is it said yet whether it takes part."""
    officer = staff("officer", "central")
    with clock.travel(at(next_working_day(date(year - 1, 9, 7)), 10)):
        draft = evaluation.begin_set(year, source=before, actor=officer)
        for code, points in OTHER_POINTS.items():
            indicator = ManagementIndicator.objects.visible_to(officer).get(indicator_set=draft, code=code)
            evaluation.save_row(indicator, {"points": Decimal(points)}, base=0, actor=officer)
