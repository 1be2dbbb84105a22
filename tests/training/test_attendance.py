"""Attendance in minutes: the code that is scanned, the list that is ticked, the sheet that is typed in, and what comes of it."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from tests.factories.training import RunFactory, enrolled, teaches
from tests.training.attending import held_class, presence, scanned, several
from training import models
from training.class_codes import code_of, plain_code, shown_code
from training.queries import attendance as queries
from training.queries.class_code import class_by_code, code_holds, house_of
from training.stages import EnrolmentStage
from training.workflow import attendance as workflow
from training.workflow.scan import scan_class

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def tick(place, lesson, enrolment, mark, *, by="trainer", at=None):
    with within(place.agency):
        return workflow.note_presence(lesson, enrolment, mark, at=at, actor=Actor.of(getattr(place, by)))


def sheet(place, lesson, minutes, *, by="trainer"):
    with within(place.agency):
        return workflow.type_sheet(lesson, minutes, actor=Actor.of(getattr(place, by)))


def correct(place, lesson, enrolment, minutes=30, reason="늦게 오심", by="trainer"):
    with within(place.agency):
        return workflow.correct_attendance(lesson, enrolment, minutes=minutes, reason=reason, actor=Actor.of(getattr(place, by)))


# ---- the code

def test_a_code_holds_for_thirty_seconds_and_for_its_class_alone(central):
    one, other = held_class(central), held_class(central)
    code = code_of(one, clock.now())
    with within(central.agency):
        assert code_holds(plain_code(shown_code(code).lower()), one) and not code_holds(code, other)
    assert class_by_code(code) == (one, True)
    with clock.travel(clock.now() + timedelta(seconds=29)):
        assert class_by_code(code) == (one, True)
    with clock.travel(clock.now() + timedelta(seconds=32)):
        assert class_by_code(code) == (one, False)              # a colleague's, shown too late, is known as such
        with within(central.agency):
            assert not code_holds(code, one)
    with clock.travel(clock.now() + timedelta(days=1)):
        assert class_by_code(code) == (None, False)             # yesterday's
    assert class_by_code("7KQ4MXT2") == class_by_code("한글한글한글한글") == (None, False)


@pytest.mark.parametrize("fields", [{"stage": "draft", "published_at": None}, {"stage": "finished"}])
def test_only_runs_that_are_under_way_show_codes(central, fields):
    lesson = held_class(central, **fields)
    assert class_by_code(code_of(lesson, clock.now())) == (None, False)


def test_a_code_leads_to_the_house_where_the_person_is_enrolled(busan, daegu, central):
    lesson = held_class(central)
    enrolled(busan, busan.officer, lesson.run)
    enrolled(daegu, daegu.officer, lesson.run, stage=EnrolmentStage.WAITING)
    assert house_of(busan.officer, lesson.run_id) == busan.agency
    assert house_of(daegu.officer, lesson.run_id) is house_of(busan.manager, lesson.run_id) is None


# ---- scanned

def test_who_scans_in_time_was_there_from_the_beginning_until_the_end(busan, central):
    lesson = held_class(central, begins=10, minutes=120)
    enrolment = enrolled(busan, busan.employee, lesson.run)
    scanned(busan, enrolment, lesson)
    for place in (busan, central):
        here = presence(place, place.trainer, enrolment, lesson)
        assert (here.minutes, here.of_minutes, here.is_late, here.left_early, here.source) == (120, 120, False, False, "scan")


def test_late_and_early_minutes_count(busan, central):
    lesson = held_class(central, begins=-100, minutes=120)
    enrolment = enrolled(busan, busan.employee, lesson.run)
    with clock.travel(lesson.starts_at + timedelta(minutes=15, seconds=20)):
        scanned(busan, enrolment, lesson)
    with clock.travel(lesson.starts_at + timedelta(minutes=99, seconds=30)):
        scanned(busan, enrolment, lesson, "leaving")
    here = presence(central, central.trainer, enrolment, lesson)
    assert (here.minutes, here.is_late, here.left_early) == (85, True, True)


def test_a_class_that_nobody_said_anything_of_counts_nothing(busan, central):
    lesson = held_class(central)
    enrolment = enrolled(busan, busan.employee, lesson.run)
    here = presence(central, central.trainer, enrolment, lesson)
    assert (here.minutes, here.source, here.is_absent) == (0, "", False)


@pytest.mark.parametrize("minutes, kind, sentence", [
    (-31, "coming", "not begun"), (121, "coming", "over"), (59, "leaving", "second half"), (151, "leaving", "over")])
def test_outside_its_time_a_class_is_not_scanned(busan, minutes, kind, sentence):
    lesson = held_class(busan, begins=-60, minutes=120)
    enrolment = enrolled(busan, busan.employee, lesson.run)
    with clock.travel(lesson.starts_at):
        scanned(busan, enrolment, lesson) if kind == "leaving" else None
    with clock.travel(lesson.starts_at + timedelta(minutes=minutes)), pytest.raises(Refused, match=sentence):
        scanned(busan, enrolment, lesson, kind)


def test_each_refusal_of_a_scan_has_its_sentence(busan, central):
    lesson, other = held_class(central, begins=-70), held_class(central)
    enrolment = enrolled(busan, busan.employee, lesson.run)
    with pytest.raises(Refused, match="not enrolled in the run"):
        scanned(busan, enrolment, other)
    with pytest.raises(Refused, match="passed on does not count"):
        scanned(busan, enrolment, lesson, at=clock.now() - timedelta(minutes=11))
    with within(busan.agency), pytest.raises(Refused, match="passed on does not count"):
        scan_class(enrolment, lesson, "coming", seen_at=None, actor=Actor.of(busan.employee))
    with pytest.raises(Refused, match="coming was not scanned"):
        scanned(busan, enrolment, lesson, "leaving")
    scanned(busan, enrolment, lesson)
    with pytest.raises(Refused, match="scanned this already"):
        scanned(busan, enrolment, lesson)
    waiting = enrolled(busan, busan.officer, lesson.run, stage=EnrolmentStage.WAITING)
    with pytest.raises(Refused, match="no longer taken"):
        scanned(busan, waiting, lesson)


def test_nobody_scans_for_somebody_else(busan, central):
    lesson = held_class(central)
    enrolment = enrolled(busan, busan.employee, lesson.run)
    for who in (busan.trainer, busan.manager):
        with pytest.raises(PermissionDenied):
            scanned(busan, enrolment, lesson, who=who)
    with within(busan.agency):
        acting = Actor(busan.employee, "for", frozenset({"employee"}), acting_for=busan.officer)
        with pytest.raises(PermissionDenied):
            scan_class(enrolment, lesson, "coming", seen_at=clock.now(), actor=acting)


# ---- ticked

def test_one_tap_says_who_is_there(busan, central):
    lesson = held_class(central, begins=-90, minutes=120)
    whole, late, early, absent = several(busan, lesson.run, 4)
    scanned(busan, absent, lesson)
    tick(central, lesson, whole, "whole")
    tick(central, lesson, late, "came", at=lesson.starts_at + timedelta(minutes=30))
    tick(central, lesson, early, "left", at=lesson.starts_at + timedelta(minutes=90))
    tick(central, lesson, absent, "absent")                     # the newest note counts over the scan
    seen = {one.pk: presence(central, central.trainer, one, lesson) for one in (whole, late, early, absent)}
    assert [seen[one.pk].minutes for one in (whole, late, early, absent)] == [120, 90, 90, 0]
    assert [(seen[one.pk].is_late, seen[one.pk].left_early) for one in (late, early)] == [(True, False), (False, True)]
    assert seen[absent.pk].is_absent and seen[whole.pk].source == "list"


def test_who_came_late_and_leaves_loses_both(busan):
    lesson = held_class(busan, begins=-90, minutes=120)
    enrolment = enrolled(busan, busan.employee, lesson.run)
    tick(busan, lesson, enrolment, "came", at=lesson.starts_at + timedelta(minutes=30))
    tick(busan, lesson, enrolment, "left", at=lesson.starts_at + timedelta(minutes=80))
    assert presence(busan, busan.trainer, enrolment, lesson).minutes == 50
    with pytest.raises(Refused, match="has come before"):
        tick(busan, lesson, enrolment, "left", at=lesson.starts_at + timedelta(minutes=20))
    with pytest.raises(Refused, match="no time of this class"):
        tick(busan, lesson, enrolment, "came", at=lesson.ends_at + timedelta(minutes=31))
    with within(busan.agency):
        assert models.Attendance.everything.count() == 2


def test_a_list_is_ticked_on_its_day_in_a_run_under_way(busan):
    lesson = held_class(busan, begins=31)
    enrolment = enrolled(busan, busan.employee, lesson.run)
    with pytest.raises(Refused, match="opens 30 minutes before"):
        tick(busan, lesson, enrolment, "whole")
    with clock.travel(lesson.ends_at + timedelta(days=1)), pytest.raises(Refused, match="on the day of the class"):
        tick(busan, lesson, enrolment, "whole")
    over = held_class(busan, stage="finished")
    with pytest.raises(Refused, match="run is over"):
        tick(busan, over, enrolled(busan, busan.employee, over.run), "whole")


def test_only_who_has_a_seat_in_this_run_is_ticked(busan, central):
    lesson, other = held_class(central), held_class(central)
    for wrong in (enrolled(busan, busan.employee, other.run), enrolled(busan, busan.officer, lesson.run, stage=EnrolmentStage.WAITING)):
        with pytest.raises(Refused, match="no seat"):
            tick(central, lesson, wrong, "whole")
        with pytest.raises(Refused, match="no seat"):
            sheet(central, lesson, {wrong: 10})
        with pytest.raises(Refused, match="no seat"):
            correct(central, lesson, wrong)


def test_a_list_is_ticked_by_keepers_and_by_who_teaches_the_class(busan, central):
    lesson, other = held_class(central), held_class(central)
    enrolment = enrolled(busan, busan.employee, lesson.run)
    with within(central.agency):
        teaches(lesson, central.assessor)
        teaches(other, central.consultant)
    tick(central, lesson, enrolment, "whole", by="assessor")
    assert sheet(central, lesson, {enrolment: 5}, by="assessor") == 1
    for place, by in ((central, "consultant"), (central, "auditor"), (central, "employee"), (busan, "trainer")):
        with pytest.raises(PermissionDenied):
            tick(place, lesson, enrolment, "whole", by=by)
        with pytest.raises(PermissionDenied):
            sheet(place, lesson, {enrolment: 10}, by=by)


# ---- typed in, corrected

def test_a_sheet_notes_only_what_is_new(busan, central):
    lesson = held_class(central, begins=-130, minutes=120)
    first, second, third = several(busan, lesson.run, 3)
    tick(central, lesson, first, "whole")
    assert sheet(central, lesson, {first: 120, second: 0, third: 100}) == 2
    assert sheet(central, lesson, {first: 120, second: 0, third: 100}) == 0
    here = [presence(central, central.trainer, one, lesson) for one in (first, second, third)]
    assert [(one.minutes, one.source) for one in here] == [(120, "list"), (0, "sheet"), (100, "sheet")] and here[2].is_late
    with within(central.agency):
        assert AuditEvent.everything.get(verb="training.sheet_typed").facts["count"] == 2


def test_nobody_was_there_longer_than_the_class(busan, central):
    lesson = held_class(central, minutes=120)
    first, second = several(busan, lesson.run, 2)
    with pytest.raises(Refused, match="참여1: this class has only 120 minutes"):
        sheet(central, lesson, {first: 120, second: 121})
    with pytest.raises(Refused, match="only 120 minutes"):
        correct(central, lesson, first, minutes=121)
    with within(central.agency):
        assert not models.Attendance.everything.exists()
        with pytest.raises(IntegrityError):
            models.Attendance.objects.create(house=busan.agency, enrolment=first, class_session=lesson, minutes=121, of_minutes=120,
                                             source="list", noted_at=clock.now(), noted_by=central.trainer)


def test_a_sheet_waits_for_the_class_and_for_no_finished_run(busan):
    lesson = held_class(busan, begins=5)
    enrolment = enrolled(busan, busan.employee, lesson.run)
    with pytest.raises(Refused, match="not begun"):
        sheet(busan, lesson, {enrolment: 10})
    with pytest.raises(Refused, match="not begun"):
        correct(busan, lesson, enrolment)
    over = held_class(busan, stage="finished")
    with pytest.raises(Refused, match="run is over"):
        sheet(busan, over, {enrolled(busan, busan.employee, over.run): 10})


def test_a_correction_says_why_counts_and_is_shown(busan, central):
    lesson = held_class(central, stage="finished")
    enrolment = enrolled(busan, busan.employee, lesson.run, stage=EnrolmentStage.NOT_COMPLETED)
    with pytest.raises(Refused, match="Say why"):
        correct(central, lesson, enrolment, reason="  ")
    correct(central, lesson, enrolment, minutes=40)
    correct(central, lesson, enrolment, minutes=90, reason="종이 출석부 확인")
    assert presence(busan, busan.employee, enrolment, lesson).minutes == 90
    with within(busan.agency):
        told = [(one["note"].minutes, one["note"].reason, one["by"]) for one in queries.history_of(Actor.of(busan.employee), enrolment)]
    assert told == [(90, "종이 출석부 확인", ""), (40, "늦게 오심", "")]         # who noted it only that house knows
    with within(central.agency):
        assert queries.history_of(Actor.of(central.trainer), enrolment)[0]["by"] == central.trainer.person.name


def test_attendance_is_corrected_by_the_keepers_of_the_house_that_holds_the_run(busan, central):
    lesson = held_class(central)
    enrolment = enrolled(busan, busan.employee, lesson.run)
    with within(central.agency):
        teaches(lesson, central.assessor)
    for place, by in ((central, "assessor"), (central, "auditor"), (busan, "trainer"), (busan, "employee")):
        with pytest.raises(PermissionDenied):
            correct(place, lesson, enrolment, by=by)
    cancelled = held_class(central, stage="cancelled", cancel_reason="강사 사정")
    with pytest.raises(Refused, match="cancelled"):
        correct(central, cancelled, enrolled(busan, busan.employee, cancelled.run))


# ---- read

def test_presence_costs_as_many_statements_with_three_people_and_classes_as_with_one(busan, central):
    run = held_class(central).run
    counts = []
    for people in (1, 2):
        several(busan, run, people)
        held_class(central, run=run)
        with within(central.agency):
            actor = Actor.of(central.trainer)
            with CaptureQueriesContext(connection) as asked:
                found = queries.presence_in(actor, run)
        counts.append(len(asked))
    assert counts == [4, 4] and len(found) == 3 and all(len(one) == 3 for one in found.values())


def test_each_sees_the_attendance_of_whom_they_may_see(busan, daegu, central):
    lesson = held_class(central)
    mine, other = enrolled(busan, busan.employee, lesson.run), enrolled(daegu, daegu.employee, lesson.run)
    for one, place in ((mine, busan), (other, daegu)):
        scanned(place, one, lesson)
        tick(central, lesson, one, "whole")
    for place, by, seen in ((busan, "employee", {mine.pk}), (busan, "trainer", {mine.pk}), (daegu, "director", {other.pk}),
                            (busan, "consultant", set()), (central, "auditor", {mine.pk, other.pk})):
        with within(place.agency):
            actor = Actor.of(getattr(place, by))
            assert set(queries.presence_in(actor, lesson.run)) == seen
            assert set(models.Attendance.objects.visible_to(actor).values_list("enrolment", flat=True)) == seen
            assert set(models.Scan.objects.visible_to(actor).values_list("enrolment", flat=True)) == seen


def test_classes_are_run_by_keepers_and_by_who_teaches_them(busan, central):
    today, before = held_class(central), held_class(central, begins=-3 * 24 * 60)
    with within(central.agency):
        hidden = held_class(central, run=RunFactory(stage="draft", published_at=None))
        teaches(today, central.assessor)
        for by, to_come, past in (("trainer", {today}, {before}), ("assessor", {today}, set()), ("employee", set(), set())):
            actor = Actor.of(getattr(central, by))
            assert set(queries.classes_to_run(actor)) == to_come and set(queries.classes_to_run(actor, past=True)) == past
    with within(busan.agency):
        assert not queries.classes_to_run(Actor.of(busan.trainer)) and hidden
