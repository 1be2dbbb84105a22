"""The three years as a table: who does what on which evening, and what that means for the days that people are reminded of."""
import os
from datetime import date
from functools import cache

from tests.aftercare.reckoned import PLAN, Owed, day, planned_days, term_end

FULL = bool(os.environ.get("FULL"))
BEGIN, END = date(2024, 2, 13), date(2028, 6, 30) if FULL else date(2027, 6, 20)
LEAP, NEW_YEARS_EVE, MARCH = date(2024, 2, 29), date(2024, 12, 31), date(2025, 3, 1)        # the last is through 29 February 2028
OF_THE_END, OF_A_CORRECTION = (-180, -90, -30), (-7, -1, 0, 7, 14)

DEEDS = [                                               # (evening, whose, what, with)
    ("2025-05-20", "A", "inspects", "2025-05-31"),
    ("2025-07-10", "A", "is_complained_about"),
    ("2025-07-11", "A", "has_a_visit_demanded", "2025-07-14", "2025-08-08"),
    ("2025-07-22", "A", "has_complaint_answered"),
    ("2025-07-31", "A", "is_to_be_visited", "2025-08-08", "2025-08-05"),
    ("2025-08-05", "A", "is_visited"),
    ("2026-06-09", "A", "inspects", "2026-05-31"),                                           # late
    ("2026-06-22", "A", "is_to_be_visited", "2026-10-31", "2026-07-06"),
    ("2026-07-06", "A", "is_visited", 1),
    ("2026-08-04", "A", "corrects"),
    ("2026-08-10", "A", "has_correction_returned"),
    ("2026-08-24", "A", "corrects"),
    ("2026-08-27", "A", "has_correction_accepted", "2026-10-05"),
    ("2026-10-12", "A", "is_found_effective"),
    ("2026-09-20", "A", "applies_again"),
    ("2026-12-30", "A", "is_to_be_announced_again", "2026-12-31"),
    ("2027-05-26", "A", "inspects", "2027-05-31"),                                           # for its second certificate
    ("2024-09-02", "B", "writes_that_it_moved", "2024-08-28"),
    ("2024-09-09", "B", "reports_it"),
    ("2024-09-24", "B", "has_report_accepted"),
    ("2024-11-01", "B", "is_to_be_visited", "2024-11-23", "2024-11-12"),
    ("2024-11-12", "B", "is_visited"),
    ("2026-05-12", "B", "inspects", "2026-05-31"),                                           # in 2025 it never did
    ("2026-10-12", "B", "applies_again"),
    ("2027-02-10", "B", "is_prolonged", "2027-06-30"),
    ("2027-05-17", "B", "is_to_be_announced_again", "2027-05-18"),
    ("2025-06-09", "C", "inspects", "2025-05-31"),                                           # late
    ("2025-09-01", "C", "is_told_of_a_suspension", "2025-09-15", "2025-10-01", "2025-12-31"),
    ("2025-09-08", "C", "states_its_view"),
    ("2025-09-15", "C", "is_heard"),
    ("2025-09-17", "C", "has_sanction_proposed"),
    ("2025-09-22", "C", "is_sanctioned"),
    ("2026-07-06", "C", "gives_it_back", "2026-07-31"),
    ("2026-07-13", "C", "has_it_taken_back", "2026-07-31"),
    ("2025-05-31", "D", "inspects", "2025-05-31"),                                           # on the last day
    ("2026-05-11", "D", "inspects", "2026-05-31"),
    ("2026-05-20", "D", "is_asked_again", "2026-05-31"),
    ("2026-05-29", "D", "inspects_again", "2026-05-31"),
    ("2026-10-08", "D", "is_to_be_visited", "2026-10-31", "2026-10-20"),
    ("2026-10-20", "D", "is_visited", 2),
    ("2026-11-12", "D", "corrects", 0),
    ("2026-11-18", "D", "has_correction_accepted", "2027-02-22", 0),                         # whose effect nobody looks at
    ("2026-11-19", "D", "corrects", 1),
    ("2027-02-17", "D", "has_correction_returned", 1),                                       # and is never handed in again
]
OVER = {"A": "2026-12-31", "B": "2027-05-18", "C": "2026-07-31", "D": "2027-03-01"}          # the first day on which it is no more
AFTER = {"A2": ("A", "2026-12-31"), "B2": ("B", "2027-05-18")}                               # whose place it takes, from when
EVENTS = [                                              # (which, what, from which day, noted on)
    *((who, "issued", LEAP, LEAP) for who in "ABCD"), ("A2", "issued", day("2026-12-31"), day("2026-12-31")),
    ("B2", "issued", day("2027-05-18"), day("2027-05-18")), ("A", "superseded", day("2026-12-31"), day("2026-12-31")),
    ("B", "prolonged", day("2027-02-10"), day("2027-02-10")), ("B", "superseded", day("2027-05-18"), day("2027-05-18")),
    ("C", "suspended", day("2025-10-01"), day("2025-10-03")), ("C", "surrendered", day("2026-07-31"), day("2026-07-13")),
    ("D", "expired", day("2027-03-01"), day("2027-03-01")),
]
DONE = {                                                # (which, what, last day): the evening on which it was done
    ("A", "self_inspection", "2025-05-31"): "2025-05-20", ("A", "self_inspection", "2026-05-31"): "2026-06-09",
    ("A", "monitoring_visit", "2026-10-31"): "2026-07-06", ("A2", "self_inspection", "2027-05-31"): "2027-05-26",
    ("B", "self_inspection", "2026-05-31"): "2026-05-12", ("C", "self_inspection", "2025-05-31"): "2025-06-09",
    ("D", "self_inspection", "2025-05-31"): "2025-05-31", ("D", "monitoring_visit", "2026-10-31"): "2026-10-20",
    ("D", "self_inspection", "2026-05-31"): "2026-05-29",
}
ADDED = {("A", "monitoring_visit", day("2025-08-08")): "complaint", ("B", "monitoring_visit", day("2024-11-23")): "change"}


