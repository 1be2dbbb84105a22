"""What stands against an application: dispositions, bars, the national scheme's list."""
from django.db.models import Max, Q

from accounts.actors import Actor
from core.typed import composed
from providers.business_number import plain
from providers.models import Bar, Disposition, NationalHolder

APPLYING = Actor.system("what stands against a provider that applies")


def dispositions_of(actor, provider):
    """Those of one provider, the withdrawn ones too, the latest first."""
    rows = Disposition.objects.visible_to(actor).filter(provider=provider)
    return rows.select_related("entered_by__person").order_by("-from_on", "-pk")


def dispositions_of_providers(actor, providers):
    """Those that count, of several providers at once."""
    return Disposition.objects.visible_to(actor).filter(provider__in=list(providers), withdrawn_at=None)


def bars_of(actor, provider):
    rows = Bar.objects.visible_to(actor).filter(provider=provider)
    return rows.select_related("entered_by__person").order_by("-barred_until", "-pk")


def standing_against(providers):
    """({provider's id: [its dispositions that count]}, {provider's id: the last day of the longest bar}). For the workflow above."""
    dispositions, bars = {}, {}
    for row in Disposition.objects.visible_to(APPLYING).filter(provider__in=providers, withdrawn_at=None).order_by("-from_on", "-pk"):
        dispositions.setdefault(row.provider_id, []).append(row)
    for row in Bar.objects.visible_to(APPLYING).filter(provider__in=providers, lifted_at=None).order_by("barred_until"):
        bars[row.provider_id] = row.barred_until
    return dispositions, bars


def national_holders(actor, words=""):
    """The national scheme's holders by name or part of the business number."""
    rows = NationalHolder.objects.visible_to(actor).select_related("service_type")
    words = " ".join(composed(words).split())
    if words:
        digits = plain(words)
        by_number = Q(business_number__contains=digits) if digits.isascii() and digits.isdigit() else Q()
        rows = rows.filter(Q(name__icontains=words) | by_number)
    return rows.order_by("name", "pk")


def national_certificates_of(numbers):
    """{(business number, service's id): holder}. For the workflow above."""
    rows = NationalHolder.objects.visible_to(APPLYING).filter(business_number__in=numbers)
    return {(row.business_number, row.service_type_id): row for row in rows}


def national_certificates(actor):
    """{(business number, service's id): holder}, the whole list."""
    return {(row.business_number, row.service_type_id): row for row in NationalHolder.objects.visible_to(actor)}


def known_since():
    """(when the last disposition was entered, when the national list was last brought in); None where the agency keeps none yet."""
    entered = Disposition.objects.visible_to(APPLYING).aggregate(last=Max("entered_at"))["last"]
    return entered, NationalHolder.objects.visible_to(APPLYING).aggregate(last=Max("listed_at"))["last"]
