"""The demonstration: built once, as the web role, and only where DEMO is set."""
import os
from collections import Counter
from datetime import date, timedelta
from io import StringIO
from types import SimpleNamespace

import pytest
from django.conf import global_settings
from django.contrib.auth.hashers import check_password
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import override_settings

from accounts.actors import Actor
from accounts.models import Agency, Membership, Person, User
from aftercare.queries import unplanned_certificates
from aftercare.queries.duty_board import duties_found, duty_counts
from agencies.models import CertificationAggregate, CertificationCount, IndicatorProposal, ProposalTask
from certification.models import BriefingPlace, Certificate, Erratum, FrameworkVersion, ImprovementProposal, RegisterEntry, Round
from certification.models.certificate import State
from certification.renewal import renewal_window
from core import clock
from core.calendar import years_less_a_day
from core.models import AuditEvent
from core.tenancy import within
from desk.demonstration import renewing, rounds
from desk.demonstration.build import FEW
from desk.demonstration.cases import at
from desk.demonstration.people import PASSWORD
from evaluations.models import Answer, Application, Diagnosis, Insight, PracticeSheet, SealedAnswer
from evaluations.stages import Stage as CaseStage
from providers.models import Provider, ProviderMember, Site
from providers.stages import Stage
from tests.demonstrated import demonstrated

ACCOUNTS = """officer@busan manager@busan director@busan trainer@busan auditor@busan admin@busan observer@busan
assessor1@busan assessor6@busan chair@busan member1@busan member6@busan officer@daegu officer@central manager@central
owner@haetsal editor@haetsal owner@onnuri owner@dasom owner@palgong operator@nation""".split()


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker, tmp_path_factory):
    """Whole with FULL=1, built here; else the small one that the browser's tests walk through. Undone at the end."""
    with django_db_blocker.unblock(), override_settings(DEMO=True, PASSWORD_HASHERS=global_settings.PASSWORD_HASHERS):
        house = connection.settings_dict["NAME"]
        if not os.environ.get("FULL"):
            demonstrated("demonstrated", tmp_path_factory.mktemp("demonstrated"), tmp_path_factory.getbasetemp().parent)
            connection.close()
            connection.settings_dict["NAME"] = "demonstrated"
        with transaction.atomic():
            if os.environ.get("FULL"):
                call_command("seed_demo", stdout=StringIO())
            yield
            transaction.set_rollback(True)
        connection.close()
        connection.settings_dict["NAME"] = house


@pytest.mark.slow
def test_the_demonstration_has_its_agencies_people_and_providers(demonstration):
    assert Agency.objects.count() == 17
    assert Agency.objects.get(slug="seoul").is_closed
    passwords = set()
    for account in ACCOUNTS:
        user = User.objects.get(email=f"{account}.example")
        assert user.person_id
        passwords.add(user.password)
        assert user.emailaddress_set.filter(verified=True, primary=True).exists()
    assert [check_password(PASSWORD, one) for one in passwords] == [True], "hashed once for all"
    assert Person.objects.count() == User.objects.count()
    with within(Agency.objects.get(slug="busan")):
        stages = Counter(Provider.everything.values_list("stage", flat=True))
        assert set(stages) == set(Stage.values)
        assert sum(stages.values()) >= 23
        assert Membership.everything.filter(ended_at=None).count() == 25
        assert Site.everything.count() > 25
        assert all(number.startswith("000") for number in Provider.everything.values_list("business_number", flat=True))
        assert AuditEvent.everything.order_by("at").first().at.year == 2024
    with within(Agency.objects.get(slug="daegu")):
        assert ProviderMember.everything.filter(user__email="owner@palgong.example", provider__stage=Stage.CONFIRMED).exists()


def test_certification_is_counted_at_each_agency_and_handed_on_without_small_numbers(demonstration):
    with within(Agency.objects.get(slug="central")):
        told = {(row.agency.slug, row.year): row for row in CertificationAggregate.everything.select_related("agency")}
    assert {slug for slug, _year in told} == set(Agency.objects.exclude(slug="central").values_list("slug", flat=True))
    with within(Agency.objects.get(slug="busan")):
        own = CertificationCount.everything.get(year=2024)
    assert own.certificates > 0
    assert not any(0 < (number or 0) < 5 for row in told.values() for key, number in row.figures.items() if key != "median_days")


