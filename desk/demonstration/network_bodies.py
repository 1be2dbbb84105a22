"""Consultative bodies in the demonstration: a directors' council and a working-level body, a meeting that was held and one to come."""
from datetime import timedelta

from accounts.actors import Actor
from accounts.models import Agency, Role, User
from accounts.queries import accounts_holding
from agencies.models import CouncilTask, Place
from agencies.tasks.council import follow_councils_at
from agencies.workflow import agenda_proposal, council, council_meeting, council_minutes, council_task, naming
from core import clock
from core.calendar import next_working_day
from core.tenancy import within
from desk.demonstration.agencies import OFFICES
from desk.demonstration.cases import WORKER, at, staff
from desk.demonstration.papers import hwpx
from panels import workflow as panels
from panels.queries import seats_on

DIRECTORS = {"name_ko": "시도 사회서비스원 원장단 협의체", "name_en": "Directors' council of the agencies", "kind": "directors",
             "field_ko": "", "field_en": "", "rule": "half"}
WORKING = {"name_ko": "품질인증 실무협의체", "name_en": "Working-level body for certification", "kind": "working", "field_ko": "품질인증",
           "field_en": "Quality certification", "rule": "two_thirds"}
TOPICS = (("품질인증 공동 홍보", "인증기관을 알리는 공동 홍보 방안을 논의합니다."),
          ("종사자 교육과정 공동 운영", "기관별 교육과정을 함께 쓰는 방안을 논의합니다."))
RESOLUTIONS = (("공동 홍보물을 만들어 각 기관에 배포한다.", "홍보물 시안을 마련한다.", 30),
               ("교육과정 목록을 한곳에 모은다.", "기관별 교육과정 목록을 정리한다.", 14))
LATER = ("교육과정 공동 이용 기준을 정한다.", "공동 이용 기준안을 마련한다.")
DONE, TAKEN = "홍보물 시안 2종을 마련하여 각 기관에 보냈습니다.", "확인하였습니다. 수고하셨습니다."
PROPOSED = ("현장평가 공동 심사원 운영", "기관 사이에 심사원을 함께 운영하여 일정 지연을 줄일 것을 제안합니다.")


def build_network_bodies():
    """Founded three months ago, met two months ago: of three tasks one is done, one late, one still open."""
    central = Agency.objects.get(slug="central")
    members = [Agency.objects.get(slug=one.slug) for one in OFFICES if not one.closed_on and one.slug != "central"]
    with clock.travel(days_ago(90)), within(central):
        officer = staff("officer", "central")
        made = council.found_council(**DIRECTORS, actor=officer)
        council.lay_places(made, members, entitled="director", actor=officer)
        working = council.found_council(**WORKING, actor=officer)
        council.lay_places(working, members, entitled="named", actor=officer)
    sitting = [one for one in members if name_holders(one)]
    with clock.travel(days_ago(88)):
        follow(central, *members)
    if len(sitting) < 2:
        return
    meeting = held(central, made)
    with clock.travel(days_ago(59)):
        follow(central, *members)
    report(central, meeting)
    follow(central, *members)
    with clock.travel(days_ago(20)):
        propose(sitting[0], made)
    with clock.travel(days_ago(10)), within(central):
        plan(made, "제2차 원장단 회의", 14, "온라인 회의", "https://meet.central.example/council-2")
        plan(working, "제1차 품질인증 실무협의체 회의", 21, "중앙사회서비스원 소회의실", "")
    follow(central, *members)


def days_ago(number, hour=10):
    day = next_working_day(clock.seoul(clock.real_now()).date() - timedelta(days=number))
    return min(at(day, hour), clock.real_now())


def follow(*agencies):
    for agency in agencies:
        follow_councils_at(agency)


