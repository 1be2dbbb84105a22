"""Many items in one request: a member's first judgements of a visit, and what the team agrees on where all said the same.

What is here already is left as it stands and named in the answer: a later word is sent item by item, where a conflict shows both.
"""
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from core.workflow import lock, record, refuse_if, require
from visits.models import AgreedFinding, Finding, Operation, VisitItem
from visits.permissions import can_lead, can_record
from visits.queries import coverage_of
from visits.workflow.finding import WORDS, refuse_ungrounded
from visits.workflow.operation import refuse_outside_the_visit

Kind, APPLIED = Operation.Kind, Operation.Outcome.APPLIED


@transaction.atomic
def record_findings(visit, words_of, *, actor, arrived_at):
    """A member's first judgement of each item. `words_of`: {code: {judgement, reason_code, text}}. Returns the codes left as they stood."""
    visit = lock(visit)
    require(can_record(actor, visit))
    refuse_outside_the_visit(visit)
    there = Finding.everything.filter(item__visit=visit, author=actor.user).values("item")
    items = _items(visit, words_of).exclude(pk__in=there)
    rows = [Finding(item=item, author=actor.user, version=1, recorded_at=arrived_at, **words_of[item.code]) for item in items]
    return _keep(visit, Finding, rows, words_of, Kind.FINDING, actor, arrived_at)


@transaction.atomic
def agree_findings(visit, words_of, *, actor, arrived_at):
    """The lead writes down what the team agrees on, for items on which every member said the same. Returns the codes left as they stood."""
    visit = lock(visit)
    require(can_lead(actor, visit))
    refuse_outside_the_visit(visit)
    not_in = [one.item.code for one in coverage_of(visit) if one.item.code in words_of and not one.all_in]
    refuse_if(not_in, _("Not everybody in the team has judged: %(codes)s."), codes=", ".join(not_in))
    items = _items(visit, words_of).exclude(pk__in=AgreedFinding.everything.filter(item__visit=visit).values("item"))
    same = _alike(visit)
    rows = [AgreedFinding(item=item, version=1, agreed_by=actor.user, agreed_at=arrived_at, **words_of[item.code]) for item in items
            if same.get(item.pk) == {words_of[item.code]["judgement"]}]
    return _keep(visit, AgreedFinding, rows, words_of, Kind.AGREE, actor, arrived_at)


def _items(visit, words_of):
    for words in words_of.values():
        refuse_if(not words.get("judgement"), _("Choose one of the two judgements."), field="judgement")
        refuse_ungrounded({**dict.fromkeys(WORDS, ""), **words})
    return VisitItem.everything.filter(visit=visit, code__in=words_of).order_by("position")


def _alike(visit):
    """{item: the judgements that stand}."""
    found = {}
    team = visit.members.filter(ended_at=None).values("user")
    for item, judgement in Finding.everything.filter(item__visit=visit, author__in=team).values_list("item", "judgement"):
        found.setdefault(item, set()).add(judgement)
    return found


def _keep(visit, model, rows, words_of, kind, actor, arrived_at):
    """The rows and, word for word, the operations they came as."""
    Operation.everything.bulk_create(
        Operation(public_id=uuid.uuid4(), visit=visit, item=row.item, author=actor.user, kind=kind, base_version=0,
                  payload={**dict.fromkeys(WORDS, ""), **words_of[row.item.code]}, outcome=APPLIED, received_at=arrived_at) for row in rows)
    model.everything.bulk_create(rows)
    written = [row.item.code for row in rows]
    record(f"visit.{kind}_applied", visit, actor=actor, items=written)                  # never how
    return sorted(set(words_of) - set(written))