def test_an_erratum_stands_beside_the_edition_in_force_and_the_next_one_is_a_draft(demonstration):
    with within(Agency.objects.get(slug="busan")):
        draft = FrameworkVersion.everything.get(published_at=None)
        assert sorted(Counter(row.kind for row in draft.mappings.all()).items()) == [("reworded", 2), ("same", 17)]
        assert Erratum.everything.get().version == draft.follows


def test_nine_proposals_on_indicators_stand_at_different_points_of_their_way(demonstration):
    seen = []
    for slug in ("central", "busan"):
        agency = Agency.objects.get(slug=slug)
        with within(agency):
            seen += IndicatorProposal.everything.filter(keeper=agency).values_list("stage", "source", "advice")
            if slug == "central":
                assert sum(one.worked_at is not None for one in ProposalTask.everything.all()) <= 1
    stages = [stage for stage, _source, _advice in seen]
    assert (len(seen), stages.count("accepted"), stages.count("rejected"), stages.count("handed_in")) == (9, 3, 2, 4)
    assert {source for _stage, source, _advice in seen} == {"staff", "assessor", "provider"}
    assert [advice for _stage, _source, advice in seen].count("recommend") == 2


def test_the_large_house_has_enough_offerings_for_the_applications_of_2026(demonstration):
    """Only the small one is built with each run; both make the same applications in 2026."""
    with within(Agency.objects.get(slug="busan")):
        able, own = rounds.able_in_2025(), ["haetsal", "onnuri"]
        refused = [place for place in range(rounds.MANY) if rounds.wanting(place)]
        offered = [*rounds.offerings(*rounds.NEW_IN_2026), *able[rounds.MANY:], *refused[1:], *rounds.offerings(rounds.LATEST)]
        applied = Application.everything.filter(round__year=2026).exclude(
            provider__email__in=[f"office@{account}.example" for account in own])
        assert len(able) >= rounds.MANY and len(offered) >= applied.count() > 20


def test_a_second_time_changes_nothing(demonstration):
    with override_settings(DEMO=True):
        call_command("seed_demo", "--if-empty")
        with pytest.raises(CommandError):
            call_command("seed_demo")
    assert Agency.objects.count() == 17


@pytest.mark.slow
def test_the_finished_rounds_are_as_they_were_published(demonstration):
    with within(Agency.objects.get(slug="busan")):
        yearly = Round.everything.filter(agency__slug="busan").exclude(name_ko=renewing.PILOT)
        first, second = (yearly.get(year=year) for year in (2024, 2025))
        certified = Application.everything.filter(round=first, stage=CaseStage.CERTIFIED)
        issued = Certificate.everything.filter(matter__in=certified.values("public_id")).order_by("serial")
        assert set(issued.values_list("valid_from", "valid_to")) == {(date(2024, 11, 28), date(2027, 11, 27))}
        serials = [one.serial for one in issued]
        assert len(serials) == 7 and serials == [*range(serials[0], serials[0] + 7)] and serials[0] > 3         # the paper had number 3
        applied = Application.everything.filter(round=second).exclude(number="")
        certified = Certificate.everything.filter(valid_from=date(2025, 12, 9))
        assert applied.count() == (47 if os.environ.get("FULL") else FEW)
        assert certified.count() == (26 if os.environ.get("FULL") else 5)
        assert second.version.number == first.version.number + 1
        changed = [one.code for one in second.version.indicators.order_by("position")
                   if one.question_ko != first.version.indicators.get(code=one.code).question_ko
                   or one.description_ko != first.version.indicators.get(code=one.code).description_ko]
        assert len(changed) == 3


