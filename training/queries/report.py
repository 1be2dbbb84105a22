"""Reports (실적): runs, persons cumulative (연인원) and distinct (실인원), hours, completions, satisfaction; plan against result.

What counts is a run that is finished, in the year and month of its last day: everybody who had a seat in it, by the completion that
counts. At the host over all houses, at a house over its own people, wherever the run was held.
"""
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Sum

from accounts.actors import Actor
from core.tenancy import current_agency_id
from training.models import Category, Completion, SurveyAnswer, TrainingPlan

FEW = 5                                     # sheets of a survey, below which nothing is said
READING = Actor.system("satisfaction with training")
HELD, OWN = "held", "own"                   # of the runs held here; of the people of this house
CATEGORY, COURSE, MONTH, HOUSE = "category", "course", "month", "agency"
DIMENSIONS = (CATEGORY, COURSE, MONTH, HOUSE)
FACTS = ("run", "run__course", "run__course__category", "run__course__name_ko", "run__course__code", "house", "house_name", "user",
         "until_on", "minutes", "of_minutes", "outcome")


@dataclass
class Figures:
    """Of a group of completions. `sheets`, `points`: of surveys that may be told."""

    runs: dict = field(default_factory=dict)            # {run: minutes of its classes}
    persons: int = 0
    people: set = field(default_factory=set)
    minutes: int = 0
    completed: int = 0
    surveys: dict = field(default_factory=dict)         # {(run, house or None): (answers, their sum)}

    @property
    def distinct(self):
        return len(self.people)

    @property
    def hours(self):
        """Of the runs, each once."""
        return round(sum(self.runs.values()) / 60, 1)

    @property
    def person_hours(self):
        return round(self.minutes / 60, 1)

    @property
    def rate(self):
        return round(100 * self.completed / self.persons, 1) if self.persons else None

    @property
    def satisfaction(self):
        """Mean of agreement from 1 to 5, or None where too few have answered."""
        answers, total = (sum(numbers) for numbers in zip(*self.surveys.values(), strict=True)) if self.surveys else (0, 0)
        return round(total / answers, 2) if answers else None


def facts_of_year(actor, year, whose):
    """The completions that count, as plain rows."""
    mine = {"agency" if whose == HELD else "house": current_agency_id()}
    rows = Completion.objects.visible_to(actor).filter(is_current=True, until_on__year=year, **mine)
    return list(rows.order_by("until_on", "pk").values(*FACTS))


def years_known(actor):
    """Years of which something is told here, the latest first."""
    return [day.year for day in Completion.objects.visible_to(actor).filter(is_current=True).dates("until_on", "year", order="DESC")]


def grouped(rows, surveys, *dimensions):
    """[(keys, Figures)] of these dimensions together, in their order; no dimension: one group of all."""
    groups: dict = defaultdict(Figures)
    by_house = HOUSE in dimensions
    for row in rows:
        group = groups[tuple(_key(row, one) for one in dimensions)]
        group.runs[row["run"]] = max(group.runs.get(row["run"], 0), row["of_minutes"])
        group.persons += 1
        group.people.add(row["user"])
        group.minutes += row["minutes"]
        group.completed += row["outcome"] == Completion.Outcome.COMPLETED
        place = row["run"], row["house"] if by_house else None
        if place in surveys:
            group.surveys[place] = surveys[place]
    return sorted(groups.items(), key=lambda pair: pair[0])


def _key(row, dimension):
    """(order, label) of a row in a dimension."""
    if dimension == CATEGORY:
        return Category.values.index(row["run__course__category"]), str(Category(row["run__course__category"]).label)
    if dimension == COURSE:
        return row["run__course__code"], row["run__course__name_ko"], row["run__course"]
    if dimension == MONTH:
        return row["until_on"].month, f"{row['until_on']:%Y-%m}"
    return row["house_name"], row["house_name"], row["house"]


def surveys_of(rows, whose):
    """{(run, None): (answers, sum)} of runs with five sheets or more, and {(run, house): …} where neither the house's sheets nor the rest
    are fewer: from a difference nobody can be read either."""
    mine = {"host" if whose == HELD else "agency": current_agency_id()}
    answers = SurveyAnswer.objects.visible_to(READING).filter(run__in={row["run"] for row in rows}, **mine)
    counted = answers.order_by().values("run", "agency").annotate(
        sheets=Count("sheet", distinct=True), answers=Count("score"), total=Sum("score"))
    by_run: dict = defaultdict(dict)
    for one in counted:
        by_run[one["run"]][one["agency"]] = (one["sheets"], one["answers"], one["total"] or 0)
    found = {}
    for run, houses in by_run.items():
        sheets = sum(one[0] for one in houses.values())
        if sheets >= FEW:
            found[run, None] = (sum(one[1] for one in houses.values()), sum(one[2] for one in houses.values()))
        for house, (own, number, total) in houses.items():
            if own >= FEW and (sheets == own or sheets - own >= FEW):
                found[run, house] = (number, total)
    return found


@dataclass(frozen=True)
class PlanLine:
    """A category: what was planned and what has become of it."""

    category: str
    label: str
    plan: TrainingPlan | None
    figures: Figures

    @property
    def runs_rate(self):
        return _share(len(self.figures.runs), self.plan.runs) if self.plan else None

    @property
    def persons_rate(self):
        return _share(self.figures.completed, self.plan.persons) if self.plan else None


def _share(part, whole):
    return round(100 * part / whole, 1) if whole else None


def plan_against_result(actor, year, rows):
    """A line for each category that was planned or held. `rows`: of the runs held here."""
    plans = {one.category: one for one in TrainingPlan.objects.visible_to(actor).filter(year=year)}
    results = {row[0][0]: figures for row, figures in grouped(rows, {}, CATEGORY)}
    return [PlanLine(code, str(label), plans.get(code), results.get(place, Figures()))
            for place, (code, label) in enumerate(Category.choices) if code in plans or place in results]
