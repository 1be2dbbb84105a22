"""Seats when many want them at the same moment: not one more than there are, and each that is given back goes to one."""
import pytest

from accounts.actors import Actor
from accounts.models import Province
from certification import workflow
from certification.models import BriefingPlace
from core import clock
from core.tenancy import within
from tests import factories as f
from tests.cast import people_of
from tests.certification.briefing_messages import kinds
from tests.panels.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
HOLDER = Actor.system("the holder of a signed link")


@pytest.fixture
def busan(transactional_db):
    return people_of("busan", province=Province.objects.get(code="26"))


def briefing_of(busan, seats, **fields):
    with within(busan.agency):
        return f.BriefingFactory(seats=seats, **fields)


def registering(briefing, number, email=None):
    facts = {"name": f"참가자 {number}", "organisation": "햇살센터", "phone": "0510000000",
             "email": email or f"guest{number}@guest.example"}
    return lambda: workflow.register_for_briefing(briefing, facts, language="ko", actor=Actor.public(), arrived_at=clock.now())


@pytest.mark.slow
def test_of_fifty_at_once_thirty_have_seats_and_twenty_wait_in_the_order_of_their_arrival(busan):
    briefing = briefing_of(busan, 30)
    at_once(busan, *[registering(briefing, number) for number in range(50)])
    with within(busan.agency):
        assert BriefingPlace.everything.filter(seated_at__isnull=False).count() == 30
        waiting = list(BriefingPlace.everything.filter(seated_at=None).order_by("arrived_at", "pk"))
        assert len(waiting) == 20
        for place in BriefingPlace.everything.filter(seated_at__isnull=False).order_by("pk")[:5]:
            workflow.give_back(place, actor=HOLDER)
        moved = BriefingPlace.everything.filter(pk__in=[place.pk for place in waiting], seated_at__isnull=False)
        assert set(moved) == set(waiting[:5])


def test_one_address_many_times_at_once_is_one_registration(busan):
    briefing = briefing_of(busan, 30)
    at_once(busan, *[registering(briefing, number, "same@guest.example") for number in range(6)])
    with within(busan.agency):
        assert BriefingPlace.everything.count() == 1
        assert sorted(kinds()) == ["again"] * 5 + ["registered"]


def test_given_back_twice_at_once_one_moves_up(busan):
    briefing = briefing_of(busan, 1)
    with within(busan.agency):
        seated = f.BriefingPlaceFactory(briefing=briefing)
        f.BriefingPlaceFactory.create_batch(3, briefing=briefing, seated_at=None)
    at_once(busan, *[lambda: workflow.give_back(seated, actor=HOLDER)] * 3)
    with within(busan.agency):
        assert BriefingPlace.everything.filter(cancelled_at=None, seated_at__isnull=False).count() == 1
        assert kinds() == ["cancelled", "moved_up"]


def test_two_clocks_at_once_remind_each_seat_once(busan):
    briefing = briefing_of(busan, 3)
    with within(busan.agency):
        f.BriefingPlaceFactory.create_batch(3, briefing=briefing)
    due = workflow.briefing_place.reminder_due_at(briefing)

    def remind():
        with clock.travel(due):
            return workflow.remind_of_briefing(briefing, actor=HOLDER)

    assert sorted(at_once(busan, remind, remind)) == [0, 3]
    with within(busan.agency):
        assert kinds() == ["reminder"] * 3