@pytest.mark.slow
def test_a_case_stands_in_every_stage_and_a_certificate_in_every_state(demonstration):
    with within(Agency.objects.get(slug="busan")):
        running = Round.everything.get(year=2026, agency__slug="busan", kind="new")
        assert running.is_open()
        parts = (running.documents, running.attachments, running.questions, running.briefings)
        assert [part.count() for part in parts] == [13, 1, 2, 2]
        held = running.briefings.order_by("starts_at").first()
        assert BriefingPlace.everything.filter(briefing=held, came_at__isnull=False).count() == 3
        assert not Round.everything.get(year=2027).published_at
        assert set(Application.everything.filter(round=running).values_list("stage", flat=True)) == set(CaseStage.values)
        states = {certificate.state for certificate in Certificate.everything.all()}
        assert {State.VALID, State.EXPIRING, State.EXPIRED, State.SUSPENDED, State.REVOKED, State.SURRENDERED} <= states
        draft = Application.everything.get(provider__name="햇살아동발달센터", stage=CaseStage.DRAFT)
        assert draft.started_by.email == "owner@haetsal.example"
        assert RegisterEntry.everything.filter(agency__slug="busan").count() == Certificate.everything.count()
        assert Diagnosis.everything.get().provider == draft.provider
    with within(Agency.objects.get(slug="daegu")):
        assert Application.everything.filter(stage=CaseStage.CERTIFIED).count() == 2


def test_it_is_not_built_outside_a_demonstration(db):
    with pytest.raises(CommandError):
        call_command("seed_demo", "--if-empty")
    assert not Agency.objects.exists()


def test_the_finished_rounds_have_taught_something(demonstration):
    with within(Agency.objects.get(slug="busan")):
        years = set(Insight.everything.values_list("round__year", flat=True))
        assert years == {2024, 2025}
        assert not Insight.everything.filter(worked_out_at__date__gt=date(2025, 12, 31)).exists()
        assert ImprovementProposal.everything.filter(outcome="").count() == 1
        assert PracticeSheet.everything.get().figures["of"] == 19
    with within(Agency.objects.get(slug="daegu")):
        assert Insight.everything.get().round.year == 2025


@pytest.mark.slow
def test_duties_are_due_late_and_done(demonstration):
    with within(Agency.objects.get(slug="busan")):
        actor = Actor.system("test")
        counts = duty_counts(actor)
        assert counts["now"] and counts["late"] and counts["done"] and counts["coming"]
        own = duties_found(actor, state="now").filter(provider__email="office@dasom.example")
        assert own.count() == 2                     # what the desk added, and the self-inspection that is half written
        assert not unplanned_certificates(actor).filter(origin="issued").exists()


@pytest.mark.slow
def test_a_renewal_can_begin_today_one_is_written_and_one_is_with_its_assessors(demonstration):
    with within(Agency.objects.get(slug="busan")):
        round = Round.everything.get(kind="renewal", agency__slug="busan")
        held = {one.provider.email: one for one in Certificate.everything.filter(provider__email__in=renewing.OFFICES)}
        begun = {one.provider.email: one for one in Application.everything.filter(round=round)}
        nobody_yet, written, handed_in = renewing.OFFICES
        assert round.is_open() and len(held) == 3
        assert all(one.is_in_force and renewal_window(one.framework, one.valid_to).is_now for one in held.values())
        assert {email: (one.stage, one.renews) for email, one in begun.items()} == {
            written: (CaseStage.DRAFT, held[written]), handed_in: (CaseStage.DOCUMENT_REVIEW, held[handed_in])}
        assert begun[written].started_by.email == "owner@deulkkot.example"
        assert held[nobody_yet].provider.members.get(role="owner").user.email == "owner@saessak.example"
        answers = Answer.everything.filter(application=begun[written])
        assert answers.filter(earlier__isnull=False).count() == 19 and answers.filter(saved_at__isnull=False).count() == 8
        sealed = SealedAnswer.everything.filter(seal__application=begun[handed_in])
        assert Counter(sealed.values_list("standing", flat=True)) == {"unchanged": 17, "changed": 2}


def test_whenever_it_is_built_the_days_of_renewal_have_begun_and_go_on():
    framework = SimpleNamespace(renewal_from=180, renewal_until=60)
    for number in range(4 * 366):
        today = date(2026, 11, 27) + timedelta(days=number)
        with clock.travel(at(today, 12)):
            window = renewal_window(framework, years_less_a_day(renewing.given_on(), 3))
        assert window.opens_on <= today - timedelta(days=15) and today + timedelta(days=60) < window.closes_on, today
