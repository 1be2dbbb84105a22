"""What one agency's evaluation is worked out from, as it stands now."""
from django.apps import apps

from agencies.models import (
    Adjustment,
    Correction,
    EvaluationArea,
    EvaluationField,
    Figure,
    ManagementIndicator,
    Report,
    ReportEntry,
)
from agencies.results_in import inputs_from, lateness
from agencies.stages import ReportStage


def final_ratings(actor, participation):
    """{indicator's id: [rating]} of the areas whose group has closed its consensus, in no order that tells whose they are."""
    try:
        rating, consensus = apps.get_model("agencies", "ManagementRating"), apps.get_model("agencies", "Consensus")
    except LookupError:
        return {}
    closed = consensus.objects.visible_to(actor).filter(participation=participation, closed_at__isnull=False).values("area")
    rows = rating.objects.visible_to(actor).filter(sheet__participation=participation, sheet__ended_at=None, sheet__area__in=closed)
    found: dict = {}
    for indicator, first, final in rows.values_list("indicator", "first", "final"):
        found.setdefault(indicator, []).append(first if final is None else final)
    return {indicator: sorted(one for one in given if one is not None) for indicator, given in found.items()}


def comments_of(actor, participation):
    """{indicator's id: [comment]} of the assessors, for Central's officer alone."""
    try:
        rating = apps.get_model("agencies", "ManagementRating")
    except LookupError:
        return {}
    rows = rating.objects.visible_to(actor).filter(sheet__participation=participation, sheet__ended_at=None).exclude(comment="")
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


def inputs_now(actor, participation, *, rows=None, ratings=None, figures=None):
    """The structure that would be worked out now. `rows`: the set's, for whoever asks for many agencies; `ratings`, `figures`: brought
    along by whoever has them from elsewhere."""
    indicator_set, report = participation.indicator_set, report_of(actor, participation)
    rows = rows or rows_in_order(actor, indicator_set)
    return inputs_from(
        indicator_set, rows, figures_in(actor, report) if figures is None else figures,
        final_ratings(actor, participation) if ratings is None else ratings, list(corrections_of(actor, participation)),
        lateness(indicator_set, report.days_late if report else 0)
        + [(one.reason, one.points) for one in adjustments_of(actor, participation)])
