"""What a citizen asks the register for: taken from the address, never refused; what is unknown is left out."""
from dataclasses import dataclass
from urllib.parse import urlencode

from certification.queries import LISTED, MOST, PAGE, SORTS, STATUSES, Price
from core.typed import composed
from providers.models import Offering

LONGEST, FIRST_YEAR, LAST_YEAR, MOST_WON = 80, 2000, 2999, 100_000_000
# in this order in each address
PARAMETERS = ("q", "status", "service", "district", "agency", "year", "from", "to", "per", "sort", "page")


@dataclass(frozen=True)
class Wanted:
    words: str = ""
    statuses: tuple[str, ...] = LISTED
    services: tuple[str, ...] = ()          # codes
    place: str = ""                         # a district's code at an agency, an agency's slug for the nation
    by: str = "district"                    # the name of the parameter that narrows to a place
    year: int | None = None                 # of the first day
    price: Price | None = None
    sort: str = "name"
    page: int = 1

    @classmethod
    def of(cls, query, place):
        """From a QueryDict; `place` is the name of the parameter that narrows to a part."""
        return cls(
            words=" ".join(composed(query.get("q", ""))[:LONGEST].replace("\0", "").split()),
            statuses=tuple(status for status in STATUSES if status in query.getlist("status")) or LISTED,
            services=tuple(dict.fromkeys(query.getlist("service"))),
            place=query.get(place, ""), by=place,
            year=number_of(query.get("year", ""), FIRST_YEAR, LAST_YEAR),
            price=price_of(query),
            sort=query.get("sort") if query.get("sort") in SORTS else "name",
            page=page_of(query.get("page", "")),
        )

    @property
    def conditions(self):
        """How many were chosen besides the words."""
        return len(self.services) + bool(self.place) + (self.statuses != LISTED) + bool(self.year) + bool(self.price)

    @property
    def is_narrowed(self):
        return bool(self.words or self.conditions)

    def query(self, **other):
        """The whole search as it stands in an address, with something else here and there; begins with ? or is empty."""
        price = self.price or Price()
        asked = {"q": self.words, "status": self.statuses if self.statuses != LISTED else (), "service": self.services, self.by: self.place,
                 "year": self.year, "from": price.low, "to": price.high, "per": price.per,
                 "sort": self.sort if self.sort != "name" else "", "page": self.page if self.page > 1 else ""} | other
        pairs = [(name, value) for name in PARAMETERS for value in _several(asked.get(name)) if value not in ("", None)]
        return f"?{urlencode(pairs)}" if pairs else ""


def _several(value):
    return value if isinstance(value, tuple) else (value,)


def page_of(text):
    return min(max(int(text), 1), MOST // PAGE) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def number_of(text, least, most):
    """What somebody typed as a number: 60,000 and 60000 원 too; None if it is none or means nothing."""
    figures = text[:20].replace(",", "").replace(" ", "").removesuffix("원")
    return int(figures) if figures.isascii() and figures.isdigit() and least <= int(figures) <= most else None


def price_of(query):
    """From, to and what for, the two amounts in their order; None if nobody asked."""
    low, high = (number_of(query.get(name, ""), 0, MOST_WON) for name in ("from", "to"))
    if low is not None and high is not None and low > high:
        low, high = high, low
    per = query.get("per") if query.get("per") in Offering.Per.values else ""
    return Price(low, high, per) if per or low is not None or high is not None else None
