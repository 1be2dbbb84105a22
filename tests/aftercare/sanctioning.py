"""What tests of sanctions have in common: one drafted, told, heard, proposed, decided, step by step."""
from datetime import date, datetime, timedelta

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import Sanction, SanctionHandler
from aftercare.queries.sanction import appeal_against
from aftercare.workflow.sanction_answer import digest_of_answer
from aftercare.workflow.sanction_decision import digest_of
from certification import workflow as certification
from certification.queries.plaque_order import current_plaque
from core import clock
from panels.models import Declaration
from panels.workflow import answer_declaration
from tests import factories as f
from tests.aftercare.conftest import WORKER, seoul

SAID = {"kind": "suspension", "ground": "not_corrected", "facts": "2회 시정 요구에도 안전 점검표를 갖추지 않음.",
        "from_on": date(2026, 2, 2), "to_on": date(2026, 4, 30), "order": "안전 점검표를 매월 작성하여 제출할 것",
        "hearing_at": seoul(2026, 1, 27, 14), "hearing_place": "부산사회서비스원 3층 회의실", "chair": "박청문",
        "chair_office": "변호사(외부 전문가)"}
REVOKING = SAID | {"kind": "revocation", "to_on": None, "order": "", "ground": "falsehood", "facts": "제출한 경력증명서가 위조됨."}
HEARD, DECIDING = seoul(2026, 1, 27, 16), seoul(2026, 1, 29, 10)


def again(row):
    return type(row).everything.get(pk=row.pk)


def drafted(held, **facts):
    return workflow.draft_sanction(held.certificate, **(SAID | facts), actor=held.officer)


def noticed(held, **facts):
    return workflow.send_notice(drafted(held, **facts), actor=held.officer)


def heard(held, how="held", **facts):
    sanction = noticed(held, **facts)
    with clock.travel(HEARD):
        return workflow.note_hearing(sanction, heard=how, chair="박청문", came="시설장", minutes="의견을 들음.", actor=held.officer)


def people(held):
    """Two who took no part: the cast's assessor and committee member, as accounts."""
    return held.place.assessor, held.place.committee


def named(held, row, *users):
    users = users or people(held)
    workflow.name_sanction_handlers(row, users, lead=users[0], actor=held.officer)
    for user in users:
        answer_declaration(Declaration.everything.get(user=user, matter=row.matter), has_interest=False, actor=Actor.of(user))
    about = {"appeal": None, "sanction": row} if isinstance(row, Sanction) else {"appeal": row}
    return list(SanctionHandler.everything.filter(**about, ended_at=None).order_by("-is_lead", "pk"))


def proposed(held, row=None, choice="impose", **facts):
    row = row or heard(held, **facts)
    with clock.travel(max(HEARD + timedelta(hours=1), clock.now())):
        for one in named(held, row):
            workflow.give_opinion(one, choice=choice, reason="기록에서 확인됨.", actor=Actor.of(one.user))
        return workflow.propose(again(row), choice=choice, reason="사실이 확인되고 정도가 가볍지 않음.", actor=Actor.of(people(held)[0]))


def decision_of(sanction, **facts):
    return {"final_kind": sanction.kind, "final_from": sanction.from_on, "final_to": sanction.to_on, "final_order": sanction.order,
            "grounds": "시정 요구에 응하지 않은 사실이 인정됩니다."} | facts


def released(held, sanction=None, **facts):
    sanction = sanction or proposed(held)
    with clock.travel(max(DECIDING, clock.now())):
        workflow.draft_decision(again(sanction), **decision_of(sanction, **facts), actor=held.officer)
        return workflow.release_decision(again(sanction), digest_of(again(sanction)), actor=held.manager)


def decided(held, sanction=None, **facts):
    sanction = released(held, sanction, **facts)
    with clock.travel(max(DECIDING, clock.now())):
        return workflow.approve_decision(again(sanction), digest_of(again(sanction)), actor=held.director)


def in_effect(held, sanction=None, **facts):
    sanction = decided(held, sanction, **facts)
    with clock.travel(datetime.combine(sanction.final_from, datetime.min.time(), clock.SEOUL) + timedelta(minutes=1)):
        return workflow.take_effect(again(sanction), actor=WORKER)


def said(held, sanction, kind="opinion", at=None, text="점검표는 있었습니다.", **facts):
    kept = workflow.save_statement(sanction, kind, text=text, base_version=0, actor=held.owner, arrived_at=at or clock.now(), **facts)
    return workflow.hand_in_statement(sanction, kind, base_version=kept.row.version, actor=held.owner, arrived_at=at or clock.now())


def appealed(held, sanction, at):
    with clock.travel(at):
        said(held, sanction, "appeal", text="위조가 아니라 기관의 착오였습니다.")
        return appeal_against(WORKER, sanction)


def free_people(held, number=2):
    """Accounts of assessors who have had nothing to do with anything."""
    return [f.MembershipFactory(role="assessor").user for _ in range(number)]


def answered(held, appeal, choice, at, **part):
    """`part`: upheld in part, what holds instead."""
    with clock.travel(at):
        users = free_people(held)
        for one in named(held, appeal, *users):
            workflow.give_opinion(one, choice=choice, reason="자료를 다시 봄.", actor=Actor.of(one.user))
        workflow.propose(again(appeal), choice=choice, reason="기관 착오로 보임.", actor=Actor.of(users[0]))
        workflow.draft_answer_about(again(appeal), text="자료를 다시 보았습니다.", **part, actor=held.officer)
        workflow.release_answer_about(again(appeal), digest_of_answer(again(appeal)), actor=held.manager)
        return workflow.approve_answer_about(again(appeal), digest_of_answer(again(appeal)), actor=held.director)


def handed_over(held):
    """A plaque of the certificate on its holder's wall."""
    f.CertificateDocumentFactory(certificate=held.certificate, kind="plaque", file=f.StoredFileFactory(), sha256="x", made_at=clock.now())
    order = certification.order_plaque(held.certificate, size="a3", delivery="pickup", address="", actor=held.owner)
    certification.approve_proof(order, current_plaque(held.certificate).public_id, actor=held.owner)
    certification.send_to_maker(actor=held.officer)
    certification.note_made(order, on=clock.today(), actor=held.officer)
    return certification.hand_over_plaque(order, on=clock.today(), received_by="시설장", actor=held.officer)
