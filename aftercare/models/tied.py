"""Whom something ties to a provider reads at the desk no more of it than anybody there: complaints, sanctions, visits not told of."""
from django.db.models import Q

from accounts.actors import Actor
from core import clock
from core.calendar import months_before
from panels.conflicts import MONTHS_AFTER_CONSULTING
from panels.models import Involvement
from panels.models.involvement import PROVIDER
from providers.models import Provider, ProviderMember

LOOKING = Actor.system("to whom somebody is tied")       # asked of the tables that say it; whom it hides rows from is decided here
TIES = (Involvement.Kind.EMPLOYED, Involvement.Kind.OWNS, Involvement.Kind.RELATED)


def tied_providers(actor):
    """As a subquery of their ids: for which the actor, or whoever they act for, acts, or to which the ledger ties them."""
    people = [one.person_id for one in actor.people if one.person_id]
    today = clock.today()
    holds = Q(kind__in=TIES) & (Q(to_on=None) | Q(to_on__gte=today))
    advised = Q(kind=Involvement.Kind.CONSULTED) & (Q(to_on=None) | Q(to_on__gte=months_before(today, MONTHS_AFTER_CONSULTING)))
    ledger = Involvement.objects.visible_to(LOOKING).filter(holds | advised, person__in=people, subject_type=PROVIDER)
    members = ProviderMember.objects.visible_to(LOOKING).filter(left_at=None)
    acts_for = members.filter(Q(user__in=actor.people) | Q(user__person__in=people))
    tied = Q(public_id__in=ledger.values("subject")) | Q(pk__in=acts_for.values("provider"))
    return Provider.objects.visible_to(LOOKING).filter(tied).values("pk")


def untied(actor, path=""):
    """Rows about providers to which nothing ties the actor."""
    return ~Q(**{f"{path}provider__in": tied_providers(actor)})
