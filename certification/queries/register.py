"""What citizens read of certificates: one table, the same for everybody, each state told from the dates."""
import re

from django.db.models import Q

from accounts import directory
from accounts.actors import Actor
from certification.models import RegisterEntry
from certification.models.certificate import EXPIRING, Ended
from certification.queries.log import with_log_place
from core.calendar import months_before
from core.statements import Blank, written_once

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


def months_of_their_own():
    """((months, (agencies)), …) of those that do not list what was revoked for the usual time."""
    own = {}
    for agency in directory.agencies():
        if agency.months_listed != directory.MONTHS_LISTED:
            own.setdefault(agency.months_listed, []).append(agency.pk)
    return tuple((months, tuple(agencies)) for months, agencies in own.items())


def lately(day):
    """Ended so few months ago that its agency still lists it."""
    own = months_of_their_own()
    wanted = Q(ended_on__gt=months_before(day, directory.MONTHS_LISTED))
    if own:
        wanted &= ~Q(agency__in=[pk for _months, agencies in own for pk in agencies])
    for months, agencies in own:
        wanted |= Q(agency__in=agencies, ended_on__gt=months_before(day, months))
    return wanted


def entry_by_number(number, agency_id=None):
    """By its key (BS-QC-2026-012), or None."""
    if not KEY.fullmatch(number):
        return None
    found = _of_number(bool(agency_id)).rows(most=1, number=number, agency=agency_id)
    return found[0] if found else None


@written_once
def _of_number(is_at_an_agency):
    rows = entries().filter(number=Blank("number"))
    return _whole(rows.filter(agency=Blank("agency")) if is_at_an_agency else rows)


def entry_by_code(code):
    """By the plain code of its QR, or None."""
    found = _of_code().rows(most=1, code=code)
    return found[0] if found else None


@written_once
def _of_code():
    return _whole(entries().filter(code=Blank("code")))


def _whole(rows):
    """With everything that the page of one certificate says."""
    return with_log_place(rows).select_related("service_type", "district", "agency").order_by("pk")


def entries_of_provider(entry):
    """What else its provider holds or held, by site."""
    return _of_provider().rows(most=PAGE, agency=entry.agency_id, provider=entry.provider, entry=entry.pk)


@written_once
def _of_provider():
    rows = entries().filter(agency=Blank("agency"), provider=Blank("provider")).exclude(pk=Blank("entry"))
    return rows.select_related("service_type").defer(*BESIDES, "history").order_by("site_name", "-valid_from", "pk")
