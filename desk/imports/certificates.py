"""Certificates that were issued before this system: one row for each, with a scan where there is one."""
from datetime import date
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from certification.queries import certificates_of_framework, framework_of
from certification.workflow import import_certificate
from core.calendar import years_less_a_day
from core.errors import Refused
from core.file_types import inspect
from core.tables import Column, Problem, day, text, whole
from core.typed import composed
from desk.imports.plan import Line, Numbered, Plan, districts_of, first_of_its_kind, number_column, phone, services
from providers.queries import there_with

WITH_SCANS = True
SENTENCES = {
    "ko": ["인증서 하나를 한 행에 적습니다. 제공기관은 사업자등록번호로 찾으므로 먼저 등록되어 있어야 합니다.",
           "인증서에 인쇄된 그대로 적습니다. 새로 발급하는 번호는 여기에 적은 일련번호 다음부터 이어집니다.",
           "스캔은 인증번호를 파일 이름으로 한 PDF(예: 제2024-001호.pdf)를 ZIP 하나로 묶어 함께 올립니다."],
    "en": ["One row for each certificate. The provider is found by its number and has to be entered before.",
           "Write what is printed on the certificate. New numbers continue after the serial numbers given here.",
           "Scans come along as one ZIP of PDFs, each named by the certificate's number, like 제2024-001호.pdf."],
}
HOLDER = ("provider_name", "head_name", "site_name", "address", "district", "phone", "service_type")
SAME = ("provider_name", "valid_from", "valid_to")


class Paper(NamedTuple):
    """What `carry` enters."""

    facts: dict
    scan: bytes | None
    scan_name: str


def columns(agency):
    return (
        Column("year", "연도", "Year", required=True, clean=whole(2000, 2100), width=8),
        Column("serial", "일련번호", "Serial number", required=True, clean=whole(1, 99_999), width=10, hint_ko="연도 안에서의 번호. 예: 1",
               hint_en="The number within the year."),
        Column("number_shown", "인증번호", "Number as printed", clean=text(40),
               hint_ko="인증서에 인쇄된 번호. 비우면 기관의 번호 형식으로 만듭니다.",
               hint_en="As printed. If empty it is made by the agency's pattern."),
        number_column(),
        Column("provider_name", "기관명", "Name of the organisation", required=True, clean=text(80)),
        Column("head_name", "대표자", "Representative", required=True, clean=text(60)),
        Column("site_name", "사업장명", "Site", required=True, clean=text(80)),
        Column("service_type", "서비스", "Service", required=True, choices=services(), width=30),
        Column("address", "주소", "Address", required=True, clean=text(260), width=40),
        Column("district", "시·군·구", "District", required=True, choices=districts_of(agency)),
        phone("phone", "전화번호", "Telephone"),
        Column("valid_from", "유효기간 시작일", "Valid from", required=True, clean=day, hint_ko="예: 2024-11-28",
               hint_en="Like 2024-11-28"),
        Column("valid_to", "유효기간 종료일", "Valid until", clean=day, empty=None, hint_ko="비우면 인증 기간으로 계산합니다.",
               hint_en="If empty it is counted by the term of the certification."),
    )


def plan(reading, columns, *, actor, scans=None):
    """What the file would do, in its order. `scans`: {name of a file: its bytes}."""
    framework = framework_of(actor)
    if framework is None:
        reading.problems.append(Problem(_("This agency has no certification scheme yet. Found it first, then bring its certificates in.")))
        return Plan()
    asked = Asked(reading, columns, actor, framework, dict(scans or {}))
    for row in reading.rows:
        asked.take(row)
    asked.refuse_scans_left()
    return asked.plan


