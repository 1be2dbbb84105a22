"""A result's working in the words of people: each number, and what it was made of."""
from django.utils.translation import gettext as _

from agencies.amounts import cut_short, kept, rounded
from agencies.inputs import MIXED

EXACT_PLACES = 4                # what ends within so many is shown whole; of anything longer so many, and that it goes on


def shown(amount):
    """An amount inside a working: 87.5, or 83.3333… where it goes on. Not rounded: it is calculated with as it is."""
    near = cut_short(amount, EXACT_PLACES)
    return kept(amount) if near == amount else f"{near}…"


def final(amount):
    """An amount with its two places, half up: 87.50."""
    return str(rounded(amount))


def explain_indicator(scored):
    """Sentences from the figures and ratings to the score of one indicator (`working.IndicatorScore`)."""
    lines = []
    if scored.quantitative:
        lines += _by_formula(scored.quantitative)
    if scored.qualitative:
        lines += _by_assessors(scored.qualitative)
    if scored.kind == MIXED:
        lines.append(_("Both parts: (%(share)s × %(formula)s + %(rest)s × %(assessors)s) ÷ 100 = %(rating)s") % {
            "share": shown(scored.share), "formula": shown(scored.quantitative.rating), "rest": shown(100 - scored.share),
            "assessors": shown(scored.qualitative.rating), "rating": shown(scored.rating)})
    lines.append(_("Score: %(points)s × %(rating)s ÷ 100 = %(score)s") % {
        "points": shown(scored.points), "rating": shown(scored.rating), "score": shown(scored.score)})
    return lines


def _by_formula(part):
    lines = [_("Formula: %(formula)s") % {"formula": _printed(part.formula)},
             _("With the figures: %(calculation)s = %(result)s") % {
                 "calculation": _printed(part.with_values), "result": shown(part.result)}]
    if part.limited == "highest":
        lines.append(_("A rating is at most 100: 100 counts."))
    if part.limited == "lowest":
        lines.append(_("A rating is at least 0: 0 counts."))
    return lines


def _by_assessors(part):
    lines = [_("Ratings: %(ratings)s") % {"ratings": ", ".join(map(shown, part.ratings))}]
    if part.dropped:
        lines.append(_("The lowest (%(lowest)s) and the highest (%(highest)s) are dropped.") % {
            "lowest": shown(part.dropped[0]), "highest": shown(part.dropped[-1])})
    lines.append(_("Mean: (%(ratings)s) ÷ %(count)s = %(mean)s") % {
        "ratings": " + ".join(map(shown, part.counted)), "count": len(part.counted), "mean": shown(part.rating)})
    if part.must_discuss:
        lines.append(_("The ratings lie %(spread)s apart: the assessors have to discuss them.") % {"spread": shown(part.spread)})
    return lines


def explain_total(scored):
    """Sentences from the fields to the grade of one agency (`working.Scored`)."""
    lines = [_("Scores: %(scores)s = %(sum)s") % {
        "scores": " + ".join(shown(field.score) for field in scored.fields), "sum": shown(scored.sum)}]
    bonus = scored.bonus
    if bonus.adjustments:
        lines.append(_("Bonus and deductions: %(points)s = %(sum)s") % {
            "points": " + ".join(_signed(adjustment.points) for adjustment in bonus.adjustments), "sum": shown(bonus.sum)})
    if bonus.cut:
        lines.append(_("Together they count at most ±%(limit)s: %(counted)s counts.") % {
            "limit": shown(bonus.limit), "counted": shown(bonus.counted)})
    if scored.sum + bonus.counted < 0:
        lines.append(_("A total is at least 0."))
    lines.append(_("Total: %(sum)s + %(bonus)s = %(unrounded)s, rounded half up to two places: %(total)s") % {
        "sum": shown(scored.sum), "bonus": _signed(bonus.counted), "unrounded": shown(scored.unrounded), "total": final(scored.total)})
    reached = next(grade for grade in scored.grades if grade.grade == scored.grade)
    lines.append(_("Grade %(grade)s: from %(at_least)s on.") % {"grade": scored.grade, "at_least": shown(reached.at_least)})
    return lines


def _signed(amount):
    return f"({shown(amount)})" if amount < 0 else shown(amount)


def _printed(formula):
    return formula.replace("*", "×").replace("/", "÷").replace("<=", "≤").replace(">=", "≥").replace("!=", "≠").replace("==", "=")
