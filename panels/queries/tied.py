"""To which providers somebody is tied: by acting for them, or by what the ledger knows. Asked before anything is shown or decided."""
from django.db.models import Q

from accounts.actors import Actor
from accounts.models import Membership, Role
from core import clock
from core.calendar import months_before
from panels.conflicts import MONTHS_AFTER_CONSULTING
from panels.models import Involvement
from panels.models.involvement import PROVIDER
from providers.models import Provider, ProviderMember

LOOKING = Actor.system("to whom somebody is tied")       # asked of the tables that say it
TIES = (Involvement.Kind.EMPLOYED, Involvement.Kind.OWNS, Involvement.Kind.RELATED)


def _ties():
    """What the ledger knows of ties to providers today."""
    today = clock.today()
    holds = Q(kind__in=TIES) & (Q(to_on=None) | Q(to_on__gte=today))
    advised = Q(kind=Involvement.Kind.CONSULTED) & (Q(to_on=None) | Q(to_on__gte=months_before(today, MONTHS_AFTER_CONSULTING)))
    return Involvement.objects.visible_to(LOOKING).filter(holds | advised, subject_type=PROVIDER)


def tied_providers(actor):
    """As a subquery of their ids: for which the actor, or whoever they act for, acts, or to which the ledger ties them."""
    people = [one.person_id for one in actor.people if one.person_id]
    ledger = _ties().filter(person__in=people)
    members = ProviderMember.objects.visible_to(LOOKING).filter(left_at=None)
    acts_for = members.filter(Q(user__in=actor.people) | Q(user__person__in=people))
    tied = Q(public_id__in=ledger.values("subject")) | Q(pk__in=acts_for.values("provider"))
    return Provider.objects.visible_to(LOOKING).filter(tied).values("pk")


def tied_ids(actor):
    """The same as ids, read once for a page of many."""
    return set(tied_providers(actor).values_list("pk", flat=True)) if actor.user else set()


def is_tied(actor, provider):
    """Whether something ties the actor, or whoever they act for, to this provider."""
    return bool(actor.user) and tied_providers(actor).filter(pk=provider.pk).exists()


def tied_staff(provider):
    """Ids of the officers and managers here whom something ties to this provider, in order."""
    members = ProviderMember.objects.visible_to(LOOKING).filter(provider=provider, left_at=None)
    persons = _ties().filter(subject=provider.public_id).values("person")
    held = Membership.objects.visible_to(LOOKING).filter(role__in=(Role.OFFICER, Role.MANAGER), ended_at=None).filter(
        Q(user__in=members.values("user")) | Q(user__person__in=members.values("user__person")) | Q(user__person__in=persons))
    return tuple(sorted(set(held.values_list("user", flat=True))))
