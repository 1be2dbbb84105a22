"""The deeds of three years: a certificate, its provider and the agency's people, each deed by the workflow that a page would call."""
from datetime import date, timedelta
from functools import cached_property

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import ChangeReport, Complaint, CorrectiveAction, Duty, Inspection, Monitoring, Sanction, SanctionHandler
from aftercare.queries.monitoring import indicators_of
from aftercare.workflow.sanction_decision import digest_of
from certification import workflow as certification
from certification.models import Certificate, RegisterEntry, SurrenderRequest
from core import clock
from correspondence.workflow import close_deadlines
from providers.models import Offering
from tests.aftercare.changing import ADDRESS
from tests.aftercare.conftest import WORKER, seoul
from tests.aftercare.sanctioning import named, people
from tests.aftercare.watching import assessors, carried_out, declare, handed_in, planned
from tests.evaluations import batch
from tests.evaluations.path import Path


class Life:
    """One service that is certified, as `who`. It stands for `held` where tests of one part ask for that."""

    def __init__(self, place, round, who):
        self.place, self.who = place, who
        self.path = batch.decided(place, round, who)
        self.provider, self.owner = self.path.provider, Actor.of(self.path.owner)
        self.officer, self.manager, self.director = (Actor.of(getattr(place, name)) for name in ("officer", "manager", "director"))
        close_deadlines(self.path.application, actor=WORKER)
        self.offering = Offering.everything.get(site__provider=self.provider)

    @cached_property
    def certificate(self):
        """The first one."""
        return self.certificates()[0]

    def certificates(self):
        return list(Certificate.everything.filter(provider=self.provider).order_by("valid_from"))

    def again(self):
        return Certificate.everything.get(pk=self.certificate.pk)

    def its(self, model, **more):
        """The latest of its rows."""
        return model.everything.filter(provider=self.provider, **more).order_by("-pk").first()

    def duty(self, kind, due):
        return Duty.everything.get(provider=self.provider, kind=kind, due_on=date.fromisoformat(due))

    # ---- self-inspection

    def inspects(self, due):
        handed_in(self, self.duty("self_inspection", due))

    def is_asked_again(self, _due):
        workflow.return_inspection(self.its(Inspection), reason="근거를 보완하여 주십시오.", actor=self.officer)

    def inspects_again(self, _due):
        workflow.hand_in_inspection(self.its(Inspection), actor=self.owner, arrived_at=clock.now())

    # ---- monitoring and what follows from it

    def is_to_be_visited(self, due, on):
        self.team = assessors()
        duty, codes = self.duty("monitoring_visit", due), list(indicators_of(self.certificate))
        self.monitoring = planned(self, duty, self.team, codes=codes, starts_at=seoul(*date.fromisoformat(on).timetuple()[:3], 17))
        for user in self.team:
            declare(self.monitoring, user)
        self.monitoring = Monitoring.everything.get(pk=self.monitoring.pk)

    def is_visited(self, unmet=0):
        codes = list(indicators_of(self.certificate))
        carried_out(self.monitoring, self.team, unmet=codes[:unmet])

    def actions(self):
        return list(CorrectiveAction.everything.filter(provider=self.provider).order_by("pk"))

    def corrects(self, place=0):
        action = self.actions()[place]
        workflow.save_correction(action, cause="담당자가 바뀜", plan="매월 점검하고 기록합니다.", done_on=clock.today() + timedelta(days=3),
                                 base_version=action.version, actor=self.owner, arrived_at=clock.now())
        workflow.hand_in_correction(self.actions()[place], actor=self.owner, arrived_at=clock.now())

    def has_correction_returned(self, place=0):
        workflow.answer_correction(self.actions()[place], is_accepted=False, reason="근거가 없습니다.", actor=self.officer)

    def has_correction_accepted(self, check_on, place=0):
        workflow.answer_correction(self.actions()[place], is_accepted=True, reason="확인하였습니다.", actor=self.officer,
                                   check_on=date.fromisoformat(check_on))

    def is_found_effective(self, place=0):
        workflow.note_effect(self.actions()[place], outcome="effective", reason="기록을 확인하였습니다.", actor=self.officer)

    # ---- a complaint, a change

    def is_complained_about(self):
        entry = RegisterEntry.everything.get(certificate=self.certificate)
        workflow.receive_complaint(code=f"CODE-{self.who}", entry=entry, facts={"category": "treatment", "words": "큰 소리가 났습니다."},
                                   name="", contact="", uploads=[], language="ko", actor=Actor.public(), arrived_at=clock.now())

    def has_a_visit_demanded(self, opens_on, due_on):
        complaint = workflow.admit_complaint(self.its(Complaint), officer=self.place.officer, manager=None, actor=self.officer)
        workflow.demand_visit_for_complaint(complaint, opens_on=date.fromisoformat(opens_on), due_on=date.fromisoformat(due_on),
                                            reason="현장 확인이 필요합니다.", announced=False, actor=self.officer)

    def has_complaint_answered(self):
        workflow.answer_complaint(self.its(Complaint), outcome="founded", answer="현장에서 확인하겠습니다.", actor=self.officer)

    def writes_that_it_moved(self, on):
        site = Offering.everything.get(pk=self.offering.pk).site
        report = workflow.start_change(self.provider, "address", site=site, actor=self.owner)
        workflow.save_change(report, facts=ADDRESS, happened_on=date.fromisoformat(on), until_on=None, note="",
                             base_version=report.version, actor=self.owner)

    def reports_it(self):
        workflow.hand_in_change(self.its(ChangeReport), actor=self.owner, arrived_at=clock.now(), declared=True)

    def has_report_accepted(self):
        workflow.accept_change(self.its(ChangeReport), actor=self.officer)

    # ---- a sanction

    def is_told_of_a_suspension(self, hearing, from_on, to_on):
        sanction = workflow.draft_sanction(
            self.certificate, kind="suspension", ground="not_corrected", facts="시정 요구에 응하지 않음.", order="점검표를 매월 낼 것",
            from_on=date.fromisoformat(from_on), to_on=date.fromisoformat(to_on),
            hearing_place="3층 회의실", chair="박청문", chair_office="변호사",
            hearing_at=seoul(*date.fromisoformat(hearing).timetuple()[:3], 14), actor=self.officer)
        workflow.send_notice(sanction, actor=self.officer)

    def states_its_view(self):
        sanction = self.its(Sanction)
        kept = workflow.save_statement(sanction, "opinion", text="점검표는 있었습니다.", base_version=0, actor=self.owner,
                                       arrived_at=clock.now())
        workflow.hand_in_statement(sanction, "opinion", base_version=kept.row.version, actor=self.owner, arrived_at=clock.now())

    def is_heard(self):
        workflow.note_hearing(self.its(Sanction), heard="held", chair="박청문", came="시설장", minutes="의견을 들음.", actor=self.officer)

    def has_sanction_proposed(self):
        named(self, self.its(Sanction))
        for one in SanctionHandler.everything.filter(sanction=self.its(Sanction)):
            workflow.give_opinion(one, choice="impose", reason="기록에서 확인됨.", actor=Actor.of(one.user))
        workflow.propose(self.its(Sanction), choice="impose", reason="가볍지 않음.", actor=Actor.of(people(self)[0]))

    def is_sanctioned(self):
        sanction = self.its(Sanction)
        workflow.draft_decision(sanction, final_kind=sanction.kind, final_from=sanction.from_on, final_to=sanction.to_on,
                                final_order=sanction.order, grounds="사실이 인정됩니다.", actor=self.officer)
        workflow.release_decision(self.its(Sanction), digest_of(self.its(Sanction)), actor=self.manager)
        workflow.approve_decision(self.its(Sanction), digest_of(self.its(Sanction)), actor=self.director)

    # ---- the end

    def gives_it_back(self, on):
        certification.ask_surrender(self.again(), on=date.fromisoformat(on), reason="사업을 그만둠", actor=self.owner)

    def has_it_taken_back(self, on):
        workflow.confirm_surrender(SurrenderRequest.everything.get(certificate=self.certificate), on=date.fromisoformat(on),
                                        actor=self.manager)

    def applies_again(self, round):
        self.second = Path(self.place, provider=self.provider, owner=self.path.owner, round=round).submitted()
        close_deadlines(self.second.application, actor=WORKER)

    def is_prolonged(self, to_on):
        certification.prolong(self.again(), to_on=date.fromisoformat(to_on), reason="재인증 심사가 진행 중입니다.", actor=self.director)

    def is_to_be_announced_again(self, on):
        at = seoul(*date.fromisoformat(on).timetuple()[:3], 10)
        batch.approved(self.place, batch.with_decision(batch.before_committee(self.second)), planned_for=at)
