"""What a spreadsheet of the agency says of providers, compared with what is entered. Nothing here reads or writes a table."""
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from providers.models import Offering, Provider, ServiceType, Site

MADE, CHANGED, LEFT = "made", "changed", "left"


@dataclass
class OfferingEntry:
    row: int
    service_type: ServiceType
    registration_number: str = ""
    registered_on: date | None = None

    @property
    def facts(self):
        return {"registration_number": self.registration_number, "registered_on": self.registered_on}


@dataclass
class SiteEntry:
    row: int
    name: str
    facts: dict[str, Any]
    offerings: dict[int, OfferingEntry] = field(default_factory=dict)         # by the service's id


@dataclass
class ProviderEntry:
    """One provider of the spreadsheet, from as many rows as it has services."""

    row: int
    business_number: str
    facts: dict[str, Any]
    sites: dict[str, SiteEntry] = field(default_factory=dict)


@dataclass
class There:
    """A provider that is entered already, its sites by name, what is offered there by the service's id."""

    provider: Provider
    sites: dict[str, Site] = field(default_factory=dict)
    offerings: dict[tuple[str, int], Offering] = field(default_factory=dict)


@dataclass
class Change:
    """What an entry would do: nothing is in it that is there already as the entry says."""

    entry: ProviderEntry
    there: There | None
    fields: dict[str, Any] = field(default_factory=dict)
    new_sites: list[SiteEntry] = field(default_factory=list)
    site_fields: list[tuple[Site, dict[str, Any]]] = field(default_factory=list)
    new_offerings: list[tuple[str, OfferingEntry]] = field(default_factory=list)            # (name of the site, …)
    offering_fields: list[tuple[Offering, dict[str, Any]]] = field(default_factory=list)

    @property
    def action(self):
        if self.there is None:
            return MADE
        return CHANGED if any((self.fields, self.new_sites, self.site_fields, self.new_offerings, self.offering_fields)) else LEFT


def compare(entries, there):
    """[Change] in the order of the entries; `there`: {business number: There}."""
    return [_compared(entry, there.get(entry.business_number)) for entry in entries]


def _compared(entry, there):
    change = Change(entry, there, fields=_differing(there.provider, entry.facts) if there else dict(entry.facts))
    for name, site in entry.sites.items():
        known = there.sites.get(name) if there else None
        if known is None:
            change.new_sites.append(site)
        elif fields := _differing(known, site.facts):
            change.site_fields.append((known, fields))
        for service, offering in site.offerings.items():
            offered = there.offerings.get((name, service)) if there else None
            if offered is None:
                change.new_offerings.append((name, offering))
            elif fields := _differing(offered, offering.facts):
                change.offering_fields.append((offered, fields))
    return change


def _differing(row, facts):
    """An empty cell leaves what is there."""
    return {name: value for name, value in facts.items() if value not in ("", None) and getattr(row, name) != value}
