"""What citizens have reported in the demonstration: one that nobody has read yet, one that is looked into, one with what came of it."""
from datetime import timedelta

from accounts.actors import Actor
from certification import workflow
from certification.models import Certificate, RegisterEntry
from core import clock
from desk.demonstration.cases import WORKER, at

REPORTS = (
    (1, "facts", "홈페이지에는 토요일도 운영한다고 되어 있는데 가 보니 문이 닫혀 있었습니다.", "citizen@haeundae.example"),
    (9, "plaque", "옮기기 전 건물 입구에 아직 현판이 걸려 있습니다. 11월 중순에 지나가다 보았습니다.", ""),
    (30, "facts", "전화번호가 바뀐 것 같습니다. 없는 번호라고 나옵니다.", "reader@suyeong.example"))
OUTCOME = "제공기관에 확인한 결과 지난달 전화번호를 변경하여, 기관 정보를 수정하도록 안내하였습니다. 제보하신 분께도 회신하였습니다."


def report(office):
    """About three certificates that are in force, the latest first."""
    held = Certificate.objects.visible_to(WORKER).filter(version__isnull=False, ended_on=None).order_by("serial", "pk")[:len(REPORTS)]
    made = [_reported(certificate, *said) for certificate, said in zip(held, REPORTS, strict=False)]
    for one in made[1:]:
        with clock.travel(one.arrived_at + timedelta(days=1)):
            workflow.take_up_report(one, actor=office.officer)
    for one in made[2:]:
        with clock.travel(one.arrived_at + timedelta(days=3)):
            workflow.close_report(one, outcome=OUTCOME, actor=office.officer)


def _reported(certificate, days_ago, kind, words, email):
    moment = at(clock.today() - timedelta(days=days_ago), 11)
    entry = RegisterEntry.objects.visible_to(WORKER).get(certificate=certificate)
    with clock.travel(moment):
        return workflow.report_entry(entry, kind=kind, words=words, email=email, actor=Actor.public(), arrived_at=moment)
