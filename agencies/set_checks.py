"""What keeps a set from being frozen, each as a sentence and the page where it is put right. No query here."""
from collections import Counter
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from agencies.amounts import exact, kept
from agencies.formula import check_formula, names_in
from agencies.inputs import Grade, Scale
from agencies.soundness import ALL_POINTS, check_grades, check_scale
from core.errors import Refused


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
        yield _("The points of all indicators have to make 100; they make %(sum)s.") % {"sum": kept(exact(total))}


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
    """By the engine's own checks: what is frozen can be worked out."""
    for check, subject in ((check_grades, [Grade(name, exact(start)) for name, start in one.grades]),
                           (check_scale, Scale(exact(one.scale_low), exact(one.scale_high), exact(one.scale_step)))):
        try:
            check(subject)
        except Refused as refusal:
            yield str(refusal)
    strangers = [name for name in one.few_below.split() if name not in [grade for grade, _start in one.grades]]
    if strangers:
        yield _("“%(grade)s” gets consulting and is no grade of this set.") % {"grade": strangers[0]}
