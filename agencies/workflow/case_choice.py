"""What the judges' meeting chose: written down by Central's officer, approved by its director; with that it is decided and published."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from agencies.case_permissions import can_approve_choice, can_keep_calls, can_publish_calls
from agencies.models import CaseChoice, Nomination
from agencies.queries.case_call import CHOICE_KIND, CHOICE_PAGE, CHOICE_SUBJECT, approval_of_choice
from agencies.stages import NominationStage
from agencies.workflow.good_case import publish_case
from core import clock
from core.digests import digest_of_content
from core.tenancy import current_agency
from core.workflow import lock, move, record, refuse_if, require
from panels import workflow as panels
from panels.stages import ApprovalStage


@transaction.atomic
def draft_choice(call, chosen, *, actor):
    """`chosen`: {nomination's key: (selected or not, words to the agency)}, of every case that was judged. Then the manager reads it."""
    call = _judged(call)
    require(can_keep_calls(actor))
    approval = approval_of_choice(call)
    refuse_if(approval and approval.stage == ApprovalStage.RELEASED, _("It waits for the director. Have it sent back first."))
    rows = _judged_cases(call)
    wordless = [str(row) for row in rows if not chosen.get(row.pk, (False, ""))[1].strip()]
    refuse_if(wordless, _("Every agency gets words. Still without: %(list)s"), list=", ".join(wordless))
    for row in rows:
        is_selected, words = chosen[row.pk]
        CaseChoice.everything.update_or_create(nomination=row, defaults={
            "call": call, "from_agency_id": row.agency_id, "is_selected": is_selected, "words": words.strip(), "written_at": clock.now(),
            "written_by": actor.user})
    digest, label = digest_of_choice(call), _("Excellent cases %(year)d: %(call)s") % {"year": call.year, "call": call.title_ko}
    if approval is None:
        panels.draft_approval(CHOICE_SUBJECT, call.public_id, label[:200], CHOICE_KIND, digest, actor=actor, page=CHOICE_PAGE)
    else:
        panels.redraft(approval, digest, actor=actor, page=CHOICE_PAGE)
    record("case_choice.drafted", call, actor=actor, digest=digest, selected=sum(one for one, _words in chosen.values()))
    return call


def _judged(call):
    call = lock(call)
    refuse_if(call.judged_at is None, _("The judging has not ended."))
    refuse_if(call.concluded_at, _("The cases of this call are decided."))
    return call


def _judged_cases(call):
    return list(Nomination.everything.filter(call=call, stage=NominationStage.SUBMITTED).select_related("agency").order_by("pk"))


def digest_of_choice(call):
    rows = CaseChoice.everything.filter(call=call).select_related("nomination").order_by("nomination")
    said = [[str(one.nomination.public_id), one.nomination.sha256, one.is_selected, one.words] for one in rows]
    return digest_of_content([str(call.public_id), said])


@transaction.atomic
def release_choice(call, seen, *, actor):
    """The manager has read it and hands it to the director."""
    call = _judged(call)
    require(can_publish_calls(actor))
    return panels.release_approval(_drafted(call, seen), seen, actor=actor, page=CHOICE_PAGE)


@transaction.atomic
def send_choice_back(call, reason, *, actor):
    call = _judged(call)
    require(can_publish_calls(actor) or can_approve_choice(actor))
    approval = approval_of_choice(call)
    refuse_if(approval is None, _("Nothing is drafted."))
    return panels.send_back(approval, reason, actor=actor, page=CHOICE_PAGE)


@transaction.atomic
def approve_choice(call, seen, *, actor):
    """The director signs exactly what the page showed: in this very transaction cases are selected and published, others not."""
    call = _judged(call)
    require(can_approve_choice(actor))
    panels.approve(_drafted(call, seen), seen, actor=actor)
    now, published = clock.now(), 0
    for choice in CaseChoice.everything.filter(call=call).order_by("pk"):
        row = lock(Nomination.everything.get(pk=choice.nomination_id))
        facts = move(row, NominationStage.SELECTED if choice.is_selected else NominationStage.NOT_SELECTED)
        row.outcome, row.outcome_at, row.told_at = choice.words, now, None
        row.save(update_fields=["outcome", "outcome_at", "told_at"])
        if choice.is_selected:
            publish_case(row, call, actor=actor)
            published += 1
        record("case_choice.decided", row, actor=actor, **facts)
    call.concluded_at = now
    call.save(update_fields=["concluded_at"])
    record("case_call.concluded", call, actor=actor, digest=seen, published=published)
    renew_public_pages(current_agency())
    return call


def _drafted(call, seen):
    approval = approval_of_choice(call)
    refuse_if(approval is None, _("Nothing is drafted."))
    refuse_if(seen != digest_of_choice(call), _("It was changed since this page was opened. Please read it again."))
    return approval
