"""A change report at the desk: asked back, proposed, accepted with everything that follows, or not accepted."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import same_person
from aftercare.change_stages import ChangeStage
from aftercare.changes import ChangeKind
from aftercare.permissions import can_decide_change, can_enter_change
from aftercare.workflow.change import ANSWER
from aftercare.workflow.change_effects import carry_out, follows_of
from aftercare.workflow.change_letters import write_answer_to
from core import clock
from core.wording import day_in_words
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline
from providers.stages import Stage

WAITS = (ChangeStage.HANDED_IN, ChangeStage.PROPOSED)


@transaction.atomic
def ask_back(report, *, reason, actor):
    """Something is missing: the provider completes it within fourteen days."""
    report = lock(report)
    require(can_enter_change(actor, report.provider))
    refuse_if(report.origin != report.Origin.PORTAL, _("This was entered by the agency. Call the provider, and enter what is missing."))
    refuse_if(not reason.strip(), _("Write what is needed: the provider reads it."), field="reason")
    step = move(report, ChangeStage.ASKED)
    close_deadlines(report, actor=actor, outcome="asked")
    report.asked_reason, report.asked_deadline = reason.strip(), open_deadline(report, kind=ANSWER, event_on=clock.today(), actor=actor)
    report.save(update_fields=["asked_reason", "asked_deadline"])
    record("change.asked", report, actor=actor, reason=reason.strip(), **step)
    notify("change.asked", report, actor=actor, link=("portal_change", report.public_id), reason=reason.strip(),
           due=report.asked_deadline.last_day)
    return report


@transaction.atomic
def propose_decision(report, *, continues, words, actor):
    """How a closure or a succession is to be answered; the manager decides."""
    report = lock(report)
    require(can_enter_change(actor, report.provider))
    refuse_if(not report.rule.needs_manager, _("This needs no proposal: accept it or not."))
    refuse_if(not words.strip(), _("Please write the reason."), field="words")
    report.continues = bool(continues) and report.kind == ChangeKind.SUCCESSION
    _refuse_too_early(report)
    step = move(report, ChangeStage.PROPOSED)
    report.words, report.proposed_by, report.proposed_at = words.strip(), actor.user, clock.now()
    report.save(update_fields=["continues", "words", "proposed_by", "proposed_at"])
    record("change.proposed", report, actor=actor, continues=report.continues, **step)
    notify("change.proposed", report, actor=actor, link=("desk_change", report.public_id))
    return report


@transaction.atomic
def send_back_proposal(report, *, reason, actor):
    """The manager does not agree: back to the officers with the reason."""
    report = lock(report)
    require(can_decide_change(actor, report))
    refuse_if(report.stage != ChangeStage.PROPOSED, _("Nothing is proposed."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    record("change.sent_back", report, actor=actor, reason=reason.strip(), **move(report, ChangeStage.HANDED_IN))
    notify("change.sent_back", report, actor=actor, link=("desk_change", report.public_id), reason=reason.strip())
    return report


@transaction.atomic
def accept_change(report, *, words="", actor):
    """It is so: what follows for each certificate happens now, in this transaction, and the provider is told by letter."""
    report = lock(report)
    require(can_decide_change(actor, report))
    refuse_if(report.stage not in WAITS, _("This report no longer waits for a decision. It is now “%(stage)s”."),
              stage=report.get_stage_display())
    if report.rule.needs_manager:
        refuse_if(report.stage != ChangeStage.PROPOSED, _("An officer proposes first how to answer it."))
        refuse_if(any(same_person(report.proposed_by, one) for one in actor.people), _("You have proposed it. Somebody else decides it."))
    _refuse_too_early(report)
    report.words = words.strip() or report.words
    carry_out(report, actor=actor)
    return _decided(report, ChangeStage.ACCEPTED, actor)


@transaction.atomic
def refuse_change(report, *, reason, actor):
    """It is not so, or not shown: the certificate stays as it is, and the provider is told why."""
    report = lock(report)
    require(can_decide_change(actor, report))
    refuse_if(not reason.strip(), _("Write the reason: the provider reads it."), field="reason")
    report.words = reason.strip()
    return _decided(report, ChangeStage.REFUSED, actor)


def _refuse_too_early(report):
    refuse_if(report.waits_for_objection, _("The provider may still object until %(day)s."), day=day_in_words(report.objects_until)
              if report.objects_until else "")
    if report.kind != ChangeKind.SUCCESSION or not report.continues:
        return
    refuse_if(report.successor is None,
              _("The successor is not registered with this agency. It registers first; else the certificate ends."))
    refuse_if(report.successor.stage != Stage.CONFIRMED, _("The registration of the successor is not confirmed yet."))
    refuse_if(report.successor_confirmed_at is None, _("The successor has not confirmed the succession yet."))


def _decided(report, stage, actor):
    report.decided_by, report.decided_at = actor.user, clock.now()
    report.letter = write_answer_to(report, stage, follows_of(report) if stage == ChangeStage.ACCEPTED else (), actor=actor)
    report.save()
    step = move(report, stage)
    close_deadlines(report, actor=actor, outcome=str(stage))
    record(f"change.{stage}", report, actor=actor, number=report.number, words=report.words, **step)
    link = ("portal_change", report.public_id)
    if stage == ChangeStage.ACCEPTED:
        notify("change.accepted", report, actor=actor, link=link)
    else:
        notify("change.refused", report, actor=actor, link=link, reason=report.words)
    return report
