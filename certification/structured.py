"""A certificate in the words of schema.org, for programs that read pages: nothing that the page does not say."""
from certification.models.certificate import State

CONTEXT = "https://schema.org"
IN_FORCE = (State.VALID, State.EXPIRING)


def structured_of(entry, address):
    """`address`: the page's own, absolute. See https://schema.org/Certification."""
    active = entry.state in IN_FORCE
    return {
        "@context": CONTEXT, "@type": "Certification", "url": address, "name": entry.scheme,
        "certificationIdentification": entry.number_shown,
        "certificationStatus": f"{CONTEXT}/{'CertificationActive' if active else 'CertificationInactive'}",
        "validFrom": entry.valid_from.isoformat(), "expires": entry.last_day.isoformat(),
        "issuedBy": {"@type": "GovernmentOrganization", "name": entry.agency.name},
        "about": _holder(entry),
    }


def _holder(entry):
    holder = {
        "@type": "LocalBusiness", "name": entry.title,
        "address": {"@type": "PostalAddress", "addressCountry": "KR", "addressLocality": str(entry.district),
                    "streetAddress": entry.address},
        "makesOffer": {"@type": "Offer", "itemOffered": {"@type": "Service", "name": str(entry.service_type)}},
    }
    if entry.phone:
        holder["telephone"] = "+82-" + entry.telephone.removeprefix("0")
    if entry.latitude is not None:
        holder["geo"] = {"@type": "GeoCoordinates", "latitude": float(entry.latitude), "longitude": float(entry.longitude)}
    return holder
