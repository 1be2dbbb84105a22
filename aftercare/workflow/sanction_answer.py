"""The answer to an appeal against a sanction: drafted, released, approved, prolonged once; upheld, the sanction is set aside at once,
upheld in part, it becomes less."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import Role
from aftercare.models import SanctionStatement
from aftercare.permissions import can_hand_in_statement, can_keep_sanction
from aftercare.queries.sanction import ANSWER, MORE_DAYS
from aftercare.queries.sanction_handlers import decided_by, handled, others_of
from aftercare.sanction_approvals import ANSWER_KIND, ANSWER_PAGE, ANSWERING, approval_of_answer
from aftercare.sanction_stages import OUTCOMES, SanctionAppealStage
from aftercare.workflow.letters import in_both
from aftercare.workflow.sanction import EFFECT
from aftercare.workflow.sanction_effect import overturn
from aftercare.workflow.sanction_letters import write_answer
from aftercare.workflow.sanction_partly import lessen, refuse_unfit_part
from aftercare.workflow.sanction_rules import lock_sanction
from core import clock
from core.digests import digest_of_content
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, move_deadline, notify
from panels import workflow as panels
from panels.permissions import can_approve, can_release, can_send_back
from panels.stages import ApprovalStage

PARTLY = "partly"


def lock_appeal(appeal):
    """(certificate, sanction, appeal), in this order."""
    certificate, sanction = lock_sanction(appeal.sanction)
    appeal = lock(appeal)
    refuse_if(not appeal.is_open, _("This appeal no longer waits for its answer."))
    return certificate, sanction, appeal


@transaction.atomic
def draft_answer_about(appeal, *, text, new_to=None, new_order="", actor):
    """The answer as it will go out. Its outcome is what was proposed; in part, it says what holds instead."""
    certificate, sanction, appeal = lock_appeal(appeal)
    require(can_keep_sanction(actor, sanction))
    refuse_if(appeal.proposed_at is None, _("The answer is drafted from the proposal, which is not written yet."))
    refuse_if(not text.strip(), _("Write the reasons: the provider reads them."), field="text")
    appeal.new_to, appeal.new_order = (new_to, new_order.strip()) if appeal.proposal == PARTLY else (None, "")
    if appeal.proposal == PARTLY:
        refuse_unfit_part(certificate, sanction, new_to, new_order)
    appeal.answer = text.strip()
    appeal.save(update_fields=["answer", "new_to", "new_order"])
    record("sanction_appeal.answer_drafted", appeal, actor=actor, outcome=appeal.proposal)
    approval = approval_of_answer(appeal)
    if approval is None:
        panels.draft_approval(ANSWERING, appeal.public_id, _("Answer to the appeal %(appeal)s") % {"appeal": appeal}, ANSWER_KIND,
                              digest_of_answer(appeal), actor=actor, page=ANSWER_PAGE)
    else:
        panels.redraft(approval, digest_of_answer(appeal), actor=actor, page=ANSWER_PAGE)
    return appeal


def digest_of_answer(appeal):
    """SHA-256 over what is approved: the appeal as it was handed in, the proposal, the answer."""
    said = SanctionStatement.everything.filter(sanction=appeal.sanction_id, kind="appeal").values_list("sha256", flat=True).first()
    content = [appeal.number, said, appeal.proposal, appeal.proposal_reason, appeal.answer, appeal.new_to, appeal.new_order]
    return digest_of_content(content)


@transaction.atomic
def release_answer_about(appeal, seen, *, actor):
    _certificate, sanction, appeal = _drafted(appeal, seen)
    require(can_release(actor))
    tied = _refuse_who_decided(appeal, sanction, Role.MANAGER, actor)
    panels.release_approval(approval_of_answer(appeal), seen, actor=actor, page=ANSWER_PAGE)
    record("sanction_appeal.answer_released", appeal, actor=actor, digest=seen, has_decided=tied)
    return appeal


@transaction.atomic
def approve_answer_about(appeal, seen, *, actor):
    """Signed, it goes out: letters, state, and what follows for certificate, register, log and bar, together or not at all."""
    certificate, sanction, appeal = _drafted(appeal, seen)
    require(can_approve(actor))
    tied = _refuse_who_decided(appeal, sanction, Role.DIRECTOR, actor)
    if appeal.proposal == PARTLY:
        refuse_unfit_part(certificate, sanction, appeal.new_to, appeal.new_order)
        appeal.was_kind, appeal.was_to = sanction.final_kind, sanction.final_to
    panels.approve(approval_of_answer(appeal), seen, actor=actor)
    appeal.answered_at = clock.now()
    appeal.save(update_fields=["answered_at", "was_kind", "was_to"])
    facts = move(appeal, OUTCOMES[appeal.proposal])
    close_deadlines(appeal, kind=ANSWER, actor=actor, outcome=appeal.stage)
    write_answer(appeal, actor=actor)
    record("sanction_appeal.answered", appeal, actor=actor, has_decided=tied, **facts)
    _follow(certificate, sanction, appeal)
    notify("sanction_appeal.answered", appeal, actor=actor, link=("portal_sanction", sanction.public_id),
           outcome=in_both(appeal.get_stage_display))
    return appeal


def _follow(certificate, sanction, appeal):
    """What the answer does to the sanction and its certificate."""
    with override("ko"):
        whole, part = _("The appeal %(number)s was upheld."), _("The appeal %(number)s was upheld in part.")
    if appeal.proposal == PARTLY:
        lessen(certificate, sanction, appeal, part % {"number": appeal.number}, actor=EFFECT)
    elif appeal.proposal == "uphold":
        overturn(certificate, sanction, whole % {"number": appeal.number}, actor=EFFECT)


@transaction.atomic
def send_back_answer_about(appeal, reason, *, actor):
    """To the officer with the reason."""
    _certificate, _sanction, appeal = lock_appeal(appeal)
    require(can_send_back(actor))
    refuse_if(not appeal.answer, _("Nothing is drafted."))
    panels.send_back(approval_of_answer(appeal), reason, actor=actor, page=ANSWER_PAGE)
    record("sanction_appeal.answer_sent_back", appeal, actor=actor, reason=reason.strip())
    return appeal


@transaction.atomic
def extend_answer_about(appeal, *, reason, actor):
    """Ten days more, once, with a reason that the provider is told."""
    _certificate, sanction, appeal = lock_appeal(appeal)
    require(can_keep_sanction(actor, sanction))
    refuse_if(appeal.extended_at, _("The time for the answer has been prolonged already. It is prolonged once."))
    refuse_if(appeal.answer_deadline.is_over, _("The time for the answer is over. It is prolonged only while it runs."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    to = appeal.answer_deadline.last_day + timedelta(days=MORE_DAYS)
    appeal.answer_deadline = move_deadline(appeal.answer_deadline, to=to, reason=reason, actor=actor)
    appeal.extended_at, appeal.extension_reason = clock.now(), reason.strip()
    appeal.save(update_fields=["extended_at", "extension_reason"])
    record("sanction_appeal.extended", appeal, actor=actor, to=appeal.answer_deadline.due_at, reason=reason.strip())
    notify("sanction_appeal.extended", appeal, actor=actor, link=("portal_sanction", sanction.public_id),
           due=appeal.answer_deadline.last_day, reason=reason.strip())
    return appeal


@transaction.atomic
def withdraw_sanction_appeal(appeal, *, actor):
    """Taken back before it is answered; the decision stands, and there is no second one."""
    _certificate, sanction, appeal = lock_appeal(appeal)
    require(can_hand_in_statement(actor, sanction))
    facts = move(appeal, SanctionAppealStage.WITHDRAWN)
    close_deadlines(appeal, kind=ANSWER, actor=actor, outcome="withdrawn")
    approval = approval_of_answer(appeal)
    if approval and approval.stage not in (ApprovalStage.APPROVED, ApprovalStage.DROPPED):
        panels.drop_approval(approval, actor=actor)
    record("sanction_appeal.withdrawn", appeal, actor=actor, **facts)
    return appeal


def _drafted(appeal, seen):
    certificate, sanction, appeal = lock_appeal(appeal)
    refuse_if(not appeal.answer, _("Nothing is drafted."))
    refuse_if(seen != digest_of_answer(appeal), _("It was changed since this page was opened. Please read it again."))
    return certificate, sanction, appeal


def _refuse_who_decided(appeal, sanction, role, actor):
    """Who decided the sanction or handled the appeal leaves this to somebody else, if there is anybody. Returns whether they did."""
    taken = decided_by(sanction) | handled(appeal)
    tied = any(one.person_id in taken for one in actor.people)
    refuse_if(tied and others_of(role, taken), _("You have handled this yourself. Somebody else of your office has to do this."))
    return tied
