"""What certificates print and the provider's own pages say otherwise by now."""
from typing import NamedTuple

from django.db.models import Q

from accounts.actors import Actor
from certification.models import Certificate
from core import clock

EDITED = Actor.system("what a provider has edited and a certificate prints")


class Differs(NamedTuple):
    """`kind`: name or address, as a change of it is reported; `printed` and `now` as they are read."""

    certificate: Certificate
    kind: str
    printed: str
    now: str


def living_certificates(provider):
    """Those that have neither ended nor run out, also while they are suspended. For the workflow above."""
    today = clock.today()
    rows = Certificate.objects.visible_to(EDITED).filter(provider=provider, valid_to__gte=today)
    rows = rows.filter(Q(ended_on=None) | Q(ended_on__gt=today))
    return rows.select_related("provider", "offering__site", "district", "service_type").order_by("-valid_from", "-pk")


def printed_otherwise(provider):
    """[Differs] of the living certificates: what its people may edit themselves, the English name and where a site lies."""
    return [one for certificate in living_certificates(provider) for one in _of(certificate)]


def _of(certificate):
    if certificate.provider.name_en != certificate.provider_name_en:
        yield Differs(certificate, "name", certificate.provider_name_en or "-", certificate.provider.name_en or "-")
    site = certificate.offering and certificate.offering.site
    if site and (site.address, site.name, site.district_id) != (certificate.address, certificate.site_name, certificate.district_id):
        yield Differs(certificate, "address", f"{certificate.site_name}, {certificate.address}", f"{site.name}, {site.address}")
