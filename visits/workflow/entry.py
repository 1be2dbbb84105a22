"""Interviews and samples: written into the log and taken back, by whoever recorded them."""
from django.db import transaction
from django.utils.translation import gettext as _

from core.workflow import lock, record, refuse_if, require
from visits.models import Entry, Operation
from visits.permissions import can_record
from visits.workflow.operation import came_before, keep, refuse_outside_the_visit

SOURCE_LONG = 120           # characters


@transaction.atomic
def add_entry(item, *, operation_id, kind, source, text, actor, arrived_at):
    """One interview or sample of an item. The same operation again is the same entry."""
    visit = lock(item.visit)
    require(can_record(actor, visit))
    words = {"kind": kind, "source": source.strip(), "text": text.strip()}
    if came_before(operation_id, actor=actor, kind=Operation.Kind.ENTRY, visit=visit, item=item, payload=words):
        return Entry.everything.get(public_id=operation_id)
    refuse_outside_the_visit(visit)
    refuse_entry(words)
    entry = Entry.everything.create(public_id=operation_id, item=item, author=actor.user, recorded_at=arrived_at, **words)
    keep(operation_id, actor=actor, visit=visit, item=item, kind=Operation.Kind.ENTRY, payload=words, outcome=Operation.Outcome.APPLIED,
         received_at=arrived_at)
    record("visit.entry_added", visit, actor=actor, item=item.code, entry=operation_id)
    return entry


@transaction.atomic
def remove_entry(entry, *, actor, arrived_at):
    """Taken back by who wrote it; it is shown no more and kept."""
    visit = lock(entry.item.visit)
    require(actor.user and entry.author_id == actor.user.pk and can_record(actor, visit))
    refuse_outside_the_visit(visit)
    entry = lock(entry)
    if entry.removed_at is None:
        entry.removed_at = arrived_at
        entry.save(update_fields=["removed_at"])
        record("visit.entry_removed", visit, actor=actor, item=entry.item.code, entry=entry.public_id)
    return entry


def refuse_entry(words):
    refuse_if(words["kind"] not in Entry.Kind.values, _("Choose interview or sample."), field="kind")
    refuse_if(not words["source"] or not words["text"], _("Write with whom you spoke or what you looked at, and what you learned."),
              field="text" if words["source"] else "source")
    refuse_if(len(words["source"]) > SOURCE_LONG, _("At most %(number)s characters."), number=SOURCE_LONG, field="source")
