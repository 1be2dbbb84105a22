"""The four steps and certification in figures as tables and drawings: rows, sorted; totals of what is shown; years side by side."""
from dataclasses import dataclass
from datetime import date
from statistics import mean
from typing import Any

from django.db.models import Q

from accounts.models import Agency
from agencies.definitions import CERTIFICATION, FOUR_STEPS
from agencies.queries.steps import Cell, figure_of
from agencies.shown_result import bars_of, trend_of
from agencies.small_numbers import as_told

YEARS_SHOWN = 5
SUMMED = tuple(one.key for one in CERTIFICATION if one.key != "median_days")


@dataclass(frozen=True)
class Shown:
    """A cell under its heading; `change` against the year before, `told`: what the Central institute reads in its place."""

    name: Any
    cell: Cell
    change: str = ""
    told: str = ""


def provincial():
    return Agency.objects.filter(kind=Agency.Kind.PROVINCIAL).select_related("province").order_by("province__code", "pk")


def agencies_in(year):
    """Provincial agencies that were open in the year, by province."""
    opened = Q(opened_on=None) | Q(opened_on__lt=date(year + 1, 1, 1))
    kept = Q(closed_on=None) | Q(closed_on__gte=date(year, 1, 1))
    return list(provincial().filter(opened & kept))


def chosen_of(asked, years, usual):
    """The year in the address if there is one of it, else the usual one."""
    return next((year for year in years if str(year) == asked), usual)


def rows_of_year(figures, agencies, year):
    """[(agency, {key: Shown})]"""
    return [(agency, {one.key: Shown(one.name, figures.cell(one.key, agency.pk, year), figures.change(one.key, agency.pk, year))
                      for one in FOUR_STEPS}) for agency in agencies]


def sorted_by(rows, sort):
    """`sort`: a figure's key, with a minus before it the most first. What has no number comes last either way."""
    key = sort.lstrip("-")
    counted = [row for row in rows if sort and row[1][key].cell.number is not None]
    rest = [row for row in rows if row not in counted]
    return sorted(counted, key=lambda row: row[1][key].cell.number, reverse=sort.startswith("-")) + rest if sort else rows


def wanted_sort(asked, definitions):
    return asked if asked.removeprefix("-") in {one.key for one in definitions} else ""


def heads(sort, definitions):
    """[(name, what a click sorts by, how it is sorted now)]; the first click brings the most to the top."""
    now, way = sort.removeprefix("-"), "descending" if sort.startswith("-") else "ascending"
    return [(one.name, one.key if sort == f"-{one.key}" else f"-{one.key}", way if one.key == now else "") for one in definitions]


def charts_of_year(figures, rows, years):
    """Scores and certified providers of the year, agency by agency in the order of the table; and of all of them over the years."""
    scores = [(str(agency), cells["score"].cell.number, cells["grade"].cell.words) for agency, cells in rows
              if cells["score"].cell.number is not None]
    holders = [(str(agency), cells["providers"].cell.number, cells["providers"].cell.words if cells["providers"].cell.is_hidden else "")
               for agency, cells in rows if cells["providers"].cell.is_hidden or cells["providers"].cell.number is not None]
    return {"scores": bars_of(scores), "holders": bars_of(holders, most_of(number for _name, number, _words in holders)),
            "mean": trend_of(over_years(figures, "score", years, mean)),
            "sum": counts_trend(over_years(figures, "providers", years, sum))}


def over_years(figures, key, years, work):
    """[(year, one number made of those that are shown)], the earliest first, the latest few."""
    told = [(year, cell.number) for (_agency, year), cell in figures.cells.get(key, {}).items() if cell.number is not None]
    found = [(year, [number for then, number in told if then == year]) for year in sorted(years)[-YEARS_SHOWN:]]
    return [(year, work(numbers)) for year, numbers in found if numbers]


def counts_trend(years):
    return trend_of(years, most_of(number for _year, number in years), places=0)


def most_of(numbers):
    return max((number for number in numbers if number), default=1)


def own_years(figures, agency):
    """[(year, {key: Shown})] of one agency, the latest first."""
    return [(year, {one.key: Shown(one.name, figures.cell(one.key, agency.pk, year), figures.change(one.key, agency.pk, year))
                    for one in FOUR_STEPS}) for year in figures.years]


def own_charts(figures, agency):
    mine = {key: [(year, figures.cell(key, agency.pk, year).number) for year in sorted(figures.years)[-YEARS_SHOWN:]]
            for key in ("score", "providers")}
    known = {key: [(year, number) for year, number in several if number is not None] for key, several in mine.items()}
    return {"mean": trend_of(known["score"]), "sum": counts_trend(known["providers"])}


def certified_rows(rows, agencies):
    """[(agency, {key: Shown})] of the rows of one year; of an agency that was not counted yet there are dashes."""
    by_agency = {row.agency_id: row for row in rows}
    return [(agency, {one.key: Shown(one.name, figure_of(by_agency[agency.pk], one.key) if agency.pk in by_agency else Cell("–"))
                      for one in CERTIFICATION}) for agency in agencies]


def totals_of(rows):
    """[Shown]: of each count the sum of what is shown, and whether something is left out; of a median there is none."""
    return [Shown(one.name, total_of([cells[one.key].cell for _agency, cells in rows]) if one.key in SUMMED else Cell("–"))
            for one in CERTIFICATION]


def total_of(cells):
    total = sum(cell.number or 0 for cell in cells)
    return Cell(str(total), total, is_hidden=any(cell.is_hidden for cell in cells))


def own_certified(rows):
    """([year], [(definition, [Shown])]): an agency's own figures, with what the Central institute reads where that is less."""
    rows = sorted(rows, key=lambda row: -row.year)[:YEARS_SHOWN]
    return [row.year for row in rows], [(one, [Shown(str(row.year), figure_of(row, one.key), told=told_of(row, one.key)) for row in rows])
                                        for one in CERTIFICATION]


def told_of(row, key):
    """In words, or nothing where it reads the same."""
    told = type(row)(year=row.year, **as_told(row.figures))
    return figure_of(told, key).words if told.hides(key) else ""