def spans(*pairs):
    return [(day(since), day(until) if until else None) for since, until in pairs]


def of_duty(who, kind, due, since, over):
    """It is open until it is done; one was asked for once more."""
    done = DONE.get((who, kind, due.isoformat()))
    open_in = spans(("2024-02-29", "2026-05-11"), ("2026-05-20", "2026-05-29")) if (who, due) == ("D", day("2026-05-31")) else [
        (since, done and day(done))]
    return Owed(who, "duty.due", due, PLAN, open_in, over)


OTHER_DAYS = [                                          # besides the duties of the plan
    Owed("A", "complaint.answer", day("2025-07-24"), (-5, -2, 0, 1), spans(("2025-07-10", "2025-07-22"))),
    Owed("A", "duty.unannounced", day("2025-08-08"), PLAN, spans(("2025-07-11", "2025-08-05"))),
    *(Owed(who, "visit.day", day(on), (-7, -1), spans((since, on)), held=True) for who, since, on in (     # what the team hears
        ("A", "2025-07-31", "2025-08-05"), ("A", "2026-06-22", "2026-07-06"), ("B", "2024-11-01", "2024-11-12"),
        ("D", "2026-10-08", "2026-10-20"))),
    Owed("A", "monitoring.day", day("2026-07-06"), (-7, -1), spans(("2026-06-22", "2026-07-06")), held=True),
    Owed("A", "correction.submit", day("2026-08-05"), OF_A_CORRECTION, spans(("2026-07-06", "2026-08-04"))),
    Owed("A", "correction.again", day("2026-08-24"), OF_A_CORRECTION, spans(("2026-08-10", "2026-08-24"))),
    Owed("A", "correction.check", day("2026-10-05"), (0, 7), spans(("2026-08-27", "2026-10-12"))),
    Owed("B", "change.report", day("2024-09-11"), (-7, -3, 0), spans(("2024-09-02", "2024-09-09")), held=True),
    Owed("B", "change.decide", day("2024-09-26"), (-3, 0, 1), spans(("2024-09-09", "2024-09-24")), is_working=True),
    Owed("B", "duty.due", day("2024-11-23"), PLAN, spans(("2024-09-24", "2024-11-12"))),
    Owed("B", "monitoring.day", day("2024-11-12"), (-7, -1), spans(("2024-11-01", "2024-11-12")), held=True),
    Owed("C", "sanction.hearing", day("2025-09-15"), (-5, -1), spans(("2025-09-01", "2025-09-15")), held=True),
    Owed("C", "sanction.appeal", day("2025-10-22"), (-7,), spans(("2025-09-22", "2025-10-22"))),
    Owed("D", "monitoring.day", day("2026-10-20"), (-7, -1), spans(("2026-10-08", "2026-10-20")), held=True),
    Owed("D", "correction.submit", day("2026-11-19"), OF_A_CORRECTION, spans(("2026-10-20", "2026-11-12"))),
    Owed("D", "correction.submit", day("2026-11-19"), OF_A_CORRECTION, spans(("2026-10-20", "2026-11-19"))),
    Owed("D", "correction.check", day("2027-02-22"), (0, 7), spans(("2026-11-18", None)), day("2027-03-01")),
    Owed("D", "correction.again", day("2027-03-03"), OF_A_CORRECTION, spans(("2027-02-17", None)), day("2027-03-01")),
    Owed("B", "certificate.end", day("2027-06-30"), OF_THE_END, spans(("2027-02-10", None)), day("2027-05-18"), held=True),
]


