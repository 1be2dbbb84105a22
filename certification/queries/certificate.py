"""Named reads about certificates: one's own, their documents, and what is printed on them."""
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import F, Q
from django.utils import translation

from accounts.actors import Actor
from certification.documents import CertificateFacts
from certification.documents import Issuer as Signs
from certification.models import Certificate, CertificateDocument, Indicator, Issuer
from core import clock
from core.addresses import national_url
from core.codes import formatted
from core.wording import seoul_day
from providers.models import ProviderMember

PRINTING = Actor.system("what is printed on a certificate")
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
    rows = Certificate.objects.visible_to(APPLYING).filter(offering__in=offerings, valid_to__gte=clock.today())
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


def verify_address(code):
    """What a certificate's QR code leads to: always under the national origin, which outlives an agency's domain."""
    return national_url("verify_code", formatted(code))


def where_to_verify():
    """The same for people who type: without the scheme."""
    address = urlsplit(national_url("verify"))
    return f"{address.netloc}{address.path}".rstrip("/")


def facts_of(certificate):
    """Everything that its documents say, in both languages."""
    framework, service, agency = certificate.framework, certificate.service_type, certificate.agency
    line_ko, line_en = _edition_lines(certificate)
    return CertificateFacts(
        number=certificate.number_shown, scheme_ko=framework.name_ko, scheme_en=framework.name_en,
        provider_name=certificate.provider_name, provider_name_en=certificate.provider_name_en, head_name=certificate.head_name,
        address=certificate.address, site_name=certificate.site_name, service=service.name_ko, service_en=service.name_en,
        valid_from=certificate.valid_from, valid_to=certificate.valid_to, issued_on=seoul_day(certificate.issued_at),
        framework_line_ko=line_ko, framework_line_en=line_en, issuers=_issuers_of(framework, agency),
        agency_lines_ko=_lines_of(agency, "ko"), agency_lines_en=_lines_of(agency, "en"), code=certificate.code,
        verify_url=verify_address(certificate.code), verify_shown=where_to_verify(), is_demo=settings.DEMO)


def _edition_lines(certificate):
    """2024년판 4개 영역 9개 항목 19개 지표, as many as are asked of this service; in both languages."""
    version = certificate.version
    if version is None:
        return "", ""
    indicators = Indicator.objects.visible_to(PRINTING).filter(version=version).select_related("criterion")
    asked = [indicator for indicator in indicators if indicator.is_asked_of(certificate.service_type.code)]
    criteria, areas = {indicator.criterion_id for indicator in asked}, {indicator.criterion.area_id for indicator in asked}
    return (f"{version.label_ko} {len(areas)}개 영역 {len(criteria)}개 항목 {len(asked)}개 지표",
            f"{version.label_en}: areas {len(areas)}, criteria {len(criteria)}, indicators {len(asked)}")


def _issuers_of(framework, agency):
    """Those the framework names; the agency alone where it names none."""
    issuers = Issuer.objects.visible_to(PRINTING).filter(framework=framework).order_by("position", "pk")[:2]
    named = tuple(Signs(issuer.name_ko, issuer.name_en, issuer.title_ko, issuer.title_en) for issuer in issuers)
    return named or (Signs(agency.name_ko, agency.name_en, f"{agency.name_ko}장", f"Director, {agency.name_en}"),)


def _lines_of(agency, language):
    with translation.override(language):
        return tuple(agency.name_lines)
