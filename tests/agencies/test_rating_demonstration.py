"""The demonstration of the ratings: a finished year closed, a running one with a sheet open, a round answered, a visit planned."""
from datetime import date

import pytest

from accounts.models import Role
from agencies.models import Answer, Consensus, Participation, ProposedQuestion, RatingSheet, SiteAssessment
from agencies.queries.rating import final_ratings
from core import clock
from core.tenancy import within
from desk.demonstration.cases import at
from desk.demonstration.people import CENTRAL_ASSESSORS
from desk.demonstration.ratings import build_ratings
from tests import factories as f
from tests.agencies.sets import frozen_set

pytestmark = pytest.mark.django_db


def test_a_finished_year_and_a_running_one(busan, daegu, central):
    for account, name in CENTRAL_ASSESSORS:
        user = f.UserFactory(email=f"{account}@central.example", person__name=name)
        with within(central.agency):
            f.MembershipFactory(agency=central.agency, user=user, role=Role.ASSESSOR)
    with clock.travel(at(date(2026, 11, 20), 10)):
        for year in (2023, 2026):
            frozen_set(central.agency, [busan.agency, daegu.agency], year=year)
        build_ratings(small=True)
    with within(central.agency):
        first, running = (Participation.everything.get(year=year, assessed=busan.agency) for year in (2023, 2026))
        assert [len(given) for given in final_ratings(first).values()] == [3, 3]
        assert Consensus.everything.filter(participation__year=2026, closed_at__isnull=False).count() == 0
        assert RatingSheet.everything.filter(participation=running, handed_in_at=None).count() == 2
        assert (Answer.everything.get().sent_at is not None, ProposedQuestion.everything.filter(question=None).count()) == (True, 1)
        assert SiteAssessment.everything.get().participation == running