def name_holders(agency):
    """The director by office; in the other body a manager. Whoever has neither names nobody yet. Returns how many were named."""
    with within(agency), clock.travel(days_ago(89)):
        by = accounts_holding(Role.OFFICER, Role.MANAGER, Role.ADMIN).order_by("pk").first()
        named = 0
        for place in Place.objects.visible_to(WORKER).filter(member=agency).order_by("pk"):
            role = Role.DIRECTOR if place.entitled == Place.Entitled.DIRECTOR else Role.MANAGER
            who = accounts_holding(role).order_by("pk").first()
            if by and who:
                naming.name_holder(place, who, from_on=clock.today(), to_on=clock.today() + timedelta(days=730), actor=actor(by))
                named += 1
        return named


def actor(user):
    return Actor.of(User.objects.select_related("person").get(pk=user.pk))


def held(central, made):
    """Called, attended, resolved, closed, minuted in the afternoon; the tasks are given."""
    with within(central):
        officer = staff("officer", "central")
        with clock.travel(days_ago(74)):
            meeting = council_meeting.call_council(made, title="제1차 원장단 회의", meets_at=days_ago(60, hour=10),
                                                   place="중앙사회서비스원 대회의실", link="", actor=officer)
        with clock.travel(days_ago(60)):
            meeting = sat(made, meeting, officer)
        with clock.travel(days_ago(60, hour=16)):
            row = council_minutes.write_minutes(meeting, text=council_minutes.first_words(meeting), base_version=0, actor=officer)
            council_minutes.send_minutes(row, actor=officer)
        return meeting


def sat(made, meeting, officer):
    """In session: who came, what was resolved and who has to do what."""
    seats = seats_on(made.body, meeting.day)
    council.choose_office(seats[0], "chair", actor=officer)
    items = [council_meeting.add_topic(meeting, title=title, text=text, actor=officer) for title, text in TOPICS]
    meeting = council_meeting.begin_council(meeting, actor=officer)
    for seat in seats:
        panels.note_attendance(meeting, seat, present=True, actor=officer)
    for place, (item, (words, task, days)) in enumerate(zip(items, RESOLUTIONS, strict=True)):
        give(council_meeting.resolve(item, text=words, actor=officer), seats[place % len(seats)], task, days, officer)
    give(council_meeting.resolve(items[-1], text=LATER[0], actor=officer), seats[0], LATER[1], 120, officer)
    return panels.close_meeting(meeting, actor=officer)


def give(resolution, seat, text, days, officer):
    return council_task.give_task(resolution, seat, text=text, due_on=next_working_day(clock.today() + timedelta(days=days)), actor=officer)


def report(central, meeting):
    """The first task: its owner reports, the Central institute is content."""
    with within(central):
        rows = CouncilTask.objects.visible_to(WORKER).filter(resolution__meeting=meeting).select_related("responsible", "owner")
        task = rows.order_by("pk").first()
    with clock.travel(days_ago(40)), within(task.responsible):
        row = council_task.report_task(task, text=DONE, actor=actor(task.owner))
    with clock.travel(days_ago(38)), within(central):
        council_task.answer_report(row, taken=True, answer=TAKEN, actor=staff("officer", "central"))


def propose(agency, made):
    """With a paper, handed in; it waits for the secretary."""
    with within(agency):
        director = actor(accounts_holding(Role.DIRECTOR).order_by("pk").first())
        row = agenda_proposal.begin_proposal(made.body, title=PROPOSED[0], text=PROPOSED[1], actor=director)
        agenda_proposal.attach_to_proposal(row, hwpx("공동 심사원 운영 방안", ["공동 심사원 운영 방안", PROPOSED[1]]), actor=director)
        agenda_proposal.hand_in_proposal(row, actor=director)


def plan(one, title, days, place, link):
    """A meeting that is still to come; open tasks and the minutes of the last stand first on its agenda."""
    day = next_working_day(clock.seoul(clock.real_now()).date() + timedelta(days=days))
    council_meeting.call_council(one, title=title, meets_at=at(day, 14), place=place, link=link, actor=staff("officer", "central"))
