"""No result is no empty page: what may have been meant, and where there is something."""
from collections import Counter
from dataclasses import replace

from django.utils.functional import cached_property

from certification import cartogram, queries
from certification.forms.register import Wanted
from certification.queries import LISTED
from certification.views.register_parts import service_name
from core.addresses import national_url
from core.codes import plain
from core.keyboard import as_korean

MOST_SHOWN = 5


class Instead:
    """Asked only where nothing was found, and at most two more questions to the database."""

    def __init__(self, agency, wanted, facets):
        self.agency, self.wanted, self.facets = agency, wanted, facets

    @property
    def is_narrowed(self):
        return self.wanted.is_narrowed

    @cached_property
    def typed(self):
        """What the same keys write in Korean: (words, where they are looked for), or None."""
        korean = as_korean(self.wanted.words) if self.wanted.words.isascii() else ""
        return (korean, replace(self.wanted, words=korean, page=1).query()) if korean else None

    @cached_property
    def certificates(self):
        """Certificates that may have been meant: by the code of a plaque, or by a number that looks like it."""
        words = self.wanted.words
        entry = queries.entry_by_code(plain(words)) if plain(words) else None
        return [entry] if entry else queries.entries_like_number(words, self.agency)

    @property
    def is_number(self):
        return bool(self.certificates) or queries.number_typed(self.wanted.words) is not None

    @cached_property
    def _pairs(self):
        if self.is_number or not (self.facets.place or self.facets.service_ids):
            return []
        return queries.found_elsewhere(self.agency, self.wanted, self.wanted.by)

    @cached_property
    def places(self):
        """[(name, how many, address)] of other districts or agencies that have it, what touches the chosen one first."""
        facets, services = self.facets, self.facets.service_ids
        if not facets.place:
            return []
        counts = Counter(place for place, service in self._pairs if not services or service in services)
        near = cartogram.neighbours(facets.key_of(facets.place), facets.layout())
        ranked = sorted((pk for pk in counts if pk in facets.places),
                        key=lambda pk: (facets.key_of(facets.places[pk]) not in near, -counts[pk], pk))
        return [(str(facets.places[pk]), counts[pk], replace(self.wanted, place=facets.key_of(facets.places[pk]), page=1).query())
                for pk in ranked[:MOST_SHOWN]]

    @cached_property
    def services(self):
        """[(name, how many, address)] of other services that the same place has."""
        place, names, column = self.facets.place and self.facets.place.pk, self.facets.tally.names, service_name()
        if not self.facets.service_ids:
            return []
        counts = Counter(service for at, service in self._pairs if not place or at == place)
        return [(names[pk][column], count, replace(self.wanted, services=(names[pk]["service_type__code"],), page=1).query())
                for pk, count in counts.most_common(MOST_SHOWN) if pk in names]

    @property
    def nation(self):
        """The same words at all agencies."""
        return national_url("national_register") + Wanted(words=self.wanted.words).query()

    @property
    def without_conditions(self):
        """The words alone, if there was anything besides."""
        if not (self.wanted.words and self.wanted.conditions):
            return ""
        return replace(self.wanted, statuses=LISTED, services=(), place="", year=None, price=None, page=1).query()
