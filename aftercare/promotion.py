"""Words for a certified provider's own pages and prints, in both languages; only while the certificate is in force."""
from dataclasses import dataclass

from certification.queries import verify_address
from core.tenancy import current_agency
from core.wording import day_in_words


@dataclass(frozen=True)
class Text:
    language: str               # ko or en
    title: str
    words: str


LONG = {
    "ko": "{provider}의 {service}({site})는 {agency}의 사회서비스 품질인증을 받았습니다(인증번호 {number}). "
          "인증은 {to}까지 유효하며, 현재 상태는 {check} 에서 확인하실 수 있습니다.",
    "en": "{service} of {provider} ({site}) holds the social service quality certificate of {agency} (no. {number}). "
          "It is valid until {to}; its state can be checked at any time at {check}"}
SHORT = {"ko": "{agency} 사회서비스 품질인증 제공기관 · {service} · {number}",
         "en": "Quality certified by {agency} · {service} · {number}"}
TITLES = {"ko": ("홈페이지용 소개글", "전단·명함용 한 줄"), "en": ("Introduction for your website", "One line for leaflets and cards")}


def texts_for(certificate):
    """[Text]; nothing while it is not in force."""
    if not certificate.is_in_force:
        return []
    found, agency, service = [], current_agency(), certificate.service_type
    for language in ("ko", "en"):
        facts = {
            "agency": getattr(agency, f"name_{language}"), "service": getattr(service, f"name_{language}"), "site": certificate.site_name,
            "provider": certificate.provider_name_en if language == "en" and certificate.provider_name_en else certificate.provider_name,
            "number": certificate.number_shown, "to": day_in_words(certificate.valid_to, language),
            "check": verify_address(certificate.code)}
        found += [Text(language, title, words.format(**facts))
                  for title, words in zip(TITLES[language], (LONG[language], SHORT[language]), strict=True)]
    return found