class Asked:
    """The rows compared with each other, with what is entered, and with the scans."""

    def __init__(self, reading, columns, actor, framework, scans):
        self.reading, self.columns, self.framework, self.scans = reading, columns, framework, scans
        self.numbered, self.plan, self.seen = Numbered(reading, columns, actor), Plan(), {}
        self.there = there_with(actor, list(self.numbered.providers))
        known = list(certificates_of_framework(actor, framework))
        self.known = {(one.year, one.serial): one for one in known}
        self.living = [(one.offering_id, one.valid_from, min(one.valid_to, one.ended_on or date.max), one.number_shown)
                       for one in known if one.offering_id]

    def take(self, row):
        provider, before = self.numbered.find(row), len(self.reading.problems)
        first_of_its_kind(self.reading, self.columns, row, self.seen, (row["year"], row["serial"]), "serial")
        facts = self.facts_of(row, provider)
        known = self.known.get((row["year"], row["serial"]))
        if facts["valid_to"] < facts["valid_from"]:
            self.wrong(row, "valid_to", _("The last day lies before the first."))
        if known and any(getattr(known, name) != facts[name] for name in SAME):
            self.wrong(row, "serial", _("A certificate of this year and serial number is entered with other facts. "
                                        "Correct it on its own page, or this row."))
        elif not known:
            self.refuse_another(row, facts)
        scan_name, scan = self.scan_of(row, facts)
        if provider is None or len(self.reading.problems) > before:
            return
        detail = f"{row['service_type']} {facts['valid_from']} – {facts['valid_to']}"
        detail += f" · {_('with its scan')}" if scan else ""
        label = f"{facts['number_shown']} {row['provider_name']}"
        self.plan.lines.append(Line(row.number, "left" if known else "made", label, detail))
        if not known:
            self.plan.entries.append(Paper(facts, scan, scan_name))

    def wrong(self, row, column, sentence):
        self.reading.wrong(row, column, sentence, self.columns)

    def facts_of(self, row, provider):
        shown = self.framework.number(self.framework.number_shown, row["year"], row["serial"])
        offering = self.offering_of(row)
        site = offering.site if offering else None
        return {name: row[name] for name in HOLDER} | {
            "provider": provider, "framework": self.framework, "offering": offering, "year": row["year"], "serial": row["serial"],
            "number_shown": row["number_shown"] or shown, "valid_from": row["valid_from"], "shows_head_name": False,
            "provider_name_en": provider.name_en if provider else "", "latitude": site and site.latitude,
            "longitude": site and site.longitude,
            "valid_to": row["valid_to"] or years_less_a_day(row["valid_from"], self.framework.validity_years)}

    def offering_of(self, row):
        """The service at the site of that name, where both are entered."""
        there = self.there.get(row["number"])
        return there.offerings.get((row["site_name"], row["service_type"].pk)) if there else None

    def refuse_another(self, row, facts):
        if facts["offering"] is None:
            return
        for offering, begins, ends, number in self.living:
            if offering == facts["offering"].pk and begins <= facts["valid_to"] and facts["valid_from"] <= ends:
                self.wrong(row, "valid_from", _("This service holds the certificate %(number)s for that time.") % {"number": number})
        self.living.append((facts["offering"].pk, facts["valid_from"], facts["valid_to"], facts["number_shown"]))

    def scan_of(self, row, facts):
        """(name, bytes) of the scan that is named by the number, or ("", None)."""
        key = self.framework.number(self.framework.number_key, row["year"], row["serial"])
        wanted = {_plain(facts["number_shown"]), _plain(key)}
        name = next((name for name in self.scans if _plain(name.rpartition(".")[0]) in wanted), "")
        if not name:
            return "", None
        scan = self.scans.pop(name)
        try:
            if inspect(ContentFile(scan), name).kind != "pdf":
                raise Refused(_("The scan has to be a PDF."))
        except Refused as refusal:
            self.wrong(row, "number_shown", f"{name}: {refusal}")
        return name, scan

    def refuse_scans_left(self):
        for name in sorted(self.scans):
            self.reading.problems.append(Problem(
                _("The scan “%(name)s” fits no row. Name it by the number of its certificate.") % {"name": name}))


def _plain(name):
    return "".join(composed(name).split()).casefold()


def carry(plan, *, actor):
    for paper in plan.entries:
        scan = ContentFile(paper.scan, name=paper.scan_name) if paper.scan else None
        import_certificate(paper.facts | {"scan": scan}, actor=actor)
