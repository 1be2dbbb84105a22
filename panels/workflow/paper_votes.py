"""Papers handed in at the meeting and typed in by the secretary: all of them or none."""
from django.db import transaction
from django.utils.translation import gettext as _

from core.workflow import lock, record, refuse_if, require
from panels.models import OpenChoice, RollEntry
from panels.permissions import can_conduct
from panels.queries import seats_on
from panels.workflow.right_to_vote import refuse_closed, refuse_without_right
from panels.workflow.urn import put_in


@transaction.atomic
def enter_open_papers(ballot, chosen, *, actor, arrived_at):
    """`chosen`: {seat: choice}, person by person, in an open vote."""
    item, ballot = lock(ballot.item), lock(ballot)
    require(can_conduct(actor))
    refuse_closed(ballot, item)
    refuse_if(ballot.is_secret, _("This ballot is secret: who handed a paper in is noted, and the papers are counted apart."))
    refuse_if(not chosen, _("Please enter at least one paper."))
    for seat, choice in chosen.items():
        refuse_if(choice not in item.choices, _("This choice is not offered. Please choose again."), field=field_of(seat))
        entry = _enter(seat, ballot, item, actor, arrived_at)
        OpenChoice.objects.create(entry=entry, choice=choice)


@transaction.atomic
def enter_secret_papers(ballot, seats, counts, *, actor, arrived_at):
    """Who handed a paper in, and {choice: how many papers say so}: as many as there are papers."""
    item, ballot = lock(ballot.item), lock(ballot)
    require(can_conduct(actor))
    refuse_closed(ballot, item)
    refuse_if(not ballot.is_secret, _("This ballot is open: what each has chosen is entered person by person."))
    refuse_if(not seats, _("Please enter at least one paper."))
    refuse_if(set(counts) - set(item.choices) or min(counts.values(), default=0) < 0,
              _("This choice is not offered. Please choose again."))
    total = sum(counts.values())
    refuse_if(total != len(seats), _("%(papers)d have handed in a paper, but %(total)d papers are counted. Please count again."),
              papers=len(seats), total=total)
    for seat in seats:
        _enter(seat, ballot, item, actor, arrived_at)
    put_in(ballot, counts)


def field_of(seat):
    """Where the form asks about this seat."""
    return f"seat_{seat.pk}"


def _enter(seat, ballot, item, actor, arrived_at):
    refuse_if(seat not in seats_on(item.meeting.body, item.meeting.day), _("This seat does not belong to the meeting."))
    refuse_without_right(seat, ballot, item, own=False, field=field_of(seat))
    entry = RollEntry.objects.create(ballot=ballot, seat=seat, person_id=seat.user.person_id, voted_at=arrived_at, on_paper=True,
                                     entered_by=actor.user)
    record("ballot.voted", ballot, actor=actor, seat=seat.pk, on_paper=True)
    return entry
