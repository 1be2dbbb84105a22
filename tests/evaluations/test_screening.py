"""Eligibility screening: the checklist, and what the house does not allow."""
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from certification.models import Round
from certification.workflow import set_requirements
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from correspondence.queries import open_deadlines
from evaluations import workflow
from evaluations.models import ScreeningCheck
from evaluations.queries import checks_of, earlier_checks_of, findings_of, latest_seal
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


def test_each_requirement_of_the_round_has_its_row_with_what_the_data_say(path):
    with within(path.place.agency):
        rows = list(path.application.checks.values_list("requirement", "suggested", "met"))
    assert rows == [("registered", True, None), ("experience", None, None), ("no_disposition", None, None), ("operating", True, None),
                    ("not_barred", True, None), ("no_certificate", True, None), ("service", True, None), ("not_national", None, None)]


def test_what_the_round_does_not_ask_is_not_checked(busan):
    with within(busan.agency):
        round = f.RoundFactory(published_at=None)
        set_requirements(round, {"experience": {"months": 12}, "operating": {}}, actor=Actor.of(busan.officer))
        Round.everything.filter(pk=round.pk).update(published_at=clock.now())
        round.refresh_from_db()
    path = Path(busan, round=round).submitted()
    with within(busan.agency):
        workflow.begin_screening(path.fresh(), actor=path.officer)
        assert [one.finding.title for one in path.fresh().checks.all()] == [
            "In business for 1 year on the day of the announcement", "Neither closed nor suspended"]


def test_each_row_says_the_fact_behind_it(path):
    with within(path.place.agency):
        found = {one.requirement: one.finding for one in path.application.checks.all()}
    assert found["registered"].words == "Registered under the number CNRY-busan-provider."
    assert (found["experience"].title, found["experience"].words) == (
        "In business for 3 years on the day of the announcement", "The day of the registration is not entered for this service.")


@pytest.mark.parametrize(("since", "said"), [(date(2020, 1, 1), True), (date(2026, 6, 1), False), (None, None)])
def test_years_in_business_are_counted_from_the_announcement(since, said, path):
    with within(path.place.agency):
        Offering.everything.filter(pk=path.application.offering_id).update(registered_on=since)
        assert {one.requirement: one.met for one in findings_of(path.fresh())}["experience"] is said


def test_what_was_known_on_the_day_of_the_submission_is_sealed(path):
    with within(path.place.agency):
        Offering.everything.filter(pk=path.application.offering_id).update(is_active=False)
        seal = latest_seal(path.officer, path.application)
    sealed = {one["requirement"]: one for one in seal.facts["eligibility"]}
    assert sealed["operating"] == {"requirement": "operating", "met": True, "fact": "operating", "values": {}, "asked": {}}
    assert sealed["experience"]["asked"] == {"months": 36}
    assert '"eligibility":[{' in seal.canonical


@pytest.mark.parametrize(("active", "met"), [(True, False), (False, True)])
def test_who_finds_otherwise_than_the_data_says_why_in_either_direction(active, met, path):
    with within(path.place.agency):
        ScreeningCheck.everything.filter(pk=check(path).pk).update(suggested=active)
        with pytest.raises(Refused) as refusal:
            workflow.note_check(check(path), met=met, reason=" ", actor=path.officer)
        assert refusal.value.field == "reason"
        noted = workflow.note_check(check(path), met=met, reason="현장에서 확인하였습니다.", actor=path.officer)
        event = AuditEvent.everything.filter(verb="application.checked").latest("pk")
    assert noted.is_overruled
    assert (event.facts["overruled"], event.facts["suggested"], event.facts["reason"]) == (True, active, "현장에서 확인하였습니다.")


def test_what_the_data_do_not_say_is_confirmed_without_a_reason(path):
    with within(path.place.agency):
        assert not workflow.note_check(check(path, "experience"), met=True, actor=path.officer).is_overruled


def test_after_a_return_the_screening_begins_anew_and_what_was_checked_is_kept(path):
    with within(path.place.agency):
        for name in ("operating", "experience"):
            workflow.note_check(check(path, name), met=True, actor=path.officer)
        old = check(path)
        workflow.return_application(path.fresh(), reason="등록일을 적어 주세요.", actor=path.officer)
        Offering.everything.filter(pk=path.application.offering_id).update(registered_on=date(2026, 6, 1))
        path.submitted()
        workflow.begin_screening(path.fresh(), actor=path.officer)
        now = {row.requirement: row for row in checks_of(path.officer, path.application)}
        assert {row.met for row in now.values()} == {None} and now["experience"].suggested is False
        earlier = {row.requirement: row.met for row in earlier_checks_of(path.officer, path.application)}
        assert set(earlier) == set(now) and earlier["operating"] is earlier["experience"] is True
        with pytest.raises(Refused, match="is over"):
            workflow.note_check(old, met=False, reason="x", actor=path.officer)
        with pytest.raises(Refused, match="Not yet checked"):
            workflow.pass_screening(path.fresh(), actor=path.officer)
        for row in now.values():
            workflow.note_check(row, met=True, reason="확인하였습니다.", actor=path.officer)
        assert workflow.pass_screening(path.fresh(), actor=path.officer).stage == "document_review"


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
