"""The committee's meetings: those that were held, with what was discussed and a secret ballot, and one that is coming."""
from core import clock
from desk.demonstration.cases import WORKER, actor_of, at, declare, workday
from desk.demonstration.texts import DEFERRED, DISCUSSED
from evaluations import workflow
from panels import workflow as panels
from panels.models import Body, Declaration
from panels.queries import seats_on


def hold_meeting(office, cases, day, title, *, choose=None, in_full=False):
    """The committee meets, declares, votes and closes. `choose`: {case: choice} where it is not the plain outcome. `in_full`: what was
    discussed is kept, and what is not plain is voted on in secret. Returns decisions."""
    body, meeting, items = called(office, cases, workday(day, -7), at(day, 14), title)
    seats = seats_on(body, day)
    members = [actor_of(seat.user_id) for seat in seats]
    with clock.travel(at(workday(day, -3), 11)):
        for case in cases:
            for member in members:
                declare(member, case.application.matter)
    with clock.travel(at(day, 14)):
        meeting = panels.open_meeting(meeting, actor=office.officer)
        for seat in seats:
            panels.note_attendance(meeting, seat, present=True, actor=office.officer)
        for case, item in items.items():
            choice = (choose or {}).get(case) or ("refuse" if case.unmet else "award")
            if in_full:
                panels.keep_discussion(item, DISCUSSED[choice], base=0, actor=office.officer)
            take_vote(office, item, members, choice, is_secret=in_full and choice != "award")
        grounds = {items[case].pk: DEFERRED for case, choice in (choose or {}).items() if choice == "defer"}
        return workflow.close_committee(meeting, actor=office.officer, grounds=grounds)


def called(office, cases, on, meets_at, title):
    """(the body, the meeting, {case: item})."""
    body = Body.objects.visible_to(WORKER).get(name_ko="품질인증위원회")
    with clock.travel(at(on, 10)):
        meeting = panels.call_meeting(body, title=title, meets_at=meets_at, place="본원 3층 회의실", actor=office.officer)
        return body, meeting, {case: workflow.put_on_agenda(case.fresh(), meeting, actor=office.officer) for case in cases}


def take_vote(office, item, members, choice, *, is_secret):
    """In a secret ballot the last one sees it otherwise: if all chose the same, it would be secret no more."""
    ballot = panels.open_ballot(item, is_secret=is_secret, actor=office.officer)
    for member in members:
        otherwise = is_secret and member is members[-1]
        panels.cast_vote(ballot, "defer" if otherwise and choice != "defer" else choice, actor=member, arrived_at=clock.now())
    panels.close_ballot(ballot, actor=office.officer)


def call_next_meeting(office, cases, day, title):
    """It stands in the calendar: most have declared, one stands back, one has not looked yet; the chair has asked for the papers."""
    _body, meeting, items = called(office, cases, workday(clock.today(), -3), at(day, 14), title)
    members = [actor_of(seat.user_id) for seat in seats_on(meeting.body, meeting.day)]
    with clock.travel(at(workday(clock.today(), -1), 11)):
        for case in items:
            for member in members[:-2]:
                declare(member, case.application.matter)
            asked = Declaration.objects.visible_to(WORKER).get(user=members[-2].user, matter=case.application.matter)
            panels.answer_declaration(asked, has_interest=True, statement="배우자가 이 기관의 운영위원입니다.", actor=members[-2])
        workflow.ask_for_pack(meeting, language="ko", actor=members[0])
    return meeting
