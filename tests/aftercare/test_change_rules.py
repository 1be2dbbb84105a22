"""What each kind of change means, as tables: by when it is reported, how late it is, what follows."""
from datetime import date

import pytest

from aftercare.change_stages import CHANGE_MOVES, ChangeStage
from aftercare.changes import RULES, ChangeKind, Follows, days_late, follows, last_day, length, visit_until

F = Follows


@pytest.mark.parametrize(("kind", "happened_on", "due"), [
    ("head", date(2026, 1, 5), date(2026, 1, 19)),
    ("name", date(2026, 1, 10), date(2026, 1, 26)),                 # the 14th day is a Saturday
    ("address", date(2026, 2, 2), date(2026, 2, 19)),               # the 14th day and two more are Seollal
    ("succession", date(2026, 1, 31), date(2026, 3, 3)),            # 28 February is a Saturday, 1 March a holiday, 2 March its substitute
    ("succession", date(2028, 1, 29), date(2028, 2, 29)),           # the 29th exists in 2028
    ("closure", date(2026, 4, 30), date(2026, 2, 28)),              # counted back: a Saturday stays
    ("suspension", date(2026, 3, 31), date(2026, 1, 31)),
])
def test_the_last_day_on_which_a_report_is_in_time(kind, happened_on, due):
    assert last_day(kind, happened_on) == due


def test_a_closing_day_of_the_agency_moves_the_last_day_on():
    assert last_day("head", date(2026, 1, 5), [date(2026, 1, 19)]) == date(2026, 1, 20)


@pytest.mark.parametrize(("arrived", "late"), [
    (date(2026, 1, 18), 0), (date(2026, 1, 19), 0), (date(2026, 1, 20), 1), (date(2026, 3, 19), 59)])
def test_how_late_it_is_is_said_in_days(arrived, late):
    assert days_late(date(2026, 1, 19), arrived) == late


@pytest.mark.parametrize(("kind", "facts", "what"), [
    ("head", {}, (F.CORRECT,)), ("name", {}, (F.CORRECT,)),
    ("address", {}, (F.VISIT,)), ("address", {"moves": False}, (F.CORRECT,)),
    ("suspension", {"days": 90}, (F.NOTE,)), ("suspension", {"days": 91}, (F.NOTE, F.PROPOSE)),
    ("closure", {}, (F.END, F.PLAQUE)),
    ("succession", {"continues": True}, (F.HOLDER, F.NOTE, F.SANCTIONS)),
    ("succession", {}, (F.END, F.PLAQUE, F.NOTE, F.SANCTIONS)),
])
def test_what_follows(kind, facts, what):
    assert follows(kind, **facts) == what


def test_closure_and_succession_need_the_manager_and_only_closure_and_suspension_may_lie_ahead():
    assert {kind for kind in ChangeKind if RULES[kind].needs_manager} == {"closure", "succession"}
    assert {kind for kind in ChangeKind if RULES[kind].may_lie_ahead} == {"closure", "suspension"}
    assert set(RULES) == set(ChangeKind)


def test_a_pause_counts_both_ends_and_a_visit_is_not_demanded_after_the_certificates_last_day():
    assert length(date(2026, 3, 1), date(2026, 3, 31)) == 31
    assert visit_until(date(2026, 1, 12), date(2026, 2, 1)) == date(2026, 2, 1)


def test_what_is_over_goes_nowhere():
    assert all(not CHANGE_MOVES[one] for one in (ChangeStage.ACCEPTED, ChangeStage.REFUSED, ChangeStage.WITHDRAWN))
