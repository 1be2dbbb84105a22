"""The set of a year: begun from the sample or an earlier one, its rules, what its indicators continue, frozen for good."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from agencies.models import EvaluationArea, EvaluationField, Figure, IndicatorSet, ManagementIndicator, Participation
from agencies.models.indicator_set import statutory_days
from agencies.permissions import can_freeze_set, can_keep_set
from agencies.queries.indicator_set import content_of, continued_by_name, rows_of, set_before
from agencies.queries.soundness import problems_of
from agencies.reference import sample_set
from agencies.workflow.guide import ask_for_guides
from agencies.workflow.proposal_task import refuse_unsettled, settle_published
from agencies.workflow.set_content import held, refuse_frozen, write_rows
from certification.workflow.framework_content import refuse_unclean
from core import clock
from core.drafts import Saved, overwrite
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require

RULES = ("grades", "bonus_most", "discuss_over", "scale_low", "scale_high", "scale_step", "late_per_day", "late_most", "few_below",
         "weak_below", "objection_days", "question_days")
DAYS = ("report_due_on", "evaluated_by_on", "notified_by_on", "disclosed_by_on")
TOLD_AT_ONCE = 5


@transaction.atomic
def begin_set(year, *, source, actor):
    """A draft for this year: a copy of a frozen set of an earlier year, or without a source the sample."""
    require(can_keep_set(actor))
    refuse_if(IndicatorSet.everything.filter(year=year, agency=current_agency()).exists(),
              _("There is a set of %(year)s already."), field="year", year=year)
    refuse_if(source and (source.published_at is None or source.year >= year), _("Copy a frozen set of an earlier year."), field="source")
    before = source or set_before(actor, year)
    days = {name: day for name, day in statutory_days(year).items() if name in DAYS}
    rules = {name: getattr(source, name) for name in RULES} if source else {"grades": sample_set()["grades"]}
    made = IndicatorSet(year=year, is_sample=source is None or source.is_sample, follows=before, drafted_at=clock.now(), **days, **rules)
    refuse_unclean(made)
    made.save()
    earlier = rows_of(actor, before)["indicators"] if before else []
    content = content_of(rows_of(actor, source)) if source else sample_set()
    follows = {one.code: one for one in earlier} if source else continued_by_name(content["indicators"], earlier)
    write_rows(made, content, follows)
    record("indicator_set.begun", made, actor=actor, year=year, source=source and source.pk, indicators=len(content["indicators"]))
    return made


@transaction.atomic
def change_rules(indicator_set, facts, *, base, actor):
    """Scale, grades, bonus, lateness and days, while it is a draft. An older page overwrites nothing newer. Returns Saved."""
    indicator_set = held(indicator_set, actor)
    if all(getattr(indicator_set, name) == value for name, value in facts.items()):
        return Saved(indicator_set)
    if base != indicator_set.revision:
        return Saved(indicator_set, conflict=True)
    overwrite(indicator_set, facts)
    _refuse_disorder(indicator_set)
    refuse_unclean(indicator_set)
    indicator_set.save(update_fields=[*facts, "revision"])
    record("indicator_set.rules_changed", indicator_set, actor=actor, fields=sorted(facts), revision=indicator_set.revision)
    return Saved(indicator_set)


def _refuse_disorder(one):
    for name in ("bonus_most", "late_per_day", "late_most"):
        refuse_if(getattr(one, name) < 0, _("This is 0 or more."), field=name)
    refuse_if(one.scale_step <= 0, _("The step between ratings is above 0."), field="scale_step")
    refuse_if(one.scale_high <= one.scale_low, _("The highest rating has to be above the lowest."), field="scale_high")
    refuse_if(not 0 <= one.weak_below <= 100, _("This lies between 0 and 100."), field="weak_below")
    refuse_if(one.evaluated_by_on <= one.report_due_on, _("The evaluation ends after the reports are due."), field="evaluated_by_on")
    refuse_if(one.notified_by_on < one.evaluated_by_on, _("Results are notified after the evaluation has ended."), field="notified_by_on")
    refuse_if(one.disclosed_by_on < one.notified_by_on, _("Results are published after they are notified."), field="disclosed_by_on")


@transaction.atomic
def settle_mapping(indicator_set, continued, *, actor):
    """`continued`: {code here: code of the earlier set that it continues, or ""}. What nothing continues is dropped."""
    indicator_set = held(indicator_set, actor)
    refuse_if(indicator_set.follows is None, _("This is the first set: there is none before it."))
    old = {one.code: one for one in rows_of(actor, indicator_set.follows)["indicators"]}
    changed = []
    for row in ManagementIndicator.everything.filter(indicator_set=indicator_set, code__in=continued):
        before = continued[row.code]
        refuse_if(before and before not in old, _("There is no indicator %(code)s in the set before."), code=before)
        row.follows = old.get(before)
        changed.append(row)
    ManagementIndicator.everything.bulk_update(changed, ["follows"])
    record("indicator_set.mapping_settled", indicator_set, actor=actor, follows=indicator_set.follows_id,
           continued=sum(row.follows is not None for row in changed))
    return indicator_set


@transaction.atomic
def discard_set(indicator_set, *, actor):
    """A draft that is not wanted, away with its rows and what was said of agencies."""
    indicator_set = held(indicator_set, actor)
    year, count = indicator_set.year, ManagementIndicator.everything.filter(indicator_set=indicator_set).count()
    for model in (Participation, Figure, ManagementIndicator, EvaluationArea, EvaluationField):
        model.everything.filter(indicator_set=indicator_set).delete()
    record("indicator_set.discarded", indicator_set, actor=actor, year=year, indicators=count)
    indicator_set.delete()


@transaction.atomic
def freeze_set(indicator_set, *, actor):
    """From now on every agency is evaluated by it, and it never changes (a trigger). Agencies see that they take part."""
    indicator_set = lock(indicator_set)
    require(can_freeze_set(actor))
    refuse_frozen(indicator_set)
    sentences = [problem.sentence for problem in problems_of(actor, indicator_set)]
    refuse_if(sentences, " ".join(sentences[:TOLD_AT_ONCE]))
    tasks = refuse_unsettled(indicator_set, actor=actor)
    indicator_set.published_at = clock.now()
    indicator_set.save(update_fields=["published_at"])
    settle_published(indicator_set, tasks, actor=actor)
    Participation.everything.filter(indicator_set=indicator_set).update(out_at=indicator_set.published_at)
    record("indicator_set.frozen", indicator_set, actor=actor, year=indicator_set.year)
    ask_for_guides(indicator_set)
    renew_public_pages(current_agency())
    return indicator_set
