"""Excellent cases of the demonstration, built over the cast: what its pages then have to show."""
from types import SimpleNamespace

import pytest

from accounts.actors import Actor
from accounts.models import Role
from agencies.models import CaseProgramme, CaseReuse, GoodCase, Nomination
from agencies.queries.case_call import calls_of
from core import clock
from core.tenancy import within
from desk.demonstration.network_cases import DIRECTOR, JUDGES, build_network_cases
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_last_year_has_three_cases_with_two_uses_and_a_conference_and_this_year_is_open(central, busan, daegu):
    employed = []
    with within(central.agency):
        for account in JUDGES:
            f.MembershipFactory(user=f.UserFactory(email=f"{account}@central.example"), role=Role.ASSESSOR)
    build_network_cases(SimpleNamespace(employ=employed.append))
    assert employed == [DIRECTOR]
    with within(busan.agency):
        actor, last = Actor.of(busan.officer), clock.today().year - 1
        assert {one.year for one in GoodCase.objects.visible_to(actor)} == {last} and GoodCase.objects.visible_to(actor).count() == 3
        assert [one.agency_ko for one in CaseReuse.objects.visible_to(actor).exclude(agency=busan.agency)] == [daegu.agency.name_ko]
        programme = CaseProgramme.objects.visible_to(actor).get()
        assert programme.sessions.exclude(case=None).count() == 3
        assert [one.state for one in calls_of(actor)] == ["open", "concluded"]
        assert Nomination.objects.visible_to(actor).get(call__year=clock.today().year).stage == "draft"
    with within(central.agency):
        rows = Nomination.objects.visible_to(Actor.of(central.officer))
        assert [one.agency.slug for one in rows.filter(stage="submitted")] == ["daegu"] and rows.filter(stage="passed").count() == 1
