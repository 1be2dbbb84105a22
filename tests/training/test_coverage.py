"""Mandatory training: who has to have what by when, how the house stands, who is reminded, and what Central is told."""
from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from accounts.models import Membership
from agencies.steps import read_steps
from core import clock
from core.tenancy import within
from correspondence.models import Deadline, Reminder
from correspondence.tasks import send_rungs
from tests.factories.panels import PoolMemberFactory
from tests.factories.people import MembershipFactory
from tests.factories.training import CourseFactory
from tests.training.completing import SYSTEM, finish, past_run, took_part
from training.coverage import Cell, State, cell_of, due_day, worse_of
from training.models import CourseDuty, CoverageCount, CoverageShare, OpenDuty
from training.queries.coverage import coverage_here, own_duties
from training.tasks.coverage import follow_coverage
from training.workflow.coverage import follow_coverage_here, share_told

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)
WEDNESDAY = datetime(2026, 11, 11, 10, tzinfo=clock.SEOUL)


def test_days_come_to_a_state():
    def state(due_on, *held):
        return cell_of(TODAY, due_on, held)
    day = timedelta(days=1)
    assert state(TODAY) == Cell(State.DUE, None, TODAY) and state(TODAY - day) == Cell(State.OVERDUE, None, TODAY - day)
    assert state(TODAY - day, None).state == State.HELD and state(TODAY, TODAY + 60 * day).state == State.HELD
    assert state(TODAY, TODAY + 59 * day) == Cell(State.EXPIRING, TODAY + 59 * day, TODAY + 59 * day)
    assert state(TODAY - 99 * day, TODAY - day, TODAY).state == State.EXPIRING             # the longest counts
    assert state(TODAY - 99 * day, TODAY - day) == Cell(State.OVERDUE, TODAY - day, TODAY - day)
    assert due_day(TODAY, TODAY + day, 30) == TODAY + 31 * day and due_day(TODAY + 5 * day, TODAY, 30) == TODAY + 35 * day
    early, late = state(TODAY - day), state(TODAY)
    assert worse_of(early, late) == worse_of(late, early) == early
    assert [one.counts for one in (early, late)] == [False, True]


def mandatory(place, for_whom="staff", role="", within_days=90, since=100, **course):
    """A course of this place that somebody has to have, for `since` days."""
    with within(place.agency):
        course = CourseFactory(**course)
        CourseDuty.everything.create(course=course, for_whom=for_whom, role=role, within_days=within_days,
                                     from_on=clock.today() - timedelta(days=since))
    return course


def came(place, days):
    """Everybody here came so many days ago."""
    with within(place.agency):
        Membership.everything.update(began_at=clock.now() - timedelta(days=days))


def states(place, course):
    with within(place.agency):
        _courses, lines = coverage_here()
        return {line.name.rpartition("-")[2]: str(line.cells[course.pk].state) for line in lines if course.pk in line.cells}


def follow(place):
    with within(place.agency):
        return follow_coverage_here(actor=SYSTEM)


def test_staff_a_role_and_the_pool_have_to_have_what_concerns_them(busan, central):
    came(busan, 10)
    everybody, officers, assessors = (mandatory(central, *whom) for whom in (("staff",), ("role", "officer"), ("assessors",)))
    with within(busan.agency):
        PoolMemberFactory(user=busan.assessor, joined_at=clock.now() - timedelta(days=200))
    assert set(states(busan, everybody)) == {"officer", "manager", "director", "trainer", "employee", "auditor", "admin"}
    assert states(busan, officers) == {"officer": "due"} and states(busan, assessors) == {"assessor": "overdue"}


def test_drafts_other_houses_courses_and_duties_to_come_concern_nobody(busan, daegu, central):
    mandatory(daegu)
    mandatory(central, stage="draft", published_at=None)
    mandatory(central, stage="closed")
    mandatory(central, since=-1)
    own = mandatory(busan)
    with within(busan.agency):
        assert [one.pk for one in coverage_here()[0]] == [own.pk]


