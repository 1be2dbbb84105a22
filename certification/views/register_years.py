"""What was certified over the years, and what of it is in force: figures, and the bars that draw them."""
from collections import defaultdict

from django.utils.functional import cached_property

from certification import queries
from certification.views.register_parts import service_name

WIDTH, HIGH, FIGURE = 360, 70, 44      # as wide as a phone: a name, below it bars for what was given and what of it is valid


class Years:
    """`agencies`: for the nation, so that each says its own."""

    def __init__(self, agency_id, generation, day, agencies=()):
        self.asked, self.day, self.agencies = (agency_id, generation, day), day, agencies

    @cached_property
    def rows(self):
        return queries.register_given(*self.asked)

    @property
    def providers(self):
        return queries.providers_ever(*self.asked)

    @property
    def given(self):
        return sum(row["given"] for row in self.rows)

    @property
    def valid(self):
        return sum(row["valid"] for row in self.rows)

    def by_year(self):
        return self._summed(lambda row: row["year"])

    def by_service(self):
        names = {row["service_type__code"]: (row["service_type__position"], row[service_name()]) for row in self.rows}
        return [figure | {"name": names[figure["key"]][1]} for figure in
                sorted(self._summed(lambda row: row["service_type__code"]), key=lambda figure: names[figure["key"]])]

    def by_agency(self):
        """[(agency, given, valid)] of those that have given any."""
        figures = {figure["key"]: figure for figure in self._summed(lambda row: row["agency"])}
        return [(agency, figures[agency.pk]["given"], figures[agency.pk]["valid"]) for agency in self.agencies if agency.pk in figures]

    def year_chart(self):
        return drawn([figure | {"name": str(figure["key"])} for figure in self.by_year()])

    def service_chart(self):
        return drawn(self.by_service())

    def _summed(self, key):
        found = defaultdict(lambda: {"given": 0, "valid": 0})
        for row in self.rows:
            for kind in ("given", "valid"):
                found[key(row)][kind] += row[kind]
        return [{"key": one} | figures for one, figures in sorted(found.items())]


def drawn(figures):
    """Where each pair of bars stands; the longest is as wide as there is room beside its figure."""
    most, room = max((figure["given"] for figure in figures), default=0) or 1, WIDTH - FIGURE
    bars = [figure | {"y": HIGH * at, "given_width": room * figure["given"] // most, "valid_width": room * figure["valid"] // most}
            for at, figure in enumerate(figures)]
    return {"width": WIDTH, "height": HIGH * len(figures), "row": HIGH, "bars": bars}
