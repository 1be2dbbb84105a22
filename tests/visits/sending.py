"""A device of the tests: it numbers its operations, says which builds on which, and sends them as the recorder does."""
import hashlib
import json
import uuid

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from visits import wire, workflow
from visits.models import RecorderKey

SIGNED = {"width": 600, "height": 200, "strokes": [[10, 10, 300, 150], [20, 20, 90, 20]]}


def operation(kind, words=None, *, item=None, base=0, after=None, number=None, device_at="2026-10-12T10:00:00+09:00"):
    """As it stands in a device's queue."""
    body = json.dumps({"kind": kind, "item": item and str(item.public_id), "base": base, "after": after and str(after),
                       "words": words or {}, "device_at": device_at}, ensure_ascii=False)
    return {"id": str(number or uuid.uuid4()), "body": body, "sha256": hashlib.sha256(body.encode()).hexdigest()}


def judged(item, text="", judgement="compliant", **more):
    reason = "other" if judgement == "noncompliant" else ""
    return operation("finding", {"judgement": judgement, "reason_code": reason, "text": text}, item=item, **more)


def key_of(there, who=None):
    with within(there.agency):
        key = RecorderKey.everything.filter(visit=there.visit, user=who or there.lead).first()
        return key or workflow.take_along(there.visit, actor=Actor.of(who or there.lead))


def send(there, *operations, who=None, device="tablet-1"):
    """The answers, by number."""
    who = who or there.lead
    key = key_of(there, who)
    text = json.dumps({"format": 1, "device": device, "operations": list(operations)}).encode()
    with within(there.agency):
        name, sent = wire.batch_of(text)
        answers = workflow.take_batch(key, sent, device=name, actor=Actor.of(who), arrived_at=clock.now())
    return {str(answer.id): answer for answer in answers}


def outcomes(answers, *operations):
    return [answers[one["id"]].outcome for one in operations]
