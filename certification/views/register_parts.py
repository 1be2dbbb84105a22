"""What stands beside the list of the register: how many there are of what, where they lie, and its pages."""
from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from certification import cartogram
from certification.queries import MOST, PAGE, STATUSES
from providers.models import Offering


class Facets:
    """Counts of the whole register of this place, whatever is being looked for; and what the chosen ones mean in the database."""

    def __init__(self, tally, wanted, places):
        self.tally, self.wanted, self.places, self.by = tally, wanted, places, wanted.by

    @property
    def valid(self):
        return self.tally.valid

    @property
    def is_empty(self):
        return not self.tally.rows

    def key_of(self, place):
        """As it stands in an address."""
        return place.code if self.by == "district" else place.slug

    @cached_property
    def place(self):
        """The chosen district or agency, or None."""
        return next((place for place in self.places.values() if self.key_of(place) == self.wanted.place), None)

    @cached_property
    def service_ids(self):
        return tuple(pk for pk, row in self.tally.names.items() if row["service_type__code"] in self.wanted.services)

    @property
    def is_nowhere(self):
        """Asked for what the register does not have."""
        return bool((self.wanted.services and not self.service_ids) or (self.wanted.place and not self.place))

    @cached_property
    def counted(self):
        """How many the conditions without words and price leave."""
        statuses, services, year = self.wanted.statuses, self.service_ids, self.wanted.year
        if self.is_nowhere:
            return 0
        if not (services or year or self.place):
            return sum(self.tally.statuses[status] for status in statuses)
        place = self.place and self.place.pk
        return sum(row["count"] for row in self.tally.rows
                   if row["status"] in statuses and (not services or row["service_type"] in services)
                   and (not place or row[self.by] == place) and (not year or row["year"] == year))

    def statuses(self):
        """[(status, its word, count, chosen)]"""
        words, chosen = status_words(), self.wanted.statuses
        return [(status, words[status], self.tally.statuses[status], status in chosen) for status in STATUSES]

    def services(self):
        """[(code, name, count in the list, chosen)], in the order of the services."""
        name = service_name()
        return [(row["service_type__code"], row[name], self.tally.services[pk], pk in self.service_ids)
                for pk, row in self.tally.names.items()]

    def years(self):
        """[(year, its words, chosen)], the newest first."""
        return [(year, f"{year} ({count})", year == self.wanted.year) for year, count in sorted(self.tally.years.items(), reverse=True)]

    @cached_property
    def parts(self):
        """[(code or slug, name, count in the list, chosen)]; a district where nothing is certified is named too, an agency is not."""
        english, counts, chosen = get_language() == "en", self.tally.places, self.place
        found = [(self.key_of(place), place.name_en if english else place.name_ko, counts[pk], place is chosen)
                 for pk, place in self.places.items()]
        return found if self.by == "district" else [part for part in found if part[2] or part[3]]

    def options(self):
        return [(code, f"{name} ({count})", chosen) for code, name, count, chosen in self.parts]

    def layout(self):
        """{code of a district or slug of an agency: its cell}; empty where nobody has drawn one."""
        if self.by == "district":
            first = next(iter(self.places.values()), None)
            return cartogram.OF_PROVINCE.get(first.code[:2], {}) if first else {}
        cells = {}
        for agency in self.places.values():
            cell = agency.province and cartogram.NATION.get(agency.province.code)
            if cell and cell not in cells.values():
                cells[agency.slug] = cell
        return cells

    def units(self):
        return [(per, label, per == (self.wanted.price and self.wanted.price.per)) for per, label in Offering.Per.choices]


def service_name():
    """Which column of a service's names the page shows."""
    return "service_type__name_en" if get_language() == "en" else "service_type__name_ko"


def status_words():
    return {"valid": _("valid"), "expiring": _("expiring soon"), "suspended": _("suspended"), "revoked": _("revoked"),
            "expired": _("expired or ended")}


def pages_of(count, number):
    """The page of a list of which at most MOST rows are paged."""
    page = Paginator(range(min(count, MOST)), PAGE).get_page(number)
    page.is_cut = count > MOST
    return page


