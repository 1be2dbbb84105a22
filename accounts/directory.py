"""Which agency answers to a host or a first path segment: asked by every request, so kept in memory for five seconds."""
import time

from django.apps import apps
from django.conf import settings

SECONDS = 5
_known: dict = {"until": 0.0, "by_host": {}, "by_slug": {}, "generation": ""}


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


def _refresh():
    if time.monotonic() <= _known["until"]:
        return
    rows = list(apps.get_model(settings.TENANT_MODEL).objects.select_related("province").order_by("pk"))
    _known["by_host"] = {agency.domain: agency for agency in rows if agency.domain}
    _known["by_slug"] = {agency.slug: agency for agency in rows}
    _known["generation"] = ",".join(f"{agency.pk}.{agency.public_generation}" for agency in rows)
    _known["until"] = time.monotonic() + SECONDS


def forget():
    _known["until"] = 0.0
