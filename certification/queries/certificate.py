"""Named reads about certificates: one's own, those in force, their documents, and where they are checked."""
from urllib.parse import urlsplit

from django.db.models import F, Q

from accounts.actors import Actor
from certification.models import Certificate, CertificateDocument, PlaquePicture
from core import clock
from core.addresses import national_url
from core.codes import formatted
from providers.models import ProviderMember

APPLYING = Actor.system("whether a service is certified already")
SHOWING = Actor.system("a certificate whose holder agreed to show the representative's name")


def certificates_of(actor, provider=None):
    """A provider's, or those of every provider the actor belongs to; the newest first."""
    mine = ProviderMember.objects.visible_to(actor).filter(user=actor.user, left_at=None)
    wanted = {"provider": provider} if provider else {"provider__in": mine.values("provider")}
    return Certificate.objects.visible_to(actor).filter(**wanted).select_related("service_type").order_by("-valid_from", "-pk")


def live_certificate_of(offering):
    """The certificate of this service at this site that has neither ended nor run out, or None. For the workflow above."""
    rows = Certificate.objects.visible_to(APPLYING).filter(offering=offering, valid_to__gte=clock.today())
    return rows.filter(Q(ended_on=None) | Q(ended_on__gt=clock.today())).order_by("-valid_to", "-pk").first()


def certificates_of_framework(actor, framework):
    """All of them, for comparing with a spreadsheet."""
    return Certificate.objects.visible_to(actor).filter(framework=framework)


def live_certificates_of(offerings):
    """{offering's id: the certificate that lives there}, one query for all of them. For the workflow above."""
    rows = Certificate.objects.visible_to(APPLYING).filter(offering__in=offerings, valid_to__gte=clock.today()).select_related("framework")
    return {row.offering_id: row for row in rows.filter(Q(ended_on=None) | Q(ended_on__gt=clock.today())).order_by("valid_to", "pk")}


def certificates_in_the_way(offerings, valid_from, valid_to):
    """{offering's id: a certificate that holds there for a part of that time}, one query for all of them. For the workflow."""
    living = Q(ended_on=None) | Q(ended_on__gt=valid_from) & Q(ended_on__gt=F("valid_from"))
    rows = Certificate.objects.visible_to(APPLYING).filter(living, offering__in=offerings, valid_from__lte=valid_to)
    rows = rows.filter(valid_to__gte=valid_from)
    return {row.offering_id: row for row in rows.order_by("-valid_to", "-pk")}


def documents_of(actor, certificate):
    """The current ones, made or waiting."""
    documents = CertificateDocument.objects.visible_to(actor).filter(certificate=certificate, replaced_at=None)
    return documents.select_related("file").order_by("kind", "-language", "-version")


def shown_document(entry, language):
    """The certificate behind a row of the register, for everybody: only with the holder's consent, and once it is made. Or None."""
    documents = CertificateDocument.objects.visible_to(SHOWING).filter(
        certificate=entry.certificate_id, certificate__shows_head_name=True, certificate__origin=Certificate.Origin.ISSUED,
        kind=CertificateDocument.Kind.CERTIFICATE, language=language, replaced_at=None, made_at__isnull=False)
    return documents.select_related("file__agency").first()


def shown_picture(entry):
    """The picture of the plaque on the wall: with the holder's consent, and while the certificate is in force. Or None."""
    if not entry.picture or not entry.is_in_force:
        return None
    pictures = PlaquePicture.objects.visible_to(SHOWING).filter(
        document__certificate=entry.certificate_id, document__certificate__shows_head_name=True, file__sha256=entry.picture["sha256"])
    return pictures.select_related("file__agency", "file__scan").first()


def verify_address(code):
    """What a certificate's QR code leads to: always under the national origin, which outlives an agency's domain."""
    return national_url("verify_code", formatted(code))


def where_to_verify():
    """The same for people who type: without the scheme."""
    address = urlsplit(national_url("verify"))
    return f"{address.netloc}{address.path}".rstrip("/")
