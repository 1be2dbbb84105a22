"""Accepted changes are worked into a draft, or carried over to the version after; with the version they are in force."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agencies.models import IndicatorSet, ManagementIndicator, PublishedProposal
from agencies.models.proposal import IndicatorProposal, called
from agencies.network_permissions import can_keep_proposals, can_settle_proposals
from agencies.queries.proposal import tasks_of_draft
from agencies.stages import ProposalStage
from certification.models import Indicator
from core import clock
from core.workflow import lock, move, record, refuse_if, require


def _column(draft, stem):
    return f"{stem}_set" if isinstance(draft, IndicatorSet) else f"{stem}_version"


def _open_task(task, draft, actor):
    """Locked, of a draft of its own kind that is not published."""
    task = lock(task)
    require(can_keep_proposals(actor))
    refuse_if(task.done_at, _("This change is in force already."))
    refuse_if(draft.published_at, _("This version is published: nothing is worked into it any more."))
    refuse_if(not tasks_of_draft(actor, draft).filter(pk=task.pk).exists(), _("This change does not belong to this version."))
    return task


@transaction.atomic
def work_in(task, draft, *, code, words, actor):
    """Declared as worked in: at which indicator of the draft, and what was changed there."""
    task = _open_task(task, draft, actor)
    refuse_if(not words.strip(), _("Write what was changed."), field="words")
    dropped = task.proposal.change == IndicatorProposal.Change.DROP
    code = task.proposal.code if dropped else code.strip()
    refuse_if(not dropped and code not in codes_in(draft), _("There is no indicator %(code)s in this draft."), field="code", code=code)
    _clear(task)
    setattr(task, _column(draft, "worked"), draft)
    task.code, task.words, task.worked_at, task.worked_by = code, words.strip(), clock.now(), actor.user
    task.save()
    record("proposal.worked_in", task, actor=actor, code=code)
    return task


def codes_in(draft):
    """The codes of its indicators, in its order."""
    model, whole = (ManagementIndicator, "indicator_set") if isinstance(draft, IndicatorSet) else (Indicator, "version")
    return list(model.everything.filter(**{whole: draft}).order_by("position").values_list("code", flat=True))


def _clear(task):
    """Neither worked in nor carried over: open again."""
    task.worked_set = task.worked_version = task.past_set = task.past_version = task.worked_at = task.worked_by = None
    task.code = task.words = task.past_reason = ""


@transaction.atomic
def reopen_task(task, draft, *, actor):
    """It was declared too early, or is not to be carried over after all."""
    task = _open_task(task, draft, actor)
    _clear(task)
    task.save()
    record("proposal.reopened", task, actor=actor)
    return task


@transaction.atomic
def carry_over(task, draft, *, reason, actor):
    """Not in this version but the one after, and why."""
    task = _open_task(task, draft, actor)
    refuse_if(not reason.strip(), _("Write why it has to wait for the version after."), field="past_reason")
    _clear(task)
    setattr(task, _column(draft, "past"), draft)
    task.past_reason = reason.strip()
    task.save()
    record("proposal.carried_over", task, actor=actor)
    return task


def refuse_unsettled(draft, *, actor):
    """Nothing accepted is dropped in silence: each is worked in or carried over before the version is out. Returns them, locked."""
    tasks = list(tasks_of_draft(actor, draft).select_for_update(of=("self",), no_key=True).order_by("pk"))
    unsettled = sum(not (one.worked_into(draft) or one.left_out_of(draft)) for one in tasks)
    refuse_if(unsettled, ngettext("%(count)d accepted proposal is neither worked in nor carried over to the version after.",
                                  "%(count)d accepted proposals are neither worked in nor carried over to the version after.",
                                  unsettled), count=unsettled)
    return tasks


@transaction.atomic
def settle_published(version, tasks, *, actor):
    """The version is out: what was worked into it is in force and its proposers are told; the rest waits for the next."""
    require(can_settle_proposals(actor))
    refuse_if(version.published_at is None, _("This version is not published."))
    for task in tasks:
        if task.worked_into(version):
            _in_force(task, version, actor)
        else:
            task.carried += 1
            task.save(update_fields=["carried"])
    return tasks


def _in_force(task, version, actor):
    task.done_at = version.published_at
    task.save(update_fields=["done_at"])
    proposal = lock(task.proposal)
    proposal.became, proposal.became_in, proposal.told_at = task.words, called(version)[0][:120], None
    proposal.save(update_fields=["became", "became_in", "told_at"])
    step = move(proposal, ProposalStage.IN_FORCE)
    PublishedProposal.everything.filter(proposal=proposal).update(
        became=task.words, in_code=task.code, **{_column(version, "in"): version})
    record("proposal.in_force", proposal, actor=actor, code=task.code, **step)
