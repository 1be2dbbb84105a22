"""Providers with their sites and documents: one's own, those that wait, those looked for."""
from django.db.models import Count, Exists, OuterRef, Q

from accounts import directory
from accounts.actors import Actor
from accounts.models import District
from core.typed import composed
from correspondence.queries import open_deadlines
from providers.business_number import plain
from providers.imports import There
from providers.models import Offering, Provider, ProviderDocument, ProviderMember, Site
from providers.stages import Stage

CONFIRM = "provider.confirm"
SORTS = {
    "name": ("name", "pk"), "-name": ("-name", "-pk"),
    "registered": ("registered_at", "pk"), "-registered": ("-registered_at", "-pk"),
    "district": ("district__code", "name", "pk"), "-district": ("-district__code", "name", "pk"),
    "stage": ("stage", "registered_at", "pk"), "-stage": ("-stage", "registered_at", "pk"),
}
USUAL_SORT = "-registered"


def my_providers(actor):
    """Those the actor belongs to, each with what is already there; the newest first."""
    mine = ProviderMember.objects.visible_to(actor).filter(user=actor.user, left_at=None)
    sites = Site.objects.visible_to(actor).filter(provider=OuterRef("pk"))
    offerings = Offering.objects.visible_to(actor).filter(site__provider=OuterRef("pk"), is_active=True)
    return (Provider.objects.visible_to(actor).filter(pk__in=mine.values("provider"))
            .annotate(has_site=Exists(sites), has_offering=Exists(offerings))
            .select_related("district").order_by("-registered_at", "-pk"))


def sites_of(actor, provider):
    """Its sites in the order they were added, each with its offerings."""
    sites = Site.objects.visible_to(actor).filter(provider=provider).select_related("district")
    return sites.prefetch_related("offerings__service_type").order_by("added_at", "pk")


def documents_of(actor, provider):
    """Every version, the newest first."""
    documents = ProviderDocument.objects.visible_to(actor).filter(provider=provider)
    return documents.select_related("file", "added_by__person").order_by("-added_at", "-pk")


def waiting_for_confirmation(actor):
    """Registered and not yet decided, the longest waiting first."""
    return Provider.objects.visible_to(actor).filter(stage=Stage.REGISTERED).select_related("district").order_by("registered_at", "pk")


def confirmation_due(provider):
    """The running period for confirming it, or None. For whoever already reads the provider's own page."""
    return open_deadlines(Actor.system("a provider's own page"), subject=provider, kind=CONFIRM).first()


def confirmations_due(actor, providers):
    """{provider's id: the period that runs for confirming it}."""
    wanted = {str(provider.pk) for provider in providers if provider.stage == Stage.REGISTERED}
    if not wanted:
        return {}
    running = open_deadlines(actor, kind=CONFIRM).filter(subject_id__in=wanted)
    return {int(deadline.subject_id): deadline for deadline in running}


def providers_found(actor, *, words="", stage="", district=None, sort=USUAL_SORT):
    """By name or part of the business number, however the Korean was composed."""
    rows = Provider.objects.visible_to(actor).select_related("district")
    words = " ".join(composed(words).split())
    if words:
        digits = plain(words)
        by_number = Q(business_number__contains=digits) if digits.isascii() and digits.isdigit() else Q()
        rows = rows.filter(Q(name__icontains=words) | Q(name_en__icontains=words) | by_number)
    if stage:
        rows = rows.filter(stage=stage)
    if district:
        rows = rows.filter(district=district)
    return rows.order_by(*SORTS.get(sort, SORTS[USUAL_SORT]))


def stage_counts(actor):
    """{stage: how many}, for the list's facets."""
    counted = Provider.objects.visible_to(actor).order_by().values_list("stage").annotate(count=Count("pk"))
    return dict(counted)


def districts_of(agency):
    """Those of the agency's own province that exist today."""
    return District.objects.filter(pk__in=[district.pk for district in directory.districts_of(agency.province_id)])


def providers_by_number(actor, numbers):
    """{business number: provider}."""
    return {row.business_number: row for row in Provider.objects.visible_to(actor).filter(business_number__in=numbers)}


def there_with(actor, numbers):
    """{business number: There}: providers with sites and what is offered there now, for comparing with a spreadsheet."""
    found = {provider.pk: There(provider) for provider in providers_by_number(actor, numbers).values()}
    for site in Site.objects.visible_to(actor).filter(provider__in=list(found)):
        found[site.provider_id].sites[site.name] = site
    offerings = Offering.objects.visible_to(actor).filter(site__provider__in=list(found), is_active=True).select_related("site")
    for offering in offerings:
        found[offering.site.provider_id].offerings[offering.site.name, offering.service_type_id] = offering
    return {one.provider.business_number: one for one in found.values()}
