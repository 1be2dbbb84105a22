"""Of one agency the structure that is worked out: the frozen set with its figures, its ratings, its bonus and deductions. No query here."""
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import override

from agencies import inputs as given
from agencies.amounts import exact, plain
from agencies.lateness import deduction

FIGURE, RATING = "figure", "rating"


def inputs_from(indicator_set, rows, entries, ratings, corrections, adjustments):
    """`rows`: fields, areas and indicators in order, each of these with its `declared` figures; `entries`: {indicator's id: {name: what was
    typed}}; `ratings`: {indicator's id: [rating]}; `corrections` in their order; `adjustments`: [(reason, points)]."""
    fields = tuple(
        given.Field(field.code, field.name_ko, tuple(
            given.Area(area.code, area.name_ko, tuple(
                _indicator(indicator, indicator_set, entries, ratings, corrections)
                for indicator in rows["indicators"] if indicator.area_id == area.pk))
            for area in rows["areas"] if area.field_id == field.pk))
        for field in rows["fields"])
    return given.inputs_of(rules=_rules(indicator_set), fields=fields,
                           adjustments=tuple(given.Adjustment(reason, exact(points)) for reason, points in adjustments))


def _rules(indicator_set):
    return given.Rules(
        grades=tuple(given.Grade(name, exact(start)) for name, start in indicator_set.grades), bonus_limit=exact(indicator_set.bonus_most),
        discuss_above=exact(indicator_set.discuss_over))


def _indicator(row, indicator_set, entries, ratings, corrections):
    own = [one for one in corrections if one.indicator_id == row.pk]
    typed = corrected_figures(entries.get(row.pk, {}), own)
    figures = tuple(given.Figure(one.name, _text(typed.get(one.name)), one.unit_ko, "whole" if one.is_whole else "decimal")
                    for one in row.declared) if row.is_counted else ()
    return given.Indicator(
        row.code, row.name_ko, exact(row.points), row.rated_by, exact(row.share) if row.rated_by == given.MIXED else None,
        row.formula if row.is_counted else "", figures, _text(row.target) if row.is_counted else None,
        tuple(sorted((plain(one) for one in corrected_ratings(ratings.get(row.pk, []), own)), key=Decimal)) if row.is_judged else (),
        given.Scale(exact(indicator_set.scale_low), exact(indicator_set.scale_high), exact(indicator_set.scale_step)))


def _text(value):
    if value is None or value == "":
        return None
    return plain(value) if isinstance(value, Decimal) else str(value)


def corrected_figures(typed, corrections):
    return typed | {one.name: one.becomes for one in corrections if one.of == FIGURE}


def corrected_ratings(ratings, corrections):
    """Each correction takes one rating of that value and puts another in its place: whose it was is not asked."""
    left = list(ratings)
    for one in corrections:
        if one.of == RATING and Decimal(one.was) in left:
            left[left.index(Decimal(one.was))] = Decimal(one.becomes)
    return left


def lateness(indicator_set, days):
    """[(reason, points)]: what the set takes off for a report that was so many days late."""
    points = deduction(indicator_set, days)
    if not points:
        return []
    with override("ko"):
        return [(_("Report handed in %(days)d days late") % {"days": days}, -points)]
