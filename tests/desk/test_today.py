"""The desk's start: what waits for this person."""
import pytest

from accounts.actors import Actor
from core import clock
from core.models import Errand, Pulse
from core.tenancy import within
from providers import workflow
from tests import factories as f

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
