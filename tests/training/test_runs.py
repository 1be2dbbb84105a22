"""Runs: planned and announced by their house, moved with everybody told, cancelled with a reason; classes, trainers and materials."""
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.tenancy import within
from tests.factories.training import CourseFactory, TrainerFactory, enrolled, run_with_classes, teaches
from tests.files import pdf, upload
from training.models import ClassSession, ClassTrainer, Enrolment, Material, Run
from training.queries import run as queries
from training.stages import EnrolmentStage, RunStage
from training.tasks.run import follow_runs_at
from training.workflow import class_session as classes
from training.workflow import material as materials
from training.workflow import run as workflow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
RUNS = "/busan/training/keep/runs/"


def at(place, work, *args, by="trainer", **facts):
    with within(place.agency):
        return work(*args, actor=Actor.of(getattr(place, by)), **facts)


def moment(day, hour):
    """So many days from today, in Seoul."""
    return datetime.combine(clock.today() + timedelta(days=day), datetime.min.time(), clock.SEOUL) + timedelta(hours=hour)


def facts(**more):
    return {"seats": 30, "enrol_from_at": moment(-1, 9), "enrol_until_at": moment(5, 18), **more}


def planned(place, **more):
    with within(place.agency):
        course = more.pop("course", None) or CourseFactory(written_by=place.trainer)
    return at(place, workflow.plan_run, course, year=clock.today().year, **facts(**more))


@pytest.fixture(autouse=True)
def in_spring():
    """Classes of the next weeks lie in this year, whenever the tests run."""
    with clock.travel(datetime(2026, 4, 1, 10, tzinfo=clock.SEOUL)):
        yield


def with_class(place, run, day=10, hour=10, **more):
    return at(place, classes.add_class, run, **{"title": "첫째 시간", "starts_at": moment(day, hour), "ends_at": moment(day, hour + 3),
                                                **more})


def announced(place, **more):
    run = planned(place, **more)
    with_class(place, run)
    return at(place, workflow.announce_run, run)


def refused(work, *args, **facts):
    with pytest.raises(Refused) as refusal:
        at(*args[:1], work, *args[1:], **facts)
    return str(refusal.value)


# ---- planning and announcing

def test_runs_are_numbered_by_course_and_year(busan):
    with within(busan.agency):
        course = CourseFactory()
    runs = [planned(busan, course=course) for _ in range(2)] + [planned(busan)]
    later = at(busan, workflow.plan_run, course, year=2027, **facts())
    assert [run.number for run in (*runs, later)] == [1, 2, 1, 1]


def test_an_announced_run_is_found_and_keeps_the_rule_of_its_course(busan, daegu, central):
    with within(central.agency):
        course = CourseFactory(least_percent=80)
    run = planned(central, course=course)
    with_class(central, run)
    with within(daegu.agency):
        assert not Run.objects.visible_to(Actor.of(daegu.trainer)).exists() and not Run.everything.exists()
    with within(central.agency):
        type(course).everything.filter(pk=course.pk).update(least_percent=100)
    run = at(central, workflow.announce_run, run)
    with within(central.agency):
        type(course).everything.filter(pk=course.pk).update(least_percent=50)
    assert run.least_percent == 100 and run.published_at
    with within(daegu.agency):
        assert [one.least_percent for one in queries.coming_runs(Actor.of(daegu.employee))] == [100]
        assert not list(queries.coming_runs(Actor.of(daegu.owner)))


def test_what_stands_in_the_way_of_announcing_is_said(busan):
    run = planned(busan)
    assert "at least one class" in refused(workflow.announce_run, busan, run)
    with_class(busan, run, day=3)
    assert "before the first class" in refused(workflow.announce_run, busan, run)
    over = planned(busan, enrol_from_at=moment(-3, 9), enrol_until_at=moment(-1, 9))
    with_class(busan, over)
    assert "days of enrolment are over" in refused(workflow.announce_run, busan, over)
    with within(busan.agency):
        draft, tested = CourseFactory(stage="draft", published_at=None), CourseFactory(least_score=60)
    for course, said in ((draft, "into the catalogue first"), (tested, "has no question yet")):
        one = planned(busan, course=course)
        with_class(busan, one)
        assert said in refused(workflow.announce_run, busan, one)
    with within(busan.agency):
        closed = CourseFactory(stage="closed")
    assert "not offered any more" in refused(workflow.plan_run, busan, closed, year=2026, **facts())
    for wrong, said in (({"seats": 0}, "between 1 and"), ({"seats": 2001}, "between 1 and"),
                        ({"enrol_until_at": moment(-1, 9)}, "before it begins")):
        assert said in refused(workflow.plan_run, busan, run.course, year=2026, **facts(**wrong))


