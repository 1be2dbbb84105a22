"""All results of a year become final at once: drafted by the officer, released by the manager, approved by Central's director."""

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import IndicatorSet, Participation
from agencies.permissions import at_central, can_follow_results
from agencies.queries.result import year_lines
from agencies.stages import ResultStage
from agencies.workflow.disclosure import begin_disclosure
from agencies.workflow.objection import close_objections
from agencies.workflow.result_letters import write_result_letters
from core import calendar, clock
from core.digests import digest_of_content
from core.workflow import enqueue, lock, move, record, refuse_if, require
from correspondence.workflow import keep_days, notify
from panels import workflow as panels
from panels.models import Approval
from panels.permissions import can_draft
from panels.queries import approval_of

APPROVED_AS, KIND, PAGE = "agencies.indicatorset", "management_results", "management_approval"
DISCLOSE, DISCLOSE_DAYS = "management.disclosure", 30
NAMED_AT_ONCE = 5


def content_of(lines):
    """What is approved: who, which calculation, total, grade."""
    return [[line.participation.assessed.slug, line.decision and line.decision.calculation.number,
             line.decision and str(line.decision.calculation.total), line.decision and line.decision.calculation.grade] for line in lines]


def digest_of(lines):
    return digest_of_content(content_of(lines))


def approval_for(indicator_set):
    return approval_of(APPROVED_AS, indicator_set.public_id, KIND)


def _held(indicator_set, actor):
    """(the set, its lines), with every participation ours; refused while something is undecided or all is over."""
    list(Participation.everything.filter(indicator_set=indicator_set).select_for_update(of=("self",), no_key=True).order_by("pk"))
    indicator_set = IndicatorSet.everything.get(pk=indicator_set.pk)
    require(at_central())
    lines = year_lines(actor, indicator_set)
    open_ones = [str(line.participation.assessed) for line in lines if line.decision is None]
    refuse_if(not lines or open_ones, _("The committee has not confirmed all results: %(list)s"),
              list=", ".join(open_ones[:NAMED_AT_ONCE]) or "–")
    refuse_if(any(line.result.is_final for line in lines), _("The results of this year are final."))
    return indicator_set, lines


@transaction.atomic
def draft_results(indicator_set, *, actor):
    """One batch for the year, drafted anew after it was sent back."""
    require(can_draft(actor))
    indicator_set, lines = _held(indicator_set, actor)
    label = _("Results of the management evaluation %(year)s") % {"year": indicator_set.year}
    before = approval_for(indicator_set)
    if before and before.stage not in (Approval.Stage.APPROVED, Approval.Stage.DROPPED):
        return panels.redraft(before, digest_of(lines), actor=actor, page=PAGE)
    return panels.draft_approval(APPROVED_AS, indicator_set.public_id, label, KIND, digest_of(lines), actor=actor, page=PAGE)


def _waiting(indicator_set, lines, seen):
    approval = approval_for(indicator_set)
    refuse_if(approval is None, _("Nothing is drafted."))
    refuse_if(seen != digest_of(lines), _("It was changed since this page was opened. Please read it again."))
    return approval


@transaction.atomic
def release_results(indicator_set, seen, *, actor):
    indicator_set, lines = _held(indicator_set, actor)
    return panels.release_approval(_waiting(indicator_set, lines, seen), seen, actor=actor, page=PAGE)


@transaction.atomic
def send_back_results(indicator_set, reason, *, actor):
    indicator_set, _lines = _held(indicator_set, actor)
    approval = approval_for(indicator_set)
    refuse_if(approval is None, _("Nothing is drafted."))
    return panels.send_back(approval, reason, actor=actor, page=PAGE)


@transaction.atomic
def approve_results(indicator_set, seen, *, actor):
    """The director signs exactly what the page showed; in this very transaction every result is final and its letters are written."""
    indicator_set, lines = _held(indicator_set, actor)
    panels.approve(_waiting(indicator_set, lines, seen), seen, actor=actor)
    now = clock.now()
    results = [_make_final(line, now, actor) for line in lines]
    record("management.final", indicator_set, actor=actor, digest=seen, agencies=len(results))
    enqueue("agencies.learning.work_out_year", set_id=indicator_set.pk)
    return results


def _make_final(line, now, actor):
    result, one = lock(line.result), line.decision.calculation
    facts = move(result, ResultStage.FINAL)
    result.total, result.grade, result.scored, result.final_at = one.total, one.grade, one.scored, now
    result.save(update_fields=["total", "grade", "scored", "final_at"])
    write_result_letters(result, line.participation, actor=actor)
    record("management.result_final", result, actor=actor, calculation=one.pk, total=str(one.total), grade=one.grade, **facts)
    return result


@transaction.atomic
def notice_final(result, *, actor):
    """At the agency, by its job: its people are told, and the thirty days to disclose it begin."""
    result = lock(result)
    require(can_follow_results(actor))
    if result.final_noticed_at or not result.is_final:
        return False
    result.final_noticed_at = result.noticed_at = clock.now()
    result.save(update_fields=["final_noticed_at", "noticed_at"])
    close_objections(result, actor=actor)
    last = calendar.due_on(clock.seoul(result.final_at).date(), DISCLOSE_DAYS, "calendar")
    keep_days([begin_disclosure(result, last)], kind=DISCLOSE, actor=actor)
    record("management.final_noticed", result, actor=actor)
    notify("management.final", result, actor=actor, link=("management_own_result", result.public_id))
    return True
