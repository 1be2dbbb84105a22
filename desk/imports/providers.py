"""Providers with their sites and services: one row for each service at a site."""
from decimal import Decimal, InvalidOperation

from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from core.errors import Refused
from core.tables import Column, day, text
from desk.imports.plan import Line, Plan, districts_of, number_column, phone, services, validated
from providers import places
from providers.business_number import formatted
from providers.imports import LEFT, MADE, OfferingEntry, ProviderEntry, SiteEntry, compare
from providers.models import Provider, Site
from providers.models.provider import POSTCODE
from providers.queries import own_numbers, there_with
from providers.stages import Stage
from providers.workflow import import_providers

WITH_SCANS = False
SENTENCES = {
    "ko": ["서비스 하나를 한 행에 적습니다. 같은 기관의 서비스가 여럿이면 기관 내용을 행마다 똑같이 적습니다.",
           "사업장 칸을 비우면 기관의 주소와 전화를 사업장의 것으로 씁니다. 빈칸은 이미 입력된 내용을 지우지 않습니다."],
    "en": ["One row for each service. For several services of one provider repeat the provider's details in each row.",
           "Where the site's cells are empty, the provider's address and telephone are the site's. An empty cell never erases anything."],
}
PROVIDER = ("name", "name_en", "head_name", "phone", "email", "district", "postcode", "address_base", "address_detail")
SITE = {"site_phone": "phone", "site_district": "district", "site_postcode": "postcode", "site_base": "address_base",
        "site_detail": "address_detail", "latitude": "latitude", "longitude": "longitude"}


def columns(agency):
    districts = districts_of(agency)
    return (
        number_column(),
        Column("name", "기관명", "Name of the organisation", required=True, clean=text(80)),
        Column("name_en", "영문 기관명", "Name in English", clean=text(120)),
        Column("head_name", "대표자", "Representative", required=True, clean=text(60)),
        phone("phone", "전화번호", "Telephone", required=True),
        Column("email", "이메일", "E-mail", required=True, clean=validated(EmailValidator(), most=254)),
        Column("district", "시·군·구", "District", required=True, choices=districts),
        Column("postcode", "우편번호", "Postcode", required=True, clean=postcode),
        Column("address_base", "도로명주소", "Road-name address", required=True, clean=text(150), width=40),
        Column("address_detail", "상세주소", "Building, floor, room", clean=text(100)),
        Column("site", "사업장명", "Site", required=True, clean=text(80), hint_ko="하나뿐이면 ‘본점’이라고 적습니다.",
               hint_en="If there is only one: head office."),
        phone("site_phone", "사업장 전화번호", "Telephone of the site"),
        Column("site_district", "사업장 시·군·구", "District of the site", choices=districts, empty=None),
        Column("site_postcode", "사업장 우편번호", "Postcode of the site", clean=postcode),
        Column("site_base", "사업장 도로명주소", "Road-name address of the site", clean=text(150), width=40),
        Column("site_detail", "사업장 상세주소", "Building, floor, room of the site", clean=text(100)),
        Column("latitude", "위도", "Latitude", clean=degrees, empty=None, hint_ko="예: 35.152700", hint_en="Like 35.152700"),
        Column("longitude", "경도", "Longitude", clean=degrees, empty=None, hint_ko="예: 128.991200", hint_en="Like 128.991200"),
        Column("service", "서비스", "Service", choices=services(), empty=None, width=30,
               hint_ko="아직 없으면 비웁니다.", hint_en="Empty if there is none yet."),
        Column("registration_number", "제공자 등록번호", "Number of the provider registration", clean=text(30)),
        Column("registered_on", "등록일", "Registered on", clean=day, empty=None, hint_ko="예: 2024-03-11", hint_en="Like 2024-03-11"),
    )


def postcode(words):
    words = words.zfill(5) if words.isdigit() else words            # a number loses the zero in front
    POSTCODE(words)
    return words


def degrees(words):
    try:
        return Decimal(words).quantize(Decimal("0.000001"))
    except InvalidOperation:
        raise Refused(_("Write degrees as a decimal number, like 35.152700.")) from None


