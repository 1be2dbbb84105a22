"""A case led through the house as its people would do it: `Path(busan).decided()`; each step brings it one further."""
import uuid
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.actors import Actor
from accounts.models import Role
from core import clock
from core.tenancy import within
from evaluations import workflow
from evaluations.documents import Slot, missing_documents
from evaluations.models import Announcement, Answer, Application, ConsolidatedJudgement
from evaluations.workflow.announcement import digest_of
from panels import workflow as panels
from panels.models import Declaration
from providers.models import Offering
from providers.stages import Stage as ProviderStage
from tests import factories as f
from tests.files import pdf
from tests.remembered import step
from visits import workflow as visits
from visits.models import Visit
from visits.queries import items_of

COMPLIANT, NONCOMPLIANT = "compliant", "noncompliant"


class Path:
    """`place` is one of the cast (busan, daegu). `unmet`: codes of indicators that the team finds non-compliant."""

    def __init__(self, place, *, provider=None, owner=None, round=None, unmet=(), indicators=3):
        self.place, self.unmet, self.indicators = place, set(unmet), indicators
        self.provider, self.owner = provider or place.provider, owner or place.owner
        self.round, self.application, self.meeting, self.announcement = round, None, None, None
        self.assessors, self.members = [], []

    def as_(self, user):
        """This person, standing at the agency."""
        return Actor.of(user)

    @property
    def officer(self):
        return self.as_(self.place.officer)

    def fresh(self):
        self.application = Application.everything.get(pk=self.application.pk)
        return self.application

    # ---- the provider

    @step
    def started(self):
        with within(self.place.agency):
            self.round = self.round or f.RoundFactory(version=f.published_version(indicators=self.indicators, framework=self.framework()))
            self.provider.__class__.everything.filter(pk=self.provider.pk).update(stage=ProviderStage.CONFIRMED)
            offering = Offering.everything.get(site__provider=self.provider)
            self.application = workflow.start_application(self.round, offering, actor=self.as_(self.owner), arrived_at=clock.now())
        return self

    def framework(self):
        slug = self.place.agency.slug
        return f.FrameworkFactory(name_ko=f"CNRY-{slug}-framework", name_en=f"CNRY-{slug}-framework-en",
                                  number_key=f"{slug.upper()}-QC-{{year}}-{{serial}}")

    @step
    def written(self):
        """Every answer with words and a document, what the round asks to bring, and the pledge."""
        if self.application is None:
            self.started()
        with within(self.place.agency):
            actor = self.as_(self.owner)
            for answer in Answer.everything.filter(application=self.application).order_by("indicator__position"):
                workflow.save_answer(answer, rating="meets", explanation=f"CNRY-{self.place.agency.slug}-answer 규정을 갖추고 지킵니다.",
                                     base_version=answer.version, actor=actor)
                own = b"\n" * answer.indicator.position             # each document has content of its own
                upload = SimpleUploadedFile(f"evidence-{answer.indicator.code}.pdf", pdf() + own)
                workflow.attach_upload(answer, upload, actor=actor)
            for document in missing_documents(self.fresh()):
                upload = SimpleUploadedFile(f"{document.code}.pdf", pdf() + b"\n" * (100 + document.position))
                workflow.attach_upload(Slot(self.application, document), upload, actor=actor)
            self.application = workflow.pledge(self.fresh(), shows_head_name=True, actor=actor)
        return self

    @step
    def submitted(self, arrived_at=None):
        if self.application is None or self.application.pledged_at is None:
            self.written()
        with within(self.place.agency):
            self.application = workflow.submit_application(self.fresh(), actor=self.as_(self.owner), arrived_at=arrived_at or clock.now())
        return self

    # ---- screening and document review

    @step
    def screened(self):
        self.submitted()
        with within(self.place.agency):
            self.application = workflow.begin_screening(self.fresh(), actor=self.officer)
            for check in self.application.checks.all():
                workflow.note_check(check, met=True, actor=self.officer)
            self.application = workflow.pass_screening(self.fresh(), actor=self.officer)
        return self

    @step
    def assigned(self):
        """Two assessors of the pool, the first leads; both declare that nothing ties them to the case."""
        self.screened()
        with within(self.place.agency):
            self.assessors = [self.place.assessor, self.one_more(Role.ASSESSOR)]
            for user in self.assessors:
                f.PoolMemberFactory(user=user)
                workflow.assign_assessor(self.fresh(), user, is_lead=user == self.place.assessor, actor=self.officer)
                self.declare(user)
        return self

    def one_more(self, role):
        return f.MembershipFactory(role=role, user__email=f"{uuid.uuid4().hex[:8]}@{self.place.agency.slug}.example",
                                   user__person__name=f"CNRY-{self.place.agency.slug}-{role}-{uuid.uuid4().hex[:4]}").user

    def declare(self, user, interest=""):
        declaration = Declaration.everything.get(user=user, matter=self.application.matter)
        panels.answer_declaration(declaration, has_interest=bool(interest), statement=interest, actor=self.as_(user))

    @step
    def judged(self):
        self.assigned()
        with within(self.place.agency):
            for user in self.assessors:
                self.judge(user)
        return self

    def judge(self, user, verdict="ok", reason="", note=""):
        """This assessor's whole sheet, handed in."""
        actor = self.as_(user)
        sheet = workflow.begin_sheet(self.fresh(), actor=actor)
        for judgement in sheet.judgements.all():
            workflow.save_judgement(judgement, verdict=verdict, reason_code="no_document" * bool(reason), reason=reason, note=note,
                                     base_version=judgement.version, actor=actor)
        return workflow.submit_sheet(sheet, actor=actor)

    @step
    def told(self):
        """The provider learned who assesses it, and the days in which it might have challenged somebody are long over."""
        with within(self.place.agency), clock.travel(clock.now() - timedelta(days=20)):
            workflow.announce_team(self.fresh(), actor=self.officer)
        return self

    @step
    def reviewed(self):
        self.judged().told()
        with within(self.place.agency):
            assert not ConsolidatedJudgement.everything.filter(application=self.application, verdict="").exists()
            self.application = workflow.conclude_review(self.fresh(), actor=self.as_(self.assessors[0]))
        return self

    # ---- the visit

    @step
    def planned(self):
        self.reviewed()
        with within(self.place.agency):
            workflow.plan_site_visit(self.fresh(), starts_at=clock.now() + timedelta(days=3), actor=self.officer)
            self.visit = Visit.everything.get(subject=self.application.matter)
        return self

    @step
    def visited(self):
        """The team goes there, judges, agrees, and the lead locks; the errand takes the result over."""
        self.planned()
        with within(self.place.agency):
            lead = self.as_(self.assessors[0])
            visits.begin_visit(self.visit, actor=lead)
            for item in items_of(self.visit):
                self.find(item, lead)
            self.visit = visits.close_with_statement(Visit.everything.get(pk=self.visit.pk), statement="확인한 내용을 함께 읽었습니다.",
                                                     acknowledged_by="김하늘", acknowledged_function="기관장", actor=lead)
            self.visit = visits.lock_visit(self.visit, actor=lead)
            workflow.note_visit_ended(self.visit, actor=Actor.system("tests"))
            self.application = workflow.take_over_visit(self.visit, actor=Actor.system("tests"))
        return self

    def find(self, item, lead):
        judgement = NONCOMPLIANT if item.code in self.unmet else COMPLIANT
        words = {"reason_code": "no_evidence", "text": "기록이 빠져 있습니다."} if judgement == NONCOMPLIANT else {}
        for user in self.assessors:
            visits.record_finding(item, operation_id=uuid.uuid4(), base_version=0, judgement=judgement, actor=self.as_(user),
                                  arrived_at=clock.now(), **words)
        visits.agree_finding(item, operation_id=uuid.uuid4(), base_version=0, judgement=judgement, actor=lead,
                             arrived_at=clock.now(), **words)

    @step
    def ready(self):
        """The facts are confirmed: before the committee."""
        self.visited()
        with within(self.place.agency):
            workflow.confirm_report(self.fresh(), actor=self.as_(self.owner))
            self.application = workflow.close_fact_check(self.fresh(), actor=self.officer)
        return self

    # ---- the committee

    @step
    def seated(self):
        """A body of three: the cast's member in the chair."""
        self.ready()
        with within(self.place.agency):
            body = panels.found_body(f"CNRY-{self.place.agency.slug}-body", f"CNRY-{self.place.agency.slug}-body-en", actor=self.officer)
            self.members = [self.place.committee, self.one_more(Role.COMMITTEE), self.one_more(Role.COMMITTEE)]
            self.seats = [panels.give_seat(body, user, "member" if place else "chair", from_on=clock.today() - timedelta(days=30),
                                           actor=self.officer) for place, user in enumerate(self.members)]
            self.meeting = panels.call_meeting(body, title=f"CNRY-{self.place.agency.slug}-meeting", meets_at=clock.now(), place="회의실",
                                               actor=self.officer)
        return self

    @step
    def in_session(self):
        self.seated()
        with within(self.place.agency):
            self.item = workflow.put_on_agenda(self.fresh(), self.meeting, actor=self.officer)
            for user in self.members:
                self.declare(user)
            self.meeting = panels.open_meeting(self.meeting, actor=self.officer)
            for seat in self.seats:
                panels.note_attendance(self.meeting, seat, present=True, actor=self.officer)
        return self

    @step
    def voted(self, choice=None):
        self.in_session()
        with within(self.place.agency):
            self.ballot = panels.open_ballot(self.item, actor=self.officer)
            for user in self.members:
                panels.cast_vote(self.ballot, choice or self.outcome, actor=self.as_(user), arrived_at=clock.now())
            panels.close_ballot(self.ballot, actor=self.officer)
        return self

    @property
    def outcome(self):
        return "refuse" if self.unmet else "award"

    @step
    def decided(self, choice=None):
        self.voted(choice)
        with within(self.place.agency):
            grounds = {self.item.pk: f"CNRY-{self.place.agency.slug}-grounds 더 살펴볼 점이 있습니다."} if choice else {}
            self.decision, = workflow.close_committee(self.meeting, actor=self.officer, grounds=grounds)
            self.fresh()
        return self

    # ---- the announcement

    @step
    def drafted(self, planned_for=None):
        self.decided()
        with within(self.place.agency):
            self.announcement = workflow.draft_announcement(
                self.application.round, [self.decision], title=f"CNRY-{self.place.agency.slug}-announcement",
                planned_for=planned_for or clock.now(), actor=self.officer)
        return self

    @step
    def released(self):
        self.drafted()
        with within(self.place.agency):
            workflow.release_announcement(self.announcement, digest_of(self.announcement), actor=self.as_(self.place.manager))
        return self

    @step
    def approved(self):
        self.released()
        with within(self.place.agency):
            workflow.approve_announcement(self.announcement, digest_of(self.announcement), actor=self.as_(self.place.director))
        return self

    @step
    def announced(self):
        self.approved()
        with within(self.place.agency):
            workflow.announce_results(Announcement.everything.get(pk=self.announcement.pk), actor=Actor.system("tests"))
            self.fresh()
        return self


