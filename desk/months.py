"""A month as people look at it: its days in weeks from Monday, the months before and after, and what lies in each day."""
import re
from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from core import clock

WORDS = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Month:
    year: int
    number: int

    @classmethod
    def of(cls, day):
        return cls(day.year, day.month)

    @classmethod
    def from_words(cls, words, day):
        """2026-11; what makes no sense is the month of `day`, or None without one."""
        said = WORDS.fullmatch(words)
        if said:
            return cls(int(said[1]), int(said[2]))
        return cls.of(day) if day else None

    def __str__(self):
        return f"{self.year}-{self.number:02}"

    def shifted(self, by):
        place = self.year * 12 + self.number - 1 + by
        return Month(place // 12, place % 12 + 1)

    @property
    def before(self):
        return self.shifted(-1)

    @property
    def next(self):
        return self.shifted(1)

    def and_next(self, count):
        return [self.shifted(by) for by in range(count)]

    @property
    def first(self):
        return date(self.year, self.number, 1)

    @property
    def begins(self):
        """The moment in Seoul."""
        return clock.day_start(self.first)

    @property
    def after(self):
        """The moment from which it is over."""
        return clock.day_start(self.next.first)

    def weeks(self, rows):
        """[[(day or None outside the month, its rows)]]; each of `rows` has `starts_at`."""
        lying: dict[date, list] = {}
        for row in rows:
            lying.setdefault(clock.seoul(row.starts_at).date(), []).append(row)
        return [[(day if day.month == self.number else None, lying.get(day, []) if day.month == self.number else [])
                 for day in week] for week in Calendar().monthdatescalendar(self.year, self.number)]
