"""The list of the register: what is found, how many there are of what, and what was given over the years."""
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, CharField, Count, Q, Value, When, Window
from django.db.models.functions import ExtractYear

from certification.models.register import narrowed_by
from certification.queries.register import (
    BESIDES,
    EXPIRING_SOON,
    LISTED,
    MOST,
    PAGE,
    SORTS,
    VALID,
    conditions,
    entries,
    months_of_their_own,
)
from core import clock
from core.search import wanted_terms
from core.statements import Blank, is_any, written_once

SHOWN = (                                       # what a row of the list says
    "agency", "number", "number_shown", "provider_name", "provider_name_en", "address", "phone", "latitude", "longitude", "service_type",
    "history", "price_low", "price_high", "price_per", "valid_from", "valid_to", "suspended_from", "suspended_to", "ended_on", "ended_as",
)


class Price(NamedTuple):
    """What somebody wants to pay, in won; a price range that overlaps is found."""

    low: int | None = None
    high: int | None = None
    per: str = ""

    @property
    def condition(self):
        wanted = Q()                                        # who states no price is in no range: nothing compares with it
        if self.low is not None:
            wanted &= Q(price_high__gte=self.low)
        if self.high is not None:
            wanted &= Q(price_low__lte=self.high)
        return wanted & Q(price_per=self.per) if self.per else wanted


class Narrowed(NamedTuple):
    """What a list is narrowed by besides its words: the shape of its statement."""

    agency: int | None = None
    statuses: tuple[str, ...] = LISTED
    services: tuple[int, ...] = ()
    district: int | None = None
    year: int | None = None
    price: Price | None = None
    sort: str = "name"

    def rows(self, terms=None, day=None):
        by_status = conditions(day or clock.today())
        wanted = Q()
        for status in self.statuses:
            wanted |= by_status[status]
        if self.agency:
            wanted &= Q(agency=self.agency)
        if self.services:
            wanted &= Q(service_type__in=self.services)
        if self.district:
            wanted &= Q(district=self.district)
        if self.year:
            wanted &= Q(valid_from__year=self.year)
        if self.price:
            wanted &= self.price.condition
        if terms:
            wanted &= Q(terms__contains=terms)
        return entries().filter(wanted).defer(*BESIDES).order_by(*SORTS.get(self.sort, SORTS["name"]))

    def terms_of(self, words):
        """None, or what a row must have: the same conditions are terms too, so that one index answers them together."""
        chosen = [("agency", self.agency), ("district", self.district),
                  ("service_type", self.services[0] if len(self.services) == 1 else None)]
        terms = wanted_terms(words) if words else []
        return terms + [narrowed_by(name, pk) for name, pk in chosen if pk] if terms else None


def narrowed(agency=None, *, statuses=LISTED, services=(), district=None, year=None, price=None, sort="name"):
    return Narrowed(agency and agency.pk, tuple(statuses), tuple(services), district and district.pk, year, price, sort)


def register_found(agency=None, *, words="", **conditions):
    """Rows of an agency, or of all: every word stands in what it is found by, any of the statuses is true today."""
    wanted = narrowed(agency, **conditions)
    return wanted.rows(wanted.terms_of(words))


def counted(rows):
    """How many, at most one more than are paged."""
    return rows.order_by()[:MOST + 1].count()


def page_listed(wanted, start):
    """A page's rows of a list that no words narrow, read in its order."""
    return _listed(wanted, clock.today(), months_of_their_own()).rows(start, PAGE)


@written_once
def _listed(wanted, day, months):
    return wanted.rows(day=day).only(*SHOWN)


def page_found(wanted, words, number):
    """(a page's rows, how many there are, at most one more than are paged). The last page, if there are fewer."""
    terms = wanted.terms_of(words)
    page = _found(wanted, bool(terms), clock.today(), months_of_their_own()).rows((number - 1) * PAGE, PAGE, terms=terms)
    if not page and number > 1:
        count = counted(wanted.rows(terms))
        return page_found(wanted, words, -(-min(count, MOST) // PAGE)) if count else ([], 0)
    return page, page[0].found if page else 0


@written_once
def _found(wanted, has_words, day, months):
    """A thousand and one are taken in any order and sorted afterwards: an index of names that is walked until a rare word comes by is
    slow."""
    rows = wanted.rows(Blank("terms") if has_words else None, day)
    hits = ArraySubquery(rows.order_by().values("pk")[:MOST + 1])
    return entries().filter(is_any("pk", hits)).annotate(found=Window(Count("*"))).only(*SHOWN).order_by(*rows.query.order_by)


@lru_cache(maxsize=64)
def register_counts(agency_id, generation, day):
    """[{status, year, service_type, its names, district, agency, count}] of an agency or of all. Asked again when the pages are made anew.

    `generation` is what the public pages depend on: it only says until when the answer holds.
    """
    whens = [When(condition, then=Value(status)) for status, condition in conditions(day).items()]
    rows = entries().filter(agency=agency_id) if agency_id else entries()
    rows = rows.annotate(status=Case(*whens, default=Value(""), output_field=CharField())).exclude(status="").order_by()
    return list(rows.annotate(year=ExtractYear("valid_from")).values(
        "status", "year", "service_type", "service_type__code", "service_type__name_ko", "service_type__name_en", "service_type__position",
        "agency" if agency_id is None else "district").annotate(count=Count("pk")))


class Tally(NamedTuple):
    """How many stand in the list, by each of what narrows it; summed once, since every page says it."""

    rows: list                              # of register_counts
    statuses: Counter                       # all of them; the others count what a list shows that nobody narrowed
    services: Counter
    places: Counter
    years: Counter
    names: dict                             # {service's pk: a row with its names}, in the order of the services

    @property
    def valid(self):
        return self.statuses[VALID] + self.statuses[EXPIRING_SOON]


@lru_cache(maxsize=64)
def register_tally(agency_id, generation, day):
    rows = register_counts(agency_id, generation, day)
    tally = Tally(rows, Counter(), Counter(), Counter(), Counter(), {row["service_type"]: row for row in sorted(
        rows, key=lambda row: (row["service_type__position"], row["service_type__code"]))})
    for row in rows:
        tally.statuses[row["status"]] += row["count"]
        if row["status"] in LISTED:
            tally.services[row["service_type"]] += row["count"]
            tally.places[row["agency" if agency_id is None else "district"]] += row["count"]
            tally.years[row["year"]] += row["count"]
    return tally


@lru_cache(maxsize=64)
def register_given(agency_id, generation, day):
    """[{agency, year, service_type, its names, given, valid}]: certificates ever given by the year of their first day, and how many of
    these are in force today. Those revoked long ago count too: they were given."""
    now = conditions(day)
    rows = entries().filter(valid_from__lte=day, **({"agency": agency_id} if agency_id else {})).order_by()
    return list(rows.annotate(year=ExtractYear("valid_from")).values(
        "agency", "year", "service_type__code", "service_type__name_ko", "service_type__name_en",
        "service_type__position").annotate(
            given=Count("pk"), valid=Count("pk", filter=now[VALID] | now[EXPIRING_SOON])))


@lru_cache(maxsize=64)
def providers_ever(agency_id, generation, day):
    """How many providers were ever certified."""
    rows = entries().filter(valid_from__lte=day, **({"agency": agency_id} if agency_id else {}))
    return rows.aggregate(count=Count("provider", distinct=True))["count"]
