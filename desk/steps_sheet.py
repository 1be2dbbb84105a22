"""The four steps and certification in figures as files: every figure with its definition beside it."""
from django.utils.translation import gettext as _
from django.utils.translation import override

from agencies.definitions import CERTIFICATION, FOUR_STEPS, HIDDEN
from agencies.queries.steps import figure_of
from core.tables import Column, write_csv, write_table


def steps_rows(figures, agencies):
    """[[agency, year, Cell of each figure]], by year, the latest first."""
    return [[agency, year, *(figures.cell(one.key, agency.pk, year) for one in FOUR_STEPS)]
            for year in figures.years for agency in agencies]


def certified_cells(rows, agencies):
    by_place = {(row.agency_id, row.year): row for row in rows}
    years = sorted({row.year for row in rows}, reverse=True)
    return [[agency, year, *(figure_of(by_place[agency.pk, year], one.key) for one in CERTIFICATION)]
            for year in years for agency in agencies if (agency.pk, year) in by_place]


def as_csv(definitions, rows):
    """A line for each figure, so that its definition stands in the same line."""
    head = [_("Agency"), _("Year"), _("Figure"), _("Value"), _("Remark"), _("Definition")]
    return write_csv(head, ([str(agency), year, str(one.name), cell.words, cell.note, str(one.meaning)]
                            for agency, year, *cells in rows for one, cell in zip(definitions, cells, strict=True)))


def as_xlsx(definitions, rows, title):
    """A line for each agency and year; the second sheet says what the columns mean."""
    columns = [Column("agency", "기관", "Agency", width=28), Column("year", "연도", "Year", width=8),
               *(column_of(one) for one in definitions)]
    lines = ([str(agency), year, *(f"{cell.words} ({cell.note})" if cell.note else cell.words for cell in cells)]
             for agency, year, *cells in rows)
    return write_table(columns, lines, title=title, sentences=[str(HIDDEN)])


def column_of(one):
    names, meanings = ({language: said_in(language, words) for language in ("ko", "en")} for words in (one.name, one.meaning))
    return Column(one.key, names["ko"], names["en"], hint_ko=meanings["ko"], hint_en=meanings["en"])


def said_in(language, words):
    with override(language):
        return str(words)
