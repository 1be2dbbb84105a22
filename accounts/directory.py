"""Which agency answers to a host or a first path segment: asked by every request, so kept in memory for five seconds."""
import time

from django.apps import apps
from django.conf import settings

SECONDS, DISTRICT_SECONDS = 5, 60
MONTHS_LISTED = 6           # what an agency has said nothing else about
_known: dict = {"until": 0.0, "by_host": {}, "by_slug": {}, "generation": ""}
_districts: dict = {"until": 0.0, "rows": []}


def look_up(*, host, slug):
    """(agency or None, whether it was found by its own domain)."""
    _refresh()
    by_domain = _known["by_host"].get(host)
    return (by_domain, True) if by_domain else (_known["by_slug"].get(slug), False)


def agencies():
    """Every agency, in the order of their opening here."""
    _refresh()
    return list(_known["by_slug"].values())


def generation():
    """Changes when any agency does."""
    _refresh()
    return _known["generation"]


def months_listed(agency_id):
    """How many months a revoked certificate stays in the lists of this agency; the usual number for one that is not known here yet."""
    return next((agency.months_listed for agency in agencies() if agency.pk == agency_id), MONTHS_LISTED)


def districts_of(province_id):
    """The districts of a province that exist today, by their codes. They change by an import, so a minute in memory does no harm."""
    if time.monotonic() > _districts["until"]:
        rows = apps.get_model("accounts.District").objects.filter(valid_to=None).order_by("code")
        _districts["rows"], _districts["until"] = list(rows), time.monotonic() + DISTRICT_SECONDS
    return [district for district in _districts["rows"] if district.province_id == province_id]


def _refresh():
    if time.monotonic() <= _known["until"]:
        return
    rows = list(apps.get_model(settings.TENANT_MODEL).objects.select_related("province").order_by("pk"))
    _known["by_host"] = {agency.domain: agency for agency in rows if agency.domain}
    _known["by_slug"] = {agency.slug: agency for agency in rows}
    _known["generation"] = ",".join(f"{agency.pk}.{agency.public_generation}" for agency in rows)
    _known["until"] = time.monotonic() + SECONDS


def forget():
    _known["until"] = _districts["until"] = 0.0