@cache
def many():
    """{who: the day of its announcement} of those to whom nothing happens but what the plan asks for; with FULL=1 alone."""
    days = (LEAP, NEW_YEARS_EVE, MARCH)
    return {f"P{number:02}": days[number % 3] for number in range(29)} if FULL else {}


def habit(who, due):
    """When one of these does it: in time, late, never, on the last day, in turn."""
    days = {0: -12, 1: 9, 2: None, 3: 0}[(int(who[1:]) + due.year) % 4]
    return None if days is None else date.fromordinal(due.toordinal() + days)


def whose(which):
    """Whose certificate it is."""
    return AFTER[which][0] if which in AFTER else which


def inspected_on(today):
    """{who: [last days]} of self-inspections that these hand in on that evening."""
    found = {}
    for (who, kind, due), one in duties().items() if FULL else ():
        if who in many() and kind == "self_inspection" and one.spans[0][1] == today < one.over:
            found.setdefault(who, []).append(due)
    return found


def terms():
    """{which certificate: (valid from, last day as it says in the end, the first day on which it is no more or None)}"""
    found = {who: (LEAP, term_end(LEAP), day(over)) for who, over in OVER.items()} | {
        who: (day(since), term_end(day(since)), None) for who, (_whose, since) in AFTER.items()}
    found["B"] = (LEAP, day("2027-06-30"), day(OVER["B"]))
    return found | {who: (since, term_end(since), date.fromordinal(term_end(since).toordinal() + 1)) for who, since in many().items()}


@cache
def duties():
    """{(which, what, last day): Owed} of everything that the plan asks for, also of what lies beyond these years."""
    found = {}
    for who, (valid_from, valid_to, over) in terms().items():
        for kind, due in planned_days(valid_from, valid_to):
            since = day("2027-02-10") if (who, due) == ("B", day("2027-05-31")) else valid_from
            if who in many():
                done = habit(who, due) if kind == "self_inspection" else None               # nobody visits these
                found[who, kind, due] = Owed(who, "duty.due", due, PLAN, [(since, done)], over)
            else:
                found[who, kind, due] = of_duty(who, kind, due, since, over)
    return found


def owed():
    """Everything that somebody is reminded of."""
    ends = [Owed(who, "certificate.end", term_end(since), OF_THE_END, [(since, day("2027-02-10") if who == "B" else None)], over, held=True)
            for who, (since, _to, over) in terms().items()]
    return [*duties().values(), *OTHER_DAYS, *ends]
