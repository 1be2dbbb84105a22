"""Certification in figures: counted by a job at each agency, handed on to the Central institute without small numbers."""
import logging
from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from agencies.models import CertificationAggregate, CertificationCount
from agencies.models.aggregate import KEYS
from agencies.small_numbers import as_told
from agencies.workflow.aggregate import keep_figures
from certification import workflow as certification
from core import clock
from core.models import AuditEvent
from core.tenancy import current_agency, within
from desk import counting
from desk.tasks import COUNTING, count_certification
from evaluations.models import Announcement, AnnouncementItem, Appeal, Application, Decision
from evaluations.workflow import announce_results
from providers.models import ServiceType
from tests import factories as f
from tests.evaluations.path import Path

pytestmark = pytest.mark.django_db
NOTHING = dict.fromkeys(KEYS, 0) | {"median_days": None}


def counts(**some):
    return NOTHING | some


def seoul(*moment):
    return datetime(*moment, tzinfo=clock.SEOUL)


def refused(place, *, arrived, announced=None, kind="refuse"):
    """A case with this decision, past the workflow; without `announced` it is decided and nobody was told."""
    with within(place.agency):
        application = f.ApplicationFactory(submitted_at=arrived)
        decision = Decision.everything.create(application=application, kind=kind, decided_at=arrived, grounds="사유")
        batch = Announcement.everything.create(round=application.round, title="발표", planned_for=arrived, drafted_at=arrived,
                                               announced_at=announced)
        AnnouncementItem.everything.create(announcement=batch, decision=decision, position=1)
    return decision


def own(place, year):
    with within(place.agency):
        return CertificationCount.everything.get(year=year)


def told(central, place, year):
    with within(central.agency):
        return CertificationAggregate.objects.visible_to(Actor.of(central.officer)).get(agency=place.agency, year=year)


# ---- counted

def test_applications_results_and_days_are_counted_by_the_year_in_which_they_happened(busan, central):
    with clock.travel(seoul(2026, 3, 1, 9)):
        for days in (10, 20, 61):
            refused(busan, arrived=seoul(2025, 11, 1, 10), announced=seoul(2025, 11, 1, 10) + timedelta(days=days))
        refused(busan, arrived=seoul(2026, 2, 1, 10), announced=seoul(2026, 2, 11, 23, 30), kind="defer")
        count_certification()
    row = own(busan, 2025)
    assert (row.applications, row.finished, row.refused, row.certified, row.median_days) == (3, 2, 2, 0, 15)
    row = own(busan, 2026)                              # the third was announced on 1 January; what is deferred is not finished
    assert (row.applications, row.finished, row.median_days, row.as_of) == (1, 1, 61, date(2026, 3, 1))
    assert own(busan, 2025).as_of == date(2025, 12, 31)


def test_a_result_counts_once_it_is_announced_and_after_an_appeal_the_last_one(busan, central):
    path = Path(busan).approved()
    count_certification()
    year = clock.today().year
    assert (own(busan, year).applications, own(busan, year).finished) == (1, 0)
    with within(busan.agency):
        announce_results(Announcement.everything.get(pk=path.announcement.pk), actor=COUNTING)
    with within(busan.agency):                          # as if it had been refused before, and an appeal had turned it
        application = Application.everything.get()
        before = Decision.everything.create(application=application, kind="refuse", decided_at=clock.now())
        batch = Announcement.everything.create(round=application.round, title="앞선 발표", planned_for=clock.now(), drafted_at=clock.now(),
                                               announced_at=clock.now() - timedelta(minutes=5))
        AnnouncementItem.everything.create(announcement=batch, decision=before, position=1)
        Appeal.everything.create(application=application, decision=before, stage="handed_in", begun_at=clock.now(), begun_by=busan.owner,
                                 told_on=clock.today(), due_at=clock.now() + timedelta(days=30), arrived_at=clock.now(),
                                 number="2026-A001", handed_in_by=busan.owner, sha256="0" * 64)
    count_certification()
    row = own(busan, year)
    assert (row.finished, row.certified, row.refused, row.appeals, row.certificates, row.providers) == (1, 1, 0, 1, 1, 1)


def test_what_is_in_force_is_counted_at_the_end_of_each_year_and_today(busan, central):
    with clock.travel(seoul(2026, 10, 14, 9)):
        with within(busan.agency):
            holder = f.CertificateFactory(valid_from=date(2024, 11, 28))
            f.CertificateFactory(valid_from=date(2025, 12, 9), offering=f.OfferingFactory(
                site=holder.offering.site, service_type=ServiceType.objects.exclude(pk=holder.service_type_id).first()))
            gone = f.CertificateFactory(valid_from=date(2024, 11, 28))
            certification.revoke(gone, on=date(2026, 1, 10), reason="x", actor=COUNTING)
            held = f.CertificateFactory(valid_from=date(2025, 12, 9))
            certification.suspend(held, from_on=date(2026, 10, 1), reason="x", actor=COUNTING)
        count_certification()
    assert [(row.certificates, row.providers, row.suspended, row.revoked) for row in (own(busan, year) for year in (2024, 2025, 2026))] == [
        (2, 2, 0, 0), (4, 3, 0, 0), (2, 1, 1, 1)]


