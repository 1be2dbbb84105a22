"""The desk's start: what waits for this person."""
import pytest

from accounts.actors import Actor
from core import clock
from core.models import Errand, Pulse
from core.tenancy import within
from providers import workflow
from tests import factories as f
from tests.desk.walking import WalkedPath

START = "/busan/admin/?lang=en"


@pytest.mark.parametrize("who", ["officer", "manager"])
def test_those_who_decide_see_which_providers_wait(who, busan, daegu, sit_down, words_of):
    page = words_of(sit_down(getattr(busan, who)).get(START))
    assert "Providers to confirm 2" in page
    assert "CNRY-busan-provider" in page
    assert "daegu" not in page


def test_what_is_decided_no_longer_waits(busan, sit_down, words_of):
    with within(busan.agency):
        for provider in (busan.provider, busan.neighbours):
            workflow.confirm_provider(provider, actor=Actor.of(busan.officer))
    assert "No provider waits for confirmation." in words_of(sit_down(busan.officer).get(START))


def test_only_the_longest_waiting_are_shown_and_all_are_counted(busan, sit_down, words_of):
    with within(busan.agency):
        f.ProviderFactory.create_batch(12)
    assert "Providers to confirm 14" in words_of(sit_down(busan.officer).get(START))


@pytest.mark.parametrize("who", ["director", "auditor", "trainer", "observer"])
def test_others_are_told_that_nothing_waits(who, busan, sit_down, words_of):
    assert "Nothing waits for you today." in words_of(sit_down(getattr(busan, who)).get(START))


def test_the_administrator_is_told_of_stuck_work_and_of_events_without_a_place(busan, sit_down, words_of):
    with within(busan.agency):
        Errand.everything.create(task="club.tasks.open", attempts=5, poisoned_at=clock.real_now())
    Pulse.objects.create(agency=busan.agency, not_yet_linked=500)
    page = words_of(sit_down(busan.admin).get(START))
    assert "1 piece of work is stuck." in page
    assert "500 events of the audit trail are not yet linked." in page


@pytest.mark.parametrize("who", ["owner", "employee", "assessor"])
def test_whoever_has_no_desk_does_not_open_it(who, busan, sit_down):
    assert sit_down(getattr(busan, who)).get(START).status_code in (302, 403)


@pytest.mark.parametrize("who", ["officer", "manager"])
def test_cases_wait_for_those_who_go_on_with_them(who, busan, daegu, sit_down, words_of):
    with within(daegu.agency):
        f.ApplicationFactory(provider_name="CNRY-daegu-case", number="2026-777")
    with within(busan.agency):
        f.ApplicationFactory(provider_name="CNRY-received", number="2026-001")
        f.ApplicationFactory(provider_name="CNRY-reviewed", stage="document_review", reviewed_at=clock.now())
        f.ApplicationFactory(provider_name="CNRY-unassigned", stage="document_review")
        f.ApplicationFactory(provider_name="CNRY-confirmed", stage="fact_check", report_confirmed_at=clock.now())
        f.ApplicationFactory(provider_name="CNRY-ready", stage="final_evaluation")
        f.ApplicationFactory(provider_name="CNRY-decided", stage="decided")
        f.ApplicationFactory(provider_name="CNRY-over", stage="not_certified")
    page = words_of(sit_down(getattr(busan, who)).get(START))
    assert "Cases to go on with 6" in page
    for there in ("CNRY-received Begin the screening", "CNRY-reviewed Plan the site visit", "CNRY-unassigned Assign the assessors",
                  "CNRY-confirmed Close the fact check", "CNRY-ready Put it on an agenda", "CNRY-decided Announce the result"):
        assert there in page
    assert "CNRY-over" not in page
    assert "daegu" not in page


def test_what_waits_for_others_does_not_wait_here(busan, sit_down, words_of):
    """Before a visit, looked at by the provider, on an agenda, in an announcement."""
    seen = []

    def look(step, path):
        if step in ("planned", "visited", "in_session", "drafted", "announced"):
            seen.append(step)
            assert "No case waits for the agency." in words_of(sit_down(busan.officer).get(START)), step

    WalkedPath(busan, look=look).announced()
    assert len(seen) == 5


def test_announcements_wait_for_the_manager_and_then_for_the_director(busan, sit_down, words_of):
    waits = {}

    def look(step, path):
        waits[step] = [who for who in ("officer", "manager", "director")
                       if "Announcements that wait for you 1" in words_of(sit_down(getattr(busan, who)).get(START))]

    WalkedPath(busan, look=look).approved()
    assert (waits["decided"], waits["drafted"], waits["released"], waits["approved"]) == ([], ["manager"], ["director"], [])
