"""The agency's own rounds."""
from certification.models import Round, RoundRequirement
from core import clock
from core.tenancy import current_agency_id
from providers.models import ServiceType


def rounds_of(actor):
    """All of them, the latest first, each with its services and its edition."""
    own = Round.objects.visible_to(actor).filter(agency=current_agency_id())
    return own.select_related("version").prefetch_related("services__service_type").order_by("-opens_at", "-pk")


def open_rounds(actor, at=None):
    """Announced ones in which an application that arrived at this moment, by default now, is in time; the first to close first."""
    at = at or clock.now()
    return rounds_of(actor).filter(published_at__isnull=False, opens_at__lte=at, closes_at__gt=at).order_by("closes_at", "pk")


def rounds_of_the_day(actor, day=None):
    """Announced ones that receive applications at some time of this day, by default today: what a page that is kept for a day can say."""
    day = day or clock.today()
    receiving = rounds_of(actor).filter(published_at__isnull=False, opens_at__lt=clock.end_of(day), closes_at__gt=clock.day_start(day))
    return receiving.order_by("closes_at", "pk")


def requirements_of(actor, rounds):
    """{round's id: [its requirements in their order]}, one query for all of them."""
    found = {}
    for row in RoundRequirement.objects.visible_to(actor).filter(round__in=rounds).order_by("round", "position"):
        found.setdefault(row.round_id, []).append(row)
    return found


def services_of(round):
    """The service types that may be certified in it, in the nation's order."""
    return ServiceType.objects.filter(pk__in=round.services.values("service_type")).order_by("position", "code")
