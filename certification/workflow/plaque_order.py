"""Plaques: asked for, proofed by the provider, ordered together, made, handed over, taken back with a receipt."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from certification.models import PlaqueOrder, PrintBatch
from certification.models.certificate import State
from certification.permissions import can_keep_plaques, can_order_plaque
from certification.queries.plaque_order import current_plaque
from certification.stages import PlaqueStage
from core import clock
from core.errors import Refused
from core.wording import day_in_words
from core.workflow import enqueue, lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, write_letter

GOOD = (State.UPCOMING, State.VALID, State.EXPIRING)
RETURN = "plaque.return"                        # the kind of the period for giving one back


@transaction.atomic
def order_plaque(certificate, *, size, delivery, address, actor):
    """Ask for one; its text is then proofed. One of a size at a time; another when the first was lost."""
    certificate = lock(certificate)
    require(can_order_plaque(actor, certificate))
    _refuse_not_good(certificate)
    refuse_if(delivery == PlaqueOrder.Delivery.POST and not address.strip(), _("Write where it is sent to."), field="address")
    try:
        with transaction.atomic():
            order = PlaqueOrder.everything.create(
                certificate=certificate, size=size, delivery=delivery, asked_by=actor.user, asked_at=clock.now(),
                address=address.strip() if delivery == PlaqueOrder.Delivery.POST else "")
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "one_plaque_of_a_size_under_way":
            raise
        raise Refused(_("A plaque of this size is under way already."), "size") from None
    record("plaque.asked", certificate, actor=actor, order=order.pk, size=size, delivery=delivery)
    notify("plaque.asked", order, actor=actor, link=("desk_plaque", order.public_id))
    return order


@transaction.atomic
def approve_proof(order, seen, *, actor):
    """The provider has read exactly this version (`seen`: its public id) and wants it made so."""
    certificate, order = _in_hand(order)
    require(can_order_plaque(actor, certificate))
    proof = current_plaque(certificate)
    refuse_if(proof is None or proof.made_at is None, _("The proof is being made. Please look again in a minute."))
    refuse_if(str(proof.public_id) != str(seen), _("The proof has changed since you opened it. Please read it again."))
    order.proof, order.proofed_by, order.proofed_at, order.objection = proof, actor.user, clock.now(), ""
    order.save(update_fields=["proof", "proofed_by", "proofed_at", "objection"])
    facts = move(order, PlaqueStage.PROOFED)
    record("plaque.proofed", certificate, actor=actor, order=order.pk, document=proof.pk, sha256=proof.sha256, **facts)
    notify("plaque.proofed", order, actor=actor, link=("desk_plaque", order.public_id))
    return order


@transaction.atomic
def object_to_proof(order, *, objection, actor):
    """Something on it is wrong: staff correct the certificate, and a new proof is made of it."""
    certificate, order = _in_hand(order)
    require(can_order_plaque(actor, certificate))
    refuse_if(order.stage != PlaqueStage.ASKED, _("The proof is no longer open."))
    refuse_if(not objection.strip(), _("Please write what is wrong."), field="objection")
    order.objection = objection.strip()
    order.save(update_fields=["objection"])
    record("plaque.objected", certificate, actor=actor, order=order.pk)
    notify("plaque.objected", order, actor=actor, link=("desk_certificate", certificate.public_id))
    return order


@transaction.atomic
def send_to_maker(*, actor):
    """All whose proof is approved, as one order: their pages for the printer are made by the worker. Returns the batch."""
    require(can_keep_plaques(actor))
    orders = list(PlaqueOrder.everything.filter(stage=PlaqueStage.PROOFED).select_related("certificate").order_by("certificate", "pk"))
    refuse_if(not orders, _("No plaque waits for being ordered."))
    batch = PrintBatch.everything.create(kind=PrintBatch.Kind.PLAQUES, asked_by=actor.user, asked_at=clock.now())
    taken = [order for order in map(_taken_by(batch, actor), orders) if order]
    refuse_if(not taken, _("No plaque waits for being ordered."))
    record("plaque.ordered", batch, actor=actor, orders=[order.pk for order in taken])
    enqueue("certification.tasks.make_print_batch", batch_id=batch.pk)
    return batch


def _taken_by(batch, actor):
    def take(order):
        certificate, order = _in_hand(order)
        if order.stage != PlaqueStage.PROOFED or certificate.state not in GOOD:
            return None                         # meanwhile it was cancelled, or the certificate suspended: it waits
        order.batch, order.ordered_at = batch, clock.now()
        order.save(update_fields=["batch", "ordered_at"])
        move(order, PlaqueStage.ORDERED)
        return order
    return take


@transaction.atomic
def note_made(order, *, on, actor):
    """The maker has delivered it."""
    _certificate, order = _in_hand(order)
    require(can_keep_plaques(actor))
    refuse_if(on > clock.today(), _("That day has not come yet."), field="on")
    facts = move(order, PlaqueStage.MADE)
    order.made_on = on
    order.save(update_fields=["made_on"])
    record("plaque.made", order.certificate, actor=actor, order=order.pk, on=on, **facts)
    return order


@transaction.atomic
def hand_over_plaque(order, *, on, received_by, actor):
    """In whose hands it is from that day on. Nothing is handed over of what is suspended."""
    certificate, order = _in_hand(order)
    require(can_keep_plaques(actor))
    _refuse_not_good(certificate)
    refuse_if(on > clock.today(), _("That day has not come yet."), field="on")
    refuse_if(not received_by.strip(), _("Write who has received it."), field="received_by")
    order.handed_on, order.received_by = on, received_by.strip()
    order.save(update_fields=["handed_on", "received_by"])
    facts = move(order, PlaqueStage.HANDED_OVER)
    record("plaque.handed_over", certificate, actor=actor, order=order.pk, on=on, **facts)
    return order


@transaction.atomic
def note_returned(order, *, on, actor):
    """It came back: the provider gets a numbered receipt in the agency's name."""
    certificate, order = _in_hand(order)
    require(can_keep_plaques(actor))
    refuse_if(on > clock.today(), _("That day has not come yet."), field="on")
    refuse_if(order.handed_on and on < order.handed_on, _("On that day it was not handed over yet."), field="on")
    facts = move(order, PlaqueStage.RETURNED)
    order.returned_on, order.receipt = on, _write_receipt(order, certificate, on, actor)
    order.save(update_fields=["returned_on", "receipt"])
    close_deadlines(order, kind=RETURN, actor=actor)
    record("plaque.returned", certificate, actor=actor, order=order.pk, on=on, letter=order.receipt_id, **facts)
    notify("plaque.returned", order, actor=actor, link=("portal_plaque", order.public_id), day=on)
    return order


