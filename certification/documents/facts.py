"""What stands on a certificate and a plaque, handed over complete: making the document looks nothing up."""
import re
from dataclasses import dataclass
from datetime import date

from core import codes

NUMBER = re.compile(r"제(.+)호")


@dataclass(frozen=True)
class Picture:
    """A seal or a mark that was brought, made anew by us: PNG, or SVG of plain shapes."""
    content: bytes
    extension: str                          # png, svg, jpg


@dataclass(frozen=True)
class Issuer:
    """One who certifies: the body, and the office whose seal is set, as it is written under a document (부산광역시 · 부산광역시장)."""
    name_ko: str
    name_en: str
    title_ko: str
    title_en: str
    seal: Picture | None = None             # none: drawn from the title


@dataclass(frozen=True)
class CertificateFacts:
    """English names may be empty: then the Korean stands."""
    number: str                             # 제2026-012호
    scheme_ko: str                          # 사회서비스 품질인증
    scheme_en: str
    provider_name: str
    head_name: str
    address: str
    service: str
    valid_from: date
    valid_to: date                          # the last day, included
    issued_on: date
    framework_line_ko: str                  # 2024년판 4개 영역 9개 항목 19개 지표
    framework_line_en: str
    issuers: tuple[Issuer, ...]             # one or two, in their order
    agency_lines_ko: tuple[str, ...]        # as the name breaks on a plaque: 부산광역시 / 사회서비스원
    agency_lines_en: tuple[str, ...]
    code: str                               # 13 characters, plain
    verify_url: str                         # what the QR code leads to
    verify_shown: str                       # where a person goes who types
    provider_name_en: str = ""
    head_name_en: str = ""
    address_en: str = ""
    service_en: str = ""
    site_name: str = ""                     # shown only where it is called otherwise than the provider
    site_name_en: str = ""
    mark: Picture | None = None             # none: the house's
    colour: str = ""                        # the hue of frame, band and titles; empty: the house's blue
    anew: str = ""                          # "reissued" or "corrected" where a certificate was made again; empty: the first
    anew_on: date | None = None             # the day of it
    is_demo: bool = False
    is_preview: bool = False                # to look at before anything is issued: says so across the page

    def __post_init__(self):
        if not 1 <= len(self.issuers) <= 2:
            raise ValueError("a certificate has one issuer or two")
        if codes.plain(self.code) != self.code:
            raise ValueError("not a code as core.codes makes them")

    def said(self, name, language):
        """`provider_name`, `service` … in the language, where there is such a text; else the Korean."""
        if language == "en":
            return getattr(self, f"{name}_en") or getattr(self, name, "") or getattr(self, f"{name}_ko", "")
        return getattr(self, f"{name}_ko", "") or getattr(self, name, "")

    def shown_number(self, language):
        """제2026-012호, in English No. 2026-012."""
        return NUMBER.sub(r"No. \1", self.number) if language == "en" else self.number

    @property
    def shown_code(self):
        return codes.formatted(self.code)

    def shown_site(self, language):
        return "" if self.site_name == self.provider_name else self.said("site_name", language)
