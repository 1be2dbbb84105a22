"""The scale of a set: what a rating may be."""
from django.utils.translation import gettext as _

from core.workflow import refuse_if


def refuse_off_scale(indicator_set, rating, *, field):
    """Outside the scale of the set, or between its steps."""
    if rating is None:
        return
    low, high, step = indicator_set.scale_low, indicator_set.scale_high, indicator_set.scale_step
    refuse_if(not low <= rating <= high, _("Ratings go from %(low)s to %(high)s."), low=low, high=high, field=field)
    refuse_if((rating - low) % step, _("Ratings go in steps of %(step)s."), step=f"{step.normalize():f}", field=field)
