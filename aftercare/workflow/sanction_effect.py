"""What a decided sanction does, on its day and in one transaction; and how it ends: by its last day, lifted early, or set aside."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from aftercare.models import Sanction
from aftercare.permissions import can_carry_out, can_lift
from aftercare.queries.sanction import APPEAL, URGENT
from aftercare.sanction_stages import UNDER_WAY, SanctionStage
from aftercare.workflow.letters import in_both
from aftercare.workflow.sanction_letters import barred_until
from aftercare.workflow.sanction_rules import DAY, end_sanction, holds_at_once, lock_sanction, refuse_under_way
from certification import workflow as certification
from certification.models.certificate import Ended, State
from certification.permissions import can_confirm_surrender
from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.models import Deadline
from correspondence.workflow import close_deadlines, notify
from providers.workflow import bar_provider, lift_bar

Kind, Ground = Sanction.Kind, Sanction.Ground


@transaction.atomic
def take_effect(sanction, *, actor):
    """Certificate, register, log, badge, mark, plaques and bar, all or nothing; not before its day, and once. What has ended meanwhile is
    not touched any more: then only the bar follows."""
    certificate, sanction = lock_sanction(sanction)
    require(can_carry_out(actor))
    if sanction.stage != SanctionStage.DECIDED:
        return sanction
    refuse_if(clock.today() < sanction.final_from, _("Its day has not come."))
    if sanction.final_kind == Kind.REVOCATION and sanction.ground == Ground.FALSEHOOD:
        sanction.bar = bar_provider(sanction.provider, barred_until=barred_until(sanction.final_from), reason=public_reason(sanction),
                                    actor=actor)
    close_deadlines(sanction, kind=URGENT, actor=actor)
    if certificate.is_past_sanction:
        return _too_late(sanction, actor)
    sanction.in_effect_at = clock.now()
    sanction.save(update_fields=["bar", "in_effect_at"])
    record("sanction.in_effect", sanction, actor=actor, kind=sanction.final_kind, bar=sanction.bar_id,
           **move(sanction, SanctionStage.IN_EFFECT))
    _upon(certificate, sanction, actor)
    return sanction


def _too_late(sanction, actor):
    sanction.save(update_fields=["bar"])
    reason = in_both(lambda: _("The certificate had ended before the day of the decision came."))
    facts = end_sanction(sanction, SanctionStage.NO_EFFECT, reason["ko"])
    record("sanction.not_carried_out", sanction, actor=actor, bar=sanction.bar_id, **facts)
    notify("sanction.not_carried_out", sanction, actor=actor, link=("desk_sanction", sanction.public_id), reason=reason)
    notify("sanction.no_effect", sanction, actor=actor, link=("portal_sanction", sanction.public_id), reason=reason,
           decided=in_both(sanction.get_final_kind_display))
    return sanction


def public_reason(sanction):
    """What everybody reads: the ground in words, and the number; no facts and no persons."""
    with override("ko"):
        return f"{sanction.get_ground_display()} ({sanction.number})"


def _upon(certificate, sanction, actor):
    """The certificate's own deed, from which register, log, badge and plaques follow."""
    reason = public_reason(sanction)
    if sanction.final_kind == Kind.REVOCATION:
        return certification.revoke(certificate, on=sanction.final_from, reason=reason, actor=actor)
    if certificate.state_on(sanction.final_from) == State.SUSPENDED:
        return certification.go_on_suspended(certificate, on=sanction.final_from, to_on=_last_day(certificate, sanction), reason=reason,
                                             actor=actor)
    return certification.suspend(certificate, from_on=sanction.final_from, to_on=sanction.final_to, reason=reason, actor=actor)


def _last_day(certificate, sanction):
    """Of its own urgent suspension the decision says when it ends; another that runs on that day ends no earlier than it would have."""
    if holds_at_once(certificate, sanction):
        return sanction.final_to
    return certificate.suspended_to and max(certificate.suspended_to, sanction.final_to)


