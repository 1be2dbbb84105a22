"""Periods: counted by the rule of their kind over holidays and the agency's closing days, one open per subject and kind."""
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from correspondence import queries
from correspondence.models import Deadline
from correspondence.workflow import close_deadlines, hold_day, move_deadline, open_deadline

SYSTEM = Actor.system("test")
ANSWER, APPEAL = "club.answer", "club.appeal"           # 5 working days, 30 calendar days


def on(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(("kind", "event", "last_day"), [
    (ANSWER, "2026-11-23", "2026-11-30"),           # Monday: the day itself does not count
    (ANSWER, "2026-12-24", "2027-01-04"),           # Christmas and New Year's Day, both Fridays
    (ANSWER, "2025-10-02", "2025-10-16"),           # the longest Chuseok
    (ANSWER, "2026-11-28", "2026-12-04"),           # counted from a Saturday
    (APPEAL, "2026-11-02", "2026-12-02"),
    (APPEAL, "2026-11-25", "2026-12-28"),           # ends at Christmas, then a weekend
    (APPEAL, "2027-01-08", "2027-02-10"),           # ends in the Seollal holidays with their substitute day
    (APPEAL, "2028-01-30", "2028-02-29"),
])
def test_the_last_day_by_rule_and_holidays(busan, club, kind, event, last_day):
    with within(busan.agency):
        deadline = open_deadline(club, kind=kind, event_on=on(event), actor=SYSTEM)
    assert deadline.last_day == on(last_day)
    assert deadline.due_at == clock.end_of(on(last_day))


def test_the_agencys_closing_days_do_not_count(busan, club):
    busan.agency.closing_days = ["2026-11-30", "2026-12-01"]
    with within(busan.agency):
        assert open_deadline(club, kind=ANSWER, event_on=on("2026-11-23"), actor=SYSTEM).last_day == on("2026-12-02")


def test_the_last_day_ends_at_midnight_in_seoul(busan, club):
    with within(busan.agency):
        deadline = open_deadline(club, kind=ANSWER, event_on=on("2026-11-23"), actor=SYSTEM)
    with clock.travel(datetime(2026, 11, 30, 14, 59, 58, tzinfo=UTC)):
        assert not deadline.is_over
    with clock.travel(datetime(2026, 11, 30, 15, 0, tzinfo=UTC)):
        assert deadline.is_over


def test_it_keeps_what_its_kind_said_when_it_was_opened(busan, club):
    with within(busan.agency):
        deadline = open_deadline(club, kind=ANSWER, event_on=on("2026-11-23"), actor=SYSTEM)
        assert (deadline.days, deadline.rule, deadline.ladder) == (5, "working", [-2, 0, 3])
        assert (deadline.subject_type, deadline.subject_id, deadline.subject_label) == ("sample.club", str(club.pk), "햇살 독서회")
    assert str(deadline) == "답변, 햇살 독서회"
    with translation.override("en"):
        assert deadline.label == "Answer"
    deadline.kind = "club.gone"
    assert deadline.label == "club.gone"


def test_one_of_a_kind_runs_for_a_subject(busan, club):
    with within(busan.agency):
        open_deadline(club, kind=ANSWER, event_on=on("2026-11-23"), actor=SYSTEM)
        open_deadline(club, kind=APPEAL, event_on=on("2026-11-23"), actor=SYSTEM)
        with pytest.raises(Refused, match="답변"):
            open_deadline(club, kind=ANSWER, event_on=on("2026-11-24"), actor=SYSTEM)
        twin = Deadline.everything.get(kind=ANSWER)
        twin.pk, twin.public_id = None, "00000000-0000-4000-8000-000000000000"
        with pytest.raises(IntegrityError), transaction.atomic():
            twin.save(force_insert=True)


def test_closing_stops_the_kind_and_it_may_run_again(busan, club, at):
    with at(busan.officer, busan) as officer:
        open_deadline(club, kind=ANSWER, event_on=on("2026-11-23"), actor=officer)
        open_deadline(club, kind=APPEAL, event_on=on("2026-11-23"), actor=officer)
        closed, = close_deadlines(club, kind=ANSWER, actor=officer, outcome="answered")
        assert closed.closed_at
        assert closed.outcome == "answered"
        assert [d.kind for d in queries.open_deadlines(officer, subject=club)] == [APPEAL]
        open_deadline(club, kind=ANSWER, event_on=on("2026-11-30"), actor=officer)
        assert len(close_deadlines(club, actor=officer)) == 2
        assert not queries.open_deadlines(officer)
        assert AuditEvent.everything.filter(verb="deadline.closed").count() == 3


def test_moving_needs_a_reason_a_case_worker_and_a_day_to_come(busan, club, at):
    with clock.travel(datetime(2026, 11, 24, 3, tzinfo=UTC)):
        with within(busan.agency):
            deadline = open_deadline(club, kind=ANSWER, event_on=on("2026-11-23"), actor=SYSTEM)
        for name in ("auditor", "trainer", "owner", "assessor"):
            with at(getattr(busan, name), busan) as actor, pytest.raises(PermissionDenied):
                move_deadline(deadline, to=on("2026-12-10"), reason="태풍", actor=actor)
        with at(busan.officer, busan) as officer:
            with pytest.raises(Refused):
                move_deadline(deadline, to=on("2026-12-10"), reason="  ", actor=officer)
            with pytest.raises(Refused):
                move_deadline(deadline, to=on("2026-11-23"), reason="태풍", actor=officer)
            assert move_deadline(deadline, to=on("2026-12-12"), reason="태풍", actor=officer).last_day == on("2026-12-14")
            moved = AuditEvent.everything.get(verb="deadline.moved")
            assert moved.facts["reason"] == "태풍"
            assert moved.facts["from"] != moved.facts["to"]
            close_deadlines(club, actor=officer)
            with pytest.raises(Refused):
                move_deadline(deadline, to=on("2026-12-20"), reason="태풍", actor=officer)


def test_open_ones_are_listed_nearest_first_for_staff_only(busan, daegu, club, at):
    with within(busan.agency):
        late = open_deadline(club, kind=APPEAL, event_on=on("2026-11-23"), actor=SYSTEM)
        soon = open_deadline(club, kind=ANSWER, event_on=on("2026-11-23"), actor=SYSTEM)
    with at(busan.officer, busan) as officer:
        assert list(queries.open_deadlines(officer)) == [soon, late]
        assert list(queries.open_deadlines(officer, kind=APPEAL)) == [late]
        assert list(queries.open_deadlines(officer, due_before=late.due_at)) == [soon]
    for place, name in [(busan, "owner"), (busan, "assessor"), (daegu, "officer")]:
        with at(getattr(place, name), place) as actor:
            assert not queries.open_deadlines(actor)


def test_a_day_that_is_held_is_that_day_even_on_a_holiday_and_another_one_takes_its_place(busan, club):
    with within(busan.agency):
        first = hold_day(club, kind=ANSWER, on=on("2026-12-25"), actor=SYSTEM)
        assert first.last_day == on("2026-12-25")
        second = hold_day(club, kind=ANSWER, on=on("2026-12-31"), actor=SYSTEM)
        first.refresh_from_db()
        assert (first.outcome, second.last_day) == ("moved", on("2026-12-31"))
        assert list(queries.open_deadlines(SYSTEM, subject=club, kind=ANSWER)) == [second]