def test_the_job_done_again_changes_nothing_and_says_nothing(busan, central):
    with within(busan.agency):
        f.ApplicationFactory()
    assert count_certification() == 1 and count_certification() == 0
    with within(busan.agency):
        assert CertificationCount.everything.count() == 1
        assert AuditEvent.everything.filter(verb="certification.counted").count() == 1


def test_a_job_that_did_not_run_for_years_makes_good_every_year(busan, central):
    refused(busan, arrived=seoul(2024, 5, 2, 10), announced=seoul(2025, 1, 3, 10))
    with clock.travel(seoul(2024, 6, 1, 9)):
        count_certification()
    with clock.travel(seoul(2026, 6, 1, 9)):
        count_certification()
    assert [(own(busan, year).applications, own(busan, year).finished) for year in (2024, 2025, 2026)] == [(1, 0), (0, 1), (0, 0)]
    assert own(busan, 2024).as_of == date(2024, 12, 31) and told(central, busan, 2026).applications == 0


def test_an_agency_whose_count_fails_holds_up_no_other(busan, daegu, central, monkeypatch):
    def failing(actor):
        if current_agency() == busan.agency:
            raise ValueError("broken")
        return counting.figures_by_year(actor)
    monkeypatch.setattr("desk.tasks.figures_by_year", failing)
    logging.disable(logging.CRITICAL)
    count_certification()
    logging.disable(logging.NOTSET)
    assert told(central, daegu, clock.today().year).applications == 0
    with within(busan.agency):
        assert not CertificationCount.everything.exists()


def test_nobody_writes_figures_by_hand(busan, central):
    with within(busan.agency), pytest.raises(PermissionDenied):
        keep_figures(busan.agency, {2025: (date(2025, 12, 31), counts())}, actor=Actor.of(busan.manager))


# ---- told

@pytest.mark.parametrize(("known", "read"), [(0, 0), (1, None), (4, None), (5, 5), (61, 61)])
def test_one_to_four_are_hidden_none_and_five_are_told(known, read):
    assert as_told(counts(appeals=known))["appeals"] == read


def test_no_sum_gives_a_hidden_part_away():
    read = as_told(counts(applications=30, finished=28, certified=25, refused=3, median_days=90))
    assert (read["certified"], read["refused"], read["finished"], read["applications"]) == (25, None, None, None)
    assert read["median_days"] == 90                    # of twenty-eight
    assert as_told(counts(applications=30, finished=30, certified=25, refused=5))["finished"] == 30


def test_of_fewer_than_five_no_median_is_told():
    assert as_told(counts(applications=9, finished=4, certified=4, median_days=90))["median_days"] is None


def test_small_numbers_never_reach_the_central_institute(busan, central):
    day = date(2025, 12, 31)
    with within(busan.agency):
        keep_figures(busan.agency, {2025: (day, counts(applications=40, finished=38, certified=35, refused=3, appeals=2, providers=31))},
                     actor=COUNTING)
    row = told(central, busan, 2025)
    assert (row.providers, row.certified) == (31, 35)
    assert row.refused is row.appeals is row.finished is row.applications is None
    assert own(busan, 2025).refused == 3
    with within(central.agency):
        assert not CertificationCount.objects.visible_to(COUNTING).exists()
        assert not Application.objects.visible_to(COUNTING).exists()


@pytest.mark.parametrize("wrong", [{"appeals": 2}, {"refused": 1}, {"refused": None, "finished": 30},
                                   {"certified": None, "applications": 9}])
def test_the_database_refuses_a_row_that_would_tell_a_small_number(busan, central, wrong):
    refused_by = pytest.raises(IntegrityError, match="no_small_number_is_told")
    with within(busan.agency), refused_by, transaction.atomic():
        CertificationAggregate.everything.create(central=central.agency, year=2025, as_of=date(2025, 12, 31), counted_at=clock.now(),
                                                 **NOTHING | wrong)


def test_another_agency_reads_neither_row(busan, daegu, central):
    with within(busan.agency):
        f.ApplicationFactory()
    count_certification()
    with within(daegu.agency):
        assert {row.agency_id for model in (CertificationAggregate, CertificationCount)
                for row in model.objects.visible_to(Actor.of(daegu.auditor))} == {daegu.agency.pk}
        assert not CertificationAggregate.objects.visible_to(Actor.of(daegu.owner)).exists()
