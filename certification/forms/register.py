"""What a citizen asks the register for: taken from the address, never refused; what is unknown is left out."""
from dataclasses import dataclass

from certification.queries import LISTED, MOST, PAGE, SORTS, STATUSES
from core.typed import composed

LONGEST = 80


@dataclass(frozen=True)
class Wanted:
    words: str = ""
    statuses: tuple[str, ...] = LISTED
    services: tuple[str, ...] = ()          # codes
    place: str = ""                         # a district's code at an agency, an agency's slug for the nation
    sort: str = "name"
    page: int = 1

    @classmethod
    def of(cls, query, place):
        """From a QueryDict; `place` is the name of the parameter that narrows to a part."""
        return cls(
            words=" ".join(composed(query.get("q", ""))[:LONGEST].replace("\0", "").split()),
            statuses=tuple(status for status in STATUSES if status in query.getlist("status")) or LISTED,
            services=tuple(dict.fromkeys(query.getlist("service"))),
            place=query.get(place, ""),
            sort=query.get("sort") if query.get("sort") in SORTS else "name",
            page=page_of(query.get("page", "")),
        )

    @property
    def conditions(self):
        """How many were chosen besides the words."""
        return len(self.services) + bool(self.place) + (self.statuses != LISTED)


def page_of(text):
    return min(max(int(text), 1), MOST // PAGE) if text.isascii() and text.isdigit() and len(text) < 6 else 1
