"""What stands beside the pass on a certificate's page: every place of its provider with its certificate, what came before and after."""
from providers.models.site import price_in_words


def places_of(entry, others):
    """[{site, address, service, price, certificate, is_this}]: what the provider offers, then what is certified and no longer offered.

    `certificate` is the row that says most of that offering now: in force before ended, then the latest; None where nothing is certified.
    """
    by_offering = {}
    for one in sorted([entry, *others], key=lambda one: (one.is_in_force, one.valid_from, one.pk)):
        by_offering[str(one.offering or one.pk)] = one
    offered = [_offered(place, by_offering.pop(place["offering"], None), entry) for place in entry.places]
    return offered + [_certified(one, entry) for one in by_offering.values()]


def _offered(place, certificate, entry):
    price = price_in_words(place["price_low"], place["price_high"], place["price_per"])
    return {"site": place["site"], "address": place["address"], "service": place, "price": price,
            "certificate": certificate, "is_this": certificate is not None and certificate.pk == entry.pk}


def _certified(one, entry):
    service = {"service_ko": one.service_type.name_ko, "service_en": one.service_type.name_en}
    return {"site": one.site_name, "address": one.address, "service": service, "price": one.price, "certificate": one,
            "is_this": one.pk == entry.pk}


def before_and_after(entry, others):
    """(the certificate that this one took the place of, the one that took its), each or None."""
    same = [one for one in others if _is_same(one, entry)]
    before = [one for one in same if (one.valid_from, one.pk) < (entry.valid_from, entry.pk)]
    after = [one for one in same if (one.valid_from, one.pk) > (entry.valid_from, entry.pk)]
    by_day = {"key": lambda one: (one.valid_from, one.pk), "default": None}
    return max(before, **by_day), min(after, **by_day)


def _is_same(one, entry):
    """For the same service at the same site; where it is not known what was certified, by their names."""
    if one.offering and entry.offering:
        return one.offering == entry.offering
    return (one.service_type_id, one.site_name) == (entry.service_type_id, entry.site_name)
