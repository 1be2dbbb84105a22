"""Rounds: drafted, announced, extended; what a round says on each day."""
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from accounts.models import Agency
from certification import queries, workflow
from certification.models import Phase, Round
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from providers.models import ServiceType
from tests import factories as f

pytestmark = pytest.mark.usefixtures("english")

OTHERS = ["director", "admin", "trainer", "auditor", "observer", "assessor", "committee", "owner", None]


def verbs():
    return list(AuditEvent.everything.order_by("pk").values_list("verb", flat=True))


def seoul(*parts):
    return datetime(*parts, tzinfo=clock.SEOUL).astimezone(UTC)


@pytest.fixture
def drafted(busan, at, round_facts, services):
    with at(busan.officer, busan) as actor:
        return workflow.draft_round(round_facts(), services, actor=actor)


# ---- who

@pytest.mark.parametrize("who", OTHERS)
def test_others_do_not_draft_or_change_a_round(who, drafted, busan, at, round_facts, services):
    with at(who and getattr(busan, who), busan) as actor:
        for write in (lambda: workflow.draft_round(round_facts(name_ko="다른 공고"), services, actor=actor),
                      lambda: workflow.change_round(drafted, {"quota": 5}, services, actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


@pytest.mark.parametrize("who", ["officer", *OTHERS])
def test_only_the_manager_announces_and_extends(who, drafted, busan, at):
    with at(who and getattr(busan, who), busan) as actor:
        for write in (lambda: workflow.announce_round(drafted, actor=actor),
                      lambda: workflow.extend_round(drafted, closes_at=drafted.closes_at, reason="사유", actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


# ---- drafted

def test_a_draft_is_seen_inside_only_and_changes(drafted, busan, at, services):
    with at(busan.officer, busan) as actor:
        workflow.change_round(drafted, {"quota": 5}, services[:1], actor=actor)
        drafted.refresh_from_db()
        assert (drafted.quota, list(queries.services_of(drafted))) == (5, services[:1])
        assert verbs() == ["round.drafted", "round.changed"]
        assert list(queries.rounds_of(actor)) == [drafted]
        assert list(queries.rounds_of(Actor.public())) == []


def test_a_round_is_judged_by_an_edition_of_its_own_agency(daegu, busan, at, round_facts, services):
    with within(daegu.agency):
        theirs = f.published_version()
    with at(busan.officer, busan) as actor, pytest.raises(Refused) as refusal:
        workflow.draft_round(round_facts(version=theirs), services, actor=actor)
    assert refusal.value.field == "version"


def test_a_round_of_the_same_name_and_year_is_refused_beside_its_name(drafted, busan, at, round_facts, services):
    with at(busan.officer, busan) as actor, pytest.raises(Refused) as refusal:
        workflow.draft_round(round_facts(), services, actor=actor)
    assert refusal.value.field == "name_ko"


def test_a_period_that_ends_before_it_begins_is_refused_beside_its_end(busan, at, round_facts, services):
    facts = round_facts()
    with at(busan.officer, busan) as actor, pytest.raises(Refused) as refusal:
        workflow.draft_round(facts | {"closes_at": facts["opens_at"]}, services, actor=actor)
    assert refusal.value.field == "closes_at"


# ---- announced

def test_a_round_is_announced_to_everybody_and_the_public_pages_are_renewed(drafted, busan, at):
    before = Agency.objects.get(pk=busan.agency.pk).public_generation
    with at(busan.manager, busan) as actor:
        announced = workflow.announce_round(drafted, actor=actor)
        assert list(queries.rounds_of(Actor.public())) == [announced]
        assert verbs()[-1] == "round.announced"
    assert Agency.objects.get(pk=busan.agency.pk).public_generation > before


@pytest.mark.parametrize(("change", "sentence"), [
    ({"document_review_until": date(2020, 1, 1)}, "“document review until” comes before “applications until”"),
    ({"results_on": date(2020, 1, 1)}, "“results on” comes before “final evaluation on”"),
    ({"document_review_until": None, "site_visits_until": date(2020, 1, 1)}, "“site visits until” comes before “applications until”"),
    ({"document_review_from": date(2031, 1, 2), "document_review_until": date(2031, 1, 1)}, "it would end before it begins"),
    ({"site_visits_from": date(2020, 1, 1)}, "the two would overlap"),
])
def test_dates_out_of_order_are_neither_kept_nor_announced(change, sentence, drafted, busan, at, services):
    with at(busan.manager, busan) as actor:
        with pytest.raises(Refused, match=sentence):
            workflow.change_round(drafted, change, services, actor=actor)
        Round.everything.filter(pk=drafted.pk).update(**change)
        with pytest.raises(Refused, match=sentence):
            workflow.announce_round(drafted, actor=actor)


def test_a_period_that_is_over_is_not_announced(drafted, busan, at, services):
    with at(busan.manager, busan) as actor:
        workflow.change_round(drafted, {"opens_at": seoul(2020, 1, 1), "closes_at": seoul(2020, 2, 1)}, services, actor=actor)
        with pytest.raises(Refused, match="over already"):
            workflow.announce_round(drafted, actor=actor)


def test_a_round_without_services_or_by_a_draft_of_the_criteria_is_not_announced(drafted, busan, at, services):
    with at(busan.manager, busan) as actor:
        workflow.change_round(drafted, {}, [], actor=actor)
        with pytest.raises(Refused, match="at least one service"):
            workflow.announce_round(drafted, actor=actor)
        workflow.change_round(drafted, {"version": f.FrameworkVersionFactory()}, services, actor=actor)
        with pytest.raises(Refused, match="Publish the edition"):
            workflow.announce_round(drafted, actor=actor)


def test_an_announced_round_no_longer_changes_and_is_announced_once(drafted, busan, at, services):
    with at(busan.manager, busan) as actor:
        workflow.announce_round(drafted, actor=actor)
        for write in (lambda: workflow.change_round(drafted, {"quota": 1}, services, actor=actor),
                      lambda: workflow.announce_round(drafted, actor=actor)):
            with pytest.raises(Refused, match="no longer changes"):
                write()


@pytest.mark.parametrize("change", ["version", "year", "kind", "published_at"])
def test_the_database_keeps_what_an_announced_round_is_judged_by(change, busan):
    with within(busan.agency), pytest.raises(IntegrityError, match="keeps its version"), transaction.atomic():
        announced = f.RoundFactory()
        other = {"version": f.published_version, "year": lambda: 2031, "kind": lambda: "renewal", "published_at": lambda: None}
        Round.everything.filter(pk=announced.pk).update(**{change: other[change]()})


# ---- extended

def test_the_period_becomes_longer_with_a_reason(drafted, busan, at):
    with at(busan.manager, busan) as actor:
        workflow.announce_round(drafted, actor=actor)
        later = drafted.closes_at + timedelta(days=7)
        assert workflow.extend_round(drafted, closes_at=later, reason="신청 시스템 점검", actor=actor).closes_at == later
        assert verbs()[-1] == "round.extended"


@pytest.mark.parametrize(("days", "reason", "sentence"), [
    (-1, "사유", "only become longer"), (0, "사유", "only become longer"), (5, " ", "Write the reason"), (200, "사유", "comes before"),
])
def test_the_period_does_not_become_shorter_or_longer_without_reason_or_beyond_the_review(days, reason, sentence, drafted, busan, at):
    with at(busan.manager, busan) as actor:
        workflow.announce_round(drafted, actor=actor)
        with pytest.raises(Refused, match=sentence):
            workflow.extend_round(drafted, closes_at=drafted.closes_at + timedelta(days=days), reason=reason, actor=actor)


def test_neither_a_draft_nor_a_closed_round_is_extended(drafted, busan, at):
    with at(busan.manager, busan) as actor:
        closed = f.RoundFactory(opens_at=clock.now() - timedelta(days=9), closes_at=clock.now() - timedelta(days=1))
        for round, sentence in ((drafted, "not announced yet"), (closed, "over already")):
            with pytest.raises(Refused, match=sentence):
                workflow.extend_round(round, closes_at=clock.now() + timedelta(days=30), reason="사유", actor=actor)


# ---- days and moments

def days_of(**other):
    period = {"opens_at": seoul(2026, 6, 1, 9), "closes_at": seoul(2026, 6, 20, 18)} | other
    return Round(**period, published_at=period["opens_at"], agency_id=1)


@pytest.mark.parametrize(("day", "phase"), [
    (date(2026, 5, 31), Phase.UPCOMING), (date(2026, 6, 1), Phase.OPENS_TODAY), (date(2026, 6, 2), Phase.OPEN),
    (date(2026, 6, 20), Phase.CLOSES_TODAY), (date(2026, 6, 21), Phase.CLOSED),
])
def test_a_round_says_of_each_day_what_is_true_the_whole_day(day, phase):
    assert days_of().phase_on(day) == phase


def test_midnight_is_24_00_of_the_last_day():
    midnight = days_of(opens_at=seoul(2026, 6, 1), closes_at=seoul(2026, 6, 21))
    assert (midnight.last_day, midnight.closing_time) == (date(2026, 6, 20), "24:00")
    assert midnight.phase_on(date(2026, 6, 1)) == Phase.OPEN
    assert (days_of().last_day, days_of().closing_time) == (date(2026, 6, 20), "18:00")


@pytest.mark.parametrize(("moment", "is_open"), [
    (seoul(2026, 6, 1, 8, 59), False), (seoul(2026, 6, 1, 9), True), (seoul(2026, 6, 20, 17, 59), True), (seoul(2026, 6, 20, 18), False),
])
def test_a_round_is_open_from_its_first_moment_until_the_first_that_is_too_late(moment, is_open, busan):
    with within(busan.agency):
        round = f.RoundFactory(opens_at=seoul(2026, 6, 1, 9), closes_at=seoul(2026, 6, 20, 18))
        assert round.is_open(at=moment) == is_open
        assert list(queries.open_rounds(Actor.public(), at=moment)) == [round] * is_open


@pytest.mark.parametrize(("day", "receives"), [
    (date(2026, 5, 31), False), (date(2026, 6, 1), True), (date(2026, 6, 20), True), (date(2026, 6, 21), False)])
def test_a_kept_page_speaks_of_the_day(day, receives, busan):
    with within(busan.agency):
        round = f.RoundFactory(opens_at=seoul(2026, 6, 1, 9), closes_at=seoul(2026, 6, 20, 18))
        f.RoundFactory(opens_at=seoul(2026, 6, 1, 9), closes_at=seoul(2026, 6, 20, 18), published_at=None)
        assert list(queries.rounds_of_the_day(Actor.public(), day)) == [round] * receives


def test_rounds_of_other_agencies_are_not_among_ours(busan, daegu):
    with within(daegu.agency):
        f.RoundFactory()
    with within(busan.agency):
        for found in (queries.rounds_of, queries.open_rounds, queries.rounds_of_the_day):
            assert list(found(Actor.public())) == []


def test_services_stand_in_the_nations_order(busan):
    with within(busan.agency):
        round = f.RoundFactory(services=["dementia-prevention", "youth-healing"])
        assert list(queries.services_of(round)) == list(ServiceType.objects.filter(code__in=["dementia-prevention", "youth-healing"]))
