"""What becomes of resolutions through the year: each is a task of somebody with a day, and each task has its fate."""
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from accounts.workflow import end_role
from agencies.models import Naming
from agencies.workflow import council_task, naming
from core import clock
from core.tenancy import within
from panels.models.body import held_on
from tests.agencies.network_year import DAY, on, reminded_on, seoul

LADDER = (-7, -1, 0, 3)
LEAVES_ON = on("09-01")
# by the last digit of its number; what is not here is reported ten days before it is due, and nobody is reminded at all
FATES = {1: "after a word", 3: "late", 4: "after a word", 6: "escalated", 8: "asked again"}
OWN_FATES = {5: "unanswered", 24: "escalated", 26: "left", 36: "forgotten"}      # 24 is a director's own


@dataclass
class Task:
    """`quiet`: [(from, to)] in which the owner has done their part and nobody is reminded of it; `owners`: [(since when, who)]."""

    row: object
    text: str
    place: object
    due_on: date
    given_on: date
    fate: str
    owners: list
    quiet: list = field(default_factory=list)
    done_on: date | None = None
    reported_on: date | None = None

    def owner_at(self, moment):
        return [user for since, user in self.owners if since <= moment][-1]

    def is_quiet(self, moment):
        return any(since <= moment and (to is None or moment < to) for since, to in self.quiet)


class Tasks:
    """The part of the year that follows from resolutions."""

    def give(self, number, known, resolution):
        """To the four members in turn, who came and who did not."""
        line, count = self.lines[number], len(self.tasks)
        place = self.places[(count + number) % 4]
        with within(self.central.agency):
            seat = line.council.body.seats.filter(held_on(known.day), stands_for=None).get(sent_by=place.agency)
        due_on, text = self.today + (25 + count % 7) * DAY, f"조치사항 {count:02}"
        row = self.act(self.central, "officer", council_task.give_task, resolution, seat, text=text, due_on=due_on)
        fate = OWN_FATES.get(count) or FATES.get(count % 10, "early")
        task = Task(row, text, place, due_on, self.today, fate, [(seoul(self.today, 0), line.holders[place])])
        self.tasks.append(task)
        line.tasks.append(task)
        self.expect("council.task_given", line.holders[place])
        self.watched |= {reminded_on(due_on, rung) + step * DAY for rung in LADDER for step in ((-1, 0, 1) if count % 8 == 1 else (0,))}
        self.plan_fate(task, line)

    def plan_fate(self, task, line):
        due = task.due_on
        days = {"early": ((-10, -9, True),), "after a word": ((-3, -2, True),), "late": ((1, 2, True),), "escalated": ((9, 10, True),),
                "asked again": ((-14, -13, False), (-4, -3, True)), "unanswered": ((-2, 5, True),), "forgotten": (),
                "left": ((-6, -5, True),)}[task.fate]
        for reported, answered, is_taken in days:
            self.plan(due + reported * DAY, self.report, task, hour=11)
            self.plan(due + answered * DAY, self.answer, task, is_taken, hour=12)
        if task.fate == "left":
            self.plan(LEAVES_ON, self.leave, task, line)

    def report(self, task):
        owner = task.owner_at(clock.now())
        with pytest.raises(PermissionDenied):
            self.act(task.place, task.place.auditor, council_task.report_task, task.row, text="남의 일")
        self.act(task.place, owner, council_task.report_task, task.row, text=f"{task.text}: 마쳤습니다.")
        self.refused("waits for its answer", task.place, owner, council_task.report_task, task.row, text="또")
        self.expect("council.task_reported", *self.keepers(self.central))
        task.reported_on = self.today
        task.quiet.append((clock.now(), None))

    def answer(self, task, is_taken):
        with within(self.central.agency):
            report = council_task.TaskReport.everything.get(task=task.row, answered_at=None)
        words = "" if is_taken else "근거를 붙여 주십시오."
        self.act(self.central, "officer", council_task.answer_report, report, taken=is_taken, answer=words)
        self.refused("answered already", self.central, "officer", council_task.answer_report, report, taken=True, answer="")
        self.expect("council.report_answered", task.owner_at(clock.now()))
        if is_taken:
            task.done_on = self.today
        else:
            task.quiet[-1] = (task.quiet[-1][0], clock.now())

    # ---- an owner who leaves

    def leave(self, task, line):
        """Their role ends; the jobs find out, and both houses are asked for somebody else."""
        owner, place = task.owner_at(clock.now()), task.place
        with within(place.agency):
            role = Membership.everything.get(user=owner, ended_at=None)
        self.act(place, "admin", end_role, role)
        self.expect("council.owner_gone", *self.keepers(place), *self.keepers(self.central))
        assert [one for one in line.tasks if one.place is place and one.done_on is None] == [task]
        task.quiet.append((clock.now(), None))
        self.plan(LEAVES_ON + DAY, self.name_heir, task, line)
        self.plan(LEAVES_ON + 5 * DAY, self.give_on, task, line)

    def name_heir(self, task, line):
        place = task.place
        self.refused("Name who holds the place", place, "officer", council_task.give_task_on, task.row, place.admin)
        with within(place.agency):
            own = Naming.everything.get(place__body=line.council.body_id, place__member=place.agency, to_on=None)
        self.act(place, "officer", naming.end_naming, own, to_on=self.today)
        self.act(place, "officer", naming.name_holder, own.place, place.admin, from_on=self.today + DAY, to_on=None)
        line.holders[place] = place.admin

    def give_on(self, task, line):
        place = task.place
        task.row = self.act(place, "officer", council_task.give_task_on, task.row, place.admin)
        task.owners.append((clock.now(), place.admin))
        task.quiet[-1] = (task.quiet[-1][0], clock.now())
        self.expect("council.task_given", place.admin)

    # ---- what had to be reminded of

    def rungs_of(self, task, until):
        """{rung: the day}: where the working day's nine o'clock came after the task was given, and nothing was quiet by then."""
        found = {}
        for rung in LADDER:
            day = reminded_on(task.due_on, rung)
            if task.given_on < day <= until and not task.is_quiet(seoul(day, 9)):
                found[rung] = day
        return found

    def late_at_central(self, task, until):
        """The day on which Central's own officers hear that it is not done, or None."""
        day = reminded_on(task.due_on, 3)
        return day if day <= until and (task.done_on is None or day <= task.done_on) else None

    def expect_reminders(self, until):
        """One message for each owner and day, one for the director about somebody else's, one each for Central's officers; once all is
        known. Returns Counter of (task, rung, day)."""
        owed, several, escalated = Counter(), set(), set()
        for task in self.tasks:
            for rung, day in self.rungs_of(task, until).items():
                owner = task.owner_at(seoul(day, 9))
                owed[task.row.pk, rung, day] += 1
                several.add((owner, day))
                if rung == 3 and owner != task.place.director:
                    escalated.add((task.place.director, owner, day))
            if self.late_at_central(task, until):
                self.expect("deadline.over", *self.keepers(self.central))
        for owner, _day in several:
            self.expect("deadline.several", owner)
        for director, _owner, _day in escalated:
            self.expect("deadline.escalated", director)
        return owed
