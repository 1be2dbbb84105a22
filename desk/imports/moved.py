"""Columns or cells that were moved: told once as what they are, not cell by cell as many mistakes."""
from collections import defaultdict

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl.utils import column_index_from_string

from core.errors import Refused
from core.tables import Problem

ENOUGH = 2                      # cells of one row that are right one column further


def refuse_moved(reading, columns):
    """Where the headings or rows are moved, one sentence in front of all takes the place of what follows from it."""
    if reading.problems and all(one.row == 1 for one in reading.problems):
        reading.problems.insert(0, Problem(_("The columns are not those of the template in their order, so nothing was read. Copy "
                                             "the cells into the template, each below its heading."), reading.sheet))
        return
    moved = {row: several for row, several in _neighbours(reading, columns).items() if len(several) >= ENOUGH}
    if not moved:
        return
    first = min(moved)
    problem, column = min(moved[first], key=lambda one: one[0].letter)
    sentence = _("The cells of %(count)s rows are moved, from row %(row)s on: below “%(here)s” stands “%(words)s”, which belongs below "
                 "“%(there)s”. Nothing was read. Put them back below their headings.") % {
        "count": len(moved), "row": first, "here": problem.column or problem.letter, "words": problem.words[:40], "there": column.label}
    left = [one for one in reading.problems if one.row not in moved]
    reading.problems[:] = [Problem(sentence, reading.sheet), *left]
    reading.rows.clear()


def _neighbours(reading, columns):
    """{row: [(problem, the column beside it that its words are right for)]}"""
    found = defaultdict(list)
    for problem in reading.problems:
        if problem.row and problem.letter and problem.words:
            here = column_index_from_string(problem.letter) - 1
            beside = next((columns[place] for place in (here - 1, here + 1) if 0 <= place < len(columns)
                           and _is_right(columns[place], problem.words)), None)
            if beside:
                found[problem.row].append((problem, beside))
    return found


def _is_right(column, words):
    """Free text takes everything, so only words with letters speak for it."""
    if not column.choices and column.key == "question" and not any(letter.isalpha() for letter in words):
        return False
    try:
        column.value_of(words)
    except (Refused, ValidationError):
        return False
    return True