def test_a_completion_counts_until_it_runs_out(busan, central):
    came(busan, 400)
    course = mandatory(central, valid_months=12, since=300)
    for days, who in ((2, busan.officer), (330, busan.manager), (500, busan.director)):
        run = past_run(central, days=days, course=course, number=days)
        took_part(busan, who, run)
        finish(central, run)
    other = past_run(central)
    took_part(busan, busan.trainer, other)
    finish(central, other)
    found = states(busan, course)
    assert [found[who] for who in ("officer", "manager", "director", "trainer")] == ["held", "expiring", "overdue", "overdue"]
    with within(busan.agency):
        assert [(one.pk, str(cell.state)) for one, cell in own_duties(Actor.of(busan.manager))] == [(course.pk, "expiring")]
        assert own_duties(Actor.of(busan.owner)) == []


def test_what_is_missing_is_held_open_moved_and_settled(busan, central):
    came(busan, 10)
    course = mandatory(central)
    assert follow(busan) == 7 and follow(busan) == 0
    run = past_run(central, course=course)
    took_part(busan, busan.officer, run)
    finish(central, run)
    came(busan, 20)
    assert follow(busan) == 7                                   # one settled, six moved
    with within(busan.agency):
        duty = OpenDuty.everything.get(user=busan.officer)
        assert duty.settled_at and not Deadline.everything.filter(subject_id=str(duty.pk), closed_at=None).exists()
        assert Deadline.everything.filter(closed_at=None).count() == 12
        Membership.everything.filter(user=busan.manager).update(ended_at=clock.now())
    assert follow(busan) == 1
    with pytest.raises(PermissionDenied), within(busan.agency):
        follow_coverage_here(actor=Actor.of(busan.trainer))


def rungs(place, kind="training.duty"):
    with within(place.agency):
        return sorted(Reminder.everything.filter(deadline__kind=kind).values_list("rung", flat=True))


def test_each_day_of_the_ladder_reminds_the_person_and_who_keeps_training_once(busan, central):
    with clock.travel(WEDNESDAY):
        came(busan, 82)
        mandatory(central, "role", role="employee")                 # to be had in eight days
        follow(busan)
    for days in (1, 1, 8, 9, 22, 23):                               # the day before a week is left
        with clock.travel(WEDNESDAY + timedelta(days=days)):
            send_rungs()
            send_rungs()
    assert rungs(busan) == rungs(busan, "training.duty_gaps") == [-7, 0, 14]


def test_who_was_overdue_for_long_when_it_was_found_is_told_the_day_after(busan, central):
    with clock.travel(WEDNESDAY):
        came(busan, 200)
        mandatory(central, "role", role="employee", since=300)
        follow(busan)
    with clock.travel(WEDNESDAY + timedelta(days=1)):
        send_rungs()
    assert rungs(busan) == [111]


def test_an_open_duty_is_read_by_the_person_and_the_readers_of_the_house(busan, daegu, central):
    mandatory(central)
    follow(busan)

    def seen(place, who):
        with within(place.agency):
            return OpenDuty.objects.visible_to(Actor.of(getattr(place, who))).count()
    assert [seen(busan, "employee"), seen(busan, "trainer"), seen(busan, "director")] == [1, 7, 7]
    assert [seen(daegu, "trainer"), seen(central, "trainer"), seen(busan, "owner")] == [0, 0, 0]


