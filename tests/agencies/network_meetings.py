"""Bodies of the network through the year: founded, named for, called, held, minuted; what members propose for their agendas."""
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from agencies.models import AgendaText, Minutes, Naming, Place
from agencies.workflow import agenda_proposal, council, council_agenda, council_meeting, council_minutes, naming
from core.tenancy import within
from panels import workflow as panels
from panels.models import AgendaItem
from panels.queries import seats_on
from tests.agencies.network_year import DAY, on, seoul

# (its name, its kind, its field, who holds the places, [days of its meetings], resolutions of each meeting)
BODIES = (
    ("시도 사회서비스원 원장단 협의체", "directors", "", "director", ("02-17", "05-19", "08-18", "11-17"), 3),
    ("품질인증 실무협의체", "working", "품질인증", "manager", ("01-26", "03-23", "05-25", "07-20", "09-28", "11-23"), 3),
    ("교육 실무협의체", "working", "교육", "trainer", ("02-25", "04-22", "06-24", "08-26", "10-21", "12-16"), 2),
)
SPARSE = on("06-24")                    # two of four come
TWO_AT_ONCE = on("07-20")               # called together with the meeting before
ABSENT = {on("08-18"): 3, on("03-23"): 1, on("10-21"): 2}       # which of the four is away


class Meetings:
    """The part of the year that happens in bodies. `lines`: a body and what is known of it."""

    def plan_bodies(self):
        self.lines, self.held, self.agenda, self.approved = [], [], {}, []
        self.plan(on("01-04"), self.found)
        self.plan(on("01-05"), self.name_everybody)
        for number, (_name, _kind, _field, _role, days, _count) in enumerate(BODIES):
            for place, day in enumerate(map(on, days), 1):
                called_on = on("05-11") if day in (TWO_AT_ONCE, on("05-25")) else day - 14 * DAY
                self.plan(called_on, self.call, number, place, day)
                self.plan(day, self.hold, number, day, hour=14)
                self.plan(day + DAY, self.minute, number, hour=11)
        self.plan(on("05-14"), self.send_substitute)
        self.plan(on("06-21"), self.follow_on)
        self.plan_proposals()
        self.plan(on("09-07"), self.call_in_vain)

    def found(self):
        for name, kind, field, role, _days, _count in BODIES:
            made = self.act(self.central, "officer", council.found_council, name_ko=name, name_en="", kind=kind, field_ko=field,
                            field_en="", rule="half")
            self.act(self.central, "officer", council.lay_places, made, [one.agency for one in self.places],
                     entitled="director" if role == "director" else "named")
            self.lines.append(SimpleNamespace(council=made, holders={place: getattr(place, role) for place in self.places}, waiting=[],
                                              meetings=[], proposed=[], tasks=[]))
            for place in self.places:
                self.expect("council.place_laid", *self.keepers(place))

    def place_in(self, place, line):
        return Place.everything.get(body=line.council.body_id, member=place.agency)

    def name_everybody(self):
        """Each agency names its own; one of the managers until the end of June."""
        for line in self.lines:
            for place in self.places:
                with within(place.agency):
                    own = self.place_in(place, line)
                until = on("06-30") if line is self.lines[1] and place is self.places[2] else None
                self.act(place, "officer", naming.name_holder, own, line.holders[place], from_on=self.today, to_on=until)
        with within(self.places[0].agency):
            own = self.place_in(self.places[0], self.lines[0])
        self.refused("holds this place", self.places[0], "officer", naming.name_holder, own, self.places[0].director,
                     from_on=on("03-01"), to_on=None)

    def follow_on(self):
        """Who follows is named after the meeting of July was called: they hear of it all the same."""
        place, line = self.places[2], self.lines[1]
        with within(place.agency):
            own = self.place_in(place, line)
        self.act(place, "officer", naming.name_holder, own, place.officer, from_on=on("07-01"), to_on=None)
        self.expect("council.meeting_called", place.officer)
        self.plan(on("07-01"), self.now_sits, line, place, place.officer)

    def now_sits(self, line, place, user):
        line.holders[place] = user

    # ---- calling

    def call(self, number, place, day):
        line = self.lines[number]
        meeting = self.act(self.central, "officer", council_meeting.call_council, line.council, title=f"제{place}차 회의",
                           meets_at=seoul(day, 14), place="중앙사회서비스원 대회의실", link="")
        line.meetings.append(SimpleNamespace(row=meeting, day=day, minutes=None))
        sitting = dict(line.holders)
        if day == TWO_AT_ONCE:
            sitting.pop(self.places[2])                     # whose term is over by then
        self.expect("council.meeting_called", *sitting.values())

    def call_in_vain(self):
        """Called, and cancelled before it began: its members hear of both, and the minutes wait for the meeting that is held."""
        line = self.lines[1]
        meeting = self.act(self.central, "officer", council_meeting.call_council, line.council, title="임시 회의",
                           meets_at=seoul(on("09-10"), 14), place="", link="https://meet.example/1")
        self.expect("council.meeting_called", *line.holders.values())
        self.refused("write the reason", self.central, "officer", council_meeting.cancel_council, meeting, reason=" ")
        self.plan(on("09-08"), self.cancel, line, meeting)

    def cancel(self, line, meeting):
        self.act(self.central, "officer", council_meeting.cancel_council, meeting, reason="태풍")
        self.expect("council.meeting_cancelled", *line.holders.values())

    def send_substitute(self):
        """The second director cannot come in May."""
        place, line = self.places[1], self.lines[0]
        with within(place.agency):
            own = Naming.everything.get(place=self.place_in(place, line))
        self.act(place, "officer", naming.name_substitute, own, line.meetings[1].row, place.manager)
        self.expect("council.meeting_called", place.manager)

    # ---- what members propose

    def plan_proposals(self):
        """(body, whose, drafted, taken on: the meeting's place, or None for declined, put off once)"""
        proposed = (0, 0, "01-20", "02-04", 0), (1, 1, "03-02", "03-10", 1), (2, 3, "04-01", "04-09", None), (0, 2, "05-04", "05-06", 1)
        for number, who, drafted, answered, meeting in proposed:
            self.plan(on(drafted), self.propose, number, who, on(answered), meeting)

    def propose(self, number, who, answered_on, meeting):
        line, place = self.lines[number], self.places[who]
        author = line.holders[place]
        row = self.act(place, author, agenda_proposal.begin_proposal, line.council.body, title=f"안건 {place.agency.slug}",
                       text="제안합니다.")
        self.unseen(row, place)
        self.agenda[row.pk] = "draft"
        self.plan(self.today + DAY, self.hand_in_agenda, line, place, author, row)
        self.plan(answered_on, self.take_or_decline, line, author, row, meeting)

    def hand_in_agenda(self, line, place, author, row):
        self.act(place, author, agenda_proposal.hand_in_proposal, row)
        self.unseen(row, place, self.central)
        self.expect("council.proposal_handed_in", *self.keepers(self.central))
        line.proposed.append(row)
        self.agenda[row.pk] = "handed_in"

    def take_or_decline(self, line, author, row, meeting):
        if meeting is None:
            self.refused("write the reason", self.central, "officer", council_meeting.decline_proposal, row, answer="")
            self.act(self.central, "officer", council_meeting.decline_proposal, row, answer="이미 논의하였습니다.")
        else:
            self.act(self.central, "officer", council_meeting.take_onto_agenda, row, line.meetings[meeting].row)
        self.expect("council.proposal_answered", author)
        self.agenda[row.pk] = "declined" if meeting is None else "on_agenda"

    # ---- the meeting

    def hold(self, number, day):
        """In session with those who came; minutes, tasks and what was proposed in the agenda's order."""
        line = self.lines[number]
        known = next(one for one in line.meetings if one.day == day)
        with within(self.central.agency):
            officer = Actor.of(self.central.officer)
            known.row = council_meeting.begin_council(known.row, actor=officer)
            seats = seats_on(line.council.body, day)                        # on their day the substitute's
            away = {ABSENT.get(day)} if day != SPARSE else {1, 3}
            for place, agency in enumerate(self.places):
                if place not in away:
                    seat = next(one for one in seats if one.sent_by_id == agency.agency.pk)
                    panels.note_attendance(known.row, seat, present=True, actor=officer)
            council_meeting.add_topic(known.row, title="공동 사업", text="공동 사업을 논의합니다.", actor=officer)
            items = list(AgendaItem.everything.filter(meeting=known.row).order_by("position"))
        self.open_tasks_first(line, items)
        self.approve(line, known, items)
        self.decide(number, known, items)
        self.act(self.central, "officer", panels.close_meeting, known.row)
        self.held.append((number, known))

    def open_tasks_first(self, line, items):
        """The first item names every task of the body that is open, and none that is done."""
        open_now = {one.text for one in line.tasks if one.done_on is None}
        first = items[0]
        assert first.subject_type == council_agenda.TASKS or not open_now
        if first.subject_type == council_agenda.TASKS:
            with within(self.central.agency):
                words = AgendaText.everything.get(item=first).text
            assert {one.text for one in line.tasks if f"{one.text} (" in words} == open_now, (self.today, words)
            self.act(self.central, "officer", council_meeting.settle_item, first, "noted")

    def approve(self, line, known, items):
        """All minutes that wait, the oldest first; below the quorum they wait on."""
        about = [one for one in items if one.subject_type == council_agenda.MINUTES]
        assert [one.matter for one in about] == [one.minutes.public_id for one in line.waiting], self.today
        for item in about:
            if known.day == SPARSE:
                self.refused("Below the quorum no minutes", self.central, "officer", council_minutes.approve_minutes, item, remark="")
                self.act(self.central, "officer", council_meeting.settle_item, item, "deferred")
                continue
            earlier = line.waiting.pop(0)
            self.act(self.central, "officer", council_minutes.approve_minutes, item, remark="")
            self.sealed(earlier)
            self.approved.append(known.row.pk)

    def sealed(self, known):
        """Approved, neither the page's workflow nor the database lets anybody change them."""
        self.refused("stay as they are", self.central, "officer", council_minutes.write_minutes, known.row, text="다른 말",
                     base_version=known.minutes.version)
        for change in ({"text": "다른 말"}, {"remark": "나중에 붙인 말"}, {"approved_at": None, "approved_in": None}):
            with within(self.central.agency), pytest.raises(IntegrityError), transaction.atomic():
                Minutes.everything.filter(pk=known.minutes.pk).update(**change)

    def decide(self, number, known, items):
        """Resolutions on what stands on the agenda; what is put off comes to the next meeting."""
        rest = [one for one in items if one.subject_type in (council_agenda.TOPIC, council_agenda.PROPOSAL)]
        if known.day == SPARSE:
            for item in rest:
                self.refused("Below the quorum nothing is resolved: 3 of 4 must be there, 2 are", self.central, "officer",
                             council_meeting.resolve, item, text="결의")
                self.act(self.central, "officer", council_meeting.settle_item, item, "deferred")
            return
        if known.day == on("05-19"):
            self.act(self.central, "officer", council_meeting.settle_item, rest[0], "deferred")
            self.plan(on("08-05"), self.take_or_decline, self.lines[0], self.places[2].director, self.lines[0].proposed[1], 2)
            rest = rest[1:]
        for place in range(BODIES[number][5]):
            row = self.act(self.central, "officer", council_meeting.resolve, rest[place % len(rest)], text=f"의결 {place}")
            self.give(number, known, row)

    def minute(self, number):
        line = self.lines[number]
        known = next(one for one in line.meetings if one.day == self.today - DAY)
        with within(self.central.agency):
            words = council_minutes.first_words(known.row)
        known.minutes = self.act(self.central, "officer", council_minutes.write_minutes, known.row, text=words, base_version=0)
        self.unseen(known.minutes, self.central)
        known.minutes = self.act(self.central, "officer", council_minutes.send_minutes, known.minutes)
        line.waiting.append(known)
        self.expect("council.minutes_sent", *line.holders.values())
