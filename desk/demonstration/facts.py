"""Fact checks of the demonstration: one whose comments wait for the rest of their answers, with one that led to an amendment."""
from core import clock
from desk.demonstration.cases import WORKER, at
from desk.demonstration.papers import hwpx
from evaluations import workflow
from evaluations.models import FactCheck, FactComment

COMMENTS = {        # code → (kind, what the provider says)
    "1.2.2": ("wrong", "새로 들어온 제공인력 2명은 방문 전 주에 법정교육을 마쳤습니다. 이수증 사본을 올립니다."),
    "2.2.3": ("incomplete", "중간점검 기록은 사례관리 파일에도 있습니다. 방문하신 날에는 상담실에 두어 보여 드리지 못하였습니다."),
}
ANSWERED = ("1.2.2", "올리신 이수증의 날짜와 발급기관을 확인하였습니다. 두 명의 교육 이수를 기록에 더하였습니다.",
            "새로 들어온 제공인력 2명의 법정교육 이수증을 보았습니다. 이수일은 방문 전 주입니다.")


def comment(case, day):
    """The owner comments on two facts, one with a document, and hands in."""
    with clock.travel(at(day, 11)):
        check = FactCheck.objects.visible_to(WORKER).get(application=case.application)
        for code, (kind, text) in COMMENTS.items():
            said = FactComment.objects.visible_to(WORKER).get(fact__check_of=check, fact__code=code)
            workflow.save_comment(said, kind=kind, text=text, base_version=said.version, actor=case.owner, arrived_at=clock.now())
            if code == ANSWERED[0]:
                paper = hwpx("법정교육 이수증", ["이수증", "지어낸 것입니다."])
                workflow.attach_upload_to_comment(said, paper, actor=case.owner, arrived_at=clock.now())
        return workflow.hand_in_comments(check, actor=case.owner, arrived_at=clock.now())


def answer(case, check, day):
    """The lead accepts the first, and amends what was agreed on; the second still waits."""
    code, reason, text = ANSWERED
    with clock.travel(at(day, 15)):
        said = FactComment.objects.visible_to(WORKER).get(fact__check_of=check, fact__code=code)
        workflow.answer_comment(said, is_accepted=True, reason=reason, judgement="compliant", text=text, actor=case.team[0])
