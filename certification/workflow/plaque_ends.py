"""What becomes of plaques when their certificate ends, or when what is printed on them changes."""
from django.utils.translation import gettext as _
from django.utils.translation import override

from certification.models import PlaqueOrder
from certification.models.plaque_order import UNDER_WAY
from certification.queries.certificate_life import MUST_RETURN
from certification.queries.plaque_order import open_orders_of
from certification.stages import PlaqueStage
from core import clock
from core.workflow import move, record
from correspondence.workflow import close_deadlines, notify, open_deadline

RETURN = "plaque.return"


def settle_plaques(certificate, *, actor):
    """Once it has ended: what is not handed over is cancelled, what is has a day by which it is returned. By state: safe to ask again.

    The certificate is locked by the caller.
    """
    today = clock.today()
    over = certificate.ended_on is not None and certificate.ended_on <= today
    if not over and certificate.valid_to >= today:
        return
    for order in open_orders_of(certificate).select_for_update(of=("self",), no_key=True):
        if order.stage in UNDER_WAY:
            _cancel(certificate, order, actor)
        elif over and certificate.ended_as in MUST_RETURN:
            _ask_back(certificate, order, actor)


def _cancel(certificate, order, actor):
    with override("ko"):
        reason = _("The certification has ended before the plaque was handed over.")
    facts = move(order, PlaqueStage.CANCELLED)
    order.cancelled_at, order.cancelled_reason = clock.now(), reason
    order.save(update_fields=["cancelled_at", "cancelled_reason"])
    record("plaque.cancelled", certificate, actor=actor, order=order.pk, **facts)
    notify("plaque.cancelled", order, actor=actor, link=("portal_plaque", order.public_id), reason=reason)


def _ask_back(certificate, order, actor):
    facts = move(order, PlaqueStage.DUE_BACK)
    deadline = open_deadline(order, kind=RETURN, event_on=max(certificate.ended_on, clock.today()), actor=actor)
    order.due_back_on = deadline.last_day
    order.save(update_fields=["due_back_on"])
    record("plaque.due_back", certificate, actor=actor, order=order.pk, by=order.due_back_on, **facts)
    notify("plaque.due_back", order, actor=actor, link=("portal_plaque", order.public_id), until=order.due_back_on)


def leave_plaques(certificate, *, actor):
    """The certificate is in force again after all: a plaque that was asked back stays, or goes back, on the wall."""
    for order in PlaqueOrder.everything.filter(certificate=certificate, stage=PlaqueStage.DUE_BACK).select_for_update():
        facts = move(order, PlaqueStage.HANDED_OVER)
        order.due_back_on = None
        order.save(update_fields=["due_back_on"])
        close_deadlines(order, kind=RETURN, actor=actor, outcome="restored")
        record("plaque.left", certificate, actor=actor, order=order.pk, **facts)


def proof_again(certificate, *, actor):
    """Its plaque is made anew: what was approved and not yet ordered is proofed once more. What is ordered stays, and its page says so."""
    for order in PlaqueOrder.everything.filter(certificate=certificate, stage=PlaqueStage.PROOFED).select_for_update():
        facts = move(order, PlaqueStage.ASKED)
        order.proof = order.proofed_by = order.proofed_at = None
        order.objection = ""
        order.save(update_fields=["proof", "proofed_by", "proofed_at", "objection"])
        record("plaque.proof_again", certificate, actor=actor, order=order.pk, **facts)
        notify("plaque.proof_again", order, actor=actor, link=("portal_plaque", order.public_id))
