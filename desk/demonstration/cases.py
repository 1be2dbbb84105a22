"""Cases led through the workflow by their people, at the moments the demonstration tells."""
from datetime import datetime, time, timedelta
from functools import cache

from django.utils.translation import override

from accounts.actors import Actor
from accounts.models import User
from core import clock
from core.calendar import add_working_days, next_working_day
from desk.demonstration import differing
from desk.demonstration.papers import PAPERS, handbook, paper_for
from desk.demonstration.recorded import SIGNED, log_of
from desk.demonstration.texts import ANSWERS, CLOSING, FOUND, SEEN
from evaluations import workflow
from evaluations.documents import Slot, missing_documents
from evaluations.models import Announcement, Application
from evaluations.workflow.announcement import KIND, SUBJECT, digest_of
from panels import workflow as panels
from panels.models import Declaration
from panels.queries import approval_of
from providers.models import ProviderMember
from providers.workflow import add_evidence
from visits import workflow as visits
from visits.models import Visit

WORKER = Actor.system("the demonstration")
FULL, HALF = 19, 4


@cache
def actor_of(user_id):
    """A person of the current agency. Roles do not change once the demonstration begins its cases."""
    return Actor.of(User.objects.select_related("person").get(pk=user_id))


def staff(account, slug):
    return actor_of(User.objects.get(email=f"{account}@{slug}.example").pk)


def at(day, hour, minute=0):
    """A moment of office hours in Seoul."""
    return datetime.combine(day, time(hour, minute), clock.SEOUL)


def workday(day, after=0):
    """That many days later, on a day of work, and never after now."""
    day = next_working_day(day + timedelta(days=after))
    return min(day, clock.seoul(clock.real_now()).date())


