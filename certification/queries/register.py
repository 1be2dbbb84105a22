"""What citizens read of certificates: one table, the same for everybody, each state told from the dates."""
import re

from django.db.models import Q

from accounts import directory
from accounts.actors import Actor
from certification.models import RegisterEntry
from certification.models.certificate import EXPIRING, Ended
from core.calendar import months_before

CITIZEN = Actor.public()
PAGE, MOST = 20, 1000                           # a page's rows; what is counted and paged at all, beyond it somebody narrows their search
SORTS = {"name": ("provider_name", "pk"), "newest": ("-valid_from", "-pk")}
VALID, EXPIRING_SOON, SUSPENDED, REVOKED, OVER = "valid", "expiring", "suspended", "revoked", "expired"
STATUSES = (VALID, EXPIRING_SOON, SUSPENDED, REVOKED, OVER)
LISTED = (VALID, EXPIRING_SOON, SUSPENDED, REVOKED)     # what a list shows that nobody narrowed
KEY = re.compile(r"[A-Z0-9-]{1,40}")
BESIDES = ("areas", "documents", "terms", "head_name", "opening_hours", "places", "known_as", "picture")      # what no list shows


def entries():
    return RegisterEntry.objects.visible_to(CITIZEN)


def conditions(day):
    """{status: the dates that make it}; each entry that has begun has one, but those revoked too long ago."""
    going = Q(ended_on=None) | Q(ended_on__gt=day)
    running = going & Q(valid_from__lte=day, valid_to__gte=day)
    stopped = Q(suspended_from__lte=day) & (Q(suspended_to=None) | Q(suspended_to__gte=day))
    held = Q(suspended_from=None) | Q(suspended_from__gt=day) | Q(suspended_to__lt=day)
    over = Q(ended_on__lte=day)
    return {
        VALID: running & held & Q(valid_to__gte=day + EXPIRING),
        EXPIRING_SOON: running & held & Q(valid_to__lt=day + EXPIRING),
        SUSPENDED: running & stopped,
        REVOKED: over & Q(ended_as=Ended.REVOKED) & lately(day),
        OVER: over & ~Q(ended_as=Ended.REVOKED) | going & Q(valid_to__lt=day),
    }


def lately(day):
    """Ended so few months ago that its agency still lists it."""
    own = {}
    for agency in directory.agencies():
        if agency.months_listed != directory.MONTHS_LISTED:
            own.setdefault(agency.months_listed, []).append(agency.pk)
    wanted = Q(ended_on__gt=months_before(day, directory.MONTHS_LISTED))
    if own:
        wanted &= ~Q(agency__in=[pk for agencies in own.values() for pk in agencies])
    for months, agencies in own.items():
        wanted |= Q(agency__in=agencies, ended_on__gt=months_before(day, months))
    return wanted


def entry_by_number(number, agency=None):
    """By its key (BS-QC-2026-012), or None."""
    if not KEY.fullmatch(number):
        return None
    rows = entries().filter(number=number, **({"agency": agency} if agency else {}))
    return rows.select_related("service_type", "district", "agency").order_by("pk").first()


def entry_by_code(code):
    """By the plain code of its QR, or None."""
    return entries().filter(code=code).select_related("service_type", "district", "agency").first()


def entries_of_provider(entry):
    """What else its provider holds or held, by site."""
    rows = entries().filter(agency=entry.agency_id, provider=entry.provider).exclude(pk=entry.pk)
    return rows.select_related("service_type").defer(*BESIDES, "history").order_by("site_name", "-valid_from", "pk")[:PAGE]
