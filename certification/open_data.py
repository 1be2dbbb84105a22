"""What a row of the register says to programs: each fact once, with its meaning, for the API, the files and the data dictionary alike.

Only what the public pages show. The representative's name is left out: they agreed to stand on a page, not to travel in data.
"""
from typing import NamedTuple

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts import directory
from certification import reference
from core import clock
from core.tables import csv_lines


class Field(NamedTuple):
    key: str
    kind: str                   # text, day, number, yes or no, one of: as the dictionary says it
    meaning: object
    may_be_empty: bool = False


NATION = "Poom"                 # the source where all agencies speak at once
TEXT, DAY, NUMBER, YES_NO = _("text (characters)"), _("day (YYYY-MM-DD)"), _("number (digits)"), _("true or false")
FIELDS = (
    Field("number", TEXT, _("Key of the certificate, unique in the nation and never given again")),
    Field("number_shown", TEXT, _("The number as it stands on the certificate")),
    Field("status", TEXT, _("State on the day “as_of”: valid, expiring (valid, ends within 180 days), suspended, revoked, surrendered, "
                            "superseded, expired")),
    Field("as_of", DAY, _("The day in Seoul for which the state was worked out")),
    Field("agency", TEXT, _("Key of the agency that certified")),
    Field("agency_name_ko", TEXT, _("The agency in Korean")),
    Field("agency_name_en", TEXT, _("The agency in English")),
    Field("provider_name", TEXT, _("The provider as it was certified")),
    Field("provider_name_en", TEXT, _("The provider in English"), True),
    Field("site_name", TEXT, _("The site that was certified")),
    Field("service", TEXT, _("Key of the service")),
    Field("service_name_ko", TEXT, _("The service in Korean")),
    Field("service_name_en", TEXT, _("The service in English")),
    Field("district", TEXT, _("Administrative code of the district, five digits")),
    Field("district_name_ko", TEXT, _("The district in Korean")),
    Field("district_name_en", TEXT, _("The district in English")),
    Field("address", TEXT, _("Address of the site")),
    Field("phone", TEXT, _("Telephone of the site, digits only"), True),
    Field("latitude", NUMBER, _("Degrees north (WGS 84)"), True),
    Field("longitude", NUMBER, _("Degrees east (WGS 84)"), True),
    Field("scheme_ko", TEXT, _("The scheme in Korean")),
    Field("scheme_en", TEXT, _("The scheme in English")),
    Field("edition_ko", TEXT, _("Edition of the criteria in Korean; empty for some certificates from before this system"), True),
    Field("edition_en", TEXT, _("Edition of the criteria in English"), True),
    Field("is_sample", YES_NO, _("Whether the criteria are a sample and no agency's own")),
    Field("valid_from", DAY, _("First day of validity")),
    Field("valid_to", DAY, _("Last day of validity")),
    Field("last_day", DAY, _("Last day on which it is or was in force, as far as it is known")),
    Field("suspended_from", DAY, _("First day of the latest suspension"), True),
    Field("suspended_to", DAY, _("Last day of the latest suspension; empty: until further notice"), True),
    Field("ended_on", DAY, _("First day on which it is no more, where it ended early"), True),
    Field("ended_as", TEXT, _("How it ended early: revoked, surrendered, superseded"), True),
    Field("url", TEXT, _("Its page in the register")),
)
KEYS = tuple(field.key for field in FIELDS)
FROM_ENTRY = ("number", "number_shown", "provider_name", "provider_name_en", "site_name", "address", "phone", "scheme_ko", "scheme_en",
              "edition_ko", "edition_en", "is_sample", "valid_from", "valid_to", "last_day", "suspended_from", "suspended_to", "ended_on",
              "ended_as")
BESIDES = ("areas", "documents", "terms", "known_as", "picture", "head_name", "history", "code", "renewed_at")      # what no row says


def page_address(agency, number):
    return f"{settings.SITE_URL}{agency.prefix}register/{number}/"


class Rows:
    """Entries as rows of KEYS, on one day; agencies are asked of the directory."""

    def __init__(self, day=None):
        self.day = day or clock.today()

    @cached_property
    def agencies(self):
        return {agency.pk: agency for agency in directory.agencies()}

    def row(self, entry):
        """{key: text, date, float, bool or None}; an entry with its service and its district beside."""
        agency = self.agencies.get(entry.agency_id) or entry.agency         # opened this very second: not in the directory yet
        service, district = entry.service_type, entry.district
        said = {name: getattr(entry, name) for name in FROM_ENTRY} | {
            "status": str(entry.state_on(self.day)), "as_of": self.day,
            "agency": agency.slug, "agency_name_ko": agency.name_ko, "agency_name_en": agency.name_en,
            "service": service.code, "service_name_ko": service.name_ko, "service_name_en": service.name_en,
            "district": district.code, "district_name_ko": district.name_ko, "district_name_en": district.name_en,
            "latitude": None if entry.latitude is None else float(entry.latitude),
            "longitude": None if entry.longitude is None else float(entry.longitude),
            "url": page_address(agency, entry.number)}
        return {key: said[key] for key in KEYS}

    def cells(self, entry):
        """The same as cells of a table."""
        return [{True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
                for value in self.row(entry).values()]


def licence_said(source):
    """The licence with its words filled in, for the head of a file."""
    said = reference.licence()
    day = clock.today().isoformat()
    return said | {f"text_{language}": said[f"text_{language}"].format(source=source, day=day) for language in ("ko", "en")}


def csv_of(rows, day):
    """The whole as CSV, line by line."""
    said = Rows(day)
    return csv_lines(KEYS, (said.cells(entry) for entry in rows.iterator(chunk_size=500)))


def json_of(rows, day, source=NATION):
    """{"licence", "as_of", "certificates"}, row by row."""
    said, encoder = Rows(day), DjangoJSONEncoder(ensure_ascii=False)
    head = encoder.encode({"licence": licence_said(source), "as_of": day})
    yield f'{head[:-1]}, "certificates": ['
    for position, entry in enumerate(rows.iterator(chunk_size=500)):
        yield ("," if position else "") + "\n" + encoder.encode(said.row(entry))
    yield "\n]}\n"
