"""Sanctions of the demonstration: one waits for its hearing, one is suspended with an order, one was revoked; each by its whole process."""
from datetime import timedelta

from aftercare import workflow
from aftercare.models import Sanction, SanctionHandler
from aftercare.queries.sanction_handlers import candidates_for
from aftercare.workflow.sanction_decision import digest_of
from certification.models import Certificate
from core import clock
from core.calendar import next_working_day
from desk.demonstration.cases import WORKER, at, declare, staff, workday
from desk.demonstration.holding import owner_of
from desk.demonstration.papers import hwpx

PLACE = "부산광역시사회서비스원 3층 회의실"
HEARING = {"hearing_place": PLACE, "chair": "한청문", "chair_office": "변호사(외부 전문가)"}
SUSPENDING = {
    "kind": "suspension", "ground": "not_corrected", "order": "안전 점검표를 매월 작성하고 개선 결과를 제출할 것",
    "facts": "모니터링 방문에서 안전 관련 지적 사항 2건을 확인하고 두 차례 시정을 요구하였으나 기한까지 개선 결과를 제출하지 않았습니다."}
REVOKING = {
    "kind": "revocation", "ground": "falsehood",
    "facts": "인증 신청 때 제출한 제공기록 12건 가운데 5건이 실제 서비스 제공 일시와 다르게 작성된 사실을 확인하였습니다."}
MISUSING = {
    "kind": "suspension", "ground": "misuse", "order": "인증을 받지 않은 서비스의 안내문에서 인증마크를 모두 내릴 것",
    "facts": "인증을 받지 않은 서비스의 안내문과 누리집에 인증마크를 표시한 것을 두 차례 확인하였습니다."}
GROUNDS = "제출된 자료와 청문 내용을 종합하면 처분의 원인이 되는 사실이 인정됩니다."


def sanction(office):
    """The last of those that hold: nothing else is told of them."""
    held = list(Certificate.objects.visible_to(WORKER).filter(version__isnull=False, ended_on=None).order_by("serial", "pk"))
    suspended, revoked, waiting = held[-1], held[-2], held[-3]
    day = workday(clock.today(), -25)
    carry_through(office, suspended, SUSPENDING | {"to_on": clock.today() + timedelta(days=65)}, day)
    carry_through(office, revoked, REVOKING, workday(clock.today(), -80))
    wait_for_hearing(office, waiting)


def carry_through(office, certificate, facts, effect):
    """Drafted, told, heard, proposed by two who took no part, approved, and in effect on that day."""
    hearing = workday(effect, -9)
    with clock.travel(at(workday(hearing, -18), 10)):
        made = workflow.draft_sanction(certificate, **facts, from_on=effect, hearing_at=at(hearing, 14), **HEARING,
                                       actor=office.officer)
        workflow.send_notice(made, actor=office.officer)
    with clock.travel(at(hearing, 17)):
        workflow.note_hearing(again(made), heard="held", came="시설장, 사무국장",
                              minutes="시설장은 담당자가 바뀌어 처리가 늦어졌다고 진술하였습니다. 사실관계는 다투지 않았습니다.",
                              actor=office.officer)
    propose(office, made, workday(hearing, 2))
    decide(office, made, workday(hearing, 5))
    with clock.travel(at(effect, 1)):
        return workflow.take_effect(again(made), actor=WORKER)


def propose(office, made, day):
    free = [one.user for one in candidates_for(again(made)) if not one.against and one.user.email.startswith("assessor")][:2]
    with clock.travel(at(day, 10)):
        workflow.name_sanction_handlers(again(made), free, lead=free[0], actor=office.officer)
        people = [staff(user.email.split("@")[0], office.slug) for user in free]
        for one in people:
            declare(one, made.matter)
            mine = SanctionHandler.objects.visible_to(WORKER).get(sanction=made, user=one.user)
            workflow.give_opinion(mine, choice="impose", reason="기록과 진술에서 사실이 확인됩니다.", actor=one)
        workflow.propose(again(made), choice="impose", reason=GROUNDS, actor=people[0])


def decide(office, made, day):
    one = again(made)
    with clock.travel(at(day, 10)):
        workflow.draft_decision(one, final_kind=one.kind, final_from=one.from_on, final_to=one.to_on, final_order=one.order,
                                grounds=GROUNDS, actor=office.officer)
        workflow.release_decision(again(made), digest_of(again(made)), actor=office.manager)
        workflow.approve_decision(again(made), digest_of(again(made)), actor=office.director)


def wait_for_hearing(office, certificate):
    """The notice went out some days ago; the provider writes its statement."""
    hearing = next_working_day(clock.today() + timedelta(days=9))
    first = next_working_day(hearing + timedelta(days=9))
    with clock.travel(at(workday(clock.today(), -6), 10)):
        made = workflow.draft_sanction(
            certificate, **MISUSING, from_on=first, to_on=first + timedelta(days=60), hearing_at=at(hearing, 14), **HEARING,
            actor=office.officer)
        paper = hwpx("인증마크 표시 현황", ["안내문과 누리집 화면", "지어낸 것입니다."])
        workflow.add_sanction_file(made, paper, actor=office.officer)
        workflow.send_notice(again(made), actor=office.officer)
    with clock.travel(at(workday(clock.today(), -1), 15)):
        workflow.save_statement(again(made), "opinion", text="안내문은 인쇄소의 착오였고, 바로 거두어들였습니다.", base_version=0,
                                actor=owner_of(certificate), arrived_at=clock.now())


def again(row):
    return Sanction.objects.visible_to(WORKER).select_related("certificate").get(pk=row.pk)