def test_only_keepers_of_the_house_keep_runs(busan, central):
    run = planned(central)
    one = with_class(central, run)
    works = [(workflow.plan_run, (run.course,), {"year": 2026, **facts()}), (workflow.change_run, (run,), {"base_version": 1, **facts()}),
             (workflow.announce_run, (run,), {}), (workflow.discard_run, (run,), {}), (workflow.cancel_run, (run,), {"reason": "x"}),
             (classes.add_class, (run,), {"title": "x", "starts_at": moment(9, 9), "ends_at": moment(9, 10)}),
             (classes.change_class, (one,), {"title": "x", "starts_at": moment(9, 9), "ends_at": moment(9, 10)}),
             (classes.move_class, (one,), {"starts_at": moment(9, 9), "ends_at": moment(9, 10)}),
             (classes.change_trainers, (one,), {"trainers": []}), (classes.remove_class, (one,), {}),
             (materials.add_material_link, (run,), {"name": "x", "address": "https://x.example"})]
    for work, args, more in works:
        with pytest.raises(PermissionDenied):
            at(central, work, *args, by="director", **more)
        with pytest.raises(PermissionDenied):
            at(busan, work, *args, **more)


def test_a_run_is_changed_by_who_has_read_the_latest_and_never_below_its_people(busan):
    run = announced(busan)
    for user in (busan.employee, busan.officer):
        enrolled(busan, user, run)
    assert "already" in refused(workflow.change_run, busan, run, base_version=1, **facts(seats=1))
    assert "before the first class" in refused(workflow.change_run, busan, run, base_version=1, **facts(enrol_until_at=moment(20, 9)))
    changed = at(busan, workflow.change_run, run, base_version=1, **facts(seats=2))
    assert (changed.seats, changed.version) == (2, 2)
    assert "Somebody else has saved this run" in refused(workflow.change_run, busan, run, base_version=1, **facts(seats=5))
    gone = at(busan, workflow.discard_run, planned(busan))
    assert "over" in refused(workflow.change_run, busan, gone, base_version=1, **facts())


# ---- classes

def test_classes_lie_in_the_year_end_after_they_begin_and_never_overlap(busan):
    run = planned(busan)
    with_class(busan, run)
    for wrong, said in (((moment(10, 12), moment(10, 14)), "overlaps"), ((moment(11, 12), moment(11, 12)), "ends after"),
                        ((moment(300, 12), moment(300, 13)), "belongs to 2026")):
        assert said in refused(classes.add_class, busan, run, title="x", starts_at=wrong[0], ends_at=wrong[1])
    next_to_it = with_class(busan, run, hour=13)
    assert "overlaps" in refused(classes.change_class, busan, next_to_it, title="x", starts_at=moment(10, 12), ends_at=moment(10, 13))


def test_classes_are_numbered_by_when_they_begin(busan):
    run = planned(busan)
    later, first = with_class(busan, run, day=12), with_class(busan, run, day=8)
    with within(busan.agency):
        assert [(one.pk, one.number) for one in queries.classes_of(Actor.of(busan.trainer), run)] == [(first.pk, 1), (later.pk, 2)]
    at(busan, classes.change_class, first, title="나중", starts_at=moment(14, 9), ends_at=moment(14, 10))
    at(busan, classes.remove_class, later)
    with within(busan.agency):
        assert list(ClassSession.everything.values_list("title", "number")) == [("나중", 1)]


