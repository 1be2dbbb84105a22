"""A year of the network, day by day: people do what stands in the diary, the jobs run as a worker runs them, and beside all that a hand
keeps account of who has to be told what. What is done stands in network_meetings.py, network_tasks.py, network_cases.py and
network_indicators.py."""
import os
from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection

from accounts.actors import Actor
from agencies.tasks import follow_bulletins, follow_cases, follow_councils, follow_proposals, follow_support
from core import clock, outbox
from core.calendar import is_working_day
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from correspondence.models import Notice
from correspondence.tasks import send_rungs, settle_days

FULL = bool(os.environ.get("FULL"))
YEAR, DAY, MINUTE = 2027, timedelta(days=1), timedelta(minutes=1)
JOBS = {"Meetings": follow_councils, "Tasks": follow_councils, "Indicators": follow_proposals, "Cases": follow_cases}
MORE = (follow_bulletins, follow_support)
ROLES = ("officer", "manager", "director", "trainer", "auditor", "admin", "observer", "employee", "consultant", "assessor", "committee",
         "owner", "colleague", "neighbour")


def on(day):
    """`on("05-19")`: that day of the year."""
    return date.fromisoformat(f"{YEAR}-{day}")


def seoul(day, hour, minute=0):
    return datetime.combine(day, time(hour, minute), clock.SEOUL)


LAST = on("12-31" if FULL else "04-10")


def reminded_on(last_day, rung):
    """Worked out by hand: before the end the working day that is no later, after it the one that is no earlier."""
    day = last_day + rung * DAY
    while not is_working_day(day, ()):
        day += DAY if rung >= 0 else -DAY
    return day


class House(SimpleNamespace):
    """An agency with its people; `holders[house]`: who of it."""

    __hash__ = object.__hash__


class NetworkYear:
    """`told`: {(event, who): how often}, as it has to be; `watched`: days on which the small form looks in although nobody acts."""

    def __init__(self, central, places):
        self.central, *self.places = (House(**vars(one)) for one in (central, *places))
        self.everywhere, self.today = [self.central, *self.places], None
        self.diary, self.told, self.watched, self.turn = defaultdict(list), Counter(), set(), 0
        self.looked = Counter()

    # ---- what people do

    def plan(self, day, deed, *about, hour=10):
        """On that day, in the order of hours, then as it was planned. What is past is a mistake of the plan."""
        if self.today and day <= self.today:
            raise ValueError(f"{deed} was planned on {self.today} for {day}")
        self.diary[day].append((hour, deed, about))

    def act(self, place, by, work, /, *about, **said):
        """As this person, at their own agency. `by`: a role there, or an account."""
        user = getattr(place, by) if isinstance(by, str) else by
        with within(place.agency):
            return work(*about, actor=Actor.of(user), **said)

    def refused(self, said, place, by, work, /, *about, **more):
        with pytest.raises(Refused, match=said):
            self.act(place, by, work, *about, **more)

    def expect(self, event, *users, times=1):
        """By whoever does something that others have to hear of: these, so often, and nobody else."""
        self.told.update({(event, one.pk): times for one in users})

    def keepers(self, place):
        return place.officer, place.manager

    # ---- how days pass

    def live(self):
        day = on("01-01")
        while day <= LAST:
            self.today = day
            if FULL or day in self.diary or day in self.watched:
                self.pass_day(day)
            day += DAY

    def pass_day(self, day):
        """Beat comes before nine, at nine and again; then people work, and in the evening everything has been carried round."""
        for minute in (-10, 1, 11) if day.day % 4 == 0 else (1, 11) if day.day % 4 == 1 else (1,):
            self.beat(seoul(day, 9) + minute * MINUTE)
        stirred = set()
        for place, (hour, deed, about) in enumerate(sorted(self.diary.pop(day, []), key=lambda one: one[0])):
            with clock.travel(seoul(day, hour, place)):
                deed(*about)
                stirred.add(JOBS[deed.__qualname__.partition(".")[0]])
        with clock.travel(seoul(day, 18)):
            self.carry_round({*JOBS.values(), *MORE} if FULL and day.day % 7 == 0 else stirred)

    def beat(self, moment):
        """The reminders, and at times those who settle their days, as their schedule has it."""
        with clock.travel(moment):
            reminded = send_rungs()
            if moment.hour == 8:
                settle_days()
            if reminded:
                self.tell()

    def carry_round(self, jobs):
        """The jobs of each minute that have anything to do, at times all of them, in an order of its own each time: which comes first is
        no promise. Every third time twice. Then the worker."""
        self.turn += 1
        jobs = sorted(jobs, key=lambda one: one.name)
        for _ in range(2 if self.turn % 3 == 0 else 1):
            for place in range(len(jobs)):
                jobs[(place + self.turn) % len(jobs)]()
        self.tell()

    def tell(self):
        for place in self.everywhere:
            while waiting := waits_at(place):
                for errand in waiting:
                    outbox.run(place.agency, errand)

    # ---- what is looked at in passing

    def unseen(self, row, *but):
        """Nobody of another agency sees it, whatever their role; `but`: places where it is theirs. Where it is no business of the agency
        at all the database itself holds it back."""
        model, table = type(row), row._meta.db_table
        self.looked[model] += 1
        if self.looked[model] > 2 - (not FULL):
            return
        owners = {getattr(row, f"{name}_id") for name in model.owners}
        for place in self.everywhere:
            if place in but:
                continue
            with within(place.agency):
                for user in (None, *(getattr(place, role) for role in (ROLES if FULL else ROLES[:3] + ROLES[9:10]))):
                    actor = Actor.of(user) if user else Actor.public()
                    assert not model.objects.visible_to(actor).filter(pk=row.pk).exists(), (row, place.agency, user)
                if place.agency.pk not in owners:
                    assert rows(f"SELECT count(*) FROM {table} WHERE id = %s", row.pk) == [(0,)]

    def all_was_told(self):
        """No errand is left, none is poisoned; and what everybody was told is what they had to be told, nobody else, nothing twice."""
        found = Counter()
        for place in self.everywhere:
            with within(place.agency):
                assert not waits_at(place)
                found.update(Notice.everything.values_list("event", "recipient"))
        return found


def waits_at(place):
    """What the worker finds to tell people. Papers are drawn and signed elsewhere; no mail leaves."""
    with within(place.agency):
        left = Errand.everything.filter(done_at=None, leased_until=None, task__startswith="correspondence.")
        return list(left.exclude(task="correspondence.tasks.send_delivery").order_by("pk").values_list("pk", flat=True))


def rows(statement, *values):
    """Plain SQL at the agency where one stands."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
