"""What ties somebody to providers as such, without a case: of assessors kept at their entry in the pool, of members at their seat."""
from django.db import transaction
from django.utils.translation import gettext as _

from core.workflow import lock, refuse_if, require
from panels.models import Involvement
from panels.models.involvement import BUSINESS, PROVIDER, business_of
from panels.permissions import can_keep_bodies, can_keep_interests
from panels.workflow.entry import plain_number
from panels.workflow.involvement import keep_involvement
from providers.models import Provider

NOTED_BY_HAND = (Involvement.Kind.RELATED, Involvement.Kind.OWNS, Involvement.Kind.CONSULTED, Involvement.Kind.EMPLOYED)


@transaction.atomic
def note_interest(seat, *, kind, business_number, actor, label="", from_on=None, to_on=None):
    """The member or the agency. What stands already only the agency changes: a member does not take a tie back."""
    seat = lock(seat)
    require(can_keep_interests(actor, seat))
    row, is_new = _kept(seat.user, kind, business_number, label, from_on, to_on, actor, may_change=can_keep_bodies(actor))
    refuse_if(not is_new and not can_keep_bodies(actor) and (row.from_on, row.to_on) != (from_on, to_on),
              _("This is noted already. Please ask the agency to change its days."), field="business_number")
    return row


def keep_tie(user, *, kind, business_number, label, from_on, to_on, actor):
    """Noted, or its days changed. For those who have asked whether the actor may."""
    return _kept(user, kind, business_number, label, from_on, to_on, actor, may_change=True)[0]


def _kept(user, kind, business_number, label, from_on, to_on, actor, *, may_change):
    """(the line of the ledger, whether it is new)."""
    number = plain_number(business_number, "business_number")
    refuse_if(not number, _("Please write the business registration number."), field="business_number")
    refuse_if(kind not in NOTED_BY_HAND, _("This choice is not offered. Please choose again."), field="kind")
    refuse_if(from_on and to_on and to_on < from_on, _("The last day lies before the first."), field="to_on")
    refuse_if(user.person_id is None, _("This account has no name and date of birth yet, so nothing can be noted about the person."))
    provider = Provider.everything.filter(business_number=number).first()
    about = {"subject_type": PROVIDER if provider else BUSINESS, "subject": provider.public_id if provider else business_of(number)}
    there = Involvement.everything.filter(person=user.person_id, kind=kind, matter=None, **about).first()
    if there and not may_change:
        return there, False
    kept = keep_involvement(user.person, **about, kind=kind, actor=actor, from_on=from_on, to_on=to_on,
                            label="" if provider else (label.strip() or number))
    return kept, there is None