def test_a_class_of_an_announced_run_is_moved_and_nothing_else(busan):
    run = announced(busan)
    with within(busan.agency):
        one = ClassSession.everything.get()
    when = {"starts_at": moment(11, 9), "ends_at": moment(11, 12)}
    for work, args, more in ((classes.add_class, (run,), {"title": "x", **when}), (classes.change_class, (one,), {"title": "x", **when}),
                             (classes.remove_class, (one,), {})):
        assert "moved, not added" in refused(work, busan, *args, **more)
    assert "into the past" in refused(classes.move_class, busan, one, starts_at=moment(-1, 9), ends_at=moment(-1, 10))
    moved = at(busan, classes.move_class, one, **when)
    assert (moved.sequence, moved.starts_at) == (1, when["starts_at"]) and moved.moved_at
    assert at(busan, classes.move_class, one, **when).sequence == 1                     # the same time is no move
    with clock.travel(moment(11, 10)):
        assert "begun already" in refused(classes.move_class, busan, one, starts_at=moment(3, 9), ends_at=moment(3, 10))
    draft = planned(busan)
    assert "announced run" in refused(classes.move_class, busan, with_class(busan, draft), **when)


def test_trainers_come_from_the_houses_pool_and_stay_while_others_go(busan, daegu):
    with within(daegu.agency):
        stranger = TrainerFactory()
    with within(busan.agency):
        here, other, gone = TrainerFactory(), TrainerFactory(user=busan.employee), TrainerFactory(ended_at=clock.now())
    run = planned(busan)
    one = with_class(busan, run, trainers=[here, stranger, gone])
    with within(busan.agency):
        before = ClassTrainer.everything.get()
        assert before.trainer_id == here.pk
    at(busan, classes.change_trainers, one, trainers=[here, other])
    with within(busan.agency):
        assert set(ClassTrainer.everything.values_list("pk", flat=True)) > {before.pk}
        assert ClassTrainer.everything.get(trainer=other).user_id == busan.employee.pk
    at(busan, classes.change_trainers, one, trainers=[])
    with within(busan.agency):
        assert not ClassTrainer.everything.exists()
    at(busan, workflow.discard_run, run)
    assert "over" in refused(classes.change_trainers, busan, one, trainers=[here])


# ---- told, counted, cancelled

def test_how_full_a_run_is_stands_where_all_houses_read_it(busan, daegu, central):
    run = announced(central, seats=2)
    enrolled(busan, busan.employee, run)
    enrolled(busan, busan.officer, run, stage=EnrolmentStage.OFFERED, offer_until_at=clock.now())
    enrolled(daegu, daegu.employee, run, stage=EnrolmentStage.WAITING)
    enrolled(daegu, daegu.officer, run, stage=EnrolmentStage.CANCELLED)
    assert follow_runs_at(central.agency) == 1 and follow_runs_at(central.agency) == 0
    with within(daegu.agency):
        actor = Actor.of(daegu.employee)
        found = queries.coming_runs(actor).get()
        assert (found.seats_taken, found.seats_left, found.waiting_count, found.has_waiting_list) == (2, 0, 1, True)
        assert not queries.coming_runs(actor, seats="free") and queries.coming_runs(actor, seats="waiting").count() == 1
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.count_seats(run, actor=Actor.of(busan.employee))


def test_a_cancelled_run_says_why_and_ends_every_enrolment(busan, central):
    run = announced(central)
    seated, asked = enrolled(busan, busan.employee, run), enrolled(busan, busan.officer, run, stage=EnrolmentStage.REQUESTED,
                                                                   asked_at=None, placed_at=None)
    left = enrolled(busan, busan.trainer, run, stage=EnrolmentStage.CANCELLED)
    assert "Say why" in refused(workflow.cancel_run, central, run, reason="  ")
    at(central, workflow.cancel_run, run, reason="강사 사정")
    with within(busan.agency):
        stages = dict(Enrolment.everything.values_list("pk", "stage"))
        assert stages == {seated.pk: "closed_out", asked.pk: "closed_out", left.pk: "cancelled"}
        assert Enrolment.everything.get(pk=seated.pk).reason == "강사 사정"
        assert not queries.coming_runs(Actor.of(busan.employee))
    with pytest.raises(Refused):
        at(central, workflow.cancel_run, run, reason="다시")
    assert "does not take place" in refused(materials.add_material_link, central, run, name="x", address="https://x.example")


# ---- materials

