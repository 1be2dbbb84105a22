"""Reminders of duties: from state, each rung once, one message for a provider, the manager at the last; days as Seoul has them."""
import uuid
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aftercare import workflow
from aftercare.models import Duty
from aftercare.tasks import duty as tasks
from certification.workflow.certificate_expiry import hold_end
from core import clock
from core.models import AuditEvent, Errand
from correspondence.ladder import rung_on
from correspondence.models import Deadline, Notice, Reminder
from correspondence.queries import deadlines_to_remind
from correspondence.tasks import send_rungs_at, settle_days_at
from correspondence.workflow import keep_days
from tests import factories as f
from tests.aftercare.conftest import WORKER, seoul


@pytest.fixture
def inspection(held):
    """The self-inspection of 2027, due on Monday 31 May."""
    workflow.plan_duties(held.certificate, actor=WORKER)
    return Duty.everything.get(kind="self_inspection", year=2027)


def beat(held, *moment):
    with clock.travel(seoul(*moment)):
        return send_rungs_at(held.place.agency)


def sent(duty):
    rows = Reminder.everything.filter(deadline__subject_id=str(duty.pk), deadline__subject_type="aftercare.duty")
    return [(one.rung, clock.seoul(one.sent_at).date()) for one in rows.order_by("sent_at", "pk")]


def deadline_of(duty):
    return Deadline.everything.get(subject_type="aftercare.duty", subject_id=str(duty.pk))


def titles(who):
    return list(Notice.everything.filter(recipient=who, event__startswith="deadline.").order_by("pk").values_list("title", flat=True))


# ---- the ladder

def test_each_rung_comes_at_nine_on_its_working_day_and_once(held, inspection):
    days = [(2026, 12, 2), (2027, 3, 2), (2027, 4, 30), (2027, 5, 24), (2027, 5, 31), (2027, 6, 7), (2027, 6, 14)]
    for day in days:
        assert beat(held, *day, 8, 59) == 0, day
        assert [beat(held, *day, 9), beat(held, *day, 9, 10)] == [1, 0], day
    assert sent(inspection) == list(zip(inspection.ladder, [date(*day) for day in days], strict=True))
    assert deadline_of(inspection).remind_on is None


def test_beat_down_for_three_days_sends_what_came_meanwhile_once(held, inspection):
    with clock.travel(seoul(2027, 5, 24, 8)):
        other = workflow.demand_duty(held.certificate, "monitoring_visit", opens_on=date(2027, 5, 1), due_on=date(2027, 5, 25),
                                     origin="desk", reason="확인이 필요함", actor=held.officer)
    before = Reminder.everything.count()
    assert beat(held, 2027, 5, 27, 3) == 2                  # its -7 of the 24th, the other's last day of the 25th
    assert beat(held, 2027, 5, 27, 3) == 0
    assert Reminder.everything.count() == before + 2
    assert (sent(inspection)[-1][0], sent(other)[-1][0]) == (-7, 0)


def test_a_moved_last_day_sends_nothing_again_and_the_rest_follows_it(held, inspection):
    assert beat(held, 2027, 4, 30, 9) == 1
    with clock.travel(seoul(2027, 5, 3, 10)):
        workflow.move_duty(inspection, to_on=date(2027, 6, 30), reason="이전", actor=held.officer)
    assert [beat(held, 2027, 5, 24, 10), beat(held, 2027, 5, 31, 10)] == [0, 0]          # the -30 of the new day was sent for the old one
    assert beat(held, 2027, 6, 23, 9) == 1
    assert [rung for rung, _day in sent(inspection)] == [-30, -7]


def test_a_clock_that_is_moved_back_sends_nothing_twice(held, inspection):
    assert beat(held, 2027, 5, 24, 9) == 1
    for moment in ((2027, 5, 20, 9), (2026, 12, 2, 9), (2027, 5, 24, 10)):
        beat(held, *moment)
    assert [rung for rung, _day in sent(inspection)].count(-7) == 1
    with clock.travel(seoul(2027, 5, 24, 11)):
        settle_days_at(held.place.agency)
    assert deadline_of(inspection).remind_on == date(2027, 5, 31)


