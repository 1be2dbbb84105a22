"""Briefings, who registered for them, and the signed link in their messages."""
from django.core import signing
from django.db.models import Count, F, Q
from django.http import Http404

from accounts.actors import Actor
from certification.models import Briefing, BriefingPlace
from core.addresses import absolute_url
from core.tenancy import current_agency, current_agency_id

PLACE = "certification.briefing_place"          # what the links are signed for
HOLDER = Actor.system("the holder of a signed link")


def briefings_of(actor, round):
    """Its briefings in their order, each with its materials."""
    own = Briefing.objects.visible_to(actor).filter(round=round, agency=current_agency_id())
    return own.prefetch_related("materials__file").order_by("starts_at", "pk")


def briefings_counted(actor, round):
    """The same at the desk, each with how many have a seat, wait, and came."""
    counts = BriefingPlace.objects.visible_to(actor).filter(briefing__round=round).order_by().values("briefing").annotate(
        seated=Count("pk", filter=Q(cancelled_at=None, seated_at__isnull=False)),
        waiting=Count("pk", filter=Q(cancelled_at=None, seated_at=None)), came=Count("pk", filter=Q(came_at__isnull=False)))
    by_briefing = {row["briefing"]: row for row in counts}
    return [(one, by_briefing.get(one.pk, {"seated": 0, "waiting": 0, "came": 0})) for one in briefings_of(actor, round)]


def places_of(actor, briefing):
    """Everybody who registered: seats first, then the waiting list, then who gave back; each in the order of arrival."""
    rows = BriefingPlace.objects.visible_to(actor).filter(briefing=briefing)
    return rows.order_by(F("cancelled_at").asc(nulls_first=True), F("seated_at").asc(nulls_last=True), "arrived_at", "pk")


def has_seats_left(briefing):
    """Whether the next registration gets a seat; all that a citizen is told of the others."""
    taken = BriefingPlace.objects.visible_to(HOLDER).filter(briefing=briefing, cancelled_at=None, erased_at=None, seated_at__isnull=False)
    return taken.count() < briefing.seats


def place_link(place):
    """The link in the message: a signature over its public id, so that nothing secret is kept."""
    return absolute_url(current_agency(), "briefing_place", signing.Signer(salt=PLACE).sign_object(str(place.public_id)))


def place_by(token):
    """The registration a link leads to, in whatever state; 404 for a link that we did not sign or that is another agency's."""
    try:
        public_id = signing.Signer(salt=PLACE).unsign_object(token)
    except signing.BadSignature:
        raise Http404 from None
    found = BriefingPlace.objects.visible_to(HOLDER).filter(public_id=public_id, erased_at=None).select_related("briefing__round").first()
    if found is None:
        raise Http404
    return found


def waiting_before(place):
    """How many stand before it on the waiting list."""
    waiting = BriefingPlace.objects.visible_to(HOLDER).filter(briefing=place.briefing_id, cancelled_at=None, erased_at=None, seated_at=None)
    return waiting.filter(Q(arrived_at__lt=place.arrived_at) | Q(arrived_at=place.arrived_at, pk__lt=place.pk)).count()
