"""Fifty people of several houses for thirty seats, all at once; a seat taken up against its lapse. FULL=1: the long form."""
import os
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.tenancy import within
from tests.cast import people_of
from tests.factories.training import enrolled
from tests.training.enrolling import placed, run_at, staff
from training.models import Enrolment
from training.stages import EnrolmentStage as Stage
from training.workflow import enrolment as workflow

PEOPLE, SEATS, WAITING = (50, 30, 20) if os.environ.get("FULL") else (12, 6, 4)
ROUNDS = 40 if os.environ.get("FULL") else 4
pytestmark = pytest.mark.django_db(transaction=True)


def at_once(deeds):
    """`deeds`: [(place, work)], each in a thread of its own, all let go together; what each got: its answer, or the refusal's sentence."""
    ready, answers = threading.Barrier(len(deeds)), [None] * len(deeds)

    def one(position, place, work):
        try:
            with within(place.agency), translation.override("en"):
                connection.ensure_connection()
                ready.wait(30)
                answers[position] = work()
        except Refused as refusal:
            answers[position] = str(refusal)
        except Exception as failure:                        # noqa: BLE001  a deadlock, a constraint: whatever is no sentence
            answers[position] = failure
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(position, *deed)) for position, deed in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not [answer for answer in answers if isinstance(answer, Exception)], answers
    return answers


@pytest.fixture
def places(transactional_db):
    return people_of("busan"), people_of("daegu"), people_of("central", kind="central")


def enrolling(place, run, user):
    return place, lambda: workflow.enrol(run, actor=Actor.of(user))


def in_order(central, run):
    with within(central.agency):
        return list(Enrolment.everything.filter(run=run).order_by("asked_at", "pk").values_list("stage", flat=True))


def crowd(places):
    """[(place, account)] of all three houses by turns."""
    each = [[(place, user) for user in staff(place, PEOPLE // 3 + 1)] for place in places]
    return [pair for turn in zip(*each, strict=True) for pair in turn][:PEOPLE]


def test_the_thirty_first_of_thirty_seats_waits_and_the_order_is_kept(places):
    """People of two houses ask while the host's job runs again and again; in the end whoever asked first sits."""
    busan, daegu, central = places
    run = run_at(central, seats=SEATS, waiting_seats=WAITING)
    at_once([enrolling(place, run, user) for place, user in crowd((busan, daegu, busan))])
    placed(central, run)
    left = PEOPLE - SEATS - WAITING
    assert in_order(central, run) == ["enrolled"] * SEATS + ["waiting"] * WAITING + ["closed_out"] * left


def test_while_the_host_places_and_its_own_people_ask_no_seat_is_given_twice_and_nobody_is_lost(places):
    central = places[2]
    run = run_at(central, seats=SEATS, waiting_seats=WAITING)
    deeds = [enrolling(place, run, user) for place, user in crowd(places)]
    at_once(deeds + [(central, lambda: workflow.place_enrolments(run, actor=Actor.system("job")))] * 3)
    placed(central, run)
    found = in_order(central, run)
    assert {stage: found.count(stage) for stage in ("enrolled", "waiting")} == {"enrolled": SEATS, "waiting": WAITING}
    assert len(found) == PEOPLE


def test_one_person_who_asks_twice_at_once_is_enrolled_once(places):
    busan, _daegu, central = places
    run = run_at(central)
    answers = at_once([enrolling(busan, run, busan.officer)] * 2)
    assert sorted(isinstance(answer, Enrolment) for answer in answers) == [False, True]
    assert "Enrolled in this run already." in answers


def test_a_seat_is_taken_up_or_has_lapsed_and_never_both(places):
    """The offer ends while it is being taken up: whichever lock comes first decides, and the next is offered the seat only if it lapsed."""
    busan, _daegu, central = places
    with within(busan.agency):
        actor = Actor.of(busan.officer)
    for _ in range(ROUNDS):
        run = run_at(central, seats=1)
        offered = enrolled(busan, busan.officer, run, stage=Stage.OFFERED, placed_at=None, offer_until_at=clock.now() + timedelta(hours=1),
                           seen_stage=Stage.OFFERED)
        after = enrolled(busan, busan.manager, run, stage=Stage.WAITING, placed_at=None, seen_stage=Stage.WAITING)
        answer, _count = at_once([(busan, lambda row=offered: workflow.accept_seat(row, actor=actor)), (central, lapsing(run))])
        with within(busan.agency):
            found = [Enrolment.everything.get(pk=row.pk).stage for row in (offered, after)]
        assert found == (["lapsed", "offered"] if isinstance(answer, str) else ["enrolled", "waiting"])


def lapsing(run):
    def work():
        with clock.travel(clock.now() + timedelta(hours=2)):
            return workflow.place_enrolments(run, actor=Actor.system("job"))
    return work
