"""The rungs of a ladder: on the right working day, each once, for open deadlines only, whatever beat did."""
from datetime import date, datetime, time

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from core import clock
from core.models import AuditEvent
from core.tenancy import within
from correspondence import tasks
from correspondence.ladder import rung_on
from correspondence.models import Deadline, Notice, Reminder
from correspondence.queries import deadlines_to_remind
from correspondence.workflow import close_deadlines, move_deadline, open_deadline, send_rung
from tests.sample.models import Club

SYSTEM = Actor.system("test")
ANSWER = "club.answer"              # 5 working days; its ladder: see club_notices
MONDAY, LAST = date(2026, 11, 16), date(2026, 11, 23)


def at(day, hour=10):
    return datetime.combine(day, time(hour), clock.SEOUL)


@pytest.mark.parametrize(("last_day", "rung", "rule", "day"), [
    ("2026-11-25", -3, "working", "2026-11-20"),        # over a weekend
    ("2026-12-28", -1, "working", "2026-12-24"),        # Christmas is a Friday
    ("2027-01-04", -2, "working", "2026-12-30"),        # New Year's Day is one too
    ("2026-11-25", 0, "working", "2026-11-25"),
    ("2026-11-27", 1, "working", "2026-11-30"),
    ("2026-11-30", -7, "calendar", "2026-11-23"),
    ("2026-12-07", -1, "calendar", "2026-12-04"),       # a Sunday: earlier, so that it is read at work
    ("2026-12-24", 1, "calendar", "2026-12-28"),        # Christmas, then a weekend: later
    ("2027-02-10", -3, "calendar", "2027-02-05"),       # in the Seollal holidays
])
def test_the_day_of_a_rung(last_day, rung, rule, day):
    assert rung_on(date.fromisoformat(last_day), rung, rule) == date.fromisoformat(day)


def test_the_agencys_closing_days_are_no_days_for_a_reminder():
    assert rung_on(date(2026, 11, 25), -1, "working", [date(2026, 11, 24)]) == date(2026, 11, 23)


@pytest.fixture
def deadline(busan, club):
    """Opened on Monday the 16th, due on Monday the 23rd; rungs at -2, the day, and +1."""
    with within(busan.agency), clock.travel(at(MONDAY)):
        opened = open_deadline(club, kind=ANSWER, event_on=MONDAY, actor=SYSTEM)
        Deadline.everything.filter(pk=opened.pk).update(ladder=[-2, 0, 1])
        opened.refresh_from_db()
    return opened


def rung(busan, moment):
    """What beat sends at that moment."""
    with clock.travel(moment):
        return tasks.send_rungs()


def reminders(busan):
    with within(busan.agency):
        return list(Reminder.everything.order_by("pk").values_list("rung", flat=True))


def test_each_rung_goes_at_nine_on_its_day_and_once(busan, deadline):
    thursday = date(2026, 11, 19)
    assert rung(busan, at(thursday, 8)) == 0
    assert [rung(busan, at(thursday, 9)), rung(busan, at(thursday, 9)), rung(busan, at(date(2026, 11, 20)))] == [1, 0, 0]
    assert rung(busan, at(LAST)) == 1 and rung(busan, at(date(2026, 11, 24))) == 1
    assert reminders(busan) == [-2, 0, 1]


def test_beat_down_for_days_sends_each_rung_that_came_meanwhile_once(busan, deadline):
    assert rung(busan, at(date(2026, 11, 25))) == 3
    assert rung(busan, at(date(2026, 11, 25), 11)) == 0
    assert reminders(busan) == [-2, 0, 1]


def test_what_nobody_sent_for_two_weeks_is_no_reminder_any_more(busan, deadline):
    assert rung(busan, at(date(2026, 12, 24))) == 0


def test_a_closed_deadline_reminds_nobody(busan, club, deadline):
    with within(busan.agency):
        close_deadlines(club, actor=SYSTEM)
    assert rung(busan, at(date(2026, 11, 25))) == 0
    with within(busan.agency), clock.travel(at(LAST)):
        assert send_rung(deadline, 0, actor=SYSTEM) is False


def test_what_was_sent_stays_sent_when_the_last_day_moves_and_the_rest_follows_it(busan, deadline):
    rung(busan, at(date(2026, 11, 19)))
    with within(busan.agency), clock.travel(at(date(2026, 11, 20))):
        move_deadline(deadline, to=date(2026, 11, 30), reason="사정", actor=SYSTEM)
    assert [rung(busan, at(day)) for day in (LAST, date(2026, 11, 26))] == [0, 0]       # neither the old day nor the sent rung again
    assert rung(busan, at(date(2026, 11, 30))) == 1
    assert reminders(busan) == [-2, 0]


def test_a_rung_of_before_it_was_opened_is_none(busan, club):
    with within(busan.agency), clock.travel(at(MONDAY)):
        opened = open_deadline(club, kind=ANSWER, event_on=MONDAY, actor=SYSTEM)
        Deadline.everything.filter(pk=opened.pk).update(ladder=[-9], remind_on=MONDAY)
    assert rung(busan, at(MONDAY, 12)) == 0
    with within(busan.agency):
        assert Deadline.everything.get().remind_on is None              # and is not looked at again


def test_its_people_are_told_in_their_words(busan, deadline, work_off):
    rung(busan, at(date(2026, 11, 19)))
    work_off(busan)
    with within(busan.agency):
        notice = Notice.everything.get()
        assert notice.recipient == busan.owner and "2026. 11. 23.(월)" in notice.title
        assert AuditEvent.everything.get(verb="deadline.reminded").facts == {"kind": ANSWER, "rung": -2}


def test_over_it_says_so(busan, deadline, work_off):
    rung(busan, at(date(2026, 11, 24)))
    work_off(busan)
    with within(busan.agency):
        assert "기한이 지났습니다" in Notice.everything.order_by("-pk").first().title


def test_only_the_house_reminds(busan, deadline):
    with within(busan.agency), pytest.raises(PermissionDenied):
        send_rung(deadline, 0, actor=Actor.of(busan.officer))


def test_the_database_knows_a_rung_once(busan, deadline):
    with within(busan.agency):
        Reminder.everything.create(deadline=deadline, rung=0, sent_at=clock.now())
        with pytest.raises(IntegrityError, match="a_rung_once_per_deadline"), transaction.atomic():
            Reminder.everything.create(deadline=deadline, rung=0, sent_at=clock.now())


def test_one_that_fails_holds_up_no_other(busan, club, deadline, monkeypatch, caplog):
    def fails(one, which, *, actor):
        if which == -2:
            raise RuntimeError("no")
        return send_rung(one, which, actor=actor)

    monkeypatch.setattr(tasks.workflow, "send_rung", fails)
    assert rung(busan, at(LAST)) == 1 and "was not sent" in caplog.text


def test_as_many_queries_for_three_deadlines_as_for_one(busan, deadline):
    with within(busan.agency), clock.travel(at(date(2026, 11, 19))):
        deadlines_to_remind()                               # the first statement tells PostgreSQL whose agency it is
        with CaptureQueriesContext(connection) as one:
            assert len(deadlines_to_remind()) == 1
        with clock.travel(at(MONDAY, 12)):
            for number in ("2", "3"):
                other = Club.everything.create(name=f"독서회 {number}", number=number, keeper=busan.owner)
                open_deadline(other, kind=ANSWER, event_on=MONDAY, actor=SYSTEM)
        with CaptureQueriesContext(connection) as three:
            assert len(deadlines_to_remind()) == 3
    assert len(one) == len(three)
