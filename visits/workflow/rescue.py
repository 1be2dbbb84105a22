"""What was saved from a device that could not send any more: opened with the key that lies here, taken in as if the device had sent it."""
import base64
import json
from typing import NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.workflow import record, require
from visits.models import Operation, PhotoPart, RecorderKey
from visits.permissions import can_plan
from visits.wire import MOST, sent_in
from visits.workflow.batch import take_batch

FORMAT = 1


class RescueResult(NamedTuple):
    visit: object
    person: object
    outcomes: dict[str, int]        # how many were applied, met a newer version, kept aside, refused, are still missing something
    already: int                    # of these, how many were here before


@transaction.atomic
def take_rescue(content: bytes, *, actor, arrived_at):
    """Take a rescue file in, once however often it is brought. What is in it stays its author's; who brings it sees only numbers."""
    require(can_plan(actor))
    file = _opened(content)
    key = _key_of(file)
    author = Actor.of(key.user)
    operations = [_unsealed(one, file, key) for one in file["operations"]]
    for photo in file["photos"]:
        _put_photo(photo, file, key, author)
    answers = []
    for begin in range(0, len(operations), MOST):
        answers += take_batch(key, operations[begin:begin + MOST], device=str(file["device"])[:36], actor=author, arrived_at=arrived_at)
    outcomes = {}
    for answer in answers:
        outcomes[answer.outcome] = outcomes.get(answer.outcome, 0) + 1
    record("visit.rescue_taken", key.visit, actor=actor, operations=len(answers), outcomes=outcomes, author=key.user_id)
    return RescueResult(key.visit, key.user, outcomes, sum(answer.repeated for answer in answers))


def _opened(content):
    try:
        file = json.loads(content)
        shape = {"visit": str, "person": str, "device": str, "operations": list, "photos": list}
        if file["format"] != FORMAT or not all(isinstance(file[name], kind) for name, kind in shape.items()):
            raise ValueError("another shape")
        UUID(file["visit"])
    except (KeyError, TypeError, ValueError, RecursionError) as failure:
        raise Refused(_("This is no rescue file of the recorder, or it is not whole. Save it on the tablet once more."),
                      "file") from failure
    return file


def _key_of(file):
    person = int(file["person"]) if file["person"].isdecimal() else 0
    keys = RecorderKey.everything.filter(visit__public_id=file["visit"], user_id=person)
    key = keys.select_related("visit", "user").first()
    if key is None:
        raise Refused(_("This rescue file belongs to no visit of this agency."), "file")
    return key


def bound_to(visit, person, number):
    """What a sealed record is bound to: it opens for no other visit, person or operation."""
    return f"{visit}|{person}|{number}".encode()


def _unseal(record_of, file, key):
    try:
        number, sealed, vector = UUID(record_of["id"]), *(base64.b64decode(record_of[name]) for name in ("sealed", "vector"))
        return number, AESGCM(bytes(key.secret)).decrypt(vector, sealed, bound_to(file["visit"], file["person"], record_of["id"]))
    except (InvalidTag, KeyError, TypeError, ValueError) as failure:
        raise Refused(_("Something in this rescue file was changed. Save it on the tablet once more."), "file") from failure


def _unsealed(record_of, file, key):
    number, words = _unseal(record_of, file, key)
    try:
        told = json.loads(words)
        return sent_in(number, told["body"], told["sha256"])
    except (KeyError, TypeError, ValueError) as failure:
        raise Refused(_("Something in this rescue file was changed. Save it on the tablet once more."), "file") from failure


def _put_photo(photo, file, key, author):
    """The whole photo as one part, unless it is here already."""
    number, content = _unseal(photo, file, key)
    if Operation.everything.filter(public_id=number).exists():
        return
    PhotoPart.everything.filter(operation=number, author=author.user).delete()
    PhotoPart.everything.create(visit=key.visit, author=author.user, operation=number, begins=0, content=content, received_at=clock.now())