def test_a_clock_that_ran_ahead_and_came_back_loses_no_reminder(held, inspection):
    assert beat(held, 2031, 1, 1, 9) == 0                   # everything is too old by then
    assert deadline_of(inspection).remind_on is None
    with clock.travel(seoul(2027, 5, 20, 4)):
        assert settle_days_at(held.place.agency) > 0
    assert beat(held, 2027, 5, 24, 9) == 1


def test_a_closing_day_moves_the_reminder_that_would_fall_on_it(held, inspection):
    held.place.agency.closing_days = ["2027-05-24"]
    with clock.travel(seoul(2027, 5, 20, 4, 40)):
        settle_days_at(held.place.agency)
    assert deadline_of(inspection).remind_on == date(2027, 5, 21)


def test_what_is_done_waived_or_lapsed_reminds_nobody(held, inspection):
    visit = Duty.everything.get(kind="monitoring_visit")
    workflow.fulfil_duty(inspection, answer=uuid.uuid4(), arrived_at=clock.now(), actor=held.owner)
    workflow.waive_duty(visit, reason="불필요", actor=held.officer)
    assert [deadline_of(one).outcome for one in (inspection, visit)] == ["done", "waived"]
    with clock.travel(seoul(2028, 12, 9, 0)):
        assert tasks.follow_at(held.place.agency) == 1
    assert not Deadline.everything.filter(closed_at=None).exists() and not Deadline.everything.exclude(remind_on=None).exists()


def test_what_was_returned_is_reminded_of_again_but_of_no_rung_twice(held, inspection):
    beat(held, 2027, 4, 30, 9)
    with clock.travel(seoul(2027, 5, 3, 10)):
        workflow.fulfil_duty(inspection, answer=uuid.uuid4(), arrived_at=clock.now(), actor=held.owner)
    assert beat(held, 2027, 5, 24, 9) == 0
    with clock.travel(seoul(2027, 5, 25, 10)):
        workflow.return_duty(inspection, reason="근거 없음", actor=held.officer)
    assert [beat(held, 2027, 5, 25, 11), beat(held, 2027, 5, 31, 9)] == [0, 1]          # what passed while it was done is none
    assert [rung for rung, _day in sent(inspection)] == [-30, 0]


# ---- to whom, in how many messages

def test_several_for_one_provider_are_one_message_and_each_rung_stands_for_itself(held, inspection, work_off):
    with clock.travel(seoul(2027, 5, 3, 9)):
        for _number in range(2):
            workflow.demand_duty(held.certificate, "monitoring_visit", opens_on=date(2027, 5, 1), due_on=date(2027, 5, 31),
                                 origin="desk", reason="확인이 필요함", actor=held.officer)
    assert beat(held, 2027, 5, 24, 9) == 3
    assert Reminder.everything.filter(rung=-7).count() == 3
    assert AuditEvent.everything.filter(verb="deadline.reminded").count() == 3
    work_off(held.place)
    assert len(titles(held.place.owner)) == 1 and titles(held.place.owner)[0].endswith("외 2건")
    body = Notice.everything.get(recipient=held.place.owner, event="deadline.several").body
    assert body.count("2027. 5. 31.(월)") == 3 and held.certificate.number_shown in body and "/portal/duties/" in body


def test_two_providers_get_a_message_each(held, inspection, work_off):
    f.DutyFactory(certificate=f.CertificateFactory(provider=held.place.neighbours))
    keep_days(list(Duty.everything.filter(provider=held.place.neighbours)), kind="duty.due", actor=WORKER)
    assert beat(held, 2027, 5, 24, 9) == 2
    work_off(held.place)
    assert len(titles(held.place.owner)) == len(titles(held.place.neighbour)) == 1


