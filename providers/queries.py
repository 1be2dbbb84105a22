"""Named reads about providers: one's own, those that wait, those looked for, and who is told about them."""
from django.db.models import Count, Exists, Max, OuterRef, Q

from accounts import directory
from accounts.actors import Actor
from accounts.models import District, Membership, Role, User
from core.typed import composed
from correspondence.queries import open_deadlines
from providers.business_number import plain
from providers.imports import There
from providers.models import Bar, Disposition, NationalHolder, Offering, Provider, ProviderDocument, ProviderMember, Site
from providers.stages import Stage

CONFIRM = "provider.confirm"
APPLYING = Actor.system("what stands against a provider that applies")
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


def members_of(actor, provider):
    """Who acts for it now, the owners first."""
    members = ProviderMember.objects.visible_to(actor).filter(provider=provider, left_at=None)
    return members.select_related("user__person").order_by("-role", "joined_at", "pk")


def confirmation_due(provider):
    """The running period for confirming it, or None. For whoever already reads the provider's own page."""
    return open_deadlines(Actor.system("a provider's own page"), subject=provider, kind=CONFIRM).first()


def waiting_for_confirmation(actor):
    """Registered and not yet decided, the longest waiting first."""
    return Provider.objects.visible_to(actor).filter(stage=Stage.REGISTERED).select_related("district").order_by("registered_at", "pk")


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


def people_of(provider):
    """The accounts that act for it now."""
    return User.objects.filter(pk__in=provider.members.filter(left_at=None).values("user"), is_active=True)


def deciders_of(provider):
    """The officers and managers of its agency."""
    deciding = Membership.objects.visible_to(Actor.system("whom a provider waits for")).filter(
        role__in=(Role.OFFICER, Role.MANAGER), ended_at=None)
    return User.objects.filter(pk__in=deciding.values("user"), is_active=True)


def dispositions_of(actor, provider):
    """Those of one provider, the withdrawn ones too, the latest first."""
    rows = Disposition.objects.visible_to(actor).filter(provider=provider)
    return rows.select_related("entered_by__person").order_by("-from_on", "-pk")


def bars_of(actor, provider):
    rows = Bar.objects.visible_to(actor).filter(provider=provider)
    return rows.select_related("entered_by__person").order_by("-barred_until", "-pk")


def national_holders(actor, words=""):
    """The national scheme's holders by name or part of the business number."""
    rows = NationalHolder.objects.visible_to(actor).select_related("service_type")
    words = " ".join(composed(words).split())
    if words:
        digits = plain(words)
        by_number = Q(business_number__contains=digits) if digits.isascii() and digits.isdigit() else Q()
        rows = rows.filter(Q(name__icontains=words) | by_number)
    return rows.order_by("name", "pk")


def standing_against(providers):
    """({provider's id: [its dispositions that count]}, {provider's id: the last day of the longest bar}). For the workflow above."""
    dispositions, bars = {}, {}
    for row in Disposition.objects.visible_to(APPLYING).filter(provider__in=providers, withdrawn_at=None).order_by("-from_on", "-pk"):
        dispositions.setdefault(row.provider_id, []).append(row)
    for row in Bar.objects.visible_to(APPLYING).filter(provider__in=providers, lifted_at=None).order_by("barred_until"):
        bars[row.provider_id] = row.barred_until
    return dispositions, bars


def national_certificates_of(numbers):
    """{(business number, service's id): holder}. For the workflow above."""
    rows = NationalHolder.objects.visible_to(APPLYING).filter(business_number__in=numbers)
    return {(row.business_number, row.service_type_id): row for row in rows}


def known_since():
    """(when the last disposition was entered, when the national list was last brought in); None where the agency keeps none yet."""
    entered = Disposition.objects.visible_to(APPLYING).aggregate(last=Max("entered_at"))["last"]
    return entered, NationalHolder.objects.visible_to(APPLYING).aggregate(last=Max("listed_at"))["last"]


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


def own_numbers(actor):
    """{business numbers of the providers that the actor belongs to}."""
    mine = ProviderMember.objects.visible_to(actor).filter(user=actor.user, left_at=None)
    return set(mine.values_list("provider__business_number", flat=True))


def dispositions_of_providers(actor, providers):
    """Those that count, of several providers at once."""
    return Disposition.objects.visible_to(actor).filter(provider__in=list(providers), withdrawn_at=None)


def national_certificates(actor):
    """{(business number, service's id): holder}, the whole list."""
    return {(row.business_number, row.service_type_id): row for row in NationalHolder.objects.visible_to(actor)}
