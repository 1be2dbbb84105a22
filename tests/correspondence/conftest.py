"""The sample club's events beside those of the apps, and errands done on the spot."""
import pytest

from core import outbox
from core.models import Errand
from core.tenancy import within
from correspondence import events
from tests.correspondence import club_notices
from tests.sample.models import Club


@pytest.fixture(autouse=True)
def declared(monkeypatch):
    """The club's events and deadlines beside those of the apps."""
    monkeypatch.setattr(events, "_events", [*events.every_event(), *club_notices.EVENTS])
    monkeypatch.setattr(events, "_kinds", [*events.every_kind(), *club_notices.DEADLINES])


@pytest.fixture
def club(busan):
    with within(busan.agency):
        return Club.everything.create(name="햇살 독서회", number="1", keeper=busan.owner)


@pytest.fixture
def work_off():
    """Do every errand that waits at a place, until none is left; errors go where a worker's go."""

    def until_nothing_waits(place, times=10):
        for _ in range(times):
            with within(place.agency):
                waiting = list(Errand.everything.filter(done_at=None, leased_until=None).order_by("pk").values_list("pk", flat=True))
            if not waiting:
                return
            for errand_id in waiting:
                outbox.run(place.agency, errand_id)

    return until_nothing_waits
