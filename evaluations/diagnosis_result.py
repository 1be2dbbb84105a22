"""What a self-diagnosis comes to: area by area, what to do first, what has become different since an earlier one."""
from dataclasses import dataclass, field
from itertools import groupby, zip_longest

from django.utils.translation import gettext_lazy as _

from certification.models import Area
from evaluations.models.answer import Rating

OPEN = ""                                       # not answered yet
KINDS = (Rating.MEETS, Rating.PARTLY, Rating.NOT_YET, OPEN)
WORDS = {Rating.MEETS: _("met"), Rating.PARTLY: _("met in part"), Rating.NOT_YET: _("not met yet"), OPEN: _("not answered")}
SHAPES = {Rating.MEETS: "done", Rating.PARTLY: "doing", Rating.NOT_YET: "refused", OPEN: "todo"}       # of `{% status %}`
WORTH = {Rating.NOT_YET: 0, Rating.PARTLY: 1, Rating.MEETS: 2}


@dataclass(frozen=True)
class Count:
    kind: str
    number: int

    @property
    def word(self):
        return WORDS[self.kind]

    @property
    def shape(self):
        return SHAPES[self.kind]

    @property
    def words(self):
        return f"{self.word} {self.number}"


@dataclass(frozen=True)
class AreaResult:
    """`before`: what the same indicators had in the earlier diagnosis; empty without one."""

    area: Area
    counts: list[Count]
    before: list[Count] = field(default_factory=list)

    @property
    def total(self):
        return sum(count.number for count in self.counts)

    @property
    def side_by_side(self):
        return list(zip_longest(self.counts, self.before))


def counted(ratings):
    ratings = list(ratings)
    return [Count(kind, ratings.count(kind)) for kind in KINDS]


def areas_of(answers, earlier=None):
    """[AreaResult]. `earlier`: {indicator's id: rating} of another diagnosis; None without one."""
    found = []
    for area, rows in groupby(answers, key=lambda answer: answer.indicator.criterion.area):
        rows = list(rows)
        before = counted(earlier.get(row.indicator_id, OPEN) for row in rows) if earlier is not None else []
        found.append(AreaResult(area, counted(row.rating for row in rows), before))
    return found


def first_things(answers):
    """(answers not met yet, answers met in part): what to do first, in their order."""
    return ([answer for answer in answers if answer.rating == Rating.NOT_YET],
            [answer for answer in answers if answer.rating == Rating.PARTLY])


@dataclass(frozen=True)
class Change:
    answer: object
    before: str

    @property
    def before_word(self):
        return WORDS[self.before]

    @property
    def before_shape(self):
        return SHAPES[self.before]

    @property
    def word(self):
        return WORDS[self.answer.rating]

    @property
    def shape(self):
        return SHAPES[self.answer.rating]


def changes_since(answers, earlier):
    """(better, worse, how many are equal): of what was answered both times."""
    both = [Change(answer, earlier[answer.indicator_id]) for answer in answers if answer.rating and answer.indicator_id in earlier]
    better = [one for one in both if WORTH[one.answer.rating] > WORTH[one.before]]
    worse = [one for one in both if WORTH[one.answer.rating] < WORTH[one.before]]
    return better, worse, len(both) - len(better) - len(worse)
