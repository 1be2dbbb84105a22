"""What citizens have told in the demonstration: one that nobody has yet, one that is looked into, one that is answered."""
from datetime import timedelta

from accounts.actors import Actor
from aftercare import workflow
from aftercare.receipt import code_of
from certification.models import Certificate, RegisterEntry
from core import clock
from core.calendar import next_working_day
from desk.demonstration.cases import WORKER, at
from desk.demonstration.holding import owner_of

CITIZEN = Actor.public()
TOLD = (
    (2, "fees", "안내받은 이용료와 청구된 금액이 다릅니다. 두 달째 교재비를 따로 냈습니다.", "9월과 10월", "", ""),
    (8, "treatment", "프로그램을 마치고 나오는 아이에게 큰 소리로 나무라는 것을 여러 번 보았습니다.", "매주 목요일 오후", "도윤서",
     "reader@dongnae.example"),
    (40, "records", "가지 않은 날에도 이용한 것으로 기록되어 있다고 들었습니다.", "10월 초", "", ""))
QUESTION = "최근 한 달 동안 목요일 프로그램을 담당한 제공인력과, 이용자 지도 방식에 관한 내부 기준을 알려 주십시오."
ASKED, SAID = "보신 시간을 대략 알 수 있겠습니까?", "오후 다섯 시쯤입니다."
ANSWER = ("이용 기록과 출석부를 대조한 결과, 말씀하신 날의 기록은 보강 수업을 한 날로 잘못 적은 것으로 확인되었습니다. "
          "제공기관이 기록을 바로잡았고 담당자 교육을 마쳤습니다. 부당하게 청구된 금액은 없었습니다.")


def complain(office):
    """About certificates that are in force, told at the desk's own times."""
    held = Certificate.objects.visible_to(WORKER).filter(version__isnull=False, ended_on=None).order_by("-serial", "pk")[:len(TOLD)]
    rows = [_told(certificate, *said) for certificate, said in zip(held, TOLD, strict=False)]
    if len(rows) < len(TOLD):
        return
    _new, handled, answered = rows
    _take_up(handled, office, manager=office.manager.user)
    with clock.travel(handled.arrived_at + timedelta(days=2)):
        workflow.ask_reporter(handled, text=ASKED, actor=office.officer)
        workflow.ask_provider(handled, question=QUESTION, actor=office.officer)
        workflow.add_to_complaint(handled, text=SAID, uploads=[], actor=CITIZEN, arrived_at=clock.now())
    _take_up(answered, office)
    with clock.travel(answered.arrived_at + timedelta(days=3)):
        inquiry = workflow.ask_provider(answered, question="10월 첫째 주의 이용 기록과 출석부를 확인하여 주십시오.", actor=office.officer)
        workflow.answer_inquiry(inquiry, answer="보강 수업일을 잘못 적었습니다. 바로잡은 기록을 방문 때 보여 드리겠습니다.", uploads=[],
                                actor=owner_of(answered.certificate), arrived_at=clock.now())
    with clock.travel(answered.arrived_at + timedelta(days=9)):
        workflow.answer_complaint(answered, outcome="partly", answer=ANSWER, actor=office.officer)


def _told(certificate, days_ago, category, words, occurred, name, contact):
    moment = at(clock.today() - timedelta(days=days_ago), 20)
    entry = RegisterEntry.objects.visible_to(WORKER).get(certificate=certificate)
    with clock.travel(moment):
        return workflow.receive_complaint(
            code=code_of("demonstration", certificate.pk, words), entry=entry, name=name, contact=contact, uploads=[], language="ko",
            facts={"category": category, "words": words, "occurred": occurred}, actor=CITIZEN, arrived_at=moment)


def _take_up(complaint, office, manager=None):
    with clock.travel(at(next_working_day(clock.seoul(complaint.arrived_at).date() + timedelta(days=1)), 9)):
        workflow.admit_complaint(complaint, officer=office.officer.user, manager=manager, actor=office.officer)
