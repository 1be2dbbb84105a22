"""Bodies and their seats."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from panels import queries, workflow
from panels.models import Declaration, Seat
from tests import factories as f
from tests.panels.conftest import session_at

DAY = date(2026, 3, 2)


def give(place, body, user, office="member", from_on=DAY, who="officer"):
    return workflow.give_seat(body, user, office, from_on=from_on, actor=Actor.of(getattr(place, who)))


@pytest.mark.parametrize("who", ["officer", "manager", "admin"])
def test_a_body_is_founded_seats_are_given_and_end(who, here):
    actor = Actor.of(getattr(here, who))
    body = workflow.found_body("품질인증위원회", "Quality certification committee", actor=actor)
    assert body.published_at is None
    seat = workflow.give_seat(body, here.committee, Seat.Office.CHAIR, from_on=DAY, actor=actor)
    assert queries.seats_on(body, DAY) == [seat]
    workflow.end_seat(seat, to_on=DAY + timedelta(9), actor=actor)
    held = {day: queries.seats_on(body, DAY + timedelta(day)) == [seat] for day in (-1, 0, 9, 10)}
    assert held == {-1: False, 0: True, 9: True, 10: False}
    seat.refresh_from_db()
    assert [seat.is_held(DAY + timedelta(day)) for day in (-1, 0, 9, 10)] == [False, True, True, False]


@pytest.mark.parametrize("who", ["director", "auditor", "assessor", "committee", "owner"])
def test_nobody_else_founds_bodies_or_gives_seats(who, here):
    body, actor = f.BodyFactory(), Actor.of(getattr(here, who))
    seat = f.SeatFactory(body=body)
    for keep in (lambda: workflow.found_body("다른 위원회", "Another", actor=actor), lambda: give(here, body, here.committee, who=who),
                 lambda: workflow.end_seat(seat, to_on=DAY, actor=actor)):
        with pytest.raises(PermissionDenied):
            keep()


def test_a_name_is_taken_once(here):
    f.BodyFactory(name_ko="품질인증위원회")
    with pytest.raises(Refused, match="already a body"):
        workflow.found_body("품질인증위원회", "", actor=Actor.of(here.officer))


def test_a_seat_is_given_to_somebody_of_the_agency(here):
    with pytest.raises(Refused, match="does not belong"):
        give(here, f.BodyFactory(), here.owner)


def test_nobody_sits_twice_in_a_body(here):
    body = f.BodyFactory()
    give(here, body, here.committee)
    with pytest.raises(Refused, match="has a seat in this body already"):
        give(here, body, here.committee, "vice")
    with pytest.raises(IntegrityError, match="one_open_seat"), transaction.atomic():
        f.SeatFactory(body=body, user=here.committee)
    give(here, f.BodyFactory(), here.committee)


def test_one_chair_at_a_time_also_while_the_old_term_runs_out(here):
    body, actor = f.BodyFactory(), Actor.of(here.officer)
    chair = give(here, body, here.committee, "chair")
    with pytest.raises(Refused, match="has a chair"):
        give(here, body, here.director, "chair")
    with pytest.raises(IntegrityError, match="one_chair"), transaction.atomic():
        f.SeatFactory(body=body, office="chair")
    workflow.end_seat(chair, to_on=DAY + timedelta(30), actor=actor)
    with pytest.raises(Refused, match="has a chair"):
        give(here, body, here.director, "chair", from_on=DAY + timedelta(30))
    assert give(here, body, here.director, "chair", from_on=DAY + timedelta(31))


def test_a_seat_ends_once_and_not_before_it_began(here):
    seat, actor = give(here, f.BodyFactory(), here.committee), Actor.of(here.officer)
    with pytest.raises(Refused, match="before it began"):
        workflow.end_seat(seat, to_on=DAY - timedelta(1), actor=actor)
    workflow.end_seat(seat, to_on=DAY, actor=actor)
    with pytest.raises(Refused, match="ended already"):
        workflow.end_seat(seat, to_on=DAY, actor=actor)
    with pytest.raises(IntegrityError, match="a_term_ends"), transaction.atomic():
        f.SeatFactory(from_on=DAY, to_on=DAY - timedelta(1))


def test_the_chair_is_named_first(here):
    body = f.BodyFactory()
    for office, name in (("member", "나"), ("vice", "하"), ("member", "가"), ("chair", "다")):
        f.SeatFactory(body=body, office=office, user__person__name=name)
    assert [str(seat.user) for seat in queries.seats_on(body, DAY)] == ["다", "하", "가", "나"]


def test_who_gets_a_seat_later_is_asked_about_what_is_on_the_agenda(here):
    room = session_at(here)
    give(here, room.body, here.committee, from_on=clock.today())
    assert Declaration.everything.get(user=here.committee).matter == room.matter
    give(here, room.body, here.director, from_on=clock.today() + timedelta(1))
    assert not Declaration.everything.filter(user=here.director).exists()


def test_a_body_is_named_in_the_readers_language(here):
    body = f.BodyFactory(name_ko="품질인증위원회", name_en="Committee")
    assert str(body) == "Committee"
    with translation.override("ko"):
        assert str(body) == "품질인증위원회"
