"""Eligibility screening: the checklist, and what the house does not allow."""
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from core.errors import Refused
from core.tenancy import within
from correspondence.queries import open_deadlines
from evaluations import workflow
from evaluations.models import ScreeningCheck
from evaluations.workflow.screening import what_the_data_say
from providers.models import Offering, ProviderMember
from tests import factories as f
from tests.evaluations.path import Path


@pytest.fixture
def path(busan):
    path = Path(busan).submitted()
    with within(busan.agency):
        workflow.begin_screening(path.fresh(), actor=path.officer)
        path.fresh()
    return path


def check(path, requirement="operating"):
    return ScreeningCheck.everything.get(application=path.application, requirement=requirement)


def test_each_requirement_has_its_row_with_what_the_data_say(path):
    with within(path.place.agency):
        rows = list(path.application.checks.values_list("requirement", "suggested", "met"))
    assert rows == [("registered", True, None), ("experience", None, None), ("no_disposition", None, None), ("operating", True, None),
                    ("not_barred", None, None), ("no_certificate", True, None)]


@pytest.mark.parametrize(("since", "said"), [(date(2020, 1, 1), True), (date(2026, 6, 1), False), (None, None)])
def test_three_years_are_counted_from_the_announcement(since, said, path):
    with within(path.place.agency):
        Offering.everything.filter(pk=path.application.offering_id).update(registered_on=since)
        assert what_the_data_say(path.fresh())["experience"] is said


def test_who_no_longer_offers_the_service_does_not_operate(path):
    with within(path.place.agency):
        Offering.everything.filter(pk=path.application.offering_id).update(is_active=False)
        assert what_the_data_say(path.fresh())["operating"] is False


@pytest.mark.parametrize("who", ["director", "auditor", "observer", "owner", "assessor"])
def test_nobody_else_screens(who, path):
    with within(path.place.agency):
        actor = Actor.of(getattr(path.place, who))
        for write in (lambda: workflow.note_check(check(path), met=True, actor=actor),
                      lambda: workflow.pass_screening(path.fresh(), actor=actor),
                      lambda: workflow.begin_screening(path.fresh(), actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


def test_an_officer_who_belongs_to_the_provider_does_not_work_on_its_case(path):
    with within(path.place.agency):
        f.ProviderMemberFactory(provider=path.provider, user=path.place.officer, role=ProviderMember.Role.EDITOR)
        with pytest.raises(PermissionDenied):
            workflow.note_check(check(path), met=True, actor=path.officer)
        workflow.note_check(check(path), met=True, actor=path.as_(path.place.manager))


def test_what_is_not_met_has_its_reason(path):
    with within(path.place.agency):
        with pytest.raises(Refused) as refusal:
            workflow.note_check(check(path), met=False, reason=" ", actor=path.officer)
        assert refusal.value.field == "reason"
        assert workflow.note_check(check(path), met=False, reason="휴업 중입니다.", actor=path.officer).met is False


def test_it_is_not_passed_while_something_is_open_or_unmet(path):
    with within(path.place.agency):
        with pytest.raises(Refused, match="Not yet checked"):
            workflow.pass_screening(path.fresh(), actor=path.officer)
        for one in path.application.checks.all():
            workflow.note_check(one, met=one.requirement != "operating", reason="휴업 중입니다.", actor=path.officer)
        with pytest.raises(Refused, match="Not met: Neither closed nor suspended"):
            workflow.pass_screening(path.fresh(), actor=path.officer)


def test_passing_closes_the_period_of_the_screening_and_opens_the_reviews(path):
    with within(path.place.agency):
        for one in path.application.checks.all():
            workflow.note_check(one, met=True, actor=path.officer)
        kinds = [one.kind for one in open_deadlines(path.officer, subject=path.application)]
        workflow.pass_screening(path.fresh(), actor=path.officer)
        assert (kinds, [one.kind for one in open_deadlines(path.officer, subject=path.application)]) == (
            ["application.screen"], ["application.review"])
        with pytest.raises(Refused, match="The screening of this case is over."):
            workflow.note_check(check(path), met=True, actor=path.officer)
        with pytest.raises(Refused):
            workflow.begin_screening(path.fresh(), actor=path.officer)
