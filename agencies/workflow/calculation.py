"""Working a result out, from what stands there now; and what Central enters itself before: bonus and deductions, corrections."""
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agencies.amounts import exact, read_amount, rounded
from agencies.models import Adjustment, Calculation, Correction, IndicatorSet, Participation, ResultDecision
from agencies.permissions import can_calculate
from agencies.queries.result import open_items, what_is_missing
from agencies.queries.result_inputs import inputs_now, rows_in_order
from agencies.results_in import FIGURE, RATING
from agencies.scoring import score
from agencies.workflow.scale import refuse_off_scale
from agencies.working import to_json
from core import clock
from core.workflow import lock, record, refuse_if, require


def held(participation, actor):
    """The participation, ours until the end, while its result may still change."""
    row = lock(Participation.everything.get(pk=participation.pk))
    require(can_calculate(actor))
    refuse_if(not row.is_assessed, _("This agency is not assessed this year."))
    refuse_if(ResultDecision.everything.filter(participation=row).exists(),
              _("The committee has confirmed this result. Nothing in it changes any more."))
    refuse_if(open_items([row.public_id]).exists(),
              _("This result is on the agenda of the committee. Take it off the agenda first."))
    return row


@transaction.atomic
def calculate(participation, *, actor, reason="", rows=None):
    """From the frozen set, the report that was handed in, the final ratings, the adjustments and corrections. The same again is not kept
    twice. `rows`: the set's, for whoever calculates many."""
    row = held(participation, actor)
    row.indicator_set = IndicatorSet.everything.get(pk=row.indicator_set_id)
    inputs = inputs_now(actor, row, rows=rows)
    _refuse_missing(inputs)
    before = Calculation.everything.filter(participation=row).order_by("-number").first()
    if before and before.inputs == inputs:
        return before
    reason = reason.strip()
    refuse_if(before and not reason, _("It was calculated before. Please write why it is calculated anew."), field="reason")
    scored = score(inputs)
    made = Calculation.everything.create(
        participation=row, number=before.number + 1 if before else 1, inputs=inputs, scored=to_json(scored), total=rounded(scored.total),
        grade=scored.grade, made_at=clock.now(), made_by=actor.user, reason=reason)
    record("management.calculated", made, actor=actor, number=made.number, total=str(made.total), grade=made.grade, reason=reason)
    return made


def _refuse_missing(inputs):
    missing = what_is_missing(inputs)
    refuse_if(missing, _("It cannot be calculated yet: %(list)s"), list=" ".join(sentence for _code, sentence in missing[:3]))


@transaction.atomic
def calculate_all(indicator_set, *, actor, reason=""):
    """Every agency of the year that has all it needs. Returns (calculated anew, agencies that lack something)."""
    require(can_calculate(actor))
    refuse_if(indicator_set.published_at is None, _("This set is not frozen yet."))
    rows, made, lacking = rows_in_order(actor, indicator_set), 0, 0
    decided = ResultDecision.everything.filter(participation__indicator_set=indicator_set).values("participation")
    assessed = Participation.everything.filter(indicator_set=indicator_set, standing=Participation.Standing.ASSESSED)
    for part in assessed.exclude(pk__in=decided).select_related("indicator_set").order_by("pk"):
        if open_items([part.public_id]).exists() or what_is_missing(inputs_now(actor, part, rows=rows)):
            lacking += 1
            continue
        last = Calculation.everything.filter(participation=part).aggregate(last=Max("number"))["last"] or 0
        why = reason or (_("calculated anew with all others") if last else "")
        made += calculate(part, actor=actor, reason=why, rows=rows).number > last
    return made, lacking


@transaction.atomic
def add_adjustment(participation, *, points, reason, actor):
    """A bonus or a deduction; what counts of all of them is limited by the set, and the working shows it."""
    row = held(participation, actor)
    most, reason = row.indicator_set.bonus_most, reason.strip()
    refuse_if(not points, _("A bonus is above 0 and a deduction below."), field="points")
    refuse_if(abs(points) > most, _("Bonus and deduction are at most %(most)s points."), field="points", most=f"{most.normalize():f}")
    refuse_if(not reason, _("Please write the reason."), field="reason")
    made = Adjustment.everything.create(participation=row, points=points, reason=reason, made_at=clock.now(), made_by=actor.user)
    record("management.adjusted", made, actor=actor, points=str(points), reason=reason)
    return made


@transaction.atomic
def withdraw_adjustment(adjustment, *, reason, actor):
    held(adjustment.participation, actor)
    adjustment = lock(adjustment)
    refuse_if(adjustment.withdrawn_at, _("It is withdrawn already."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    adjustment.withdrawn_at, adjustment.withdrawal_reason = clock.now(), reason.strip()
    adjustment.save(update_fields=["withdrawn_at", "withdrawal_reason"])
    record("management.adjustment_withdrawn", adjustment, actor=actor, points=str(adjustment.points), reason=reason.strip())
    return adjustment


@transaction.atomic
def correct(participation, indicator, *, of, becomes, reason, actor, name="", was=""):
    """A figure or a rating that counts otherwise from now on. What was handed in or rated stays as it is."""
    row = held(participation, actor)
    refuse_if(indicator.indicator_set_id != row.indicator_set_id, _("This indicator belongs to another year."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    now = _indicator_in(inputs_now(actor, row), indicator.code)
    was = _figure_now(now, name) if of == FIGURE else was
    refuse_if(of == RATING and not any(exact(one) == _amount(was, "was") for one in now["ratings"]),
              _("No rating of this indicator is %(was)s."), field="was", was=was)
    _amount(becomes, "becomes")
    if of == RATING:
        refuse_off_scale(row.indicator_set, Decimal(becomes), field="becomes")
    made = Correction.everything.create(participation=row, indicator=indicator, of=of, name=name if of == FIGURE else "", was=was,
                                        becomes=becomes, reason=reason.strip(), made_at=clock.now(), made_by=actor.user)
    record("management.corrected", made, actor=actor, of=of, name=made.name, was=was, becomes=becomes, reason=reason.strip())
    return made


def _indicator_in(inputs, code):
    return next(one for field in inputs["fields"] for area in field["areas"] for one in area["indicators"] if one["code"] == code)


def _figure_now(indicator, name):
    found = [one for one in indicator["figures"] if one["name"] == name]
    refuse_if(not found, _("This indicator has no such figure."), field="name")
    return found[0]["value"] or ""


def _amount(text, field):
    return read_amount(text, what=_("value"), field=field)
