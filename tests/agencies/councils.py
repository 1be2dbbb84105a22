"""What the tests of the network's bodies share: a council at Central with somebody from Busan and Daegu in it."""
from datetime import timedelta
from types import SimpleNamespace

from accounts.actors import Actor
from agencies.models import Place
from agencies.tasks.council import follow_councils_at
from agencies.workflow import agenda_proposal, council, council_agenda, council_meeting, council_minutes, council_task, naming
from core import clock
from core.tenancy import within
from correspondence.models import Notice
from panels import workflow as panels
from panels.models import AgendaItem
from panels.queries import seats_on

FACTS = {"name_ko": "시도 사회서비스원 원장단 협의체", "name_en": "Directors' council", "kind": "directors", "field_ko": "", "field_en": "",
         "rule": "half"}


def follow(*places):
    """The jobs of each of them, once."""
    for place in places:
        follow_councils_at(place.agency)


def founded(central, *members, entitled="director", **facts):
    """The council, with a place of each member that its director holds from today on."""
    with within(central.agency):
        made = council.found_council(**{**FACTS, **facts}, actor=Actor.of(central.officer))
        if members:
            council.lay_places(made, [one.agency for one in members], entitled=entitled, actor=Actor.of(central.officer))
    for one in members:
        name(one, made, one.director)
    follow(central)
    return made


def place_of(place, made):
    return Place.everything.get(body=made.body_id, member=place.agency)


def name(place, made, user, *, by="officer", from_on=None, to_on=None):
    with within(place.agency):
        return naming.name_holder(place_of(place, made), user, from_on=from_on or clock.today(), to_on=to_on,
                                  actor=Actor.of(getattr(place, by)))


def called(central, made, *, days=7, **facts):
    facts = {"title": "2026년 제1차 원장단 회의", "place": "중앙사회서비스원 대회의실", "link": "", **facts}
    with within(central.agency):
        return council_meeting.call_council(made, meets_at=clock.now() + timedelta(days=days), actor=Actor.of(central.officer), **facts)


def in_session(central, meeting, *present):
    """Begun on its day, with these people in the room."""
    with within(central.agency):
        meeting = council_meeting.begin_council(meeting, actor=Actor.of(central.officer))
        for seat in seats_on(meeting.body, meeting.day):
            if seat.user in present:
                panels.note_attendance(meeting, seat, present=True, actor=Actor.of(central.officer))
    return meeting


def topic(central, meeting, title="공동 홍보"):
    with within(central.agency):
        return council_meeting.add_topic(meeting, title=title, text="공동 홍보 방안을 논의합니다.", actor=Actor.of(central.officer))


def resolved(central, item, text="공동 홍보물을 제작한다."):
    with within(central.agency):
        return council_meeting.resolve(item, text=text, actor=Actor.of(central.officer))


def given(central, resolution, user, *, days=30, text="홍보물 시안을 마련한다."):
    with within(central.agency):
        seat = next(one for one in seats_on(resolution.meeting.body, clock.today()) if one.user == user)
        return council_task.give_task(resolution, seat, text=text, due_on=clock.today() + timedelta(days=days),
                                      actor=Actor.of(central.officer))


def a_task(central, busan, daegu, **facts):
    """The task of Busan's director, as it follows from a meeting's resolution."""
    made = founded(central, busan, daegu)
    meeting = in_session(central, called(central, made), busan.director, daegu.director)
    task = given(central, resolved(central, topic(central, meeting)), busan.director, **facts)
    follow(central, busan)
    return SimpleNamespace(council=made, meeting=meeting, task=task)


def fresh(row, place):
    with within(place.agency):
        return type(row).everything.get(pk=row.pk)


def drafted(place, made, **facts):
    with within(place.agency):
        return agenda_proposal.begin_proposal(made.body, actor=Actor.of(place.director),
                                       **{"title": "공동 채용", "text": "공동 채용을 제안합니다.", **facts})


def handed_in(place, made, paper=None):
    row = drafted(place, made)
    with within(place.agency):
        if paper:
            agenda_proposal.attach_to_proposal(row, paper, actor=Actor.of(place.director))
        return agenda_proposal.hand_in_proposal(row, actor=Actor.of(place.director))


def told(place, event):
    with within(place.agency):
        return {one.recipient for one in Notice.everything.filter(event=event)}


def closed(central, meeting, *present):
    """Held, with everything noted that was not decided."""
    if meeting.stage == "planned":
        meeting = in_session(central, meeting, *present)
    with within(central.agency):
        for item in AgendaItem.everything.filter(meeting=meeting, result="").exclude(subject_type=council_agenda.MINUTES):
            council_meeting.settle_item(item, "noted", actor=Actor.of(central.officer))
        return panels.close_meeting(meeting, actor=Actor.of(central.officer))


def minuted(central, meeting, text="논의한 내용", *, sent=True):
    with within(central.agency):
        row = council_minutes.write_minutes(meeting, text=text, base_version=0, actor=Actor.of(central.officer))
        return council_minutes.send_minutes(row, actor=Actor.of(central.officer)) if sent else row
