"""What finished rounds taught, as it is read: figures of indicators, of assessors, several rounds side by side."""
from certification.queries.mapping import one_to_one
from evaluations.figures import AssessorFigures, IndicatorFigures
from evaluations.models import AssessorInsight, IndicatorInsight, Insight

SIDE_BY_SIDE = 5


def latest_insight(actor, round):
    """As it was last worked out; None while nobody may know it."""
    return Insight.objects.visible_to(actor).filter(round=round).order_by("-worked_out_at", "-pk").first()


def insights_of(actor):
    """The latest of each round, the latest round first."""
    latest = Insight.objects.visible_to(actor).order_by("round_id", "-worked_out_at", "-pk").distinct("round_id")
    rows = Insight.objects.visible_to(actor).filter(pk__in=latest.values("pk")).select_related("round__version__follows")
    return rows.order_by("-round__opens_at", "-round__pk")


def indicator_figures(actor, insight):
    """[IndicatorFigures] in the order of the edition."""
    rows = IndicatorInsight.objects.visible_to(actor).filter(insight=insight).select_related("indicator")
    return [IndicatorFigures.of(row) for row in rows.order_by("position", "pk")]


def assessor_figures(actor, insight):
    """[AssessorFigures] that this actor may see, by name: never in the order of the figures."""
    rows = AssessorInsight.objects.visible_to(actor).filter(insight=insight).select_related("user__person")
    return [AssessorFigures.of(row) for row in rows.order_by("user__person__name", "user", "source")]


def own_figures(actor):
    """[(round, [AssessorFigures])] of the actor's own, the latest round first."""
    found = {}
    rows = AssessorInsight.objects.visible_to(actor).filter(user=actor.user).select_related("insight__round", "user__person")
    for row in rows.order_by("-insight__round__opens_at", "-insight__worked_out_at", "-insight", "source"):
        several = found.setdefault(row.insight.round, [])
        if not several or several[0].row.insight_id == row.insight_id:       # as it was last worked out
            several.append(AssessorFigures.of(row))
    return list(found.items())


def side_by_side(actor, insights):
    """[(indicator of the latest round's edition, [its Share in each round, or None])]; older editions by their mapping, one to one."""
    insights = list(insights)[:SIDE_BY_SIDE]
    if not insights:
        return []
    version, columns, here = insights[0].round.version, [], {}
    rows = IndicatorInsight.objects.visible_to(actor).filter(insight__in=insights).select_related("indicator").order_by("position", "pk")
    rows, leads = list(rows), {}
    for insight in insights:
        other = insight.round.version
        if other.pk not in leads:
            leads[other.pk] = {} if other.pk == version.pk else one_to_one(actor, other, version)
        column = {}
        for row in (one for one in rows if one.insight_id == insight.pk):
            there = row.indicator_id if other.pk == version.pk else leads[other.pk].get(row.indicator_id, (None,))[0]
            column[there] = IndicatorFigures.of(row).rate
            if other.pk == version.pk:
                here.setdefault(row.indicator_id, row.indicator)
        columns.append(column)
    return [(indicator, [column.get(pk) for column in columns]) for pk, indicator in here.items()]
