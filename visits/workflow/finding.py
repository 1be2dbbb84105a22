"""Judgements: each member's own, and the one the team agrees on. A newer version is never written over by a page that did not show it."""
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from core.workflow import lock, record, refuse_if, require
from visits.models import AgreedFinding, Finding, Judgement, Operation, Reason
from visits.permissions import can_lead, can_record
from visits.queries import findings_of, judged_by_all
from visits.workflow.operation import came_before, keep, refuse_outside_the_visit

APPLIED, CONFLICT = Operation.Outcome.APPLIED, Operation.Outcome.CONFLICT
WORDS = ("judgement", "reason_code", "text")


class Recorded(NamedTuple):
    """The answer to an operation; the same one when it comes a second time, then with `repeated`."""

    finding: Finding | AgreedFinding | None     # what stands now
    outcome: str                                # applied | conflict
    theirs: dict | None                         # of a conflict: the words that stood there instead, with their version
    version: int                                # the version to build on next
    repeated: bool = False


@transaction.atomic
def record_finding(item, *, operation_id, base_version, judgement, reason_code="", text="", device_at=None, actor, arrived_at):
    """A member's own judgement, or words towards one. In time is whatever comes before the visit is locked."""
    visit = lock(item.visit)
    require(can_record(actor, visit))
    words = {"judgement": judgement, "reason_code": reason_code, "text": text}
    mine = Finding.everything.filter(item=item, author=actor.user).first()
    if before := came_before(operation_id, actor=actor, kind=Operation.Kind.FINDING, visit=visit, item=item, payload=words):
        return _answer_again(before, mine)
    refuse_outside_the_visit(visit)
    row = mine or Finding(item=item, author=actor.user, version=0)
    refuse_finding(row, words)
    return _take_in(row, words, base_version, actor=actor, operation_id=operation_id, kind=Operation.Kind.FINDING, visit=visit,
                    device_at=device_at, arrived_at=arrived_at, moments={"recorded_at": arrived_at, "device_at": device_at})


@transaction.atomic
def agree_finding(item, *, operation_id, base_version, judgement, reason_code="", text="", actor, arrived_at):
    """What the team says; its lead writes it down once everybody's own judgement is in."""
    visit = lock(item.visit)
    require(can_lead(actor, visit))
    words = {"judgement": judgement, "reason_code": reason_code, "text": text}
    agreed = AgreedFinding.everything.filter(item=item).first()
    if before := came_before(operation_id, actor=actor, kind=Operation.Kind.AGREE, visit=visit, item=item, payload=words):
        return _answer_again(before, agreed)
    refuse_outside_the_visit(visit)
    refuse_if(not judged_by_all(item), _("Not everybody in the team has judged this item yet."))
    refuse_if(not judgement, _("Choose what the team agrees on."), field="judgement")
    refuse_ungrounded(words)
    differ = len(set(findings_of(actor, item).values_list("judgement", flat=True))) > 1
    refuse_if(differ and not text.strip(), _("The judgements differ. Write how the team came to agree."), field="text")
    return _take_in(agreed or AgreedFinding(item=item, version=0), words, base_version, actor=actor, operation_id=operation_id,
                    kind=Operation.Kind.AGREE, visit=visit, device_at=None, arrived_at=arrived_at,
                    moments={"agreed_by": actor.user, "agreed_at": arrived_at})


def _take_in(row, words, base_version, *, actor, operation_id, kind, visit, device_at, arrived_at, moments):
    """Write the words if their author had seen what stands; else keep both and say so."""
    is_new = row.pk is None
    outcome, theirs = written(row, words, base_version, **moments)
    keep(operation_id, actor=actor, visit=visit, item=row.item, kind=kind, base_version=base_version, payload=words, outcome=outcome,
         theirs=theirs, device_at=device_at, received_at=arrived_at)
    if outcome == APPLIED:
        row.save()
    record(f"visit.{kind}_{outcome}", visit, actor=actor, item=row.item.code, operation=operation_id, version=row.version)  # never how
    return Recorded(None if is_new and theirs else row, outcome, theirs, row.version)


def written(row, words, base_version, **moments):
    """(applied, None) with the words in the row, not saved yet; or (conflict, the words that stand there instead, with their version)."""
    if base_version != row.version:
        return CONFLICT, {**{name: getattr(row, name) for name in WORDS}, "version": row.version}
    for name, value in {**_settled(words), **moments, "version": row.version + 1}.items():
        setattr(row, name, value)
    return APPLIED, None


def _answer_again(before, row):
    version = before.base_version + 1 if before.outcome == APPLIED else before.theirs["version"]
    return Recorded(row, before.outcome, before.theirs, version, repeated=True)


def _settled(words):
    """A reason stands with a judgement of not compliant only."""
    return words if words["judgement"] == Judgement.NONCOMPLIANT else {**words, "reason_code": ""}


def refuse_finding(row, words):
    refuse_ungrounded(words)
    refuse_if(row.judgement and not words["judgement"], _("A judgement can be changed, but not taken back."), field="judgement")


def refuse_ungrounded(words):
    refuse_if(words["judgement"] not in ("", *Judgement.values), _("Choose one of the two judgements."), field="judgement")
    if words["judgement"] == Judgement.NONCOMPLIANT:
        refuse_if(words["reason_code"] not in Reason.values, _("Not compliant: choose the reason."), field="reason_code")
        refuse_if(not words["text"].strip(), _("Not compliant: write what you saw."), field="text")
