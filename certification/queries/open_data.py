"""What programs read of the register: whole, filtered, counted."""
from uuid import UUID

from django.db.models import Q

from accounts import directory
from accounts.models import District
from certification.models import FrameworkVersion, RegisterEntry, RegisterSnapshot
from certification.open_data import BESIDES
from certification.queries.register import CITIZEN, conditions
from certification.queries.register_list import register_found
from providers.models import ServiceType

A_PAGE, LAST_PAGE = 100, 10                     # rows of a page, and how many pages of one search are turned
MOST_IN_FILE = 100_000


def register_rows(agency=None, day=None):
    """All that the register can show on that day, by number: what is in force, suspended, over, and revoked no longer ago than listed."""
    wanted = Q()
    for condition in conditions(day).values():
        wanted |= condition
    rows = RegisterEntry.objects.visible_to(CITIZEN).filter(wanted, **({"agency": agency} if agency else {}))
    return rows.select_related("service_type", "district").defer(*BESIDES).order_by("number", "pk")


def certificates_found(agency, **wanted):
    """As the list finds them, with all that a row says."""
    return register_found(agency, **wanted).defer(None).select_related("service_type", "district").defer(*BESIDES)


def entries_for_frame(agency, *, words, statuses, services, district):
    """As the list finds them, by codes; what the register does not know finds nothing."""
    places = [place for place in directory.districts_of(agency.province_id) if place.code == district]
    known = service_codes() if services else {}
    chosen = tuple(known[code].pk for code in services if code in known)
    rows = register_found(agency, words=words, statuses=statuses, services=chosen, district=places[0] if places else None)
    rows = rows.select_related("service_type")
    return rows.none() if (services and not chosen) or (district and not places) else rows


def service_codes():
    return {service.code: service for service in ServiceType.objects.order_by("position", "code")}


def district_of_code(code):
    return District.objects.filter(code=code).order_by("pk").first()


def published_versions():
    """Every published edition of every agency, the newest first."""
    rows = FrameworkVersion.objects.visible_to(CITIZEN).filter(published_at__isnull=False)
    return rows.select_related("framework", "agency").order_by("-published_at", "-pk")


def published_version(text):
    """By its public id as somebody wrote it, or None."""
    try:
        public_id = UUID(text)
    except ValueError:
        return None
    return published_versions().filter(public_id=public_id).first()


def snapshots():
    """Without their bytes, the newest first."""
    return RegisterSnapshot.objects.defer("packed").order_by("-month", "form")


def snapshot_of(month, form):
    return RegisterSnapshot.objects.filter(month=month, form=form).first()


def titles_of(agency, numbers):
    """{number: the provider's name in the page's language}"""
    rows = RegisterEntry.objects.visible_to(CITIZEN).filter(agency=agency, number__in=numbers)
    return {entry.number: entry.title for entry in rows.only("number", "provider_name", "provider_name_en").order_by("pk")}
