"""The catalogue: who finds what, by category, month, house and seats; what of a run is shown to whom; trainers and the year's plan."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.tenancy import within
from desk.months import Month
from tests.factories.training import ClassFactory, CourseFactory, RunFactory, TrainerFactory, enrolled, run_with_classes, teaches
from training.models import ClassSession, ClassTrainer, TrainerFee, TrainingPlan
from training.queries import trainer as queries
from training.workflow import plan as plans
from training.workflow import run as runs
from training.workflow import trainer as workflow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
CATALOGUE = "/busan/training/"


def at(place, work, *args, by="trainer", **facts):
    with within(place.agency):
        return work(*args, actor=Actor.of(getattr(place, by)), **facts)


def run_at(house, **fields):
    with within(house.agency):
        return run_with_classes(**fields)


# ---- the catalogue

def test_the_catalogue_is_filtered_by_category_month_house_and_seats(busan, daegu, central, sit_down):
    with within(central.agency):
        national = run_with_classes(course=CourseFactory(name_ko="중앙과정", category="expert"), seats=1, seats_taken=1, waiting_seats=0)
    with within(busan.agency):
        run_with_classes(course=CourseFactory(name_ko="부산과정"))
        run_with_classes(course=CourseFactory(name_ko="초안과정"), stage="draft", published_at=None)
        over = RunFactory(course=CourseFactory(name_ko="지난과정"))
        ClassFactory(run=over, starts_at=clock.now() - timedelta(days=40))
    with within(daegu.agency):
        run_with_classes(course=CourseFactory(name_ko="대구과정"))
    client, names = sit_down(busan.employee), ("중앙과정", "부산과정", "대구과정", "초안과정", "지난과정")
    with within(central.agency):
        month = Month.of(clock.seoul(ClassSession.everything.filter(run=national).first().starts_at).date())
    for query, wanted in (("", ("중앙과정", "부산과정")), ("category=expert", ("중앙과정",)), ("house=central", ("중앙과정",)),
                          ("house=own", ("부산과정",)), ("seats=free", ("부산과정",)), (f"month={month}", ("중앙과정", "부산과정")),
                          (f"month={month.shifted(-3)}", ()), ("category=x&month=99&house=%00", ("중앙과정", "부산과정"))):
        page = client.get(f"{CATALOGUE}?{query}").content.decode()
        assert tuple(name for name in names if name in page) == wanted, query
    page = client.get(f"{CATALOGUE}calendar/?month={month}").content.decode()
    assert "중앙과정" in page and "부산과정" in page and "대구과정" not in page
    assert client.get(f"{CATALOGUE}calendar/?month=%00").status_code == 200


def test_who_learns_elsewhere_finds_nothing_here(busan, central, sit_down):
    run = run_at(central)
    client = sit_down(busan.owner)
    assert run.course.name_ko not in client.get(CATALOGUE).content.decode()
    assert client.get(f"{CATALOGUE}runs/{run.public_id}/").status_code == 404
    assert client.get(f"{CATALOGUE}courses/{run.course.public_id}/").status_code == 404


def test_place_and_link_are_for_those_who_take_part(busan, central, sit_down):
    run = run_at(central, place="비밀 교육장", link="https://meet.example/secret")
    with within(central.agency):
        teaches(ClassSession.everything.filter(run=run).first(), central.consultant)
    enrolled(busan, busan.employee, run)
    for place, who, sees in ((busan, busan.employee, True), (busan, busan.trainer, False), (central, central.consultant, True),
                             (central, central.trainer, True)):
        slug, client = place.agency.slug, sit_down(who)
        for address in (f"/{slug}/training/runs/{run.public_id}/", f"/{slug}/training/runs/{run.public_id}/training.ics"):
            said = client.get(address).content.decode()
            assert ("비밀 교육장" in said) == ("https://meet.example/secret" in said.replace("\r\n ", "")) == sees, (who, address)


def test_the_calendar_file_has_every_class_and_replaces_the_one_before(busan, sit_down):
    run = run_at(busan)
    with within(busan.agency):
        ClassSession.everything.filter(run=run, number=1).update(sequence=2)
    client = sit_down(busan.employee)
    said = client.get(f"{CATALOGUE}runs/{run.public_id}/training.ics").content.decode()
    assert said.count("BEGIN:VEVENT") == 2 and "SEQUENCE:2" in said and "METHOD:PUBLISH" in said
    at(busan, runs.cancel_run, run, reason="강사 사정")
    said = client.get(f"{CATALOGUE}runs/{run.public_id}/training.ics").content.decode()
    assert said.count("STATUS:CANCELLED") == 2 and "SEQUENCE:3" in said and "METHOD:CANCEL" in said


def test_the_catalogue_costs_as_many_statements_with_three_as_with_one(busan, central, sit_down):
    client, counts = sit_down(busan.employee), {}
    pages = (CATALOGUE, f"{CATALOGUE}calendar/", f"{CATALOGUE}courses/")
    for page in pages:
        client.get(page)
    for more in (1, 2):
        for _ in range(more):
            run_at(central)
        for page in pages:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(page).status_code == 200
            counts.setdefault(page, []).append(len(asked))
    assert all(one == three for one, three in counts.values()), counts


# ---- trainers

def trainer_at(place, **facts):
    return at(place, workflow.add_trainer, **{"name": "김강사", **facts})


def test_the_pool_is_its_houses_own(busan, daegu, sit_down):
    trainer = trainer_at(busan)
    for place, by, found in ((busan, "director", 1), (busan, "employee", 0), (daegu, "trainer", 0)):
        with within(place.agency):
            assert queries.trainers_found(Actor.of(getattr(place, by))).count() == found
    for work, args, more in ((workflow.add_trainer, (), {"name": "x"}), (workflow.end_trainer, (trainer,), {}),
                             (workflow.change_trainer, (trainer,), {"base_version": 1, "name": "x"})):
        with pytest.raises(PermissionDenied):
            at(busan, work, *args, by="director", **more)
    assert sit_down(daegu.trainer).get(f"/daegu/training/keep/trainers/{trainer.public_id}/").status_code == 404


def test_a_trainer_is_changed_by_who_read_the_latest_and_classes_to_come_follow(busan):
    run, trainer = run_at(busan), trainer_at(busan)
    with within(busan.agency):
        one = ClassSession.everything.filter(run=run).first()
        ClassTrainer.everything.create(run=run, class_session=one, trainer=trainer, name=trainer.name)
    at(busan, workflow.change_trainer, trainer, base_version=1, name="박강사", user=busan.employee)
    with within(busan.agency):
        assert ClassTrainer.everything.values_list("name", "user").get() == ("박강사", busan.employee.pk)
    with pytest.raises(Refused, match="Somebody else"):
        at(busan, workflow.change_trainer, trainer, base_version=1, name="이강사")
    with pytest.raises(Refused, match="has this account already"):
        trainer_at(busan, name="둘째", user=busan.employee)
    with pytest.raises(Refused, match="classes to come"):
        at(busan, workflow.end_trainer, trainer)
    other = trainer_at(busan, name="셋째")
    at(busan, workflow.end_trainer, other)
    with pytest.raises(Refused, match="has left the pool"):
        at(busan, workflow.change_trainer, other, base_version=1, name="넷째")
    with within(busan.agency):
        assert [one.name for one in queries.trainers_found(Actor.of(busan.trainer))] == ["박강사"]
        assert [one.name for one in queries.trainers_found(Actor.of(busan.trainer), ended=True)] == ["셋째"]


def test_an_honorarium_is_for_a_run_that_they_teach_and_paid_once(busan):
    run, trainer = run_at(busan), trainer_at(busan)
    fee = {"run": run, "minutes": 180, "amount": 300_000}
    with pytest.raises(Refused, match="does not teach"):
        at(busan, workflow.note_fee, trainer, **fee)
    with within(busan.agency):
        ClassTrainer.everything.create(run=run, class_session=ClassSession.everything.filter(run=run).first(), trainer=trainer,
                                       name="김강사")
    with pytest.raises(Refused):
        at(busan, workflow.note_fee, trainer, **fee | {"minutes": 0})
    noted = at(busan, workflow.note_fee, trainer, **fee)
    with pytest.raises(Refused, match="in the future"):
        at(busan, workflow.note_paid, noted, paid_on=clock.today() + timedelta(days=1))
    at(busan, workflow.note_paid, noted, paid_on=clock.today())
    with pytest.raises(Refused, match="paid already"):
        at(busan, workflow.note_paid, noted, paid_on=clock.today())
    for work, args, more in ((workflow.note_fee, (trainer,), fee), (workflow.note_paid, (noted,), {"paid_on": clock.today()})):
        with pytest.raises(PermissionDenied):
            at(busan, work, *args, by="auditor", **more)


def test_a_keeper_keeps_the_pool_and_its_honoraria_in_the_browser(busan, sit_down):
    client, run = sit_down(busan.trainer), run_at(busan)
    typed = {"name": "김강사", "belongs_to": "가나대학교", "fields_taught": "회계", "email": "", "phone": "051-000-0001", "note": ""}
    page = client.post("/busan/training/keep/trainers/new/", typed)["Location"]
    with within(busan.agency):
        trainer = queries.trainers_found(Actor.of(busan.trainer)).get()
        ClassTrainer.everything.create(run=run, class_session=ClassSession.everything.filter(run=run).first(), trainer=trainer,
                                       name="김강사")
    assert client.post(f"{page}fees/", {"run": run.public_id, "minutes": 180, "amount": 300000, "note": ""}).status_code == 302
    with within(busan.agency):
        fee = TrainerFee.everything.get()
    paid = f"/busan/training/keep/fees/{fee.public_id}/paid/"
    assert "in the future" in client.post(f"{paid}?lang=en", {"paid_on": clock.today() + timedelta(days=1)}).content.decode()
    assert client.post(paid, {"paid_on": clock.today()}).status_code == 302
    shown = client.get(page).content.decode()
    assert "300,000" in shown and "051-000-0001" in shown and run.course.name_ko in shown
    assert client.get(f"{page}change/").status_code == 200
    assert "김강사" in client.get("/busan/training/keep/trainers/?q=회계").content.decode()


def test_the_pool_costs_as_many_statements_with_three_as_with_one(busan, sit_down):
    client, counts = sit_down(busan.trainer), []
    client.get("/busan/training/keep/trainers/")
    for more in (1, 2):
        for _ in range(more):
            with within(busan.agency):
                TrainerFactory()
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/busan/training/keep/trainers/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


# ---- the year's plan

def test_the_year_is_planned_per_category_by_trainer_and_manager(busan, daegu, sit_down):
    year = clock.today().year
    assert at(busan, plans.plan_year, year, {"common": (4, 120), "expert": (2, 30)}) == 2
    assert at(busan, plans.plan_year, year, {"common": (5, 120), "expert": (2, 30)}, by="manager") == 1
    with pytest.raises(PermissionDenied):
        at(busan, plans.plan_year, year, {"common": (1, 1)}, by="officer")
    client = sit_down(busan.trainer)
    categories, kinds = ("common", "individual", "leadership", "strategy", "expert"), ("runs", "persons")
    typed = {f"{category}_{kind}": 1 for category in categories for kind in kinds}
    assert client.post(f"/busan/training/keep/plan/?year={year + 1}", typed).status_code == 302
    wrong = client.post(f"/busan/training/keep/plan/?year={year + 1}", typed | {"common_runs": "-1"})
    assert wrong.status_code == 200 and 'value="-1"' in wrong.content.decode()
    with within(busan.agency):
        assert TrainingPlan.everything.filter(year=year).count() == 2 and TrainingPlan.everything.filter(year=year + 1).count() == 5
    assert 'value="5"' in client.get("/busan/training/keep/plan/?year=x").content.decode()
    assert "<form" not in sit_down(busan.director).get("/busan/training/keep/plan/").content.decode().split('id="main"')[1]
