"""Getting a message out of the house: said before it is tried, tried again when it was not accepted, once more when nobody knows.

The mail server's "250" and our COMMIT cannot be one moment. So `begin_attempt` is committed before the server is spoken to; whoever
finds an attempt begun and not ended knows that the mail may have left. It goes once more, under the same Message-ID, and is marked.
"""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.outbox import enqueue_later
from core.workflow import enqueue, lock, record, refuse_if, require
from correspondence.mail import NotAccepted, compose, hand_over
from correspondence.models import Delivery
from correspondence.permissions import can_send_again

State = Delivery.State
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10))      # the last one again and again
GIVE_UP_AFTER = timedelta(hours=48)
COPIES_OF_UNKNOWN_END = 2


@transaction.atomic
def begin_attempt(delivery, *, actor):
    """Say that an attempt begins, where others see it. The task commits this before it speaks to the mail server."""
    delivery = lock(delivery)
    if delivery.state not in (State.WAITING, State.SENDING):
        return delivery
    unknown = delivery.unknown_ends + (delivery.state == State.SENDING)
    if unknown >= COPIES_OF_UNKNOWN_END:
        return _mark(delivery, State.UNCERTAIN, unknown_ends=unknown)
    return _mark(delivery, State.SENDING, unknown_ends=unknown, attempts=delivery.attempts + 1, tried_at=clock.real_now())


@transaction.atomic
def transmit(delivery, *, actor):
    """Hand the message to the mail server, if an attempt was begun. An error of unknown meaning leaves the attempt without an end."""
    delivery = lock(delivery)
    if delivery.state != State.SENDING:
        return delivery
    try:
        hand_over(compose(delivery))
    except NotAccepted as refusal:
        return _not_accepted(delivery, refusal)
    outcome = State.UNCERTAIN if delivery.unknown_ends else State.SENT
    return _mark(delivery, outcome, sent_at=clock.real_now(), error="")


def _not_accepted(delivery, refusal):
    """It has certainly not left: wait and try again, or say that it failed."""
    if refusal.for_good or clock.real_now() - delivery.asked_at > GIVE_UP_AFTER:
        return _mark(delivery, State.FAILED, error=str(refusal))
    wait = WAITS[min(delivery.attempts, len(WAITS)) - 1]
    enqueue_later(wait, "correspondence.tasks.send_delivery", delivery_id=delivery.pk)
    return _mark(delivery, State.WAITING, error=str(refusal))


def _mark(delivery, state, **fields):
    """The only place that says how a delivery stands."""
    for name, value in {"state": state, **fields}.items():
        setattr(delivery, name, value)
    delivery.save(update_fields=["state", *fields])
    return delivery


@transaction.atomic
def send_again(delivery, *, actor):
    """Staff put a message back on the way that failed, or of which nobody knows whether it left."""
    delivery = lock(delivery)
    require(can_send_again(actor, delivery))
    refuse_if(delivery.state not in (State.FAILED, State.UNCERTAIN),
              _("Only a message that failed or that is uncertain can be sent again."))
    record("delivery.sent_again", delivery, actor=actor, state=delivery.state, attempts=delivery.attempts)
    _mark(delivery, State.WAITING, attempts=0, unknown_ends=0, asked_at=clock.real_now(), sent_at=None, error="")
    enqueue("correspondence.tasks.send_delivery", delivery_id=delivery.pk)
    return delivery
