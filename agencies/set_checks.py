"""What keeps a set from being frozen, each as a sentence and the page where it is put right. No query here."""
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from agencies.formula import check_formula, names_in
from core.errors import Refused

ALL_POINTS = 100


class Problem(NamedTuple):
    """`page`: "row" for one of its rows, "rules", "participation", or "set" for the whole."""

    page: str
    row: Any
    sentence: str


def find_problems(indicator_set, rows, unsaid):
    """Of rows as `rows_of` gives them, in their order; `unsaid`: agencies of which nothing was said."""
    found = [Problem("set", None, sentence) for sentence in _of_the_whole(rows)]
    found += [Problem("row", row, sentence) for row, sentence in _of_rows(rows)]
    found += [Problem("rules", None, sentence) for sentence in _of_rules(indicator_set)]
    return found + [Problem("participation", None, _("%(agency)s: nothing is said about whether it takes part.") % {"agency": one.name})
                    for one in unsaid]


def _of_the_whole(rows):
    if not rows["indicators"]:
        yield _("There is no indicator yet.")
        return
    total = sum(one.points for one in rows["indicators"])
    if total != ALL_POINTS:
        yield _("The points of all indicators make %(sum)s; they have to make 100.") % {"sum": f"{total.normalize():f}"}


def _of_rows(rows):
    held = Counter(area.field_id for area in rows["areas"]), Counter(leaf.area_id for leaf in rows["indicators"])
    for field in rows["fields"]:
        yield from _unnamed(field)
        if not held[0][field.pk]:
            yield field, _("%(code)s: the field has no area.") % {"code": field.code}
    for area in rows["areas"]:
        yield from _unnamed(area)
        if not held[1][area.pk]:
            yield area, _("%(code)s: the area has no indicator.") % {"code": area.code}
    for leaf in rows["indicators"]:
        yield from _unnamed(leaf)
        for name in ("definition_ko", "definition_en"):
            if not getattr(leaf, name).strip():
                yield leaf, _("%(code)s: “%(field)s” is missing.") % {"code": leaf.code, "field": leaf._meta.get_field(name).verbose_name}
        for sentence in _of_formula(leaf):
            yield leaf, f"{leaf.code}: {sentence}"


def _unnamed(row):
    if not row.name_en.strip():
        yield row, _("%(code)s: “%(field)s” is missing.") % {"code": row.code, "field": row._meta.get_field("name_en").verbose_name}


def _of_formula(leaf):
    """Figures that are asked for and a formula that works them out, where a rating is counted; nothing of both elsewhere."""
    names = [one.name for one in leaf.its_figures]
    if not leaf.is_counted:
        if leaf.formula or names:
            yield _("A qualitative indicator has neither formula nor figures.")
        return
    if not names:
        yield _("no figure is asked for.")
    if not leaf.formula:
        yield _("the formula of the rating is missing.")
        return
    try:
        check_formula(leaf.formula, names, target=leaf.target)
    except Refused as refusal:
        yield str(refusal)
        return
    for one in leaf.its_figures:
        if one.name not in names_in(leaf.formula, names):
            yield _("the figure “%(name)s” is asked for, and the formula does not use it.") % {"name": one.name}


def _of_rules(one):
    names, steps = [name for name, _from in one.grades], [Decimal(start) for _name, start in one.grades]
    if not steps or any(low >= high for high, low in pairwise(steps)) or len(set(names)) < len(names):
        yield _("Grades go from the best down, each once and each from fewer points than the one before.")
    elif steps[-1] != 0:
        yield _("The lowest grade begins at 0 points.")
    strangers = [name for name in one.few_below.split() if name not in names]
    if strangers:
        yield _("“%(grade)s” gets consulting and is no grade of this set.") % {"grade": strangers[0]}
    if (one.scale_high - one.scale_low) % one.scale_step:
        yield _("The steps between ratings do not lead from the lowest to the highest.")
