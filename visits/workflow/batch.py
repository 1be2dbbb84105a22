"""What a device sends in one go: each operation applied once, kept as a conflict, kept aside, refused with a sentence, or asked for again.

Whatever the order and however often: an operation that builds on another (`after`) waits until that one is here, so that every order
ends alike. What cannot be applied because the visit has ended or its author has left the team is kept aside word for word: a device may
let go of it. Only what its author can put right is refused, and stays on the device.
"""
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from core.workflow import lock, record, require
from correspondence.workflow import notify
from visits.models import Operation
from visits.workflow.operation import number_taken
from visits.workflow.standing import Standing, Wait

Kind, Outcome, Why = Operation.Kind, Operation.Outcome, Operation.Why


class Answer(NamedTuple):
    """What became of one operation. `again`: it stays on the device and is sent later; `refused`: its author has to change it."""

    id: UUID
    outcome: str                    # applied | conflict | kept | refused | again
    version: int = 0                # of a judgement: the version to build on next
    theirs: dict | None = None      # of a conflict: what stands instead
    sentence: str = ""
    received: int = 0               # of a photo that is not whole: the bytes that are here
    repeated: bool = False


@transaction.atomic
def take_batch(key, sent, *, device, actor, arrived_at):
    """`key`: the actor's RecorderKey of the visit; `sent`: list of wire.Sent. Returns an Answer for each number, in the order sent."""
    require(actor.user and key.user_id == actor.user.pk)
    standing = Standing(lock(key.visit), sent, device=device, actor=actor, arrived_at=arrived_at)
    waiting = {one.id: one for one in sorted(sent, key=lambda one: one.kind != Kind.BEGIN)}
    answers = {}
    for number in [one.id for one in sent if one.kind == Kind.BEGIN] + [one.id for one in sent]:
        answer_in_turn(number, waiting, answers, standing)
    _keep(standing, key)
    return [answers[number] for number in dict.fromkeys(one.id for one in sent)]


def answer_in_turn(number, waiting, answers, standing):
    """First what it builds on, as far as that came along; not by recursion, for a device may send a long chain."""
    chain = []
    while number in waiting:
        one = waiting.pop(number)
        chain.append(one)
        number = one.after
    for one in reversed(chain):
        answers[one.id] = answered(one, standing)


def answered(one, standing):
    try:
        if before := standing.known.get(one.id):
            return again_for(standing.same(before, one))._replace(repeated=True)
        return again_for(standing.take(one))
    except Wait as wait:
        return Answer(one.id, "again", sentence=str(wait), received=wait.received)
    except Refused as refusal:
        return Answer(one.id, "refused", sentence=str(refusal))
    except PermissionDenied:
        return Answer(one.id, "refused", sentence=_("Only the lead of the team may do this."))


def again_for(operation):
    """The answer to an operation that is here, the same whenever it is asked for."""
    version = operation.theirs["version"] if operation.theirs else operation.base_version + 1
    return Answer(operation.public_id, operation.outcome, version, operation.theirs, sentence_of(operation))


def sentence_of(operation):
    sentences = {
        Why.ENDED: _("The visit had ended when this came. It is kept as evidence and changes nothing."),
        Why.LEFT: _("You are no longer in the team of this visit. This is kept for the agency and changes nothing."),
        Why.ELSEWHERE: _("This belongs to nothing that is looked at during this visit. It is kept for the agency."),
        Why.UNREADABLE: _("This could not be read. It is kept for the agency as it came."),
    }
    return sentences[operation.why] if operation.outcome == Outcome.KEPT else ""


def _keep(standing, key):
    """All new rows in one statement a table, one event for the whole."""
    try:
        with transaction.atomic():
            standing.save()
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "visits_operation_public_id_key":
            raise
        raise number_taken() from None
    if not standing.taken:
        return
    key.sent_at = clock.now()
    key.save(update_fields=["sent_at"])
    visit, actor = standing.visit, standing.actor
    record("visit.batch_taken", visit, actor=actor, device=standing.device, operations=[
        {"number": one.public_id, "kind": one.kind, "item": one.item and one.item.code, "outcome": one.outcome} for one in standing.taken])
    if any(one.outcome == Outcome.KEPT for one in standing.taken):
        notify("visit.kept_aside", visit, actor=actor, link=("desk_visit_kept", visit.public_id))
