"""What one agency's evaluation is worked out from, as it stands now."""
from agencies.models import (
    Adjustment,
    Correction,
    EvaluationArea,
    EvaluationField,
    Figure,
    ManagementIndicator,
    ManagementRating,
    Report,
    ReportEntry,
)
from agencies.queries.rating import final_ratings_in
from agencies.results_in import inputs_from, lateness
from agencies.stages import ReportStage


def comments_of(actor, participation):
    """{indicator's id: [comment]} of the assessors, for Central's officer alone."""
    rows = ManagementRating.objects.visible_to(actor).filter(sheet__participation=participation, sheet__ended_at=None).exclude(comment="")
    found: dict = {}
    for indicator, comment in rows.order_by("indicator", "comment").values_list("indicator", "comment"):
        found.setdefault(indicator, []).append(comment)
    return found


def rows_in_order(actor, indicator_set):
    """Its fields, areas and indicators with their figures."""
    found = {}
    for name, model in (("fields", EvaluationField), ("areas", EvaluationArea), ("indicators", ManagementIndicator)):
        found[name] = list(model.objects.visible_to(actor).filter(indicator_set=indicator_set).order_by("position", "pk"))
    figures = Figure.objects.visible_to(actor).filter(indicator_set=indicator_set).order_by("position")
    _prefetched(found["indicators"], figures)
    return found


def _prefetched(indicators, figures):
    per_indicator: dict = {}
    for one in figures:
        per_indicator.setdefault(one.indicator_id, []).append(one)
    for one in indicators:
        one.declared = per_indicator.get(one.pk, [])


def adjustments_of(actor, *participations):
    """Those that count, in the order in which they were entered."""
    return Adjustment.objects.visible_to(actor).filter(participation__in=participations, withdrawn_at=None).order_by("pk")


def corrections_of(actor, *participations):
    return Correction.objects.visible_to(actor).filter(participation__in=participations).select_related("indicator").order_by("pk")


def inputs_now(actor, participation, *, rows=None):
    """The structure that would be worked out now. `rows`: the set's, for whoever has them already."""
    rows = rows or rows_in_order(actor, participation.indicator_set)
    return inputs_of_many(actor, [participation], rows)[participation.pk]


def inputs_of_many(actor, participations, rows):
    """{participation's id: its structure} of agencies of one year, in as many statements for all as for one."""
    reports = {one.participation_id: one for one in Report.objects.visible_to(actor).filter(
        participation__in=participations, stage=ReportStage.SUBMITTED)}
    figures, ratings = _figures_in(actor, reports.values()), final_ratings_in(participations)
    corrections, adjustments = (_by_participation(several(actor, *participations)) for several in (corrections_of, adjustments_of))
    return {part.pk: inputs_from(
        part.indicator_set, rows, figures.get(part.pk, {}), ratings.get(part.pk, {}), corrections.get(part.pk, []),
        lateness(part.indicator_set, reports[part.pk].days_late if part.pk in reports else 0)
        + [(one.reason, one.points) for one in adjustments.get(part.pk, [])]) for part in participations}


def _figures_in(actor, reports):
    """{participation's id: {indicator's id: {name: what was typed}}}"""
    found: dict = {}
    entries = ReportEntry.objects.visible_to(actor).filter(report__in=[one.pk for one in reports])
    for part, indicator, figures in entries.values_list("report__participation", "indicator", "figures"):
        found.setdefault(part, {})[indicator] = figures
    return found


def _by_participation(rows):
    found: dict = {}
    for one in rows:
        found.setdefault(one.participation_id, []).append(one)
    return found
