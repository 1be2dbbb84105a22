"""Providers that may be the same one."""
from functools import reduce
from operator import or_

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import BooleanField, ExpressionWrapper, F, Q, TextChoices
from django.utils.translation import gettext_lazy as _

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


class LinkedBy(TextChoices):
    """Why two providers may belong together."""

    SAME_PROVIDER = "same_provider", _("same provider")
    BUSINESS_NUMBER = "business_number", _("same business number")
    HEAD = "head", _("same representative in the same district")
    ADDRESS = "address", _("same address")
    NAME = "name", _("similar name")
    PHONE = "phone", _("same telephone")
    EMAIL = "email", _("same e-mail name")


EVERYBODYS = ("admin", "center", "contact", "help", "info", "mail", "manager", "master", "office", "webmaster", "welfare")  # before the @


def linked_providers(actor, provider):
    """{provider's id: [LinkedBy]} of others that may be the same people: for officers, to be looked at."""
    mailbox = provider.email.partition("@")[0].lower()
    tests = {
        LinkedBy.BUSINESS_NUMBER: Q(business_number=provider.business_number),
        LinkedBy.HEAD: Q(head_name=provider.head_name, district=provider.district_id) & ~Q(head_name=""),
        LinkedBy.ADDRESS: Q(address_key=provider.address_key) & ~Q(address_key=""),
        LinkedBy.NAME: Q(alike__gte=ALIKE, own_alike__gte=OWN_ALIKE),
        LinkedBy.PHONE: Q(phone=provider.phone) & ~Q(phone=""),
        LinkedBy.EMAIL: Q(email__istartswith=f"{mailbox}@") if mailbox and mailbox not in EVERYBODYS else Q(pk__in=()),
    }
    rows = Provider.objects.visible_to(actor).exclude(pk=provider.pk).annotate(
        alike=TrigramSimilarity("name_key", provider.name_key), own_alike=TrigramWordSimilarity(names.own_part(provider.name), "name_key"))
    rows = rows.annotate(**{f"by_{why}": ExpressionWrapper(test, output_field=BooleanField()) for why, test in tests.items()})
    rows = rows.filter(reduce(or_, tests.values())).order_by("pk")
    return {row.pk: [why for why in tests if getattr(row, f"by_{why}")] for row in rows}