def test_central_is_told_a_share_and_no_number_of_persons(busan, daegu, central):
    for place in (busan, daegu):
        came(place, 400)
    course = mandatory(central, since=300)
    run = past_run(central, course=course)
    for who in (busan.officer, busan.manager, busan.director):
        took_part(busan, who, run)
    finish(central, run)
    with within(daegu.agency):
        Membership.everything.exclude(role__in=("trainer", "employee")).update(ended_at=clock.now())
    follow_coverage()
    with within(busan.agency):
        assert CoverageCount.everything.values_list("people", "covered").get() == (7, 3)
        assert read_steps(Actor.of(busan.director)).cell("coverage", busan.agency.pk, clock.today().year).words == "42.9 % (3 / 7)"
    with within(central.agency):
        figures = read_steps(Actor.of(central.director))
        told = {place.agency.slug: figures.cell("coverage", place.agency.pk, clock.today().year) for place in (busan, daegu)}
        assert (told["busan"].words, told["daegu"].words, told["daegu"].is_hidden) == ("43 %", "hidden", True)
        assert not CoverageCount.everything.exclude(agency=central.agency).exists()
        assert not CoverageShare.everything.filter(agency=central.agency).exists()
        assert "coverage" not in [str(one) for one in figures.unrecorded]
    with within(daegu.agency):
        assert not CoverageShare.everything.filter(agency=busan.agency).exists()
    assert [share_told(*pair) for pair in ((4, 4), (5, 5), (2, 3), (28, 30))] == [None, 100, None, 93]


def test_without_any_duty_nothing_is_counted(busan):
    assert follow(busan) == 0
    with within(busan.agency):
        assert not CoverageCount.everything.exists()


def test_the_database_keeps_counts_that_can_be(busan, central):
    now = {"year": 2026, "as_of": TODAY, "counted_at": clock.now()}
    with within(busan.agency):
        for wrong in (lambda: CoverageCount.everything.create(people=1, covered=2, **now),
                      lambda: CoverageShare.everything.create(central=central.agency, percent=101, **now)):
            with pytest.raises(IntegrityError), transaction.atomic():
                wrong()


def matrix(browser, slug="busan", words=""):
    return browser.get(f"/{slug}/training/coverage/?lang=en{words}")


def test_the_matrix_and_its_gaps_are_read_by_who_reads_training(busan, daegu, central, sit_down, words_of):
    came(busan, 400)
    course = mandatory(central, name_en="Data protection", since=300)
    run = past_run(central, course=course)
    took_part(busan, busan.officer, run)
    finish(central, run)
    page = words_of(matrix(sit_down(busan.director)))
    assert "1 of 7 employees have everything" in page and "CNRY-busan-employee" in page and "overdue" in page and "Data protection" in page
    assert "CNRY-daegu" not in page
    gaps = words_of(matrix(sit_down(busan.trainer), words="&gaps"))
    assert "CNRY-busan-officer" not in gaps and "CNRY-busan-employee" in gaps
    for who in ("employee", "assessor", "owner", "observer"):
        assert matrix(sit_down(getattr(busan, who))).status_code in (403, 404), who


def test_central_reads_the_shares_of_the_agencies_on_its_page(busan, central, sit_down, words_of):
    mandatory(central)
    follow(busan)
    page = words_of(matrix(sit_down(central.manager), "central"))
    assert "Busan Social Service Agency" in page and "100 %" in page and "CNRY-busan" not in page
    assert "as each agency" not in words_of(matrix(sit_down(busan.manager)))


def test_a_house_without_duties_has_a_written_page(busan, sit_down, words_of):
    assert "No course is mandatory" in words_of(matrix(sit_down(busan.trainer)))


def test_the_matrix_asks_as_much_for_one_as_for_three(busan, central, sit_down):
    course = mandatory(central)
    run = past_run(central, course=course)
    took_part(busan, busan.officer, run)
    finish(central, run)
    with within(busan.agency):
        Membership.everything.exclude(role__in=("trainer",)).update(ended_at=clock.now())
    browser = sit_down(busan.trainer)
    matrix(browser)
    asked = statements(browser)
    with within(busan.agency):
        for _one in range(3):
            MembershipFactory(role="employee")
    assert statements(browser) == asked


def statements(browser):
    with CaptureQueriesContext(connection) as seen:
        assert matrix(browser).status_code == 200
    return len(seen)
