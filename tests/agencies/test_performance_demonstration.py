"""The demonstration's performance reports: every state once, made by what people would do."""
import os

import pytest

from accounts.models import Agency
from agencies.models import Consulting, Report
from agencies.queries import frozen_sets
from agencies.queries.report import standings_in
from core.tenancy import within
from desk.demonstration.agencies import OFFICES
from desk.demonstration.build import FIRST_REPORTER, Demonstration
from desk.demonstration.cases import WORKER
from desk.demonstration.evaluation import build_evaluation
from desk.demonstration.people import COLLEAGUES, REPORTERS
from desk.demonstration.performance import build_performance

pytestmark = pytest.mark.django_db
WHOLE = bool(os.environ.get("FULL"))


def staffed():
    """The agencies with those who write and hand in."""
    demonstration = Demonstration("!")
    operator = demonstration.operator()
    for office in OFFICES:
        demonstration.open(office, operator)
    for colleague in [one for one in COLLEAGUES if one.account in ("officer", "manager", "director")]:
        demonstration.employ(colleague)
    reporters = Demonstration("!", first_person=FIRST_REPORTER)
    for colleague in REPORTERS if WHOLE else ():
        reporters.employ(colleague)


def test_reports_of_the_year_are_handed_in_and_one_is_still_written():
    staffed()
    build_evaluation()
    build_performance(small=not WHOLE)
    busan, daegu, central = (Agency.objects.get(slug=slug) for slug in ("busan", "daegu", "central"))
    with within(central):
        latest = frozen_sets(WORKER).first()
        arrived = [one.agency.slug for one in standings_in(WORKER, latest) if one.report]
        assert "busan" in arrived and "daegu" not in arrived
        assert set(Consulting.objects.visible_to(WORKER).values_list("stage", flat=True)) == {"held", "asked"}
        assert not WHOLE or len(arrived) > 10
    with within(busan):
        assert all(one.is_sealed for one in Report.objects.visible_to(WORKER))
    with within(daegu):
        assert {one.stage for one in Report.objects.visible_to(WORKER)} == {"draft", "submitted"}
