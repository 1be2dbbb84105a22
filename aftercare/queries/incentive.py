"""What the agency gave to whom, and the good cases that were named."""
from django.db.models import Case, Count, IntegerField, Q, Sum, Value, When

from aftercare.consultation_stages import NominationStage
from aftercare.models import Grant, Nomination
from certification.models import Certificate
from core import clock
from providers.models import ProviderMember

ORDER = (NominationStage.ARRIVED, NominationStage.KEPT, NominationStage.THANKED)


def _mine(actor):
    return ProviderMember.objects.visible_to(actor).filter(user=actor.user, left_at=None).values("provider")


def providers_of(actor):
    """The ids of the providers that the actor, or whoever they act for, belongs to."""
    return set(ProviderMember.objects.visible_to(actor).filter(user__in=actor.people, left_at=None).values_list("provider", flat=True))


def grants_found(actor, kind="", year=None):
    """The latest first; struck out ones among them."""
    rows = Grant.objects.visible_to(actor).select_related("provider", "certificate", "noted_by__person")
    rows = rows.filter(kind=kind) if kind in Grant.Kind else rows
    rows = rows.filter(given_on__year=year) if year else rows
    return rows.order_by("-given_on", "-pk")


def grants_in_all(rows):
    """(how many, how much in won), what was struck out aside."""
    found = rows.filter(struck_at=None).aggregate(count=Count("pk"), amount=Sum("amount"))
    return found["count"], found["amount"] or 0


def own_grants(actor):
    """Of the providers that the actor acts for."""
    return grants_found(actor).filter(provider__in=_mine(actor), struck_at=None)


def own_nominations(actor):
    rows = Nomination.objects.visible_to(actor).filter(provider__in=_mine(actor)).select_related("certificate")
    return rows.prefetch_related("files").order_by("-nominated_at", "-pk")


def nominations_found(actor):
    """Those that wait first, then the latest."""
    place = Case(*(When(stage=stage, then=Value(number)) for number, stage in enumerate(ORDER)), output_field=IntegerField())
    return Nomination.objects.visible_to(actor).select_related("provider", "certificate").order_by(place, "-nominated_at", "-pk")


def certificates_that_hold(actor):
    """Whom something can be given to by this actor: by name."""
    rows = Certificate.objects.visible_to(actor).filter(Q(ended_on=None) | Q(ended_on__gt=clock.today()), valid_to__gte=clock.today())
    return rows.exclude(provider__in=providers_of(actor)).select_related("provider").order_by("provider_name", "site_name", "pk")
