"""What ties people to the holder of a certificate, one look for all who ask: sanctions, consulting, monitoring visits."""
from accounts.actors import Actor
from panels.queries import conflicts_with
from providers.models import Offering

LOOKING = Actor.system("what ties somebody to the holder of a certificate")


def offering_of(certificate):
    """The service at a site that a certificate is about; of one from before the system, the holder's first. Or None."""
    if certificate.offering_id:
        return Offering.objects.visible_to(LOOKING).select_related("site__district").get(pk=certificate.offering_id)
    rows = Offering.objects.visible_to(LOOKING).filter(site__provider=certificate.provider_id, service_type=certificate.service_type_id)
    return rows.select_related("site__district").order_by("-is_active", "pk").first()


def ties_to(certificate, users):
    """{account's id: [Conflict]}, also where no service of the holder is entered."""
    return conflicts_with(certificate.provider, users, offering=getattr(offering_of(certificate), "pk", None))
