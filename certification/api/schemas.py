"""What programs ask and what they are answered, as OpenAPI says it."""
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from certification.models import RegisterChange
from certification.queries import LAST_PAGE

Status = Literal["valid", "expiring", "suspended", "revoked", "expired"]
State = Literal["upcoming", "valid", "expiring", "suspended", "revoked", "surrendered", "superseded", "expired"]
KEY, DISTRICT = r"^[a-z0-9][a-z0-9-]{0,39}$", r"^[0-9]{5}$"


class Asked(Schema):
    """The filters of the register's page."""

    q: str = Field("", max_length=80, description="Words: name, service, place, number")
    agency: str = Field("", pattern=rf"{KEY}|^$", description="Key of an agency")
    district: str = Field("", pattern=rf"{DISTRICT}|^$", description="Administrative code of a district")
    service: list[str] = Field([], max_length=20, description="Keys of services; several: any of them")
    status: list[Status] = Field([], max_length=5, description="Several: any of them; none: all but expired")
    sort: Literal["name", "newest"] = "name"
    page: int = Field(1, ge=1, le=LAST_PAGE, description="One hundred rows each")


class Since(Schema):
    since: str = Field("", max_length=80, description="The `next` of the page before; empty: from the beginning")


class Said(Schema):
    model_config = ConfigDict(extra="forbid")


class Licence(Said):
    code: str
    name_ko: str
    name_en: str
    url: str
    text_ko: str
    text_en: str


class Certificate(Said):
    """See the data dictionary."""

    number: str
    number_shown: str
    status: State
    as_of: date
    agency: str
    agency_name_ko: str
    agency_name_en: str
    provider_name: str
    provider_name_en: str
    site_name: str
    service: str
    service_name_ko: str
    service_name_en: str
    district: str
    district_name_ko: str
    district_name_en: str
    address: str
    phone: str
    latitude: float | None
    longitude: float | None
    scheme_ko: str
    scheme_en: str
    edition_ko: str
    edition_en: str
    is_sample: bool
    valid_from: date
    valid_to: date
    last_day: date
    suspended_from: date | None
    suspended_to: date | None
    ended_on: date | None
    ended_as: str
    url: str


class Event(Said):
    kind: str
    on: date
    until: date | None
    reason: str


class IndicatorFound(Said):
    code: str
    name_ko: str
    name_en: str


class AreaFound(Said):
    code: str
    name_ko: str
    name_en: str
    plain_ko: str
    plain_en: str
    indicators: list[IndicatorFound]


class Document(Said):
    """A certificate as it was issued: the hash of its bytes."""

    language: str
    version: int
    sha256: str
    made_on: date | None


class CertificateDetail(Certificate):
    verify_url: str
    history: list[Event]
    areas: list[AreaFound]
    documents: list[Document]


class Certificates(Said):
    count: int = Field(description="How many were found, at most 1001: then narrow the search")
    page: int
    next: str | None = Field(description="Address of the next page")
    licence: Licence
    certificates: list[Certificate]


class Agency(Said):
    key: str
    name_ko: str
    name_en: str
    kind: Literal["provincial", "central"]
    province: str
    domain: str
    closed_on: date | None
    url: str
    register_url: str


class Agencies(Said):
    agencies: list[Agency]


class Service(Said):
    key: str
    name_ko: str
    name_en: str
    is_sample: bool


class Services(Said):
    services: list[Service]


class Edition(Said):
    id: UUID
    agency: str
    name_ko: str
    name_en: str
    label_ko: str
    label_en: str
    is_sample: bool
    published_on: date
    url: str


class Editions(Said):
    frameworks: list[Edition]


class Indicator(Said):
    code: str
    name_ko: str
    name_en: str
    question_ko: str
    question_en: str
    description_ko: str
    description_en: str
    legal_basis: str
    services: list[str]


class Criterion(Said):
    code: str
    name_ko: str
    name_en: str
    indicators: list[Indicator]


class Area(Said):
    code: str
    name_ko: str
    name_en: str
    description_ko: str
    description_en: str
    criteria: list[Criterion]


class EditionWhole(Edition):
    areas: list[Area]


class Change(Said):
    number: str
    agency: str
    kind: Literal[tuple(RegisterChange.Kind.values)]
    at: datetime
    url: str


class Changes(Said):
    changes: list[Change]
    next: str = Field(description="Ask with it again; it stays the same while nothing happens")
    more: bool = Field(description="Whether more is waiting already")


class Counted(Said):
    agency: str
    service: str
    valid: int
    expiring: int
    suspended: int
    revoked: int
    expired: int


class Year(Said):
    year: int
    agency: str
    service: str
    count: int


class Statistics(Said):
    as_of: date
    valid_now: int = Field(description="In force today, those that end soon included")
    ever_certified: int = Field(description="All that ever began, whatever became of them")
    now: list[Counted]
    by_year: list[Year]


class Snapshot(Said):
    month: str
    form: Literal["csv", "json"]
    taken_on: date
    count: int
    size: int
    sha256: str
    url: str


class Snapshots(Said):
    licence: Licence
    snapshots: list[Snapshot]


class WrongParameter(Said):
    parameter: str
    detail: str


class ProblemSaid(Said):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str = ""
    errors: list[WrongParameter] = []
