"""A committee in session, everybody present and without interest: what most tests of the panels begin with."""
from types import SimpleNamespace

import pytest
from django.utils import translation

from accounts.actors import Actor
from accounts.models import Membership
from core import clock
from core.tenancy import within
from panels import workflow
from tests import factories as f
from tests.cast import accounts_of
from tests.desk.conftest import sit_down, words_of  # noqa: F401  people in their browsers


@pytest.fixture(autouse=True)
def english():
    """Sentences are compared in the source's language."""
    with translation.override("en"):
        yield


@pytest.fixture
def here(busan):
    """Everything of this test happens at Busan."""
    with within(busan.agency):
        yield busan


def session_at(place, seats=5):
    """A meeting in session with one item: `members` (accounts in their seats), `item`, `matter`; all present, all declared “none”."""
    slug = place.agency.slug
    with within(place.agency):
        members = list(accounts_of(slug, f"committee.{slug}.example", [f"seat{number}" for number in range(seats)]).values())
        Membership.everything.bulk_create(Membership(user=user, role="committee", began_at=clock.now()) for user in members)
        body = f.BodyFactory()
        held = [f.SeatFactory(body=body, user=user, office="member" if number else "chair") for number, user in enumerate(members)]
        meeting = f.MeetingFactory(body=body, called_by=place.officer)
        room = SimpleNamespace(place=place, body=body, meeting=meeting, members=members, seats=held)
        for seat in held:
            f.AttendanceFactory(meeting=meeting, seat=seat)
        room.item = item_of(room, position=1)
        room.matter = room.item.matter
    return room


def item_of(room, **fields):
    """One more item, which everybody has declared on."""
    item = f.AgendaItemFactory(meeting=room.meeting, **fields)
    for user in room.members:
        f.DeclarationFactory(user=user, matter=item.matter, subject_label=item.subject_label)
    return item


@pytest.fixture
def room(here):
    return session_at(here)


@pytest.fixture
def nine(here):
    return session_at(here, seats=9)


def ballot_on(room, item=None):
    return workflow.open_ballot(item or room.item, actor=Actor.of(room.place.officer))


def vote(ballot, user, choice="award"):
    return workflow.cast_vote(ballot, choice, actor=Actor.of(user), arrived_at=clock.now())


def close(room, ballot):
    return workflow.close_ballot(ballot, actor=Actor.of(room.place.officer))


def leave(room, *numbers):
    """Those in these seats go out of the room."""
    for number in numbers:
        workflow.note_attendance(room.meeting, room.seats[number], present=False, actor=Actor.of(room.place.officer))