def plan(reading, columns, *, actor, scans=None):
    """What the file would do to each provider, in the order of the file."""
    entries = {}
    for row in reading.rows:
        if _is_right(reading, columns, row, entries):
            _take(row, entries)
    there, own = there_with(actor, list(entries)), own_numbers(actor)
    changes = compare(entries.values(), there)
    rows = {row.number: row for row in reading.rows}
    for change in changes:
        if sentence := _not_now(change, own):
            reading.wrong(rows[change.entry.row], "number", sentence, columns)
    lines = [Line(one.entry.row, one.action, f"{one.entry.facts['name']} ({formatted(one.entry.business_number)})", _detail(one))
             for one in changes]
    return Plan(lines, list(entries.values()))


def carry(plan, *, actor):
    import_providers(plan.entries, actor=actor)


def _facts(row):
    return {name: row[name] for name in PROVIDER}


def _site_facts(row):
    """A site has what its own cells say; an address of its own is whole or not at all."""
    facts = {theirs: row[mine] for mine, theirs in SITE.items()}
    if not row["site_base"]:
        facts |= {name: row[name] for name in ("district", "postcode", "address_base", "address_detail")}
    facts["phone"] = facts["phone"] or row["phone"]
    return facts


def _is_right(reading, columns, row, entries):
    """Nothing in the row contradicts itself or the rows above."""
    before = len(reading.problems)
    if row["site_base"] and not (row["site_district"] and row["site_postcode"]):
        reading.wrong(row, "site_district", _("An address of the site needs its district and its postcode."), columns)
    if (row["latitude"] is None) != (row["longitude"] is None):
        reading.wrong(row, "latitude", _("Latitude and longitude go together: fill in both or neither."), columns)
    elif row["latitude"] is not None and (sentence := places.problem(row["latitude"], row["longitude"])):
        reading.wrong(row, "latitude", sentence, columns)
    if entry := entries.get(row["number"]):
        _compare_with_above(reading, columns, row, entry)
    return len(reading.problems) == before


def _compare_with_above(reading, columns, row, entry):
    facts = {"row": entry.row}
    for name in PROVIDER:
        if row[name] != entry.facts[name]:
            reading.wrong(row, name, _("For the same number row %(row)s says something else.") % facts, columns)
    site = entry.sites.get(row["site"])
    if site and site.facts != _site_facts(row):
        reading.wrong(row, "site", _("For the same site row %(row)s says something else.") % {"row": site.row}, columns)
    if site and row["service"] and row["service"].pk in site.offerings:
        other = site.offerings[row["service"].pk].row
        reading.wrong(row, "service", _("The same stands in row %(row)s already.") % {"row": other}, columns)


def _take(row, entries):
    entry = entries.setdefault(row["number"], ProviderEntry(row.number, row["number"], _facts(row)))
    site = entry.sites.setdefault(row["site"], SiteEntry(row.number, row["site"], _site_facts(row)))
    if row["service"]:
        site.offerings[row["service"].pk] = OfferingEntry(row.number, row["service"], row["registration_number"], row["registered_on"])


def _not_now(change, own):
    """Why nothing may be entered for this provider by this person, or at all; or None."""
    if change.entry.business_number in own:
        return _("You belong to this provider. A colleague has to bring it in.")
    if change.action in (MADE, LEFT) or change.there.provider.stage == Stage.CONFIRMED:
        return None
    return _("This provider is entered already and its registration is “%(stage)s”. Only confirmed ones are changed here.") % {
        "stage": change.there.provider.get_stage_display()}


def _detail(change):
    """What would become different, by the names of the fields."""
    said = [] if change.action == MADE else [_labels(Provider, change.fields)] if change.fields else []
    said += [f"{site.name}: {_labels(Site, fields)}" for site, fields in change.site_fields]
    said += [_("new site %(name)s") % {"name": site.name} for site in change.new_sites]
    said += [_("new service %(name)s") % {"name": offering.service_type} for _site, offering in change.new_offerings]
    said += [f"{offering.service_type}: {_labels(type(offering), fields)}" for offering, fields in change.offering_fields]
    return " · ".join(said)


def _labels(model, fields):
    return ", ".join(str(model._meta.get_field(name).verbose_name) for name in fields)
