"""Writing into the ledger of involvements."""
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from core import clock
from core.audit import record_many
from core.calendar import months_before
from core.workflow import record, refuse_if, require
from panels.conflicts import MONTHS_AFTER_CONSULTING
from panels.models import Involvement, RollEntry
from panels.permissions import can_note
from panels.workflow.ballot import lock_items_of


@transaction.atomic
def note_involvement(person, *, subject_type, subject, kind, actor, matter=None, from_on=None, to_on=None, label=""):
    """What this person has to do with a subject or a case. Noted twice is noted once. The app above has asked whether its actor may."""
    require(can_note(actor))
    if kind == Involvement.Kind.ASSESSED:
        lock_items_of(matter)                               # against a vote at this very moment
        has_voted = RollEntry.everything.filter(person=person, ballot__item__matter=matter, ballot__voided_at=None).exists()
        refuse_if(has_voted, _("This person has voted on the case and can no longer assess it."))
        refuse_if(_has_consulted(person, subject), _("This person has consulted the provider within 24 months and cannot assess it."))
    row, is_new = Involvement.everything.get_or_create(
        person=person, kind=kind, subject_type=subject_type, subject=subject, matter=matter,
        defaults={"from_on": from_on, "to_on": to_on, "noted_at": clock.now(), "label": label})
    if is_new:
        record("involvement.noted", row, actor=actor, person=person.pk, kind=kind, about=subject, matter=matter)
    return row


@transaction.atomic
def note_deciders(item, *, subject_type, subject, actor):
    """Whoever is on the roll of the ballot that counts has decided the case, in an open vote and in a secret one. Noted twice is noted
    once: a case that was deferred comes before the same people again."""
    require(can_note(actor))
    counts = RollEntry.everything.filter(ballot__item=item, ballot__voided_at=None).exclude(ballot__result="")
    about = {"kind": Involvement.Kind.DECIDED, "subject_type": subject_type, "subject": subject, "matter": item.matter}
    known = set(Involvement.everything.filter(**about).values_list("person", flat=True))
    made = Involvement.everything.bulk_create([Involvement(person_id=person, noted_at=clock.now(), **about)
                                               for person in sorted(set(counts.values_list("person", flat=True)) - known)])
    record_many("involvement.noted", [(one, {"person": one.person_id, "kind": one.kind, "about": subject, "matter": item.matter})
                                      for one in made], actor=actor)
    return made


def keep_involvement(person, *, subject_type, subject, kind, actor, from_on, to_on, label="", matter=None):
    """A tie as it is now: noted, or its days changed. For those who have asked whether the actor may."""
    row = note_involvement(person, subject_type=subject_type, subject=subject, kind=kind, actor=actor, matter=matter, from_on=from_on,
                           to_on=to_on, label=label)
    if (row.from_on, row.to_on, row.label) != (from_on, to_on, label):
        row.from_on, row.to_on, row.label = from_on, to_on, label
        row.save(update_fields=["from_on", "to_on", "label"])
        record("involvement.changed", row, actor=actor, person=person.pk, kind=kind, about=subject, from_on=from_on, to_on=to_on)
    return row


def _has_consulted(person, subject):
    since = months_before(clock.today(), MONTHS_AFTER_CONSULTING)
    advised = Involvement.everything.filter(person=person, subject=subject, kind=Involvement.Kind.CONSULTED)
    return advised.filter(Q(to_on=None) | Q(to_on__gte=since)).exists()
