"""Cases that wander through the whole evaluation: anybody tries anything at any time, and after each step the house is looked at."""
import random
import uuid
from collections import Counter
from datetime import timedelta

from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from accounts.models import Role
from certification.models import Certificate
from core import clock
from core.errors import Refused
from evaluations import workflow
from evaluations.models import (
    Announcement,
    AnnouncementItem,
    Application,
    Assignment,
    Decision,
    RequiredIndicator,
)
from evaluations.stages import MOVES, Stage
from evaluations.workflow.announcement import digest_of
from panels import workflow as panels
from panels.models import AgendaItem, Ballot, Declaration, Involvement, Meeting, Recusal, RollEntry, Seat
from tests import factories as f
from tests.evaluations import batch
from tests.evaluations.path import COMPLIANT, NONCOMPLIANT
from tests.evaluations.wandering_appeals import APPEALED, Appealing, handled_by_who_took_part, reopened_by_nothing
from visits import workflow as visits
from visits.models import Visit
from visits.queries import items_of

SYSTEM, REASON = Actor.system("wandering"), "다른 사정이 있습니다."
USUALLY = 0.75               # of the steps, the others come at any time
STANDING = {"closed_at": None, "voided_at": None}


class Wandering(Appealing):
    """Four cases, one body of five, a pool of four; one member of the committee has a second account in the pool."""

    def __init__(self, place, seed):
        self.place, self.dice, self.done, self.tries, self.is_orderly = place, random.Random(seed), Counter(), Counter(), False
        first = batch.ready(place)
        self.paths = [first, batch.ready(place, first.round, unmet=["1.1.1"]), batch.ready(place, first.round),
                      batch.submitted(place, first.round)]
        one_more = first.one_more
        self.body = panels.found_body("위원회", "Committee", actor=first.officer)
        self.members = [place.committee, *(one_more(Role.COMMITTEE) for _number in range(4))]
        for number, user in enumerate(self.members):
            panels.give_seat(self.body, user, "member" if number else "chair", from_on=clock.today() - timedelta(days=30),
                             actor=first.officer)
        twin = f.UserFactory(person=self.members[1].person, email=f"{uuid.uuid4().hex[:8]}@twin.example")
        f.MembershipFactory(user=twin, role=Role.ASSESSOR)
        self.pool = [place.assessor, one_more(Role.ASSESSOR), one_more(Role.ASSESSOR), twin]
        for user in self.pool:
            f.PoolMemberFactory(user=user)
        staff = [place.officer] * 4 + [place.manager] * 3 + [place.director] * 3 + [place.auditor, place.observer]
        self.anybody = staff + self.members + self.pool + [path.owner for path in self.paths]
        self.stages = self.now()

    # ---- one step

    def step(self):
        """Something is tried by somebody. What was refused has changed nothing that a person would notice."""
        under_way = [stage for stage in self.stages.values() if stage in NEXT]
        usual = NEXT[self.dice.choice(under_way)] if under_way else DEEDS
        self.do(self.dice.choice(usual if self.dice.random() < USUALLY else DEEDS))

    def end_in_order(self):
        """What is under way now goes the usual way to its announcement, by whom it concerns."""
        self.is_orderly = True
        for name in ORDER * 2:
            self.do(name)

    def do(self, name):
        self.tries[name] += 1
        try:
            happened = getattr(self, name)()
        except (Refused, PermissionDenied):
            happened = False
        self.done[name] += happened is not False
        self.look_at_the_house(name)

    def pick(self, rows):
        rows = list(rows)
        return self.dice.choice(rows) if rows else None

    def who(self, *usual):
        """Mostly somebody whose business it is, now and then anybody at all."""
        is_usual = bool(usual) and (self.is_orderly or self.dice.random() < 0.85)
        return Actor.of(self.dice.choice(usual if is_usual else self.anybody))

    @property
    def officer(self):
        return self.who(self.place.officer, self.place.manager)

    def case(self, *stages):
        rows = Application.everything.filter(pk__in=[path.application.pk for path in self.paths])
        wanted = rows.filter(stage__in=stages) if stages and (self.is_orderly or self.dice.random() < 0.8) else rows
        return self.pick(wanted) or self.pick(rows)

    # ---- before the committee

    def screen(self):
        case = self.case(Stage.SUBMITTED, Stage.SCREENING)
        if case.stage == Stage.SUBMITTED:
            return workflow.begin_screening(case, actor=self.officer)
        for check in case.checks.all():
            workflow.note_check(check, met=True, actor=Actor.of(self.place.officer))
        return workflow.pass_screening(case, actor=self.officer)

    def assign(self):
        case = self.case(Stage.SCREENING, Stage.DOCUMENT_REVIEW)
        leads = not Assignment.everything.filter(application=case, is_lead=True, ended_at=None).exists()
        return workflow.assign_assessor(case, self.pick(self.pool * 4 + self.members), is_lead=leads, actor=self.officer)

    def end_assignment(self):
        found = self.pick(Assignment.everything.filter(ended_at=None))
        return (found and workflow.end_assignment(found, reason=REASON, actor=self.officer)) or False

    def declare(self):
        found = self.pick(Declaration.everything.filter(answered_at=None).select_related("user"))
        interest = self.dice.random() < 0.08
        return bool(found) and panels.answer_declaration(found, has_interest=interest, statement=REASON * interest,
                                                         actor=self.who(found.user))

    def declare_all(self):
        for found in Declaration.everything.filter(answered_at=None).select_related("user"):
            panels.answer_declaration(found, has_interest=False, statement="", actor=Actor.of(found.user))

    def judge(self):
        found = self.pick(Assignment.everything.filter(ended_at=None).select_related("user", "application"))
        if not found:
            return False
        sheet = workflow.begin_sheet(found.application, actor=self.who(found.user))
        for judgement in sheet.judgements.all():
            workflow.save_judgement(judgement, verdict="ok", base_version=judgement.version, actor=Actor.of(found.user))
        return workflow.submit_sheet(sheet, actor=Actor.of(found.user))

    def tell_the_team(self):
        with clock.travel(clock.now() - timedelta(days=20)):
            return workflow.announce_team(self.case(Stage.DOCUMENT_REVIEW), actor=self.officer)

    def conclude(self):
        case = self.case(Stage.DOCUMENT_REVIEW)
        return workflow.conclude_review(case, actor=self.who(*self.team(case)))

    def team(self, case):
        rows = Assignment.everything.filter(application=case, ended_at=None).select_related("user")
        return [one.user for one in rows.order_by("-is_lead")]

    def plan(self):
        return workflow.plan_site_visit(self.case(Stage.SITE_VISIT), starts_at=clock.now() + timedelta(days=3), actor=self.officer)

    def visit(self):
        """A whole day at the place; what one or the other finds lacking is agreed to be so."""
        visit = self.pick(Visit.everything.filter(stage="planned"))
        if not visit:
            return False
        team = self.team(Application.everything.get(public_id=visit.subject))
        lead = Actor.of(team[0]) if team else self.officer
        visits.begin_visit(visit, actor=lead)
        for item in items_of(visit):
            lacks = self.dice.random() < 0.15
            words = {"judgement": NONCOMPLIANT, "reason_code": "no_evidence", "text": REASON} if lacks else {"judgement": COMPLIANT}
            for user in team:
                visits.record_finding(item, operation_id=uuid.uuid4(), base_version=0, actor=Actor.of(user), arrived_at=clock.now(),
                                      **words)
            visits.agree_finding(item, operation_id=uuid.uuid4(), base_version=0, actor=lead, arrived_at=clock.now(), **words)
        visits.close_with_statement(Visit.everything.get(pk=visit.pk), statement="함께 읽었습니다.", acknowledged_by="김하늘",
                                    acknowledged_function="기관장", actor=lead)
        visit = visits.lock_visit(Visit.everything.get(pk=visit.pk), actor=lead)
        workflow.note_visit_ended(visit, actor=SYSTEM)
        return workflow.take_over_visit(visit, actor=SYSTEM)

    def confirm(self):
        case = self.case(Stage.FACT_CHECK)
        return workflow.confirm_report(case, actor=self.who(*(path.owner for path in self.paths if path.application.pk == case.pk)))

    def close_the_facts(self):
        return workflow.close_fact_check(self.case(Stage.FACT_CHECK), actor=self.officer)

    # ---- the committee

    def meeting(self, *stages):
        return self.pick(Meeting.everything.filter(stage__in=stages)) or self.pick(Meeting.everything.all())

    def call(self):
        if Meeting.everything.filter(stage__in=("planned", "open")).count() > 1:
            return False
        return panels.call_meeting(self.body, title="회의", meets_at=clock.now(), place="회의실", actor=self.officer)

    def put_on_agenda(self):
        meeting = self.meeting("planned", "open")
        return bool(meeting) and workflow.put_on_agenda(self.case(Stage.FINAL_EVALUATION), meeting, actor=self.officer)

    def take_off(self):
        item = self.pick(AgendaItem.everything.filter(withdrawn_at=None))
        return bool(item) and self.dice.random() < 0.3 and panels.take_off_agenda(item, reason=REASON, actor=self.officer)

    def open_meeting(self):
        meeting = self.meeting("planned")
        if not meeting:
            return False
        panels.open_meeting(meeting, actor=self.officer)
        for seat in Seat.everything.filter(body=self.body, to_on=None):
            panels.note_attendance(meeting, seat, present=True, actor=Actor.of(self.place.officer))
        return True

    def come_and_go(self):
        meeting = self.meeting("open")
        seat = self.pick(Seat.everything.filter(body=self.body, to_on=None))
        return bool(meeting) and panels.note_attendance(meeting, seat, present=self.dice.random() < 0.8, actor=self.officer)

    def open_ballot(self):
        item = self.pick(AgendaItem.everything.filter(withdrawn_at=None, result="", meeting__stage="open"))
        return bool(item) and panels.open_ballot(item, actor=self.officer)

    def vote(self):
        ballot = self.pick(Ballot.everything.filter(**STANDING)) or self.pick(Ballot.everything.all())
        if not ballot:
            return False
        choice = ballot.item.choices[0] if self.dice.random() < 0.8 else self.dice.choice(["award", "refuse", "defer"])
        return panels.cast_vote(ballot, choice, actor=self.who(*self.members), arrived_at=clock.now())

    def all_vote(self):
        ballot = self.pick(Ballot.everything.filter(**STANDING))
        for user in self.members if ballot else ():
            self.allowed(panels.cast_vote, ballot, ballot.item.choices[0], actor=Actor.of(user), arrived_at=clock.now())
        return bool(ballot)

    def sit(self):
        """A meeting in session goes through its agenda in order; what finds no quorum or no result comes off it."""
        meeting, officer = self.pick(Meeting.everything.filter(stage="open")), Actor.of(self.place.officer)
        if not meeting:
            return False
        for item in AgendaItem.everything.filter(meeting=meeting, withdrawn_at=None, result=""):
            try:
                ballot = Ballot.everything.filter(item=item, **STANDING).first() or panels.open_ballot(item, actor=officer)
                mostly = self.dice.choice(item.choices[:1] * 4 + item.choices)
                for user in self.members:
                    self.allowed(panels.cast_vote, ballot, self.dice.choice([mostly] * 9 + item.choices), actor=Actor.of(user),
                                 arrived_at=clock.now())
                panels.close_ballot(ballot, actor=officer)
            except Refused:
                for ballot in Ballot.everything.filter(item=item, **STANDING):
                    panels.void_ballot(ballot, reason=REASON, actor=officer)
                panels.take_off_agenda(AgendaItem.everything.get(pk=item.pk), reason=REASON, actor=officer)
        return True

    def allowed(self, work, *args, **kwargs):
        try:
            return work(*args, **kwargs)
        except Refused:
            return None

    def close_ballot(self):
        ballot = self.pick(Ballot.everything.filter(**STANDING)) or self.pick(Ballot.everything.all())
        return bool(ballot) and panels.close_ballot(ballot, actor=self.officer)

    def void_ballot(self):
        ballot = self.pick(Ballot.everything.filter(**STANDING)) or self.pick(Ballot.everything.all())
        return bool(ballot) and self.dice.random() < 0.4 and panels.void_ballot(ballot, reason=REASON, actor=self.officer)

    def recuse(self):
        case, user = self.case(Stage.FINAL_EVALUATION), self.dice.choice(self.members)
        ground = self.dice.choice(["own_will", "detected"])
        actor = self.who(user) if ground == "own_will" else self.officer
        return self.dice.random() < 0.3 and panels.recuse(user, subject_type="evaluations.application", matter=case.matter, ground=ground,
                                                          reason=REASON, actor=actor)

    def close_committee(self):
        meeting = self.meeting("open")
        if not meeting:
            return False
        items = AgendaItem.everything.filter(meeting=meeting)
        return workflow.close_committee(meeting, actor=self.officer, grounds=dict.fromkeys(items.values_list("pk", flat=True), REASON))

    # ---- the announcement

    def batch(self):
        decisions = list(Decision.everything.filter(application__stage=Stage.DECIDED)) or list(Decision.everything.all())
        self.dice.shuffle(decisions)
        return decisions[:self.dice.randint(1, 3)]

    def waiting(self):
        return self.pick(Announcement.everything.filter(announced_at=None)) or self.pick(Announcement.everything.all())

    def draft(self):
        return workflow.draft_announcement(self.paths[0].round, self.batch(), title="결과", planned_for=clock.now(), actor=self.officer)

    def change(self):
        waiting = self.waiting()
        return bool(waiting) and workflow.change_announcement(waiting, self.batch(), title="결과 변경", planned_for=clock.now(),
                                                              actor=self.officer)

    def release(self):
        waiting = self.waiting()
        return bool(waiting) and workflow.release_announcement(waiting, digest_of(waiting), actor=self.who(self.place.manager))

    def approve(self):
        waiting = self.waiting()
        return bool(waiting) and workflow.approve_announcement(waiting, digest_of(waiting), actor=self.who(self.place.director))

    def send_back(self):
        waiting = self.waiting()
        return bool(waiting) and self.dice.random() < 0.3 and workflow.send_back_announcement(
            waiting, REASON, actor=self.who(self.place.director))

    def announce(self):
        waiting = self.waiting()
        return bool(waiting) and workflow.announce_results(waiting, actor=SYSTEM if self.dice.random() < 0.9 else self.who())

    # ---- ways out

    def reopen(self):
        return self.dice.random() < 0.2 and workflow.reopen_stage(self.case(), reason=REASON, actor=self.who(self.place.manager))

    def resume(self):
        to = self.dice.choice([Stage.SITE_VISIT, Stage.FINAL_EVALUATION])
        return workflow.resume_deferred(self.case(Stage.DEFERRED), to, reason=REASON, actor=self.officer)

    def withdraw(self):
        case = self.case()
        owners = [path.owner for path in self.paths if path.application.pk == case.pk]
        return self.dice.random() < 0.2 and workflow.withdraw_application(case, reason=REASON, actor=self.who(*owners))

    # ---- what must always be so

    def now(self):
        return dict(Application.everything.filter(pk__in=[path.application.pk for path in self.paths]).values_list("pk", "stage"))

    def look_at_the_house(self, deed):
        before, self.stages = self.stages, self.now()
        for pk, stage in self.stages.items():
            replaced = deed == "approve_answer" and (before[pk], stage) == (Stage.NOT_CERTIFIED, Stage.DECIDED)       # two moves at once
            assert stage == before[pk] or stage in MOVES[before[pk]] or replaced, (deed, before[pk], stage)
            assert before[pk] != Stage.NOT_CERTIFIED or stage == before[pk] or not reopened_by_nothing(pk), (deed, stage)
        assert not list(overlaps()), deed
        assert not list(unfounded_awards()), deed
        assert not list(handled_by_who_took_part()), deed
        for pk, stage in self.stages.items():
            matter = Application.everything.get(pk=pk).public_id
            certificates = Certificate.everything.filter(matter=matter).count()
            assert certificates == (stage == Stage.CERTIFIED), (deed, stage, certificates)
            latest = Decision.everything.filter(application=pk).order_by("-pk").first()
            told = latest and AnnouncementItem.everything.filter(decision=latest, announcement__announced_at__isnull=False).exists()
            if stage in (Stage.CERTIFIED, Stage.NOT_CERTIFIED, Stage.DEFERRED):
                assert told, (deed, stage)
            if stage == Stage.DECIDED:
                assert latest and not told, deed


