"""What three years must bring, by plain dates: nothing of the house is asked, also not which days are holidays."""
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
PLAN = (-180, -90, -30, -7, 0, 7, 14)                   # the ladder of a duty
LISTED = {                                              # public holidays that are no Saturday or Sunday
    2024: "1.1 2.9 2.12 3.1 4.10 5.6 5.15 6.6 8.15 9.16 9.17 9.18 10.1 10.3 10.9 12.25",
    2025: "1.1 1.27 1.28 1.29 1.30 3.3 5.5 5.6 6.3 6.6 8.15 10.3 10.6 10.7 10.8 10.9 12.25",
    2026: "1.1 2.16 2.17 2.18 3.2 5.1 5.5 5.25 6.3 7.17 8.17 9.24 9.25 10.5 10.9 12.25",
    2027: "1.1 2.8 2.9 3.1 5.3 5.5 5.13 7.19 8.16 9.14 9.15 9.16 10.4 10.11 12.27",
    2028: "1.26 1.27 1.28 3.1 4.12 5.1 5.2 5.5 6.6 7.17 8.15 10.2 10.3 10.4 10.5 10.9 12.25",
}
HOLIDAYS = {date(year, *map(int, day.split("."))) for year, days in LISTED.items() for day in days.split()}
DOWN = [(date(2024, 11, 4), date(2024, 11, 7)), (date(2025, 5, 22), date(2025, 5, 25)), (date(2025, 9, 30), date(2025, 10, 3)),
        (date(2025, 12, 30), date(2026, 1, 2)), (date(2026, 7, 30), date(2026, 8, 2)), (date(2028, 2, 28), date(2028, 3, 2))]


def day(text):
    return date.fromisoformat(text)


def is_down(when):
    return any(first <= when < up for first, up in DOWN)


def beaten(when):
    """The first day from this one on on which beat runs."""
    return next((up for first, up in DOWN if first <= when < up), when)


def working(when, step):
    while when.weekday() > 4 or when in HOLIDAYS:
        when += step * DAY
    return when


def counted(when, days):
    """So many working days on, or back."""
    step = 1 if days > 0 else -1
    for _ in range(abs(days)):
        when = working(when + step * DAY, step)
    return working(when, 1)


class Owed(NamedTuple):
    """A day that people are reminded of, by a ladder, while it is open. `spans`: (open since the evening, done in the evening or None).

    `over`: the first day on which nothing of it counts any more. `held`: of a day that is only held nobody hears when it has passed.
    """

    who: str
    kind: str
    due: date
    ladder: tuple
    spans: list
    over: date | None = None
    held: bool = False
    is_working: bool = False

    def rung_on(self, rung):
        if self.is_working:
            return counted(self.due, rung)
        return working(self.due + rung * DAY, -1 if rung < 0 else 1)

    def sent(self):
        """{rung: the day on which people hear of it}"""
        days = {rung: self.rung_on(rung) for rung in self.ladder}
        return {rung: beaten(on) for rung, on in days.items() if self._counts(rung, on, days)}

    def lapses_on(self):
        """With what it belongs to, unless it was done before."""
        done = self.spans[-1][1]
        return beaten(self.over) if self.over and (done is None or done >= self.over) else None

    def _counts(self, rung, on, days):
        sent = beaten(on)
        if self.over and sent >= self.over:
            return False
        if self.held and (sent > self.due or any(later > rung and days[later] <= sent for later in days)):
            return False
        return any(since < on and (until is None or sent <= until) for since, until in self.spans)


def term_end(valid_from):
    """The last day of three years."""
    try:
        return valid_from.replace(year=valid_from.year + 3) - DAY
    except ValueError:                                  # 29 February has no day like it: through the last of the month
        return date(valid_from.year + 3, 2, 28)


def planned_days(valid_from, valid_to, since=None):
    """[(kind, last day)] of the plan: each May of the three years after, and the October of the second, within the term."""
    wanted = [("self_inspection", date(valid_from.year + n, 5, 31)) for n in (1, 2, 3)]
    wanted.append(("monitoring_visit", date(valid_from.year + 2, 10, 31)))
    return [(kind, due) for kind, due in wanted if (since or valid_from) <= due <= valid_to]
