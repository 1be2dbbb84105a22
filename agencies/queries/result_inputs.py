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
from agencies.queries.rating import final_ratings
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


def report_of(actor, participation):
    """What the agency handed in, or None."""
    return Report.objects.visible_to(actor).filter(participation=participation, stage=ReportStage.SUBMITTED).first()


def figures_in(actor, report):
    """{indicator's id: {name: what was typed}}"""
    entries = ReportEntry.objects.visible_to(actor).filter(report=report) if report else ()
    return {one.indicator_id: dict(one.figures) for one in entries}


def adjustments_of(actor, participation):
    """Those that count, in the order in which they were entered."""
    return Adjustment.objects.visible_to(actor).filter(participation=participation, withdrawn_at=None).order_by("pk")


def corrections_of(actor, participation):
    return Correction.objects.visible_to(actor).filter(participation=participation).select_related("indicator").order_by("pk")


def ratings_now(participation):
    """{indicator's id: [rating]} of the areas that are closed, in no order that tells whose they are."""
    return {indicator: sorted(given) for indicator, given in final_ratings(participation).items()}


def inputs_now(actor, participation, *, rows=None, ratings=None, figures=None):
    """The structure that would be worked out now. `rows`: the set's, for whoever asks for many agencies; `ratings`, `figures`: brought
    along by whoever has them from elsewhere."""
    indicator_set, report = participation.indicator_set, report_of(actor, participation)
    rows = rows or rows_in_order(actor, indicator_set)
    return inputs_from(
        indicator_set, rows, figures_in(actor, report) if figures is None else figures,
        ratings_now(participation) if ratings is None else ratings, list(corrections_of(actor, participation)),
        lateness(indicator_set, report.days_late if report else 0)
        + [(one.reason, one.points) for one in adjustments_of(actor, participation)])
