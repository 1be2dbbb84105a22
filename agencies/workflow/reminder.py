"""Central reminds all agencies at once whose report has not arrived."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import IndicatorSet, ReportReminder
from agencies.permissions import can_remind_agencies
from agencies.queries.report import standings_in
from core import clock
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def remind_agencies(indicator_set, *, actor):
    """One row for each agency that has not handed in; its own job tells its people. At most once a day. Returns the rows."""
    require(can_remind_agencies(actor))
    indicator_set = lock(IndicatorSet.everything.get(pk=indicator_set.pk))      # two at the same moment: the second finds the first's
    awaited = [one.participation for one in standings_in(actor, indicator_set) if one.is_awaited and one.participation.out_at]
    refuse_if(not awaited, _("Every agency has handed in."))
    today = ReportReminder.everything.filter(participation__indicator_set=indicator_set, asked_on=clock.today())
    refuse_if(today.exists(), _("All of them were reminded today already. You can remind them again tomorrow."))
    made = ReportReminder.everything.bulk_create(
        ReportReminder(assessed_id=one.assessed_id, participation=one, asked_on=clock.today(), asked_at=clock.now(), asked_by=actor.user)
        for one in awaited)
    record("performance_report.agencies_reminded", indicator_set, actor=actor, agencies=[one.assessed_id for one in made])
    return made