def _write_receipt(order, certificate, on, actor):
    """In Korean, as official letters are."""
    with override("ko"):
        title = _("Receipt for a returned plaque (%(number)s)") % {"number": certificate.number_shown}
        blocks = [
            ("paragraph", {"text": _("We confirm that the plaque below has been returned to us.")}),
            ("table", {"headers": [_("Certificate number"), _("Organisation"), _("Plaque"), _("Returned on")],
                       "rows": [[certificate.number_shown, certificate.provider_name, str(order.get_size_display()), day_in_words(on)]]}),
        ]
    return write_letter(order, kind="plaque.returned", addressee=certificate.provider_name, title=title, blocks=blocks, actor=actor)


@transaction.atomic
def cancel_plaque(order, *, reason, actor):
    """It is not made or not handed over after all."""
    certificate, order = _in_hand(order)
    require(can_keep_plaques(actor))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    facts = move(order, PlaqueStage.CANCELLED)
    order.cancelled_at, order.cancelled_reason = clock.now(), reason.strip()
    order.save(update_fields=["cancelled_at", "cancelled_reason"])
    record("plaque.cancelled", certificate, actor=actor, order=order.pk, **facts)
    notify("plaque.cancelled", order, actor=actor, link=("portal_plaque", order.public_id), reason=reason.strip())
    return order


def _in_hand(order):
    """Certificate and order, locked in this order, as every deed of the certificate does."""
    certificate = lock(order.certificate)
    order = lock(order)
    order.certificate = certificate
    return certificate, order


def _refuse_not_good(certificate):
    refuse_if(certificate.ended_on or certificate.state not in GOOD, _("This certificate is not in force now. No plaque is made of it."))
