"""Work that is stuck: shown to the agency's administrator, tried again by them."""
import pytest

from core import clock
from core.models import Errand
from core.tenancy import within

STUCK = "/busan/admin/stuck/"


@pytest.fixture
def errand(busan):
    with within(busan.agency):
        return Errand.everything.create(task="club.tasks.open", last_error="ValueError: no key", attempts=5, poisoned_at=clock.real_now())


def test_the_administrator_sees_what_is_stuck_and_why(busan, errand, sit_down, words_of):
    page = words_of(sit_down(busan.admin).get(f"{STUCK}?lang=en"))
    for there in ("club.tasks.open", "ValueError: no key", "5"):
        assert there in page


def test_it_is_put_on_its_way_again(busan, errand, sit_down, words_of):
    page = sit_down(busan.admin).post(f"{STUCK}{errand.public_id}/again/?lang=en", follow=True)
    assert "It is on its way again." in words_of(page)
    assert "Nothing is stuck" in words_of(page)
    with within(busan.agency):
        errand.refresh_from_db()
    assert (errand.poisoned_at, errand.attempts) == (None, 0)


@pytest.mark.parametrize("who", ["officer", "manager", "director", "auditor", "trainer", "owner"])
def test_nobody_else_opens_it(who, busan, errand, sit_down):
    client = sit_down(getattr(busan, who))
    assert client.get(STUCK).status_code == 403
    assert client.post(f"{STUCK}{errand.public_id}/again/").status_code == 403


def test_another_agencys_errand_is_unknown(busan, daegu, errand, sit_down):
    assert sit_down(daegu.admin).post(f"/daegu/admin/stuck/{errand.public_id}/again/").status_code == 404
