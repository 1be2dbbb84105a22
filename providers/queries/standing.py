"""What stands against an application: dispositions, bars, the national scheme's list."""
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Max, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from accounts.actors import Actor
from core.typed import composed
from providers.business_number import plain
from providers.models import Bar, Disposition, NationalHolder, Provider
from providers.queries.succession import sanctions_followed

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


@dataclass(frozen=True)
class Standing:
    """What stands for and against one provider, as it applies."""

    dispositions: list[tuple[str, date, date | None, str]]      # (kind, imposed, in force until, authority), the latest first
    barred_until: date | None
    national: dict[int, date | None]                # {service's id: until when the national scheme's certificate is valid}
    dispositions_as_of: datetime | None             # when the last disposition of anybody was entered
    listed_as_of: datetime | None                   # when the national list was last brought in


def standings_of(providers):
    """{provider's id: Standing} in one statement; what stands against a predecessor counts as long as sanctions follow. For the workflow
    above."""
    dispositions, holders = Disposition.objects.visible_to(APPLYING), NationalHolder.objects.visible_to(APPLYING)
    theirs = Q(provider=OuterRef("pk")) | Q(provider__in=sanctions_followed(OuterRef(OuterRef("pk"))))
    counting = dispositions.filter(theirs, withdrawn_at=None).order_by("-from_on", "-pk")
    bars = Bar.objects.visible_to(APPLYING).filter(theirs, lifted_at=None).order_by("-barred_until")
    listed = holders.filter(business_number=OuterRef("business_number"))
    rows = Provider.objects.visible_to(APPLYING).filter(pk__in=providers).values_list(
        "pk", ArraySubquery(counting.values(said=JSONObject(kind="kind", imposed="from_on", until="to_on", authority="authority"))),
        Subquery(bars.values("barred_until")[:1]),
        ArraySubquery(listed.values(said=JSONObject(service="service_type", until="valid_to"))),
        Subquery(dispositions.order_by("-entered_at").values("entered_at")[:1]),
        Subquery(holders.order_by("-listed_at").values("listed_at")[:1]))
    return {pk: Standing([(one["kind"], day_of(one["imposed"]), day_of(one["until"]), one["authority"]) for one in found], barred,
                         {one["service"]: day_of(one["until"]) for one in national}, entered, as_of)
            for pk, found, barred, national, entered, as_of in rows}


def day_of(written):
    """A day as JSON writes it."""
    return date.fromisoformat(written) if written else None


def national_holders(actor, words=""):
    """The national scheme's holders by name or part of the business number."""
    rows = NationalHolder.objects.visible_to(actor).select_related("service_type")
    words = " ".join(composed(words).split())
    if words:
        digits = plain(words)
        by_number = Q(business_number__contains=digits) if digits.isascii() and digits.isdigit() else Q()
        rows = rows.filter(Q(name__icontains=words) | by_number)
    return rows.order_by("name", "pk")


def national_certificates(actor):
    """{(business number, service's id): holder}, the whole list."""
    return {(row.business_number, row.service_type_id): row for row in NationalHolder.objects.visible_to(actor)}


def national_list_since(actor):
    """When the national list was last brought in; None without one."""
    return NationalHolder.objects.visible_to(actor).aggregate(last=Max("listed_at"))["last"]
