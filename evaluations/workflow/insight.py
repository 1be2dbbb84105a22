"""What a finished round taught: asked for, and kept as the worker found it."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import enqueue, lock, record, refuse_if, require
from evaluations.models import AssessorInsight, IndicatorInsight, Insight
from evaluations.permissions import can_work_out
from evaluations.queries.taught import is_finished


@transaction.atomic
def ask_insight(round, *, actor):
    """Have the figures of a finished round worked out, anew if there are some."""
    round = lock(round)
    require(can_work_out(actor))
    refuse_if(not is_finished(round), _("Cases of this round are still under way. What it taught is worked out once all results are "
                                        "announced."))
    record("insight.asked", round, actor=actor)
    enqueue("evaluations.learning.work_out_round", round_id=round.pk)


@transaction.atomic
def keep_insight(round, *, cases, deferred, spans, indicators, assessors, actor):
    """Write down what was worked out. `indicators`: (id, code, position, figures); `assessors`: (account's id, source, figures)."""
    round = lock(round)
    require(actor.is_system)
    insight = Insight.objects.create(round=round, worked_out_at=clock.now(), cases=cases, deferred=deferred, spans=spans)
    IndicatorInsight.everything.bulk_create(
        IndicatorInsight(insight=insight, indicator_id=pk, code=code, position=position, figures=figures)
        for pk, code, position, figures in indicators)
    AssessorInsight.everything.bulk_create(
        AssessorInsight(insight=insight, user_id=user, source=source, figures=figures) for user, source, figures in assessors)
    record("insight.kept", insight, actor=actor, round=round.pk, cases=cases)
    return insight
