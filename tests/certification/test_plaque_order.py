"""A plaque on its way: made exactly as its holder read it, never handed over of what is not in force, taken back with a receipt."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from certification import tasks, workflow
from certification.models import CertificateDocument, PlaqueOrder
from certification.queries.plaque_order import current_plaque
from certification.stages import PlaqueStage
from core import clock
from core.errors import Refused
from core.models import Errand
from correspondence.models import Deadline, Letter, Notice
from tests import factories as f
from tests.certification.conftest import FROM, WORKER, seoul

DAY = timedelta(days=1)
WHY = {"reason": "기준을 지키지 않음", "actor": WORKER}
WAY = {"size": "a3", "delivery": "pickup", "address": ""}


@pytest.fixture(autouse=True)
def in_english(english):
    pass


@pytest.fixture
def held(round_of):
    certificate = f.CertificateFactory(offering=round_of.offering, version=round_of.version, valid_from=FROM)
    f.CertificateDocumentFactory(certificate=certificate, kind="plaque", file=f.StoredFileFactory(), sha256="x", made_at=clock.now())
    return certificate


@pytest.fixture
def go(held, busan, at):
    """`go("made")`: an order led so far."""
    def led(stage=PlaqueStage.ASKED, **way):
        with at(busan.owner, busan) as actor:
            order = workflow.order_plaque(held, **WAY | way, actor=actor)
            if stage != PlaqueStage.ASKED:
                order = workflow.approve_proof(order, current_plaque(held).public_id, actor=actor)
        with at(busan.officer, busan) as actor:
            if stage not in (PlaqueStage.ASKED, PlaqueStage.PROOFED):
                workflow.send_to_maker(actor=actor)
            if stage in (PlaqueStage.MADE, PlaqueStage.HANDED_OVER):
                workflow.note_made(order, on=clock.today(), actor=actor)
            if stage == PlaqueStage.HANDED_OVER:
                workflow.hand_over_plaque(order, on=clock.today(), received_by="사무국장", actor=actor)
        return again(order)
    return led


def again(order):
    return PlaqueOrder.everything.get(pk=order.pk)


def test_its_whole_way(go):
    order = go(PlaqueStage.HANDED_OVER)
    assert (order.stage, order.received_by, order.handed_on, order.proof.kind) == ("handed_over", "사무국장", FROM, "plaque")
    assert Errand.everything.filter(task="certification.tasks.make_print_batch").count() == 1


def test_the_proof_that_was_read_is_the_one_that_is_approved(held, go, busan, at):
    order = go()
    seen = current_plaque(held).public_id
    with at(busan.officer, busan) as actor:
        workflow.reissue(held, kinds=["plaque"], reason="x", actor=actor)
    with at(busan.owner, busan) as actor, pytest.raises(Refused, match="being made"):
        workflow.approve_proof(order, seen, actor=actor)
    CertificateDocument.everything.filter(pk=current_plaque(held).pk).update(file=f.StoredFileFactory(), sha256="y", made_at=clock.now())
    with at(busan.owner, busan) as actor, pytest.raises(Refused, match="has changed"):
        workflow.approve_proof(order, seen, actor=actor)


def test_approved_and_made_anew_it_is_read_once_more_and_ordered_it_stays(held, go, busan, at):
    order = go(PlaqueStage.PROOFED)
    with at(busan.officer, busan) as actor:
        workflow.reissue(held, kinds=["plaque"], reason="x", actor=actor)
    assert (again(order).stage, again(order).proof) == ("asked", None)


def test_what_is_wrong_reaches_the_desk(go, busan, at, work_off):
    order = go()
    with at(busan.colleague, busan) as actor:
        workflow.object_to_proof(order, objection="이름의 띄어쓰기", actor=actor)
    work_off(busan)
    assert "띄어쓰기" in Notice.everything.get(event="plaque.objected").body


@pytest.mark.parametrize("who", ["neighbour", "assessor", "director"])
def test_others_order_nothing(who, held, busan, at):
    with at(getattr(busan, who), busan) as actor, pytest.raises(PermissionDenied):
        workflow.order_plaque(held, **WAY, actor=actor)


def test_the_provider_does_not_run_the_desk(go, busan, at):
    order = go()
    with at(busan.owner, busan) as actor:
        for work in (lambda: workflow.send_to_maker(actor=actor), lambda: workflow.note_made(order, on=FROM, actor=actor),
                     lambda: workflow.cancel_plaque(order, reason="x", actor=actor)):
            with pytest.raises(PermissionDenied):
                work()


def test_one_of_a_size_at_a_time_and_posted_to_somewhere(go, held, busan, at):
    go()
    with at(busan.owner, busan) as actor:
        with pytest.raises(Refused, match="under way"):
            workflow.order_plaque(held, **WAY, actor=actor)
        with pytest.raises(Refused, match="sent to"):
            workflow.order_plaque(held, size="square", delivery="post", address=" ", actor=actor)
        assert workflow.order_plaque(held, size="square", delivery="post", address="부산 00", actor=actor).address == "부산 00"


@pytest.mark.parametrize("stage", [PlaqueStage.ASKED, PlaqueStage.PROOFED, PlaqueStage.ORDERED, PlaqueStage.MADE])
@pytest.mark.parametrize("deed", ["revoke", "surrender"])
def test_ended_before_the_handover_it_is_cancelled(stage, deed, go, held, busan, work_off):
    order = go(stage)
    getattr(workflow, deed)(held, on=FROM, **WHY)
    assert again(order).stage == "cancelled" and "인증" in again(order).cancelled_reason
    Errand.everything.filter(task="certification.tasks.make_print_batch").delete()
    work_off(busan)
    assert Notice.everything.filter(event="plaque.cancelled").count() == 2


@pytest.mark.parametrize("deed", ["revoke", "surrender"])
def test_ended_in_its_holders_hands_it_is_asked_back_and_a_receipt_is_written(deed, go, held, busan, at, work_off):
    order = go(PlaqueStage.HANDED_OVER)
    Errand.everything.all().delete()
    getattr(workflow, deed)(held, on=FROM, **WHY)
    order = again(order)
    assert (order.stage, order.due_back_on) == ("due_back", FROM + 14 * DAY)
    assert Deadline.everything.get(kind="plaque.return", closed_at=None).last_day == order.due_back_on
    work_off(busan)
    assert Notice.everything.filter(event="plaque.due_back", recipient=busan.owner).count() == 1
    with clock.travel(seoul(2026, 12, 1)), at(busan.officer, busan) as actor:
        order = workflow.note_returned(order, on=clock.today(), actor=actor)
    letter = Letter.everything.get()
    assert (order.stage, order.receipt) == ("returned", letter) and held.number_shown in letter.title
    assert not Deadline.everything.filter(kind="plaque.return", closed_at=None).exists()


def test_an_end_on_a_later_day_takes_the_plaque_along_on_that_day(go, held, busan):
    order = go(PlaqueStage.HANDED_OVER)
    workflow.revoke(held, on=FROM + 5 * DAY, **WHY)
    assert again(order).stage == "handed_over"
    with clock.travel(seoul(2026, 12, 2)):
        tasks.follow_at(busan.agency)
        tasks.follow_at(busan.agency)
    assert again(order).stage == "due_back" and Deadline.everything.filter(kind="plaque.return").count() == 1


def test_expired_it_stays_with_its_holder_and_is_made_no_more(go, held, busan):
    kept, going = go(PlaqueStage.HANDED_OVER), go()
    with clock.travel(seoul(2029, 11, 27)):
        tasks.follow_at(busan.agency)
    assert (again(kept).stage, again(going).stage) == ("handed_over", "cancelled")


def test_suspended_it_is_neither_ordered_nor_handed_over(go, held, busan, at):
    made = go(PlaqueStage.MADE)
    go(PlaqueStage.PROOFED, size="square")
    workflow.suspend(held, from_on=FROM, **WHY)
    with at(busan.officer, busan) as actor:
        with pytest.raises(Refused, match="not in force"):
            workflow.hand_over_plaque(made, on=FROM, received_by="x", actor=actor)
        with pytest.raises(Refused, match="No plaque waits"):
            workflow.send_to_maker(actor=actor)


def test_days_that_have_not_come_are_refused(go, busan, at):
    order = go(PlaqueStage.MADE)
    with at(busan.officer, busan) as actor, pytest.raises(Refused, match="not come yet"):
        workflow.hand_over_plaque(order, on=FROM + DAY, received_by="x", actor=actor)
