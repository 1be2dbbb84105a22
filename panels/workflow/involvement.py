"""Writing into the ledger of involvements."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import record, refuse_if, require
from panels.models import Involvement, RollEntry
from panels.permissions import can_note
from panels.workflow.ballot import lock_items_of


@transaction.atomic
def note_involvement(person, *, subject_type, subject, kind, actor, matter=None, from_on=None, to_on=None):
    """What this person has to do with a subject or a case. Noted twice is noted once. The app above has asked whether its actor may."""
    require(can_note(actor))
    if kind == Involvement.Kind.ASSESSED:
        lock_items_of(matter)                               # against a vote at this very moment
        has_voted = RollEntry.everything.filter(person=person, ballot__item__matter=matter, ballot__voided_at=None).exists()
        refuse_if(has_voted, _("This person has voted on the case and can no longer assess it."))
    row, is_new = Involvement.everything.get_or_create(
        person=person, kind=kind, subject_type=subject_type, subject=subject, matter=matter,
        defaults={"from_on": from_on, "to_on": to_on, "noted_at": clock.now()})
    if is_new:
        record("involvement.noted", row, actor=actor, person=person.pk, kind=kind, about=subject, matter=matter)
    return row
