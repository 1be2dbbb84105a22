"""A year whose reports are in and whose ratings are final, and its way to a result, for the tests of results."""
from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

from accounts.actors import Actor
from agencies.models import ManagementIndicator, Participation, Report, ReportEntry, Result
from agencies.queries.result import year_lines
from agencies.tasks.result import tell_of_results
from agencies.workflow import calculation, objection, preliminary, result_committee, result_final
from agencies.workflow.consensus import close_consensus
from agencies.workflow.result_committee import CONFIRM
from core import clock
from core.tenancy import within
from desk.workflow.meeting import close_meeting
from panels import workflow as panels
from panels.models import Declaration
from tests.agencies.rating import confirmed, consensus_at, rate

RATED = ({"A1-1": 80, "A1-2": 70}, {"A1-1": 90, "A1-2": 70})                   # A1-1 is qualitative, A1-2 mixed, both of 30 points
FIGURES = {"A1-2": {"met": "90", "planned": "100"}, "B1-1": {"met": "80", "planned": "100"}}
TOTAL = Decimal("81.50")        # 30 × 85 % + 30 × (90 + 70) / 2 % + 40 × 80 %


def year_of(central, *agencies, days_late=0, closed=True, figures=FIGURES):
    """Reports handed in by these agencies, rated by two assessors; `closed`: whose ratings are final."""
    year = confirmed(central, *agencies)
    with within(central.agency):
        indicators = {one.code: one for one in ManagementIndicator.everything.filter(indicator_set=year.set)}
    for place in agencies:
        hand_in(place, central, indicators, days_late=days_late, figures=figures)
        with within(central.agency):
            for user, given in zip(year.people, RATED, strict=True):
                rate(user, place, given)
    year = SimpleNamespace(set=year.set, indicators=indicators, people=year.people, officer=year.officer)
    if closed:
        close_all(central, year, *agencies)
    return year


def close_all(central, year, *agencies):
    with within(central.agency):
        for place in agencies:
            close_consensus(consensus_at(place), actor=year.officer)


def hand_in(place, central, indicators, *, days_late=0, figures=FIGURES):
    with within(place.agency):
        part, now = Participation.everything.get(assessed=place.agency), clock.now()
        report = Report.everything.create(central=central.agency, participation=part, year=part.year,
                                          due_on=part.indicator_set.report_due_on, opened_at=now)
        for code, indicator in indicators.items():
            ReportEntry.everything.create(report=report, central=central.agency, indicator=indicator, text="올해 실적",
                                          figures=figures.get(code, {}))
        Report.everything.filter(pk=report.pk).update(stage="submitted", submitted_at=now, sha256="0" * 64, days_late=days_late)


def at_central(central, work, *args, by="officer", **said):
    with within(central.agency):
        return work(*args, **said, actor=Actor.of(getattr(central, by)))


def part_of(central, place):
    with within(central.agency):
        return Participation.everything.select_related("indicator_set", "assessed").get(assessed=place.agency)


def calculated(central, year):
    return at_central(central, calculation.calculate_all, year.set)


def noticed(central, year, *places):
    calculated(central, year)
    at_central(central, preliminary.give_preliminary_notice, year.set, by="manager")
    for place in places:
        tell_of_results(place.agency)


def result_at(place):
    with within(place.agency):
        return Result.everything.select_related("participation__indicator_set").get(assessed=place.agency)


def object_at(place, indicator=None, *, grounds="수치를 다시 확인하여 주십시오.", user=None, arrived_at=None):
    with within(place.agency):
        return objection.object_to(result_at(place), indicator, grounds=grounds, arrived_at=arrived_at or clock.now(),
                                   actor=Actor.of(user or place.officer))


def after_objections(place):
    return clock.travel(result_at(place).objections_until + timedelta(hours=1))


def seated(central, *users):
    """A body of these people and a meeting that is called."""
    officer = Actor.of(central.officer)
    body = panels.found_body("경영평가위원회", "Committee of the management evaluation", actor=officer)
    seats = [panels.give_seat(body, user, "chair" if place == 0 else "member", from_on=clock.today(), actor=officer)
             for place, user in enumerate(users)]
    return panels.call_meeting(body, title="제1차 경영평가위원회", meets_at=clock.now(), place="회의실", actor=officer), seats


def before_committee(central, *places, users=()):
    """(meeting, seats) with these agencies on its agenda, in session, everybody there and declared."""
    with within(central.agency):
        officer = Actor.of(central.officer)
        meeting, seats = seated(central, *(users or [central.committee]))
        items = [result_committee.put_result_on_agenda(part_of(central, place), meeting, actor=officer) for place in places]
        for one in Declaration.everything.filter(answered_at=None):
            panels.answer_declaration(one, has_interest=False, actor=Actor.of(one.user))
        meeting = panels.open_meeting(meeting, actor=officer)
        for seat in seats:
            panels.note_attendance(meeting, seat, present=True, actor=officer)
        return meeting, seats, items


def voted(central, meeting, seats, items, choice=CONFIRM):
    with within(central.agency):
        officer = Actor.of(central.officer)
        for item in items:
            ballot = panels.open_ballot(item, actor=officer, is_secret=False)
            for seat in seats:
                panels.cast_vote(ballot, choice, actor=Actor.of(seat.user), arrived_at=clock.now())
            panels.close_ballot(ballot, actor=officer)
        return close_meeting(meeting, actor=officer)


def decided(central, *places):
    with after_objections(places[0]):
        voted(central, *before_committee(central, *places))


def digest_now(central, year):
    with within(central.agency):
        return result_final.digest_of(year_lines(Actor.of(central.director), year.set))


def final(central, year):
    at_central(central, result_final.draft_results, year.set)
    seen = digest_now(central, year)
    at_central(central, result_final.release_results, year.set, seen, by="manager")
    return at_central(central, result_final.approve_results, year.set, seen, by="director")
