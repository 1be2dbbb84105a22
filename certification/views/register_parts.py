"""What stands beside the list of the register: how many there are of what, and its pages."""
from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from accounts.models import District
from certification.queries import LISTED, MOST, PAGE, STATUSES


class Facets:
    """Counts of the whole register of this place, whatever is being looked for; and what the chosen ones mean in the database."""

    def __init__(self, counts, wanted, by, places):
        self.counts, self.wanted, self.by, self.places = counts, wanted, by, places

    @cached_property
    def place(self):
        """The chosen district or agency, or None."""
        key = "code" if self.by == "district" else "slug"
        return next((place for place in self.places.values() if getattr(place, key) == self.wanted.place), None)

    @cached_property
    def service_ids(self):
        return tuple({row["service_type"] for row in self.counts if row["service_type__code"] in self.wanted.services})

    @property
    def is_nowhere(self):
        """Asked for what the register does not have."""
        return bool((self.wanted.services and not self.service_ids) or (self.wanted.place and not self.place))

    @cached_property
    def counted(self):
        """How many the conditions without words leave."""
        place, services = self.place and self.place.pk, self.service_ids
        return 0 if self.is_nowhere else sum(
            row["count"] for row in self.counts
            if row["status"] in self.wanted.statuses and (not services or row["service_type"] in services)
            and (not place or row[self.by] == place))

    @property
    def valid(self):
        """How many are in force now."""
        return sum(row["count"] for row in self.counts if row["status"] in ("valid", "expiring"))

    def statuses(self):
        """[(status, its word, count, chosen)]"""
        words = status_words()
        return [(status, words[status], self._sum(status=status), status in self.wanted.statuses) for status in STATUSES]

    def services(self):
        """[(code, row with its names, count in the list, chosen)], in the order of the services."""
        known = {row["service_type"]: row for row in self.counts}
        rows = sorted(known.values(), key=lambda row: (row["service_type__position"], row["service_type__code"]))
        chosen = self.wanted.services
        return [(row["service_type__code"], row, self._sum(service_type=row["service_type"]), row["service_type__code"] in chosen)
                for row in rows]

    def parts(self):
        """[(code or slug, place, count in the list, chosen)]; a district where nothing is certified is named too, an agency is not."""
        found = [(place.code if isinstance(place, District) else place.slug, place, self._sum(**{self.by: pk}), place == self.place)
                 for pk, place in self.places.items()]
        return found if self.by == "district" else [part for part in found if part[2] or part[3]]

    def _sum(self, **wanted):
        wanted.setdefault("status", None)
        status = wanted.pop("status")
        return sum(row["count"] for row in self.counts
                   if (row["status"] == status if status else row["status"] in LISTED)
                   and all(row[name] == value for name, value in wanted.items()))


def status_words():
    return {"valid": _("valid"), "expiring": _("expiring soon"), "suspended": _("suspended"), "revoked": _("revoked"),
            "expired": _("expired or ended")}


def pages_of(count, number):
    """The page of a list of which at most MOST rows are paged."""
    paginator = Paginator(range(min(count, MOST)), PAGE)
    page = paginator.get_page(number)
    page.is_cut = count > MOST
    return page
