"""By when a supplement is answered: the arrival decides, the dates close it, the officer prolongs it once."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from core import clock
from core.tenancy import within
from correspondence.models import Deadline
from evaluations import queries, tasks, workflow
from evaluations.models import Seal
from tests.evaluations.asking import answer, asked, end_of, facts_of, noon, refused, request_of, told, write
from tests.evaluations.path import Path


@pytest.fixture
def path(busan):
    return Path(busan).screened()


@pytest.fixture
def waiting(path):
    """Asked, and not answered."""
    asked(path)
    return path


def test_in_time_is_who_arrived_in_time(waiting):
    write(waiting, "x", code="")
    due = end_of(waiting)
    with clock.travel(due + timedelta(minutes=5)):
        assert "is over" in refused(lambda: answer(waiting, is_all=True, arrived_at=due))
        assert "is over" in refused(lambda: write(waiting, "y", arrived_at=due))
        assert tasks.close_supplements() == 0                   # one that arrived in time may be under way
        assert answer(waiting, is_all=True, arrived_at=due - timedelta(microseconds=1)).stage == "answered"


def test_over_its_state_is_read_from_its_dates_and_the_job_closes_it_once(waiting):
    path = waiting
    with clock.travel(end_of(path) + timedelta(hours=1)):
        with within(path.place.agency):
            assert (request_of(path).stage, request_of(path).stands) == ("sent", "lapsed")
            assert queries.open_supplement_of(path.application) is None
        assert (tasks.close_supplements(), tasks.close_supplements()) == (1, 0)
        with within(path.place.agency):
            assert (request_of(path).stage, Deadline.everything.get(kind="application.supplement").outcome) == ("lapsed", "lapsed")
            assert Seal.everything.count() == 1
        assert "is over" in refused(lambda: answer(path, is_all=True))
    assert [event for event in told(path) if event in ("supplement.lapsed", "supplement.unanswered")] == [
        "supplement.lapsed", "supplement.unanswered"]


def extend(path, to, reason="담당자가 입원하였습니다.", by=None):
    with within(path.place.agency):
        return workflow.extend_supplement(request_of(path), to=to, reason=reason, actor=path.as_(by or path.place.officer))


def test_it_is_prolonged_once_with_a_reason_and_no_further_than_the_setting_says(path, settings):
    settings.SUPPLEMENT_EXTENSION_DAYS = 3
    with clock.travel(noon(date(2026, 11, 16))):
        asked(path)                                             # Monday the 16th, to Wednesday the 25th
        assert "lies after" in refused(lambda: extend(path, date(2026, 11, 25)))
        assert refused(lambda: extend(path, date(2026, 12, 1))) == "It may be prolonged to 2026-11-30 at the latest."
        assert refused(lambda: extend(path, date(2026, 11, 27), reason=" ")) == "Please write the reason."
        with pytest.raises(PermissionDenied):
            extend(path, date(2026, 11, 27), by=path.owner)
        assert extend(path, date(2026, 11, 30)).deadline.last_day == date(2026, 11, 30)
        assert "prolonged once" in refused(lambda: extend(path, date(2026, 12, 1)))
    assert facts_of(path, "supplement.extended")["due"] == {"day": "2026-11-30"}


def test_what_is_over_is_not_prolonged(waiting):
    with clock.travel(end_of(waiting)):
        assert refused(lambda: extend(waiting, clock.today() + timedelta(days=1))) == "This request is no longer open."