def overlaps():
    """Who is on the roll of a ballot that counts for a decision, and has assessed the case, stood back from it, or not declared."""
    for decision in Decision.everything.filter(item__isnull=False).select_related("item", "application"):
        counts = Ballot.everything.filter(item=decision.item, voided_at=None).exclude(result="")
        if [ballot.result for ballot in counts] != [decision.kind]:
            yield decision, "rests on no vote"
        roll = RollEntry.everything.filter(ballot__in=counts)
        matter, voters = decision.application.public_id, list(roll.values_list("person", flat=True))
        assessed = Involvement.everything.filter(matter=matter, kind="assessed", person__in=voters)
        stood_back = Recusal.everything.filter(matter=matter, person__in=voters, recused_at__lt=decision.decided_at)
        if assessed.exists():
            yield decision, "an assessor decided"
        if stood_back.exists():
            yield decision, "somebody who stands back decided"


def unfounded_awards():
    for application in Application.everything.filter(stage__in=(Stage.DECIDED, Stage.CERTIFIED)):
        latest = Decision.everything.filter(application=application).order_by("-pk").first()
        open_ones = RequiredIndicator.everything.filter(application=application).exclude(agreed="compliant")
        if latest and latest.kind == "award" and open_ones.exists():
            yield application


NEXT = {            # what usually comes next in a stage
    Stage.SUBMITTED: ["screen"], Stage.SCREENING: ["screen"],
    Stage.DOCUMENT_REVIEW: ["assign", "declare_all", "judge", "tell_the_team", "conclude"],
    Stage.SITE_VISIT: ["plan", "visit"], Stage.FACT_CHECK: ["confirm", "close_the_facts"],
    Stage.FINAL_EVALUATION: ["call", "put_on_agenda", "declare_all", "open_meeting", "open_ballot", "all_vote", "vote", "close_ballot",
                             "void_ballot", "sit", "sit", "close_committee", "close_committee"],
    Stage.DECIDED: ["draft", "release", "send_back", "approve", "announce", "announce"], Stage.DEFERRED: ["resume"],
    Stage.NOT_CERTIFIED: [*APPEALED, "end_handler", "send_answer_back"],
}
ORDER = ["call", *["put_on_agenda"] * 3, "declare_all", "open_meeting", "sit", "close_committee", "draft", "release", "approve", "announce",
         *APPEALED[1:-2], "send_answer_back", *APPEALED[-4:-1]]
DEEDS = ["screen", "assign", "end_assignment", "declare", "judge", "tell_the_team", "conclude", "plan", "visit", "confirm",
         "close_the_facts", "call", "put_on_agenda", "take_off", "open_meeting", "come_and_go", "open_ballot", "vote", "close_ballot",
         "void_ballot", "recuse", "close_committee", "draft", "change", "release", "approve", "send_back", "announce", "reopen", "resume",
         "withdraw", *sorted(set(APPEALED)), "end_handler", "send_answer_back", "withdraw_appeal"]
