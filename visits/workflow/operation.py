"""What a device sends, kept word for word. One number, one operation: sent again it changes nothing.

A device sends one operation of an item at a time and takes the base of the next from the answer; what builds on another version than
the one that stands is a conflict, whichever of the two is older. Our clock alone decides what came first.
"""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from core.workflow import refuse_if
from visits.models import Operation
from visits.stages import Stage


def came_before(operation_id, *, actor, kind, visit, item=None, payload=None):
    """The operation of this number if it is here already. Asked under the visit's lock: of two at once the second finds the first."""
    before = Operation.everything.filter(public_id=operation_id).first()
    if before is None:
        return None
    is_the_same = ((before.author_id, before.kind, before.visit_id, before.item_id) == (actor.user.pk, kind, visit.pk, item and item.pk)
                   and payload in (None, before.payload))
    if not is_the_same:
        raise number_taken()
    return before


def keep(operation_id, *, actor, **fields):
    try:
        with transaction.atomic():
            return Operation.objects.create(public_id=operation_id, author=actor.user, **fields)
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "visits_operation_public_id_key":
            raise
        raise number_taken() from None             # at another visit at the same moment, or at another agency


def refuse_outside_the_visit(visit):
    refuse_if(visit.stage == Stage.PLANNED, _("The visit has not begun yet."))
    refuse_if(visit.has_ended, _("This visit has ended. Nothing of it can be changed any more."))


def number_taken():
    return Refused(_("This was sent before with other words. Nothing is lost: compare what stands here with what you wrote, "
                     "and save again."))
