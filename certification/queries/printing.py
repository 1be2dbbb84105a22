"""What is printed: everything that a certificate's documents say and show, and the files for a printer."""
from dataclasses import replace

from django.conf import settings
from django.db.models.functions import Length
from django.utils import translation

from accounts.actors import Actor
from accounts.models import Emblem
from accounts.queries import emblem_of
from certification.documents import CertificateFacts, Picture, plaque_pdf, plate_pdf
from certification.documents import Issuer as Signs
from certification.models import Indicator, Issuer, RegisterEntry
from certification.queries.certificate import verify_address, where_to_verify
from certification.queries.framework import current_version
from core import clock
from core.calendar import years_less_a_day
from core.files import open_stored
from core.tenancy import current_agency
from core.wording import seoul_day

PRINTING = Actor.system("what is printed on a certificate")
SIZES = {"a3": plaque_pdf, "square": plate_pdf}             # what a plaque is ordered in
MOST_ISSUERS = 2
ONE_SYLLABLE, LONG_ENGLISH = "봄", ("The Busan Metropolitan City Child and Youth Emotional Development and Psychological Healing "
                                   "Cooperative, Haeundae Centre")
LONG_KOREAN = "사단법인 부산광역시 아동청소년 정서발달 및 심리치유지원 사회서비스 협동조합 해운대센터"
SAMPLES = ("longest", "syllable", "english")
CODE = "0" * 13                                             # of no certificate


def facts_of(certificate, revision=None):
    """Everything that its documents say, in both languages, with the seals, the mark and the colour of this moment; and that they are
    made anew, where a `revision` is why."""
    framework, service, agency = certificate.framework, certificate.service_type, certificate.agency
    line_ko, line_en = _edition_lines(certificate.version, service)
    return CertificateFacts(
        number=certificate.number_shown, scheme_ko=framework.name_ko, scheme_en=framework.name_en,
        provider_name=certificate.provider_name, provider_name_en=certificate.provider_name_en, head_name=certificate.head_name,
        address=certificate.address, site_name=certificate.site_name, service=service.name_ko, service_en=service.name_en,
        valid_from=certificate.valid_from, valid_to=certificate.valid_to, issued_on=seoul_day(certificate.issued_at),
        framework_line_ko=line_ko, framework_line_en=line_en, issuers=_issuers_of(framework, agency),
        agency_lines_ko=_lines_of(agency, "ko"), agency_lines_en=_lines_of(agency, "en"), code=certificate.code,
        verify_url=verify_address(certificate.code), verify_shown=where_to_verify(), is_demo=settings.DEMO,
        mark=_picture(framework.mark) or _emblem(Emblem.Kind.MARK), colour=framework.colour or agency.primary_colour,
        anew=revision.kind if revision else "", anew_on=seoul_day(revision.done_at) if revision else None)


def print_pdf(certificate, size, *, language="ko", marks=True):
    """The plaque (a3) or the plate (square) for a printer: bleed and crop marks, drawn at this moment, neither signed nor kept.
    ValueError for another size."""
    if size not in SIZES:
        raise ValueError(f"no plaque is made in this size: {size!r}")
    return SIZES[size](facts_of(certificate), language=language, marks=marks)


def issuers_of(actor, framework):
    """Those who sign, in their order."""
    issuers = Issuer.objects.visible_to(actor).filter(framework=framework).order_by("position", "pk")
    return list(issuers.select_related("seal__agency")[:MOST_ISSUERS])


def preview_facts(actor, framework, *, sample, issuers, service):
    """The facts of a certificate that nobody has: to see how the documents look. `issuers`: how many of them stand on it."""
    agency, today = current_agency(), clock.today()
    name, name_en = _name_to_show(actor, sample)
    line_ko, line_en = _edition_lines(current_version(actor, framework), service)
    signing = _issuers_of(framework, agency)
    if issuers > len(signing):
        signing += (Signs("○○광역시", "City of ○○", "○○광역시장", "Mayor of ○○"),)
    return CertificateFacts(
        number=framework.number(framework.number_shown, today.year, 0), scheme_ko=framework.name_ko, scheme_en=framework.name_en,
        provider_name=name, provider_name_en=name_en, head_name="홍길동", head_name_en="Hong Gildong",
        address=agency.address_ko or "○○로 000", address_en=agency.address_en, service=service.name_ko, service_en=service.name_en,
        valid_from=today, valid_to=years_less_a_day(today, framework.validity_years), issued_on=today,
        framework_line_ko=line_ko, framework_line_en=line_en, issuers=signing[-issuers:],
        agency_lines_ko=_lines_of(agency, "ko"), agency_lines_en=_lines_of(agency, "en"), code=CODE,
        verify_url=verify_address(CODE), verify_shown=where_to_verify(), is_preview=True,
        mark=_picture(framework.mark) or _emblem(Emblem.Kind.MARK), colour=framework.colour or agency.primary_colour)


def _name_to_show(actor, sample):
    if sample == "syllable":
        return ONE_SYLLABLE, "Bom"
    if sample == "english":
        return LONG_KOREAN, LONG_ENGLISH
    rows = RegisterEntry.objects.visible_to(actor).filter(agency=current_agency())
    longest = rows.order_by(Length("provider_name").desc(), "pk").first()
    return (longest.provider_name, longest.provider_name_en) if longest else (LONG_KOREAN, LONG_ENGLISH)


def _edition_lines(version, service):
    """2024년판 4개 영역 9개 항목 19개 지표, as many as are asked of this service; in both languages."""
    if version is None:
        return "", ""
    indicators = Indicator.objects.visible_to(PRINTING).filter(version=version).select_related("criterion")
    asked = [indicator for indicator in indicators if indicator.is_asked_of(service.code)]
    criteria, areas = {indicator.criterion_id for indicator in asked}, {indicator.criterion.area_id for indicator in asked}
    return (f"{version.label_ko} {len(areas)}개 영역 {len(criteria)}개 항목 {len(asked)}개 지표",
            f"{version.label_en}: areas {len(areas)}, criteria {len(criteria)}, indicators {len(asked)}")


def _issuers_of(framework, agency):
    """Those the framework names; the agency alone where it names none. The agency's head seals with the agency's own seal."""
    named = tuple(Signs(one.name_ko, one.name_en, one.title_ko, one.title_en, _picture(one.seal))
                  for one in issuers_of(PRINTING, framework))
    named = named or (Signs(agency.name_ko, agency.name_en, agency.head_title_ko, f"Director, {agency.name_en}"),)
    return tuple(replace(one, seal=_emblem(Emblem.Kind.SEAL)) if one.seal is None and one.title_ko == agency.head_title_ko else one
                 for one in named)


def _emblem(kind):
    found = emblem_of(PRINTING, kind)
    return _picture(found.file) if found else None


def _picture(stored):
    if stored is None:
        return None
    with open_stored(stored) as file:
        return Picture(file.read(), stored.extension)


def _lines_of(agency, language):
    with translation.override(language):
        return tuple(agency.name_lines)
