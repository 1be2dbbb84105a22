"""Ceremonies: of the agency, their guests in the order of names, what is handed over there; and invitations of one's own."""
from django.db.models import Q

from accounts.actors import Actor
from certification.models import Ceremony, CeremonyGuest, Certificate
from core import clock
from providers.queries import people_of

INVITING = Actor.system("whose certificates are handed over")


def ceremonies_of(actor):
    return Ceremony.objects.visible_to(actor).select_related("round").order_by("-starts_at", "-pk")


def guests_of(actor, ceremony):
    """In the order of names, those with a certificate and the others alike."""
    rows = CeremonyGuest.objects.visible_to(actor).filter(ceremony=ceremony)
    return rows.select_related("certificate__service_type").order_by("organisation", "pk")


def certificates_to_hand_over(ceremony, *, of_round=False):
    """Those of its guests, or of its round, that have not ended, in the order of names. A certificate belongs to a round by edition and
    year."""
    rows = Certificate.objects.visible_to(INVITING).filter(Q(ended_on=None) | Q(ended_on__gt=clock.today()), valid_to__gte=clock.today())
    if of_round:
        rows = rows.filter(version=ceremony.round.version_id, year=ceremony.round.year, origin=Certificate.Origin.ISSUED)
    else:
        guests = CeremonyGuest.objects.visible_to(INVITING).filter(ceremony=ceremony, certificate__isnull=False)
        rows = rows.filter(pk__in=guests.values("certificate"))
    return list(rows.order_by("provider_name", "site_name", "serial"))


def invitations_of(actor):
    """One's own, of ceremonies that are still to come."""
    rows = CeremonyGuest.objects.visible_to(actor).filter(invited_at__isnull=False, ceremony__starts_at__gte=clock.day_start(clock.today()))
    return rows.select_related("ceremony", "certificate").order_by("ceremony__starts_at", "pk")


def people_of_guest(guest):
    """The accounts that act for the invited provider."""
    return people_of(guest.provider) if guest.provider_id else ()
