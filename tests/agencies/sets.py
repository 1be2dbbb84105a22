"""A small frozen set at Central, and agencies that take part, for the tests of the management evaluation."""
from datetime import date
from decimal import Decimal

from accounts.models import Agency
from agencies.models import EvaluationArea, EvaluationField, Figure, IndicatorSet, ManagementIndicator, Participation
from core import clock
from core.tenancy import within

YEAR = 2027
POINTS = (("A1-1", "qualitative", 30), ("A1-2", "mixed", 30), ("B1-1", "quantitative", 40))


def draft_set(central, *, year=YEAR):
    """Two fields, two areas, three indicators that sum to 100 points, one of each kind; still a draft. Within Central."""
    made = IndicatorSet.everything.create(
        year=year, report_due_on=date(year, 3, 31), evaluated_by_on=date(year, 6, 30), notified_by_on=date(year, 7, 31),
        disclosed_by_on=date(year, 8, 31), drafted_at=clock.now(), agency=central)
    for place, (code, ko, en) in enumerate((("A", "경영관리", "Management"), ("B", "경영성과", "Results")), 1):
        field = EvaluationField.everything.create(indicator_set=made, code=code, position=place, name_ko=ko, name_en=en)
        EvaluationArea.everything.create(indicator_set=made, field=field, code=f"{code}1", position=place, name_ko=f"{ko} 영역",
                                         name_en=f"{en} area")
    for place, (code, kind, points) in enumerate(POINTS, 1):
        add_indicator(made, code, kind, points, place)
    return made


def add_indicator(made, code, kind, points, place):
    area = EvaluationArea.everything.get(indicator_set=made, code=code.partition("-")[0])
    counted = kind != "qualitative"
    one = ManagementIndicator.everything.create(
        indicator_set=made, area=area, code=code, position=place, name_ko=f"지표 {code}", name_en=f"Indicator {code}",
        points=Decimal(points), rated_by=kind, definition_ko="정의", definition_en="Definition",
        formula="met / planned * 100" if counted else "")
    for position, (name, label) in enumerate((("met", "실적"), ("planned", "계획")) if counted else (), 1):
        Figure.everything.create(indicator_set=made, indicator=one, position=position, name=name, label_ko=label, label_en=name,
                                 is_whole=True)
    return one


def frozen_set(central, agencies, *, year=YEAR):
    """The same, frozen, with these agencies assessed."""
    with within(central):
        made, now = draft_set(central, year=year), clock.now()
        made.published_at = now
        made.save(update_fields=["published_at"])
        for one in agencies:
            Participation.everything.create(indicator_set=made, assessed=one, year=year, out_at=now)
    return made


def open_agencies():
    return list(Agency.objects.filter(kind=Agency.Kind.PROVINCIAL).order_by("pk"))