@transaction.atomic
def end_suspension(sanction, *, actor):
    """Its last day is over: the certificate's dates have lifted it by themselves; the desk notes whether the order was met."""
    _certificate, sanction = lock_sanction(sanction)
    require(can_carry_out(actor))
    if sanction.stage != SanctionStage.IN_EFFECT or sanction.final_to is None or clock.today() <= sanction.final_to:
        return sanction
    sanction.ended_at = clock.now()
    sanction.save(update_fields=["ended_at"])
    record("sanction.over", sanction, actor=actor, **move(sanction, SanctionStage.OVER))
    if sanction.order_met is None:
        notify("sanction.over", sanction, actor=actor, link=("desk_sanction", sanction.public_id))
    return sanction


@transaction.atomic
def close_appeal_period(deadline, *, actor):
    """Nobody appealed."""
    require(can_carry_out(actor))
    deadline = lock(Deadline.everything.get(pk=deadline.pk))
    if deadline.closed_at is None and deadline.kind == APPEAL and deadline.is_over:
        close_deadlines(Sanction.everything.get(pk=deadline.subject_id), kind=APPEAL, actor=actor, outcome="lapsed")
    return deadline


@transaction.atomic
def lift_suspension(certificate, *, on, reason, actor):
    """Early, by the director: whatever suspended it. The sanction behind it is lifted with it; one that was suspended at once goes on."""
    sanction = Sanction.everything.filter(certificate=certificate, stage=SanctionStage.IN_EFFECT, final_kind=Kind.SUSPENSION).first()
    require(can_lift(actor, certificate))
    if sanction:
        certificate, sanction = lock_sanction(sanction)
        refuse_if(sanction.order_met is False, _("Its order is noted as not met. Correct that first."))
    certificate = lock(certificate)
    at_once = [lock(one) for one in Sanction.everything.filter(certificate=certificate, stage__in=UNDER_WAY, urgent_to__gte=on)]
    certificate = certification.reinstate(certificate, on=on, reason=reason, actor=actor)
    if sanction and sanction.stage == SanctionStage.IN_EFFECT:
        facts = end_sanction(sanction, SanctionStage.LIFTED, reason)
        record("sanction.lifted", sanction, actor=actor, reason=reason.strip(), on=on, **facts)
    for one in at_once:
        _note_lifted(one, on, actor)
    return certificate


def _note_lifted(sanction, on, actor):
    """What was suspended at once ended the day before; the sanction itself is still under way."""
    was, sanction.urgent_to = sanction.urgent_to, on - DAY
    sanction.save(update_fields=["urgent_to"])
    close_deadlines(sanction, kind=URGENT, actor=actor, outcome="lifted")
    record("sanction.urgent_lifted", sanction, actor=actor, on=on, **{"from": was, "to": sanction.urgent_to})


@transaction.atomic
def confirm_surrender(asked, *, on, actor):
    """The agency takes a certificate back that its holder gives back; never while a sanction about it is under way."""
    certificate = lock(asked.certificate)
    require(can_confirm_surrender(actor))
    refuse_under_way(certificate)
    return certification.confirm_surrender(asked, on=on, actor=actor)


def overturn(certificate, sanction, reason, *, actor):
    """Set aside by an appeal. For its answer, which has asked whether the actor may, and holds both rows."""
    was = sanction.stage
    record("sanction.overturned", sanction, actor=actor, **end_sanction(sanction, SanctionStage.OVERTURNED, reason))
    if sanction.bar and sanction.bar.lifted_at is None:
        lift_bar(sanction.bar, reason=reason, actor=actor)
    if was in (SanctionStage.DECIDED, SanctionStage.NO_EFFECT):
        return end_at_once(certificate, sanction, reason, actor=actor)
    if certificate.ended_as == Ended.REVOKED and sanction.final_kind == Kind.REVOCATION:
        return certification.restore(certificate, reason=reason, actor=actor)
    if was == SanctionStage.IN_EFFECT and certificate.state == State.SUSPENDED:
        return certification.reinstate(certificate, on=clock.today(), reason=reason, actor=actor)
    return certificate


def end_at_once(certificate, sanction, reason, *, actor):
    """What was suspended at once is in force again, if it still was: the sanction comes to nothing. `reason` is public."""
    close_deadlines(sanction, kind=URGENT, actor=actor, outcome="ended")
    if holds_at_once(certificate, sanction) and certificate.state == State.SUSPENDED:
        return certification.reinstate(certificate, on=clock.today(), reason=reason, actor=actor)
    return certificate
