"""What citizens read of certificates: one table, the same for everybody, each state told from the dates."""
import re
from functools import lru_cache

from django.db.models import Case, CharField, Count, Q, Value, When

from accounts import directory
from accounts.actors import Actor
from certification.models import RegisterEntry
from certification.models.certificate import EXPIRING, Ended
from certification.models.register import shifted
from core import clock
from core.search import needles

CITIZEN = Actor.public()
PAGE, MOST = 20, 1000                           # a page's rows; what is counted and paged at all, beyond it somebody narrows their search
SORTS = {"name": ("provider_name", "pk"), "newest": ("-valid_from", "-pk")}
VALID, EXPIRING_SOON, SUSPENDED, REVOKED, OVER = "valid", "expiring", "suspended", "revoked", "expired"
STATUSES = (VALID, EXPIRING_SOON, SUSPENDED, REVOKED, OVER)
LISTED = (VALID, EXPIRING_SOON, SUSPENDED, REVOKED)     # what a list shows that nobody narrowed
KEY = re.compile(r"[A-Z0-9-]{1,40}")
BESIDES = ("areas", "documents", "search", "head_name", "latitude", "longitude", "opening_hours", "places", "known_as",
           "picture")                           # what no list shows


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
    wanted = Q(ended_on__gt=shifted(day, -directory.MONTHS_LISTED))
    if own:
        wanted &= ~Q(agency__in=[pk for agencies in own.values() for pk in agencies])
    for months, agencies in own.items():
        wanted |= Q(agency__in=agencies, ended_on__gt=shifted(day, -months))
    return wanted


def register_found(agency=None, *, words="", statuses=LISTED, services=(), district=None, sort="name"):
    """Rows of an agency, or of all: every word stands in its search column, any of the statuses is true today."""
    by_status = conditions(clock.today())
    wanted = Q()
    for status in statuses:
        wanted |= by_status[status]
    rows = entries().filter(wanted)
    if agency:
        rows = rows.filter(agency=agency)
    for needle in needles(words):
        rows = rows.filter(search__contains=needle)             # not icontains: UPPER(…) has no index, and both sides are folded already
    if services:
        rows = rows.filter(service_type__in=services)
    if district:
        rows = rows.filter(district=district)
    return rows.select_related("service_type").defer(*BESIDES).order_by(*SORTS.get(sort, SORTS["name"]))


def counted(rows):
    """How many, at most one more than are paged."""
    return rows.order_by()[:MOST + 1].count()


@lru_cache(maxsize=64)
def register_counts(agency_id, generation, day):
    """[{status, service_type, its names, district, agency, count}] of an agency or of all. Asked again when the pages are made anew.

    `generation` is what the public pages depend on: it only says until when the answer holds.
    """
    whens = [When(condition, then=Value(status)) for status, condition in conditions(day).items()]
    rows = entries().filter(agency=agency_id) if agency_id else entries()
    rows = rows.annotate(status=Case(*whens, default=Value(""), output_field=CharField())).exclude(status="").order_by()
    return list(rows.values("status", "service_type", "service_type__code", "service_type__name_ko", "service_type__name_en",
                            "service_type__position", "agency" if agency_id is None else "district").annotate(count=Count("pk")))


def entry_by_number(number, agency=None):
    """By its key (BS-QC-2026-012), or None."""
    if not KEY.fullmatch(number):
        return None
    rows = entries().filter(number=number, **({"agency": agency} if agency else {}))
    return rows.select_related("service_type", "district", "agency").order_by("pk").first()


def entry_by_code(code):
    """By the plain code of its QR, or None."""
    return entries().filter(code=code).select_related("service_type", "district", "agency").first()


def entries_of_number(words):
    """Those of this year and serial, however it was typed: 제2026-012호, 2026-12, BS-QC-2026-012. Several agencies may have it."""
    figures, pieces = re.findall(r"[0-9]+", words), needles(words)
    year, serial = (figures[-2], figures[-1].lstrip("0")) if len(figures) > 1 else ("", "")
    if not serial:
        return []
    rows = entries().filter(number__regex=rf"-{year}-0*{serial}$")
    for piece in pieces:
        rows = rows.filter(search__contains=piece)
    return list(rows.select_related("service_type", "agency").order_by("agency", "pk")[:PAGE])


def entries_of_provider(entry):
    """What else its provider holds or held, by site."""
    rows = entries().filter(agency=entry.agency_id, provider=entry.provider).exclude(pk=entry.pk)
    return rows.select_related("service_type").defer(*BESIDES, "history").order_by("site_name", "-valid_from", "pk")[:PAGE]
