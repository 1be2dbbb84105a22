"""What of a certificate a correction may change: what is printed on it, and the district by which it is found."""
from django.utils.translation import gettext as _

from accounts import directory
from core.tenancy import current_agency
from core.workflow import refuse_if
from providers.models import Offering

PRINTED = ("provider_name", "provider_name_en", "head_name", "site_name", "address")
PLACE = {"address", "district"}


def facts_now(certificate):
    """{field: what stands there}, the district by its code."""
    return {name: getattr(certificate, name) for name in PRINTED} | {"district": certificate.district.code}


def corrected(certificate, facts, *, passes=False):
    """{field: what is to stand there} of what is different. Refuses a district of another region, and nothing unless it passes to another
    holder."""
    before = facts_now(certificate)
    after = {name: facts[name].strip() for name in before if name in facts and facts[name].strip() != before[name]}
    refuse_if(not after and not passes, _("Nothing is different from what is printed now."))
    if "district" in after:
        _district(after["district"])
    return after


def set_facts(certificate, facts):
    """Written into the certificate. A place that moved lies where its site lies now, if that is the same address, else nowhere known."""
    changed = {name: value for name, value in facts.items() if name != "district"}
    if "district" in facts:
        changed["district"] = _district(facts["district"])
    if PLACE & facts.keys():
        site = certificate.offering and certificate.offering.site
        here = site if site and site.address == changed.get("address", certificate.address) else None
        changed |= {"latitude": here and here.latitude, "longitude": here and here.longitude}
    for name, value in changed.items():
        setattr(certificate, name, value)
    certificate.save(update_fields=list(changed))


def set_holder(certificate, holder):
    """It passes to the successor, with the same service at the same address where the successor offers it."""
    places = Offering.everything.filter(site__provider=holder, service_type=certificate.service_type_id, is_active=True)
    certificate.provider = holder
    same = (one for one in places.select_related("site").order_by("pk") if one.site.address == certificate.address)
    certificate.offering = next(same, None)
    certificate.save(update_fields=["provider", "offering"])


def _district(code):
    """One of the agency's own region that exists today."""
    found = next((one for one in directory.districts_of(current_agency().province_id) if one.code == code), None)
    refuse_if(found is None, _("Choose a district of this region."), field="district")
    return found
