"""Opening a ballot, voting, closing it. Each locks the agenda item first and then the ballot: no two closings, no vote into a closing."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from panels.models import AgendaItem, Ballot, Body, OpenChoice, RollEntry, SecretCount
from panels.models.ballot import IS_OPEN
from panels.permissions import can_conduct
from panels.queries import chairs_choice, counted, quorum_of, seats_on
from panels.stages import MeetingStage
from panels.workflow.right_to_vote import refuse_closed, refuse_without_right
from panels.workflow.urn import count_out, put_in, set_up_urn, throw_away


@transaction.atomic
def open_ballot(item, *, actor, is_secret=False):
    """Call the vote. Enough of those who may vote must be in the room. The body's rule for a tie goes with an open ballot; a secret one
    knows no chair's vote."""
    item = lock(item)
    require(can_conduct(actor))
    refuse_if(item.meeting.stage != MeetingStage.OPEN, _("The meeting is not in session."))
    refuse_if(item.withdrawn_at, _("This item has been taken off the agenda already."))
    refuse_if(item.result, _("This item has been decided."))
    refuse_if(item.ballots.filter(IS_OPEN).exists(), _("A ballot on this item is open already."))
    quorum = quorum_of(item)
    _refuse_without_quorum(quorum)
    casting = Body.Casting.NOBODY if is_secret else item.meeting.body.casting
    ballot = Ballot.objects.create(item=item, opened_at=clock.now(), opened_by=actor.user, is_secret=is_secret, casting=casting)
    if is_secret:
        set_up_urn(ballot)
    record("ballot.opened", ballot, actor=actor, item=item.pk, eligible=quorum.base, present=quorum.present, is_secret=is_secret)
    return ballot


@transaction.atomic
def cast_vote(ballot, choice, *, actor, arrived_at):
    """One vote for a person. `arrived_at`: when it reached us, before any waiting. The audit says that they voted, never what."""
    item, ballot = lock(ballot.item), lock(ballot)
    require(actor.user is not None)
    refuse_if(actor.acting_for, _("A seat is personal: nobody votes while acting for somebody else."))
    seat = _seat_of(actor.user, item.meeting)
    refuse_closed(ballot, item)
    refuse_if(seat is None, _("You have no seat in this body on the day of the meeting."))
    refuse_without_right(seat, ballot, item, own=True)
    refuse_if(choice not in item.choices, _("This choice is not offered. Please choose again."), field="choice")
    entry = RollEntry.objects.create(ballot=ballot, seat=seat, person=actor.user.person, voted_at=arrived_at)
    if ballot.is_secret:
        put_in(ballot, {choice: 1})
    else:
        OpenChoice.objects.create(entry=entry, choice=choice)
    record("ballot.voted", ballot, actor=actor, seat=seat.pk)
    return entry


@transaction.atomic
def close_ballot(ballot, *, actor):
    """Count. What more than half of those present chose is the result; at a tie what the chair chose, where that is the rule; otherwise
    the ballot closes without one and may be repeated."""
    item, ballot = lock(ballot.item), lock(ballot)
    require(can_conduct(actor))
    refuse_if(not ballot.is_open, _("This ballot is not open."))
    quorum = quorum_of(item)
    _refuse_without_quorum(quorum)
    counts = count_out(ballot) if ballot.is_secret else counted(ballot)
    ballot.closed_at, ballot.eligible, ballot.present = clock.now(), quorum.base, quorum.present
    ballot.result = _result_of(ballot, counts, quorum.present)
    ballot.save(update_fields=["closed_at", "eligible", "present", "result"])
    if ballot.result:
        item.result, item.decided_at = ballot.result, ballot.closed_at
        item.save(update_fields=["result", "decided_at"])
    record("ballot.closed", ballot, actor=actor, item=item.pk, eligible=quorum.base, present=quorum.present, result=ballot.result)
    return ballot


def _result_of(ballot, counts, present):
    """What more than half chose; of two choices that one half each has, what the chair chose; "" where nobody decides at a tie."""
    if won := [choice for choice, votes in counts.items() if 2 * votes > present]:
        return won[0]
    tied = [choice for choice, votes in counts.items() if 2 * votes == present]
    choice = chairs_choice(ballot) if ballot.casting == Body.Casting.CHAIR and len(tied) == 2 else ""
    return choice if choice in tied else ""


@transaction.atomic
def void_ballot(ballot, *, reason, actor):
    """Break an open ballot off, for example because too few are left in the room. It may be repeated."""
    item, ballot = lock(ballot.item), lock(ballot)
    require(can_conduct(actor))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(not ballot.is_open, _("This ballot is not open."))
    return _void(ballot, item, reason.strip(), actor)


def void_ballots_of(user, items, *, reason, actor):
    """For a recusal: what this person has voted in, in a meeting not yet closed, is void. The items are locked."""
    if user.person_id is None:
        return
    known = {item.pk: item for item in items}
    voted = RollEntry.everything.filter(person=user.person_id, ballot__item__in=known).values("ballot")
    for ballot in Ballot.everything.filter(pk__in=voted, voided_at=None, item__meeting__stage=MeetingStage.OPEN).order_by("pk"):
        _void(lock(ballot), known[ballot.item_id], reason, actor)


def lock_items_of(matter):
    """Every item about this case, ours until the end: whoever changes who may vote waits for a vote, and a vote for them."""
    return list(AgendaItem.everything.filter(matter=matter).select_for_update(of=("self",), no_key=True).order_by("pk"))


def _void(ballot, item, reason, actor):
    """Of a secret ballot the figures go too: beside those of the repetition they would tell what the one chose who is missing there."""
    throw_away(ballot)
    ballot.voided_at, ballot.void_reason = clock.now(), reason
    ballot.save(update_fields=["voided_at", "void_reason"])
    SecretCount.everything.filter(ballot=ballot).delete()
    if ballot.result:
        item.result, item.decided_at = "", None
        item.save(update_fields=["result", "decided_at"])
    record("ballot.voided", ballot, actor=actor, item=item.pk)
    return ballot


def _seat_of(user, meeting):
    return next((seat for seat in seats_on(meeting.body, meeting.day) if seat.user_id == user.pk), None)


def _refuse_without_quorum(quorum):
    refuse_if(not quorum.met, _("Too few are present. %(figures)s"), figures=quorum.sentence)