def test_at_the_last_rung_the_manager_is_told_once_of_all_that_stay_undone(held, inspection, work_off):
    f.DutyFactory(certificate=f.CertificateFactory(provider=held.place.neighbours))
    keep_days(list(Duty.everything.filter(provider=held.place.neighbours)), kind="duty.due", actor=WORKER)
    beat(held, 2027, 6, 7, 9)
    work_off(held.place)
    assert not titles(held.place.manager)
    assert beat(held, 2027, 6, 14, 9) == 2
    work_off(held.place)
    assert len(titles(held.place.manager)) == 1 and "외 1건" in titles(held.place.manager)[0]
    assert "기한이 지" in titles(held.place.manager)[0] and not titles(held.place.officer)
    assert len(titles(held.place.owner)) == len(titles(held.place.neighbour)) == 2


def test_of_an_unannounced_visit_the_provider_hears_nothing(held, work_off):
    workflow.demand_duty(held.certificate, "monitoring_visit", opens_on=date(2027, 5, 1), due_on=date(2027, 5, 31), origin="complaint",
                         reason="민원", matter=uuid.uuid4(), announced=False, actor=held.officer)
    for day in ((2027, 5, 24), (2027, 6, 14)):
        beat(held, *day, 9)
    work_off(held.place)
    assert not titles(held.place.owner) and len(titles(held.place.officer)) == 2 and len(titles(held.place.manager)) == 1


def test_words_come_in_the_language_of_who_reads_them(held, inspection, work_off):
    held.place.owner.language = "en"
    held.place.owner.save()
    beat(held, 2027, 5, 24, 9)
    work_off(held.place)
    notice = Notice.everything.get(recipient=held.place.owner)
    assert "self-inspection 2027" in notice.title and "31 May 2027 (Mon)" in notice.body


def test_one_that_fails_holds_up_no_other(held, inspection, monkeypatch, caplog):
    other = f.DutyFactory(certificate=held.certificate)
    keep_days([other], kind="duty.due", actor=WORKER)
    real = Duty.in_full.fget

    def spoiled(duty):
        if duty.pk == other.pk:
            raise RuntimeError("no")
        return real(duty)

    monkeypatch.setattr(Duty, "in_full", property(spoiled))
    assert beat(held, 2027, 5, 24, 9) == 1
    assert sent(inspection) and not sent(other) and "was not sent" in caplog.text
    assert held.provider.name not in caplog.text
    monkeypatch.undo()
    assert beat(held, 2027, 5, 24, 9, 20) == 1


def test_nothing_of_it_waits_in_an_errand_by_name(held, inspection):
    beat(held, 2027, 5, 24, 9)
    told = str(Errand.everything.filter(task="correspondence.tasks.announce").latest("pk").arguments)
    assert held.provider.name not in told and held.provider.head_name not in told


def test_what_is_due_is_found_in_as_many_queries_for_three_as_for_one(held, inspection):
    with clock.travel(seoul(2027, 5, 24, 10)):
        deadlines_to_remind()
        with CaptureQueriesContext(connection) as one:
            few = len(deadlines_to_remind())
    keep_days([f.DutyFactory(certificate=held.certificate) for _ in range(2)], kind="duty.due", actor=WORKER)
    with clock.travel(seoul(2027, 5, 24, 10)), CaptureQueriesContext(connection) as three:
        assert len(deadlines_to_remind()) == few + 2
    assert len(one) == len(three)


# ---- the calendar (promise 39)

@pytest.mark.parametrize(("last_day", "moment", "is_late"), [
    ((2027, 5, 31), (2027, 5, 31, 23, 59, 59, 900_000), False), ((2027, 5, 31), (2027, 6, 1), True),
    ((2028, 2, 29), (2028, 2, 29, 23, 59, 59, 999_999), False), ((2028, 2, 29), (2028, 3, 1), True),
    ((2026, 12, 31), (2026, 12, 31, 23, 59, 59, 999_999), False), ((2026, 12, 31), (2027, 1, 1), True),
])
def test_a_day_ends_at_midnight_in_seoul(held, last_day, moment, is_late):
    duty = f.DutyFactory(certificate=held.certificate, opens_on=date(2026, 12, 1), due_on=date(*last_day))
    deadline, = keep_days([duty], kind="duty.due", actor=WORKER)
    with time_machine.travel(clock.real_now(), tick=False), clock.travel(seoul(*moment)):
        assert (duty.is_late, deadline.is_over) == (is_late, is_late)


