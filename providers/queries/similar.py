"""Providers that may be the same one."""
from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import BooleanField, ExpressionWrapper, F, Q

from accounts.actors import Actor
from providers import names
from providers.models import Provider
from providers.stages import Stage

ALIKE, SIMILAR_SHOWN = 0.6, 5           # of the trigrams two names have, those they share; tried on real names of centres
OWN_ALIKE = 0.55                        # of the trigrams of the own part of a name, those that stand together in the other one


def similar_confirmed(*, name, district, address_base, number):
    """[(name, district)] of confirmed providers that may be meant, for whoever registers; nothing else of them is told."""
    rows = Provider.objects.visible_to(Actor.system("whether it is registered already")).filter(stage=Stage.CONFIRMED)
    found = _similar(rows.exclude(business_number=number), name, names.address_key(district.pk, address_base))
    return [(row.name, str(row.district)) for row in found]


def similar_providers(actor, provider):
    """Others of a similar name or the same address, each with `is_same_address` and `alike`, for the officer."""
    rows = Provider.objects.visible_to(actor).exclude(pk=provider.pk)
    return list(_similar(rows, provider.name, provider.address_key))


def _similar(rows, name, address_key):
    """By the trigrams of what is left of the name without legal form, spaces and marks, if it is not only what such places are called
    that is alike; by road and number in the district."""
    is_same = ExpressionWrapper(Q(address_key=address_key) & ~Q(address_key=""), output_field=BooleanField())
    rows = rows.annotate(is_same_address=is_same, alike=TrigramSimilarity("name_key", names.name_key(name)),
                         own_alike=TrigramWordSimilarity(names.own_part(name), "name_key"))
    near = rows.filter(Q(is_same_address=True) | Q(alike__gte=ALIKE, own_alike__gte=OWN_ALIKE)).select_related("district")
    return near.order_by(F("is_same_address").desc(), "-alike", "pk")[:SIMILAR_SHOWN]
