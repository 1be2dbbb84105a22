"""The preliminary notice: to all who are assessed, at once; what it says, and that each agency's own job tells its people."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import IndicatorSet, Participation, Result
from agencies.permissions import can_follow_results, can_tell_results
from agencies.queries.result import year_lines
from agencies.workflow.feedback import told_words
from core import calendar, clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import keep_days, notify

OBJECTIONS = "management.objections"
NAMED_AT_ONCE = 5


@transaction.atomic
def give_preliminary_notice(indicator_set, *, actor):
    """Every agency that is assessed learns its result in the same minute; the days to object run from tomorrow."""
    list(Participation.everything.filter(indicator_set=indicator_set).select_for_update(of=("self",), no_key=True).order_by("pk"))
    indicator_set = IndicatorSet.everything.get(pk=indicator_set.pk)
    require(can_tell_results(actor))
    refuse_if(Result.everything.filter(participation__indicator_set=indicator_set).exists(),
              _("The preliminary notice of this year has been given."))
    lines = year_lines(actor, indicator_set)
    refuse_if(not lines, _("No agency is assessed this year."))
    lacking = [str(line.participation.assessed) for line in lines if not line.is_sound]
    refuse_if(lacking, _("The notice goes to all at once. Not calculated, or changed since: %(list)s"),
              list=", ".join(lacking[:NAMED_AT_ONCE]) + (" …" if len(lacking) > NAMED_AT_ONCE else ""))
    now = clock.now()
    until = calendar.due_at(clock.seoul(now).date(), indicator_set.objection_days, "calendar")
    made = [_told(line, now, until, actor) for line in lines]
    record("management.preliminary_notice", indicator_set, actor=actor, agencies=len(made), objections_until=until)
    return made


def _told(line, now, until, actor):
    part, one = line.participation, line.calculation
    return Result.everything.create(
        participation=part, assessed=part.assessed, year=part.year, total=one.total, grade=one.grade, scored=one.scored,
        feedback=told_words(actor, part), told_at=now, objections_until=until, first_total=one.total, first_grade=one.grade)


@transaction.atomic
def notice_result(result, *, actor):
    """At the agency, by its job: its people are told once, and reminded while they may object."""
    result = lock(result)
    require(can_follow_results(actor))
    if result.noticed_at:
        return False
    result.noticed_at = clock.now()
    result.save(update_fields=["noticed_at"])
    if clock.now() < result.objections_until:
        keep_days([result], kind=OBJECTIONS, actor=actor)
    record("management.result_noticed", result, actor=actor)
    notify("management.preliminary", result, actor=actor, link=("management_own_result", result.public_id))
    return True
