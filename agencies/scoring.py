"""The one scoring engine of the management evaluation: stored inputs in, the result with its whole working out. Pure and exact: nothing
is rounded before the total, and the same inputs give the same bytes on every machine."""
from fractions import Fraction

from django.utils.translation import gettext as _

from agencies import working
from agencies.amounts import exact, kept, read_amount, rounded
from agencies.formula import TARGET, put_in
from agencies.inputs import MIXED, QUALITATIVE, QUANTITATIVE, VERSION, read_inputs
from agencies.soundness import check_codes, check_grades, check_points
from core.errors import Refused, refuse_if

LOWEST, HIGHEST = Fraction(0), Fraction(100)


def score(stored):
    """`Scored` of what `inputs_of` wrote. Refused where something is missing or is no number, in a sentence that names the indicator."""
    inputs = read_inputs(stored)
    check_codes(inputs)
    check_points(inputs)
    check_grades(inputs.rules.grades)
    fields = tuple(_field(field, inputs.rules) for field in inputs.fields)
    sum_of_scores = _sum(fields)
    bonus = bonus_of(inputs.adjustments, inputs.rules.bonus_limit)
    unrounded = max(sum_of_scores + bonus.counted, LOWEST)
    total = exact(rounded(unrounded))
    grades = inputs.rules.grades
    return working.Scored(VERSION, fields, sum_of_scores, bonus, unrounded, total, grade_of(total, grades), grades)


def problems_of(stored):
    """[(code of the indicator, sentence)] of every indicator that cannot be scored yet: what stands between an agency and its result."""
    inputs, found = read_inputs(stored), []
    for indicator in inputs.indicators:
        try:
            score_of(indicator, inputs.rules)
        except Refused as refusal:
            found.append((indicator.code, str(refusal)))
    return found


def _field(field, rules):
    areas = tuple(_area(area, rules) for area in field.areas)
    return working.FieldScore(field.code, field.name, _points(areas), _sum(areas), areas)


def _area(area, rules):
    indicators = tuple(score_of(indicator, rules) for indicator in area.indicators)
    return working.AreaScore(area.code, area.name, _points(indicators), _sum(indicators), indicators)


def _points(parts):
    return sum((part.points for part in parts), LOWEST)


def _sum(parts):
    return sum((part.score for part in parts), LOWEST)


# ---- one indicator

def score_of(indicator, rules):
    """One indicator's score with its working."""
    by_formula = _by_formula(indicator) if indicator.kind in (QUANTITATIVE, MIXED) else None
    by_assessors = _by_assessors(indicator, rules) if indicator.kind in (QUALITATIVE, MIXED) else None
    if indicator.kind == MIXED:
        rating = mixed(indicator.share, by_formula.rating, by_assessors.rating)
    else:
        rating = (by_formula or by_assessors).rating
    return working.IndicatorScore(
        indicator.code, indicator.name, indicator.kind, indicator.points, indicator.share, by_formula, by_assessors, rating,
        indicator.points * rating / 100)


def mixed(share, by_formula, by_assessors):
    """The rating of both parts together; `share` percent of it are by formula."""
    return (share * by_formula + (100 - share) * by_assessors) / 100


def _by_formula(indicator):
    values = {figure.name: _value(figure, indicator) for figure in indicator.figures}
    target = None if indicator.target is None else read_amount(
        indicator.target, what=_("%(indicator)s: target") % {"indicator": indicator.label})
    worked = put_in(indicator.formula, values | {TARGET: target}, indicator=indicator.label)
    rating = min(max(worked.result, LOWEST), HIGHEST)
    limited = "lowest" if worked.result < LOWEST else "highest" if worked.result > HIGHEST else ""
    used = tuple(working.FigureUsed(figure.name, figure.unit, values[figure.name]) for figure in indicator.figures
                 if values[figure.name] is not None)
    return working.Quantitative(worked.formula, worked.with_values, used, target, worked.result, limited, rating)


def _value(figure, indicator):
    if figure.value is None or not figure.value.strip():
        return None
    return read_amount(figure.value, kind=figure.kind, what=f"{indicator.label}: {figure.name}")


def _by_assessors(indicator, rules):
    ratings = sorted(read_rating(written, indicator.scale, what=indicator.label) for written in indicator.ratings)
    refuse_if(not ratings, _("%(indicator)s: nobody has rated this indicator yet."), indicator=indicator.label)
    dropped, counted = trimmed(ratings, rules.trim_from)
    mean = sum(counted, LOWEST) / len(counted)
    return working.Qualitative(tuple(ratings), dropped, counted, mean, spread(ratings), must_discuss(ratings, rules.discuss_above))


# ---- ratings

def read_rating(written, scale, *, what, field=None):
    """A rating on the scale, exact; refused beyond it or between its steps."""
    rating = read_amount(written, what=what, field=field)
    said = {"indicator": what, "rating": kept(rating), "lowest": kept(scale.lowest), "highest": kept(scale.highest),
            "step": kept(scale.step)}
    refuse_if(not scale.lowest <= rating <= scale.highest,
              _("%(indicator)s: a rating lies between %(lowest)s and %(highest)s, and %(rating)s does not."), field=field, **said)
    refuse_if((rating - scale.lowest) % scale.step,
              _("%(indicator)s: ratings go in steps of %(step)s from %(lowest)s on, and %(rating)s lies between."), field=field, **said)
    return rating


def trimmed(ratings, trim_from):
    """(dropped, counted): one highest and one lowest are dropped from so many ratings on."""
    ratings = tuple(sorted(ratings))
    if len(ratings) < max(trim_from, 3):
        return (), ratings
    return (ratings[0], ratings[-1]), ratings[1:-1]


def spread(ratings):
    """How far the highest lies above the lowest; of all ratings, the dropped ones too."""
    return max(ratings) - min(ratings) if ratings else LOWEST


def must_discuss(ratings, above):
    """Whether the assessors are so far apart that they have to talk before they agree."""
    return spread(ratings) > above


# ---- the whole

def bonus_of(adjustments, limit):
    """Bonus and deductions together, within ±limit."""
    total = sum((adjustment.points for adjustment in adjustments), LOWEST)
    counted = min(max(total, -limit), limit)
    return working.Bonus(tuple(adjustments), total, limit, counted, total - counted)


def grade_of(total, grades):
    """The first grade, from the highest down, that a ROUNDED total reaches."""
    return next(grade.grade for grade in grades if total >= grade.at_least)