def test_materials_are_for_those_who_take_part_teach_or_keep(busan, daegu, central, sit_down):
    run = announced(central)
    with within(central.agency):
        teaches(ClassSession.everything.get(), central.assessor)
    file = at(central, materials.add_material, run, upload(pdf(), "교재.pdf"))
    assert at(central, materials.add_material, run, upload(pdf(), "교재.pdf")).pk == file.pk
    link = at(central, materials.add_material_link, run, name="영상", address="https://video.example")
    enrolled(busan, busan.employee, run)
    enrolled(busan, busan.officer, run, stage=EnrolmentStage.WAITING)
    for place, who, opens in ((busan, busan.employee, True), (busan, busan.officer, False), (daegu, daegu.officer, False),
                              (central, central.assessor, True), (central, central.auditor, True), (central, central.employee, False)):
        client = sit_down(who)
        slug = place.agency.slug
        answer = client.get(f"/{slug}/training/materials/{file.public_id}/")
        assert answer.status_code == (200 if opens else 404), who
        if opens:
            assert b"".join(answer) == pdf()
        assert ("교재.pdf" in client.get(f"/{slug}/training/runs/{run.public_id}/").content.decode()) == opens
    with pytest.raises(PermissionDenied):
        at(central, materials.remove_material, file, by="director")
    at(central, materials.remove_material, file)
    at(central, materials.remove_material, link)
    with within(central.agency):
        assert queries.materials_of(Actor.of(central.officer), run) == ([], [])


def test_a_late_answer_of_the_scan_is_noted(busan):
    run = announced(busan)
    file = at(busan, materials.add_material, run, upload(pdf(), "교재.pdf"))
    with within(busan.agency):
        Material.everything.filter(pk=file.pk).update(scan="waiting")
        assert follow_runs_at(busan.agency) == 1
        assert Material.everything.get().scan == file.file.scan_state


# ---- pages

def test_a_keeper_plans_announces_moves_and_cancels_in_the_browser(busan, sit_down):
    client = sit_down(busan.trainer)
    client.cookies["tz"] = "America/New_York"
    with within(busan.agency):
        course, trainer = CourseFactory(), TrainerFactory()
    typed = {"year": 2026, "seats": 20, "waiting_seats": 5, "accept_hours": 24, "cancel_until_days": 3, "place": "부산 교육장",
             "link": "https://meet.example/abc", "enrol_from_at": "2026-03-31T09:00", "enrol_until_at": "2026-04-06T18:00"}
    page = client.post(f"/busan/training/keep/courses/{course.public_id}/plan/", typed)["Location"]
    lesson = {"title": "첫째 시간", "day": "2026-04-10", "starts_at": "09:00", "ends_at": "12:00", "place": "",
              "trainers": trainer.public_id}
    assert client.post(f"{page}classes/", lesson).status_code == 302
    wrong = client.post(f"{page}classes/?lang=en", lesson | {"title": "겹치는 시간", "starts_at": "11:00"}).content.decode()
    assert "It overlaps with" in wrong and "겹치는 시간" in wrong
    with within(busan.agency):
        one = ClassSession.everything.get()
        assert one.starts_at == datetime(2026, 4, 10, 9, tzinfo=clock.SEOUL)                # whatever the browser's clock says
    assert client.get(f"/busan/training/keep/classes/{one.public_id}/").status_code == 200
    assert client.post(f"{page}announce/").status_code == 302
    move = f"/busan/training/keep/classes/{one.public_id}/move/"
    assert 'value="09:00"' in client.get(move).content.decode()
    assert client.post(move, {"day": "2026-04-11", "starts_at": "09:00", "ends_at": "12:00", "place": ""}).status_code == 302
    assert client.post(f"{page}links/", {"name": "영상", "address": "https://video.example",
                                         "class_session": one.public_id}).status_code == 302
    shown = client.get(f"{page}?lang=en").content.decode()
    assert "announced" in shown and "time changed" in shown and trainer.name in shown and "https://meet.example/abc" in shown
    assert client.get(f"{page}change/").status_code == 200
    assert client.post(f"{page}cancel/", {"reason": ""}).status_code == 200
    assert client.post(f"{page}cancel/", {"reason": "신청자 부족"}).status_code == 302
    with within(busan.agency):
        assert Run.everything.get().stage == RunStage.CANCELLED


def test_the_list_costs_as_many_statements_with_three_runs_as_with_one(busan, sit_down):
    client, counts = sit_down(busan.trainer), []
    client.get(RUNS)
    for more in (1, 2):
        for _ in range(more):
            with within(busan.agency):
                run_with_classes()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(RUNS).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
