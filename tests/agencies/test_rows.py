"""Rows with two owners: who sees which, and what the database forbids whatever the code does."""
import pytest
from django.db import IntegrityError

from accounts.actors import Actor
from agencies.models import IndicatorSet, ManagementIndicator, Participation, Report, ReportEntry
from core import clock
from core.tenancy import within
from tests.agencies.sets import draft_set, frozen_set

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(busan, daegu, central):
    return frozen_set(central.agency, [busan.agency, daegu.agency])


def own_report(house, central, **fields):
    with within(house.agency):
        part = Participation.everything.get(assessed=house.agency)
        due = part.indicator_set.report_due_on
        report = Report.everything.create(central=central.agency, participation=part, year=part.year, due_on=due, opened_at=clock.now(),
                                          **fields)
        indicator = ManagementIndicator.everything.filter(indicator_set=part.indicator_set).first()
        ReportEntry.everything.create(report=report, central=central.agency, indicator=indicator, text="올해 실적")
        return report


def seen(model, house, who):
    with within(house.agency):
        return model.objects.visible_to(Actor.of(who)).count()


def test_an_agency_sees_its_own_participation_and_central_sees_all(year, busan, daegu, central):
    assert (seen(Participation, busan, busan.officer), seen(Participation, daegu, daegu.officer)) == (1, 1)
    assert seen(Participation, central, central.officer) == 2


def test_a_draft_report_is_its_agencys_alone_and_what_is_handed_in_is_centrals_too(year, busan, daegu, central):
    draft = own_report(busan, central)
    assert (seen(Report, busan, busan.officer), seen(Report, central, central.officer), seen(Report, daegu, daegu.officer)) == (1, 0, 0)
    assert seen(ReportEntry, central, central.officer) == 0
    with within(busan.agency):
        Report.everything.filter(pk=draft.pk).update(stage="submitted", submitted_at=clock.now(), sha256="0" * 64)
    assert (seen(Report, central, central.officer), seen(ReportEntry, central, central.officer)) == (1, 1)
    assert seen(ReportEntry, daegu, daegu.officer) == 0


def test_what_was_handed_in_stays_as_it_is(year, busan, central):
    report = own_report(busan, central)
    with within(busan.agency):
        Report.everything.filter(pk=report.pk).update(stage="submitted", submitted_at=clock.now(), sha256="0" * 64)
    for change in (lambda: ReportEntry.everything.update(text="다른 말"), lambda: Report.everything.update(days_late=0)):
        with pytest.raises(IntegrityError, match="handed in stays"), within(busan.agency):
            change()


def test_a_frozen_set_and_its_parts_stay(year, central):
    for change in (lambda: IndicatorSet.everything.update(year=2030), lambda: ManagementIndicator.everything.update(points=1)):
        with pytest.raises(IntegrityError, match="frozen set"), within(central.agency):
            change()


def test_a_draft_set_is_seen_by_those_who_keep_it(busan, central):
    with within(central.agency):
        draft_set(central.agency)
    assert (seen(IndicatorSet, central, central.officer), seen(IndicatorSet, busan, busan.officer)) == (1, 0)
    with within(central.agency):
        IndicatorSet.everything.update(published_at=clock.now())
    assert seen(IndicatorSet, busan, busan.officer) == seen(ManagementIndicator, busan, busan.officer) - 2 == 1
