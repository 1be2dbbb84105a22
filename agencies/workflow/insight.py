"""What a year says about its indicators: asked for, and kept as the worker found it."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.figures import FEW
from agencies.models import IndicatorSet, Result, YearInsight
from agencies.permissions import can_keep_satisfaction
from agencies.stages import ResultStage
from core import clock
from core.workflow import enqueue, record, refuse_if, require


@transaction.atomic
def ask_year_insight(indicator_set, *, actor):
    """Have the figures of a year worked out, anew if there are some."""
    indicator_set = IndicatorSet.everything.get(pk=indicator_set.pk)
    require(can_keep_satisfaction(actor))
    refuse_if(not Result.everything.filter(participation__indicator_set=indicator_set, stage=ResultStage.FINAL).exists(),
              _("Nothing of this year is final. What it says is worked out once its results are."))
    record("management.insight_asked", indicator_set, actor=actor)
    enqueue("agencies.learning.work_out_year", set_id=indicator_set.pk)


@transaction.atomic
def keep_year_insight(indicator_set, *, agencies, indicators, actor):
    """Write down what was worked out."""
    require(actor.is_system)
    now = clock.now()
    insight = YearInsight.everything.create(indicator_set=indicator_set, worked_out_at=now, agencies=agencies, indicators=indicators,
                                            published_at=now if agencies >= FEW else None)
    record("management.insight_kept", insight, actor=actor, year=indicator_set.year, agencies=agencies)
    return insight
