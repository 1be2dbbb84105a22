"""Named reads about providers: one's own, those that wait, those looked for, and who is told about them."""
from functools import reduce
from operator import or_

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    TextChoices,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _

from accounts import directory
from accounts.actors import Actor
from accounts.models import District, Membership, Role, User
from core.typed import composed
from correspondence.queries import open_deadlines
from providers import names
from providers.business_number import plain
from providers.imports import There
from providers.models import (
    Bar,
    Disposition,
    JoinRequest,
    NationalHolder,
    Offering,
    Provider,
    ProviderDocument,
    ProviderInvitation,
    ProviderMember,
    Site,
)
from providers.stages import JoinStage, Stage

CONFIRM = "provider.confirm"
TELLING = Actor.system("who is told about a provider")
ALIKE, SIMILAR_SHOWN = 0.6, 5           # of the trigrams two names have, those they share; tried on real names of centres
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
    rank = Case(*[When(role=role, then=Value(rank)) for rank, role in enumerate(ProviderMember.Role.values)], output_field=IntegerField())
    members = ProviderMember.objects.visible_to(actor).filter(provider=provider, left_at=None)
    return members.select_related("user__person", "given_by__person").order_by(rank, "joined_at", "pk")


def past_members_of(actor, provider):
    """Every role that has ended there, the latest first."""
    members = ProviderMember.objects.visible_to(actor).filter(provider=provider).exclude(left_at=None)
    return members.select_related("user__person", "given_by__person", "ended_by__person").order_by("-left_at", "-pk")


def open_invitations_of(actor, provider):
    """Sent, neither accepted nor withdrawn; some of them too old."""
    rows = ProviderInvitation.objects.visible_to(actor).filter(provider=provider, accepted_at=None, withdrawn_at=None)
    return rows.select_related("invited_by__person").order_by("-invited_at", "-pk")


def requests_to_join(actor, provider):
    """Those that wait for an owner's answer, the longest waiting first."""
    rows = JoinRequest.objects.visible_to(actor).filter(provider=provider, stage=JoinStage.ASKED)
    return rows.select_related("user__person").order_by("asked_at", "pk")


def own_requests(actor):
    """What the actor has asked and nobody has answered."""
    rows = JoinRequest.objects.visible_to(actor).filter(user=actor.user, stage=JoinStage.ASKED)
    return rows.select_related("provider").order_by("asked_at", "pk")


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
    """By the trigrams of what is left of the name without legal form, spaces and marks; by road and number in the district."""
    is_same = ExpressionWrapper(Q(address_key=address_key) & ~Q(address_key=""), output_field=BooleanField())
    rows = rows.annotate(is_same_address=is_same, alike=TrigramSimilarity("name_key", names.name_key(name)))
    near = rows.filter(Q(is_same_address=True) | Q(alike__gte=ALIKE)).select_related("district")
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
        LinkedBy.NAME: Q(alike__gte=ALIKE),
        LinkedBy.PHONE: Q(phone=provider.phone) & ~Q(phone=""),
        LinkedBy.EMAIL: Q(email__istartswith=f"{mailbox}@") if mailbox and mailbox not in EVERYBODYS else Q(pk__in=()),
    }
    rows = Provider.objects.visible_to(actor).exclude(pk=provider.pk).annotate(alike=TrigramSimilarity("name_key", provider.name_key))
    rows = rows.annotate(**{f"by_{why}": ExpressionWrapper(test, output_field=BooleanField()) for why, test in tests.items()})
    rows = rows.filter(reduce(or_, tests.values())).order_by("pk")
    return {row.pk: [why for why in tests if getattr(row, f"by_{why}")] for row in rows}


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


def owners_of(provider):
    """The accounts that own it now."""
    owners = provider.members.filter(role=ProviderMember.Role.OWNER, left_at=None)
    return User.objects.filter(pk__in=owners.values("user"), is_active=True)


def herself(member):
    return User.objects.filter(pk=member.user_id)


def owners_with(member):
    """Every owner, the new one too."""
    return owners_of(member.provider)


def other_owners_of(member):
    """The owners but the person it is about; the officers where there is no other."""
    others = owners_of(member.provider).exclude(pk=member.user_id)
    return others if others.exists() else deciders_of(member.provider).exclude(pk=member.user_id)


def who_asked(asked):
    return User.objects.filter(pk=asked.user_id)


def owners_asked(asked):
    return owners_of(asked.provider)


def desk_asked(asked):
    return deciders_of(asked.provider)


def deciders_of(provider):
    """The officers and managers of its agency."""
    deciding = Membership.objects.visible_to(TELLING).filter(
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
