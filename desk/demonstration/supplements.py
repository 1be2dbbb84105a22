"""Supplement requests of the demonstration: one that waits for its answer, one that was answered."""
from core import clock
from desk.demonstration.cases import WORKER, at
from desk.demonstration.papers import hwpx
from evaluations import workflow
from evaluations.models import SupplementReply, SupplementRequest
from evaluations.queries.supplement import supplement_items_of

INTERIM = ("2.2.3", "최근 6개월의 중간점검 기록이 없습니다. 중간점검표를 올리고, 몇 명을 언제 점검하였는지 한두 문장으로 적어 주십시오.")
SAFETY = ("3.1.1", "안전점검표가 2025년 것입니다. 올해 점검표를 올려 주십시오.")
HEAD = "대표자 변경 신고가 진행 중인지 적어 주십시오."


def ask(case, day, *, items=(INTERIM, SAFETY), general=HEAD):
    """An assessor proposes the first, the officer adds the rest and sends the bundle."""
    with clock.travel(at(day, 11)):
        for place, (code, text) in enumerate(items):
            who = case.office.officer if place else case.team[0]
            workflow.propose_item(case.fresh(), kind="indicator", code=code, text=text, actor=who)
        if general:
            workflow.propose_item(case.fresh(), kind="general", text=general, actor=case.office.officer)
        request = SupplementRequest.objects.visible_to(WORKER).get(application=case.application, stage="draft")
        return workflow.send_supplement(request, actor=case.office.officer)


def answer(case, request, day, *, added, name, lines):
    """The owner adds to each text, gives one document, and hands in."""
    with clock.travel(at(day, 15)):
        first = supplement_items_of(WORKER, request).first()
        for reply in SupplementReply.objects.visible_to(WORKER).filter(item__request=request).order_by("item__position"):
            workflow.save_reply(reply, text=f"{reply.text} {added}".strip(), base_version=reply.version, actor=case.owner,
                                arrived_at=clock.now())
            if reply.item_id == first.pk:
                workflow.attach_upload_to_reply(reply, hwpx(name, lines), actor=case.owner, arrived_at=clock.now())
        return workflow.answer_supplement(request, actor=case.owner, arrived_at=clock.now())
