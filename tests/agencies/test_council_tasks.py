"""Tasks that follow from resolutions: told and counted at the owner's agency, reported on, accepted; owners who are gone."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from accounts.models import Membership
from agencies.models import CouncilTask, Naming, Place, TaskReport
from agencies.queries import council as queries
from agencies.workflow import council_task, naming
from core import clock
from core.errors import Refused
from core.tenancy import within
from correspondence.models import Deadline
from correspondence.tasks import send_rungs
from panels.models import Seat
from tests.agencies.councils import a_task, follow, fresh, given, name, resolved, told, topic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
PAGES = "network/bodies/"


def reported(place, task, text="시안을 마련하였습니다."):
    with within(place.agency):
        return council_task.report_task(task, text=text, actor=Actor.of(place.director))


def answered(central, report, *, taken, answer=""):
    with within(central.agency):
        return council_task.answer_report(report, taken=taken, answer=answer, actor=Actor.of(central.officer))


def test_the_owner_is_told_and_the_days_are_counted_in_both_houses(busan, daegu, central, work_off):
    task = a_task(central, busan, daegu).task
    follow(busan, central, busan, central)
    work_off(busan)
    assert told(busan, "council.task_given") == {busan.director}
    for place, kind in ((busan, "council.task"), (central, "council.task_late")):
        with within(place.agency):
            assert Deadline.everything.get(kind=kind).last_day == task.due_on


def test_what_stays_undone_reaches_the_owner_their_director_and_central(busan, daegu, central, work_off):
    world = a_task(central, busan, daegu)
    name_manager(busan, central, world)
    with within(busan.agency):
        task = council_task.give_task_on(world.task, busan.manager, actor=Actor.of(busan.officer))
    follow(busan, central)
    with clock.travel(clock.end_of(task.due_on) + timedelta(days=10)):
        send_rungs()
        for place in (busan, central):
            work_off(place)
    assert told(busan, "deadline.several") == {busan.manager}
    assert told(busan, "deadline.escalated") == {busan.director}
    assert told(central, "deadline.over") == {central.officer, central.manager}


def name_manager(busan, central, world):
    """The manager sits in the director's place from today on: there the place is anybody's."""
    with within(central.agency):
        Place.everything.filter(member=busan.agency).update(entitled="named")
    with within(busan.agency):
        Naming.everything.filter(place__member=busan.agency).update(from_on=clock.today() - timedelta(days=9), to_on=None)
        naming.end_naming(Naming.everything.get(place__member=busan.agency), to_on=clock.today() - timedelta(days=1),
                          actor=Actor.of(busan.officer))
    with within(central.agency):
        Seat.everything.filter(user=busan.director).update(from_on=clock.today() - timedelta(days=9))
    name(busan, world.council, busan.manager)
    follow(central)


def test_a_task_has_words_a_day_ahead_and_somebody_who_sits(busan, daegu, central):
    world = a_task(central, busan, daegu)
    resolution = resolved(central, topic(central, world.meeting, "다른 안건"))
    with pytest.raises(Refused, match="what is to be done"):
        given(central, resolution, busan.director, text=" ")
    with pytest.raises(Refused, match="must lie ahead"):
        given(central, resolution, busan.director, days=0)
    with within(central.agency):
        seat = world.council.body.seats.get(user=busan.director)
        facts = {"text": "x", "due_on": clock.today() + timedelta(days=3)}
        with pytest.raises(PermissionDenied):
            council_task.give_task(resolution, seat, actor=Actor.of(central.director), **facts)
        seat.to_on = seat.from_on = clock.today() - timedelta(days=1)
        with pytest.raises(Refused, match="has a seat in this body today"):
            council_task.give_task(resolution, seat, actor=Actor.of(central.officer), **facts)


def test_the_owner_reports_and_central_accepts_or_asks_again(busan, daegu, central, work_off):
    task = a_task(central, busan, daegu).task
    with within(busan.agency):
        with pytest.raises(PermissionDenied):
            council_task.report_task(task, text="x", actor=Actor.of(busan.officer))
        with pytest.raises(Refused, match="what was done"):
            council_task.report_task(task, text=" ", actor=Actor.of(busan.director))
    report = reported(busan, task)
    with pytest.raises(Refused, match="waits for its answer"):
        reported(busan, task)
    follow(central)
    work_off(central)
    assert told(central, "council.task_reported") == {central.officer, central.manager}
    with pytest.raises(Refused, match="still missing"):
        answered(central, report, taken=False)
    with within(central.agency), pytest.raises(PermissionDenied):
        council_task.answer_report(report, taken=True, answer="", actor=Actor.of(central.director))
    answered(central, report, taken=False, answer="시안을 붙여 주십시오.")
    with pytest.raises(Refused, match="answered already"):
        answered(central, report, taken=True)
    with within(busan.agency), pytest.raises(IntegrityError), transaction.atomic():
        TaskReport.everything.filter(pk=report.pk).update(text="anders")
    follow(busan, central)
    work_off(busan)
    assert told(busan, "council.report_answered") == {busan.director} and not fresh(task, busan).is_over
    answered(central, reported(busan, task, "시안을 붙였습니다."), taken=True)
    follow(busan)
    for place, kind in ((busan, "council.task"), (central, "council.task_late")):
        with within(place.agency):
            assert Deadline.everything.get(kind=kind).closed_at
    with pytest.raises(Refused, match="is done"):
        reported(busan, task)
    with within(busan.agency), pytest.raises(IntegrityError), transaction.atomic():
        CouncilTask.everything.filter(pk=task.pk).update(done_at=None)


def test_nobody_is_reminded_while_a_report_waits_and_again_once_more_is_asked(busan, daegu, central, work_off):
    task = a_task(central, busan, daegu).task
    report = reported(busan, task)
    with clock.travel(clock.end_of(task.due_on) - timedelta(hours=12)):
        send_rungs()
        work_off(busan)
        assert told(busan, "deadline.several") == set()
        answered(central, report, taken=False, answer="시안을 붙여 주십시오.")
        follow(busan)
    with clock.travel(clock.end_of(task.due_on) + timedelta(days=10)):
        send_rungs()
        for place in (busan, central):
            work_off(place)
    assert told(busan, "deadline.several") == {busan.director} and told(central, "deadline.over") == {central.officer, central.manager}


def test_a_director_in_charge_is_not_told_twice_that_it_stays_undone(busan, daegu, central, work_off):
    task = a_task(central, busan, daegu).task
    with clock.travel(clock.end_of(task.due_on) + timedelta(days=10)):
        send_rungs()
        work_off(busan)
    assert (told(busan, "deadline.several"), told(busan, "deadline.escalated")) == ({busan.director}, set())


def test_an_owner_who_left_the_agency_is_shown_to_both_houses_and_somebody_else_is_put_in_charge(busan, daegu, central, work_off, sit_down):
    world = a_task(central, busan, daegu)
    task = world.task
    with within(busan.agency):
        Membership.everything.filter(user=busan.director).update(ended_at=clock.now())
    follow(busan, central)
    for place in (busan, central):
        work_off(place)
        assert told(place, "council.owner_gone") == {place.officer, place.manager}
        page = sit_down(place.officer).get(f"/{place.agency.slug}/{PAGES}tasks/{task.public_id}/?lang=en").content.decode()
        assert "no longer sits in this body" in page
    with within(busan.agency):
        actor = Actor.of(busan.officer)
        with pytest.raises(Refused, match="Name who holds the place"):
            council_task.give_task_on(task, busan.manager, actor=actor)
        with pytest.raises(PermissionDenied):
            council_task.give_task_on(task, busan.manager, actor=Actor.of(busan.auditor))
    name_manager(busan, central, world)
    with within(busan.agency):
        task = council_task.give_task_on(task, busan.manager, actor=actor)
    follow(busan)
    work_off(busan)
    assert task.owner_gone_at is None and busan.manager in told(busan, "council.task_given")


def test_an_owner_whose_seat_has_ended_reports_no_more(busan, daegu, central):
    world = a_task(central, busan, daegu)
    name_manager(busan, central, world)
    follow(busan)
    task = fresh(world.task, busan)
    assert task.owner_gone_at
    with pytest.raises(Refused, match="no longer sit"):
        reported(busan, task)


def test_tasks_are_seen_by_central_their_agency_and_their_owner(busan, daegu, central):
    task = a_task(central, busan, daegu).task
    sees = ((busan, busan.director, 1), (busan, busan.officer, 1), (busan, busan.trainer, 0), (daegu, daegu.director, 0),
            (daegu, daegu.officer, 0), (central, central.officer, 1), (central, central.trainer, 0))
    for place, who, count in sees:
        with within(place.agency):
            assert queries.tasks(Actor.of(who)).filter(pk=task.pk).count() == count


def test_lists_of_what_is_open_late_and_done_and_the_badge(busan, daegu, central, sit_down):
    task = a_task(central, busan, daegu, days=3).task
    client, address = sit_down(busan.director), f"/busan/{PAGES}tasks/"
    with within(busan.agency):
        assert queries.waiting_in_bodies(Actor.of(busan.director)) == 1 and queries.waiting_in_bodies(Actor.of(busan.auditor)) == 0

    def listed(state):
        return task.text in client.get(f"{address}?state={state}").content.decode()

    assert (listed("open"), listed("late"), listed("done")) == (True, False, False)
    with within(central.agency):
        CouncilTask.everything.filter(pk=task.pk).update(due_on=clock.today() - timedelta(days=1))
    assert (listed("open"), listed("late"), listed("done")) == (True, True, False)
    report = reported(busan, task)
    with within(central.agency):
        assert queries.waiting_in_bodies(Actor.of(central.officer)) == 1
    answered(central, report, taken=True)
    assert (listed("open"), listed("late"), listed("done")) == (False, False, True)


def test_reporting_and_answering_on_the_pages(busan, daegu, central, sit_down):
    task = a_task(central, busan, daegu).task
    assert sit_down(busan.director).post(f"/busan/{PAGES}tasks/{task.public_id}/", {"report-text": "마쳤습니다."}).status_code == 302
    with within(central.agency):
        report = TaskReport.everything.get()
    client = sit_down(central.officer)
    again = client.post(f"/central/{PAGES}reports/{report.public_id}/answer/?lang=en", {"answer": "", "taken": "0"})
    assert again.status_code == 200 and "still missing" in again.content.decode()
    assert client.post(f"/central/{PAGES}reports/{report.public_id}/answer/", {"answer": "", "taken": "1"}).status_code == 302
    assert fresh(task, busan).is_over


def test_the_list_costs_as_many_statements_with_three_tasks_as_with_one(busan, daegu, central, sit_down):
    world = a_task(central, busan, daegu)
    client, counts = sit_down(busan.director), []
    client.get(f"/busan/{PAGES}tasks/")
    for more in (0, 2):
        for number in range(more):
            given(central, resolved(central, topic(central, world.meeting, f"안건 {number}")), busan.director)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/busan/{PAGES}tasks/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 16