class Office:
    """The people of one agency's scheme, in whose name its cases go on."""

    def __init__(self, slug, assessors):
        self.slug = slug
        self.officer, self.manager, self.director = (staff(account, slug) for account in ("officer", "manager", "director"))
        self.assessors = [staff(f"assessor{number}", slug) for number in range(1, assessors + 1)]
        self.turn = 0

    def found_committee(self, chair, members, day):
        with clock.travel(at(day, 11)):
            self.body = panels.found_body("품질인증위원회", "Quality certification committee", actor=self.officer)
            panels.give_seat(self.body, staff(chair, self.slug).user, "chair", from_on=day, actor=self.officer)
        self.give_seats(members, day)

    def give_seats(self, members, day):
        with clock.travel(at(day, 11)):
            for account in members:
                panels.give_seat(self.body, staff(account, self.slug).user, "member", from_on=day, actor=self.officer)

    def pair(self):
        """Two assessors, each in turn."""
        self.turn += 1
        one, other = self.turn % len(self.assessors), (self.turn + 1 + self.turn // len(self.assessors)) % len(self.assessors)
        return self.assessors[one], self.assessors[other if other != one else (one + 1) % len(self.assessors)]


class Case:
    """One application. `unmet`: codes that the team finds non-compliant; `differing`: one of the assessors is stricter than the others."""

    words = ANSWERS

    def __init__(self, office, round, offering, *, unmet=(), differing=False):
        self.office, self.round, self.offering, self.unmet, self.differing = office, round, offering, unmet, differing
        provider = offering.site.provider
        self.owner = actor_of(ProviderMember.objects.visible_to(WORKER).get(provider=provider, role="owner", left_at=None).user_id)
        self.application = self.team = self.visit = self.offered = None

    def fresh(self):
        self.application = Application.objects.visible_to(WORKER).get(pk=self.application.pk)
        return self.application

    def begin(self, day, answered=FULL):
        with clock.travel(at(day, 10, self.office.turn % 50)):
            self.application = workflow.start_application(self.round, self.offering, actor=self.owner, arrived_at=clock.now())
            written = dict(list(self.words.items())[:answered])
            workflow.save_answers(self.application, {code: ("meets", text) for code, text in written.items()}, actor=self.owner)
            provider = self.application.provider
            evidence = add_evidence(provider, handbook(provider), actor=self.owner)         # the same content is the same document
            workflow.attach_to_answers(self.application, evidence, set(written), actor=self.owner)
            self.bring_documents(evidence, None if answered == FULL else HALF)
        return self

    def bring_documents(self, handbook, at_most):
        """What the round asks to bring: papers of their own where a paper is asked for, the handbook for the rest."""
        provider = self.application.provider
        for document in missing_documents(self.application)[:at_most]:
            paper = PAPERS.get(document.code)
            evidence = add_evidence(provider, paper_for(provider, paper), actor=self.owner) if paper else handbook
            workflow.attach_evidence(Slot(self.application, document), evidence, actor=self.owner)

    def hand_in(self, day):
        self.begin(day)
        with clock.travel(at(day, 14, self.office.turn % 50)):
            workflow.pledge(self.application, shows_head_name=self.application.pk % 3 > 0, actor=self.owner)
            self.application = workflow.submit_application(self.application, actor=self.owner, arrived_at=clock.now())
        return self

    def take_up(self, day):
        with clock.travel(at(day, 9, 30)):
            self.application = workflow.begin_screening(self.fresh(), actor=self.office.officer)
        return self

    def screen(self, day):
        self.take_up(day)
        with clock.travel(at(day, 11)):
            for check in self.application.checks.all():
                workflow.note_check(check, met=True, actor=self.office.officer)
            self.application = workflow.pass_screening(self.fresh(), actor=self.office.officer)
        return self

    def assign(self, day, declared=2):
        self.team, self.declared_on = self.office.pair(), workday(day, 1)
        with clock.travel(at(day, 15)):
            for place, assessor in enumerate(self.team):
                workflow.assign_assessor(self.fresh(), assessor.user, is_lead=place == 0, actor=self.office.officer)
        with clock.travel(at(self.declared_on, 10)):
            for assessor in self.team[:declared]:
                declare(assessor, self.application.matter)
        return self

    def tell_the_team(self, day):
        with clock.travel(at(day, 16)):
            workflow.announce_team(self.fresh(), actor=self.office.officer)
        return self

    def judge(self, place, day, verdicts=None, hand_in=True, judged=FULL):
        """One assessor's sheet. `verdicts`: {code: words} where it is not simply met."""
        assessor = self.team[place]
        with clock.travel(at(day, 10 + place, 20)):
            sheet = workflow.begin_sheet(self.fresh(), actor=assessor)
            words = {code: (verdicts or {}).get(code, {"verdict": "ok"}) for code in list(ANSWERS)[:judged]}
            workflow.save_judgements(sheet, words, actor=assessor)
            if hand_in:
                workflow.submit_sheet(sheet, actor=assessor)
        return self

    def review(self, day):
        """Both say the same, of whom the provider was told; what will be missed on site shows in the papers as a question."""
        questions = {code: {"verdict": "onsite", "reason_code": "in_practice", "reason": FOUND[code][1]} for code in self.unmet
                     if not (self.differing and code in differing.SURPRISES)}
        doubts = differing.doubts_of(self) if self.strict is not None else {}
        self.tell_the_team(workday(self.declared_on, 1))
        for place in range(2):
            self.judge(place, day, questions | (doubts if place == self.strict else {}))
        with clock.travel(at(workday(day, 1), 15)):
            differing.settle(self, doubts)
        return self.conclude(workday(day, 1))

    @property
    def strict(self):
        return differing.strict_in(self) if self.differing else None

    def conclude(self, day):
        with clock.travel(at(day, 16)):
            self.application = workflow.conclude_review(self.fresh(), actor=self.team[0])
        return self

    def plan(self, planned_on, visit_on):
        with clock.travel(at(planned_on, 13)):
            self.visit = workflow.plan_site_visit(self.fresh(), starts_at=at(visit_on, 14), agreed="phone", actor=self.office.officer)
        return self

    def offer(self, day, *days):
        """Dates of which the provider may choose one."""
        self.offered = [at(one, 14) for one in days]
        with clock.travel(at(day, 13)):
            workflow.offer_visit_dates(self.fresh(), dates=self.offered, actor=self.office.officer)
        return self

    def choose(self, day, place=0):
        with clock.travel(at(day, 10)):
            self.visit = workflow.choose_visit_date(self.fresh(), date=self.offered[place], actor=self.owner, arrived_at=clock.now())
        return self

    def visit_begun(self, day):
        with clock.travel(at(day, 14, 5)):
            self.visit = visits.begin_visit(self.visit, actor=self.team[0])
        return self

    def visited(self, day, logged=False):
        """`logged`: with what the team asked and looked at."""
        self.visit_begun(day)
        words = {code: finding(code in self.unmet, code) for code in ANSWERS}
        with clock.travel(at(day, 16, 30)):
            doubts = differing.doubted_on_site(self) if self.strict is not None else {}
            for place, assessor in enumerate(self.team):
                said = words | (doubts if place == self.strict else {})
                visits.record_findings(self.visit, said, actor=assessor, arrived_at=clock.now())
            visits.agree_findings(self.visit, words, actor=self.team[0], arrived_at=clock.now())
            differing.agree_on_the_rest(self, doubts)
            if logged:
                log_of(self.visit, self.team[0])
            head = self.application.seals.first().facts["provider"]["head_name"]
            self.visit = visits.close_with_statement(
                Visit.objects.visible_to(WORKER).get(pk=self.visit.pk), statement=CLOSING, acknowledged_by=head,
                acknowledged_function="기관장", signature=SIGNED, actor=self.team[0])
            self.visit = visits.lock_visit(self.visit, actor=self.team[0])
            workflow.note_visit_ended(self.visit, actor=WORKER)
            self.application = workflow.take_over_visit(self.visit, actor=WORKER)
        return self

    def confirmed(self, day):
        with clock.travel(at(day, 10)):
            workflow.confirm_report(self.fresh(), actor=self.owner)
        with clock.travel(at(day, 15)):
            self.application = workflow.close_fact_check(self.fresh(), actor=self.office.officer)
        return self

    def to_committee(self, handed_in_on, pace=1.0):
        """From the submission to the committee's door, at the pace of a usual round."""
        def day(after):
            return workday(handed_in_on, int(after * pace))
        self.hand_in(handed_in_on).screen(day(14)).assign(day(18)).review(day(40))
        return self.plan(day(48), day(60)).visited(day(60)).confirmed(day(66))


def finding(unmet, code):
    if not unmet:
        return {"judgement": "compliant", "text": SEEN.get(code, "")}
    reason, text = FOUND[code]
    return {"judgement": "noncompliant", "reason_code": reason, "text": text}


def declare(actor, matter):
    declaration = Declaration.objects.visible_to(WORKER).get(user=actor.user, matter=matter)
    panels.answer_declaration(declaration, has_interest=False, actor=actor)


def announce(office, round, decisions, day, title, hour=10):
    """Drafted, released, approved in the week before; told on that day at that hour."""
    with clock.travel(at(workday(day, -6), 10)), override("ko"):
        announcement = workflow.draft_announcement(round, decisions, title=title, planned_for=at(day, hour), actor=office.officer)
    with clock.travel(at(workday(day, -5), 11)):
        workflow.release_announcement(announcement, digest_of(announcement), actor=office.manager)
    with clock.travel(at(workday(day, -4), 10)):
        if approval_of(SUBJECT, announcement.public_id, KIND).waits_for_city:
            workflow.assent_announcement(announcement, digest_of(announcement), actor=staff("observer", office.slug))
    with clock.travel(at(workday(day, -2), 16)):
        workflow.approve_announcement(announcement, digest_of(announcement), actor=office.director)
    with clock.travel(at(day, hour)):
        workflow.announce_results(Announcement.objects.visible_to(WORKER).get(pk=announcement.pk), actor=WORKER)
    return announcement


def send_back_once(office, round, decisions, day, title):
    """Sent back by the director, changed, released again: it waits for the director, and is to be announced in four days."""
    planned_for = at(add_working_days(clock.today(), 4), 10)
    with clock.travel(at(day, 10)), override("ko"):
        announcement = workflow.draft_announcement(round, decisions, title=title, planned_for=planned_for, actor=office.officer)
    with clock.travel(at(workday(day, 1), 11)):
        workflow.release_announcement(announcement, digest_of(announcement), actor=office.manager)
    with clock.travel(at(workday(day, 2), 9)):
        workflow.send_back_announcement(announcement, "인증된 기관이 뒤에 오도록 순서를 바꾸고, 발표를 오전 11시로 늦춰 주십시오.",
                                        actor=office.director)
    with clock.travel(at(workday(day, 2), 14)), override("ko"):
        announcement = workflow.change_announcement(
            announcement, decisions[::-1], title=title, planned_for=planned_for + timedelta(hours=1), actor=office.officer)
    with clock.travel(at(workday(day, 2), 16)):
        workflow.release_announcement(announcement, digest_of(announcement), actor=office.manager)


