"""Naming a delegate for days of absence, ending it, and beginning and ending to act for somebody."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Cover, Membership, User
from accounts.models.covers import COVERABLE, DAYS_AT_MOST
from accounts.permissions import can_end_cover, can_name_cover, same_person
from core import clock
from core.workflow import enqueue, lock, record, refuse_if, require

TELL = "correspondence.tasks.tell_of_cover"             # both of them


@transaction.atomic
def name_cover(covered, delegate, *, roles, from_on, to_on, actor):
    """The delegate may act for them, in the own name, with these of their roles and between these days."""
    users = {user.pk: user for user in User.objects.filter(pk__in=[covered.pk, delegate.pk]).order_by("pk").select_for_update(
        of=("self",), no_key=True)}                     # both, in one order: two covers that cross are told apart
    covered, delegate, roles = users[covered.pk], users[delegate.pk], sorted(set(roles))
    require(can_name_cover(actor, covered, roles))
    refuse_if(same_person(covered, delegate), _("Nobody covers for themselves."), field="delegate")
    is_own = same_person(actor.user, covered)
    refuse_if(not is_own and same_person(actor.user, delegate),
              _("Who names a delegate for somebody else does not name themselves."), field="delegate")
    refuse_if(not roles, _("Choose at least one role."), field="roles")
    _refuse_roles(covered, delegate, roles)
    _refuse_days(from_on, to_on)
    _refuse_overlap(covered, delegate, roles, from_on, to_on)
    cover = Cover.everything.create(covered=covered, delegate=delegate, roles=roles, from_on=from_on, to_on=to_on, named_at=clock.now(),
                                    named_by=actor.user)
    record("cover.named", cover, actor=actor, covered=covered.pk, delegate=delegate.pk, roles=roles, from_on=from_on, to_on=to_on)
    enqueue(TELL, cover_id=cover.pk, event="cover.named")
    return cover


def _refuse_roles(covered, delegate, roles):
    held = Membership.everything.filter(user__in=[covered, delegate], ended_at=None).values_list("user", "role")
    missing = [role for role in roles if (covered.pk, role) not in held or not covered.is_active]
    refuse_if(missing, _("This person does not have that role."), field="roles")
    staff = delegate.is_active and any((delegate.pk, role) in held for role in COVERABLE)
    refuse_if(not staff, _("A delegate is an officer, a manager or a director of the agency."), field="delegate")


def _refuse_days(from_on, to_on):
    refuse_if(from_on < clock.today(), _("The first day has already passed."), field="from_on")
    refuse_if(to_on < from_on, _("The last day comes after the first."), field="to_on")
    refuse_if((to_on - from_on).days >= DAYS_AT_MOST, _("A cover lasts at most %(days)d days."), field="to_on", days=DAYS_AT_MOST)


def _refuse_overlap(covered, delegate, roles, from_on, to_on):
    """One delegate for a role at a time, and no chain of delegates."""
    then = Cover.everything.filter(ended_at=None, from_on__lte=to_on, to_on__gte=from_on)
    taken = [one for one in then.filter(covered=covered) if set(one.roles) & set(roles)]
    refuse_if(taken, _("Somebody covers this role in these days already."), field="roles")
    refuse_if(then.filter(covered=delegate).exists(), _("This person is away in these days."), field="delegate")
    refuse_if(then.filter(delegate=covered).exists(),
              _("In these days this person covers for somebody else. End that cover first."), field="from_on")


@transaction.atomic
def end_cover(cover, *, actor):
    """It ends at once; what was done in its name stays."""
    cover = lock(cover)
    require(can_end_cover(actor, cover))
    refuse_if(cover.ended_at, _("This cover has ended already."))
    cover.ended_at, cover.ended_by = clock.now(), actor.user
    cover.save(update_fields=["ended_at", "ended_by"])
    record("cover.ended", cover, actor=actor, covered=cover.covered_id, delegate=cover.delegate_id)
    enqueue(TELL, cover_id=cover.pk, event="cover.ended")
    return cover


def note_acting(cover, *, actor):
    """From here on the delegate acts for somebody; `actor` is the delegate as they act."""
    require(actor.acting_for is not None)
    record("cover.taken_up", cover, actor=actor, covered=cover.covered_id)