@pytest.mark.parametrize(("last_day", "rung", "day"), [
    ("2027-02-28", -90, "2026-11-30"),          # across the year end
    ("2027-01-31", -30, "2026-12-31"),          # the new year's day would be the 1st, and is a holiday
    ("2026-12-31", 7, "2027-01-07"),
    ("2026-12-25", 7, "2027-01-04"),            # New Year's Day, then a weekend: later
    ("2028-02-29", 0, "2028-02-29"),
    ("2028-03-01", 0, "2028-03-02"),            # a holiday itself: the next working day, for the last day stays what it is
    ("2028-03-30", -30, "2028-02-29"),
    ("2029-03-31", -30, "2029-02-28"),          # 1 March is a holiday: the day before it
    ("2027-05-31", -180, "2026-12-02"),
    ("2027-10-31", 14, "2027-11-15"),           # a Sunday: Monday
    ("2027-02-14", -7, "2027-02-05"),           # in the Seollal holidays and their weekend: earlier
])
def test_the_day_of_a_rung_over_year_end_leap_day_and_holidays(last_day, rung, day):
    assert rung_on(date.fromisoformat(last_day), rung, "calendar") == date.fromisoformat(day)


def test_planning_and_lapsing_begin_with_the_day(held):
    workflow.plan_duties(held.certificate, actor=WORKER)
    last = held.certificate.valid_to
    with time_machine.travel(clock.real_now(), tick=False):
        with clock.travel(clock.end_of(last) - timedelta(microseconds=1)):
            assert tasks.follow_at(held.place.agency) == 0
        with clock.travel(clock.end_of(last)):
            assert [tasks.follow_at(held.place.agency) for _ in range(2)] == [1, 0]
    assert set(Duty.everything.values_list("stage", flat=True)) == {"lapsed"}


# ---- what has ended

def test_of_what_has_ended_nobody_hears_though_beat_has_not_closed_it_yet(held, inspection):
    """Beat was down over the end, and of its jobs the reminders come first."""
    held.certificates.filter(pk=held.certificate.pk).update(ended_on=date(2027, 5, 23), ended_as="surrendered")
    assert beat(held, 2027, 5, 24, 9) == 0 and sent(inspection) == []
    with clock.travel(seoul(2027, 5, 24, 9, 1)):
        assert tasks.follow_at(held.place.agency) == 1
    assert deadline_of(inspection).outcome == "lapsed"


def test_a_day_that_is_held_of_a_certificate_that_has_ended_reminds_nobody(held):
    hold_end(held.certificate, actor=WORKER)
    held.certificates.filter(pk=held.certificate.pk).update(ended_on=date(2028, 9, 8), ended_as="surrendered")
    assert beat(held, 2028, 9, 8, 9) == 0 and not Reminder.everything.exists()


def test_many_are_told_of_with_as_many_queries_as_few(held, inspection):
    def queries(count):
        with clock.travel(seoul(2027, 5, 3, 9)):
            for _number in range(count):
                workflow.demand_duty(held.certificate, "monitoring_visit", opens_on=date(2027, 5, 1), due_on=date(2027, 5, 31),
                                     origin="desk", reason="확인이 필요함", matter=uuid.uuid4(), actor=held.officer)
        with CaptureQueriesContext(connection) as asked:
            assert beat(held, 2027, 5, 24, 9) == count
        return len(asked)

    beat(held, 2027, 5, 24, 9)
    queries(1)                                              # what a process looks up once
    assert queries(5) == queries(2)
