"""An appeal against a sanction that is upheld in part: a suspension becomes shorter, a revocation a suspension, and everything follows."""
from django.utils.translation import gettext as _

from aftercare.models import Sanction
from aftercare.sanction_stages import SanctionStage
from aftercare.workflow.sanction_letters import measure
from aftercare.workflow.sanction_rules import MONTHS, holds_at_once, refuse_suspended
from certification import workflow as certification
from certification.models.certificate import Ended, State
from core import clock
from core.calendar import months_before
from core.wording import day_in_words
from core.workflow import record, refuse_if

Kind = Sanction.Kind


def can_be_lessened(sanction):
    """A falsehood is revoked or it was none; what was not carried out has nothing that could be less."""
    stages = (SanctionStage.DECIDED, SanctionStage.IN_EFFECT)
    if sanction.final_kind == Kind.SUSPENSION:
        stages += (SanctionStage.OVER, SanctionStage.LIFTED)
    return sanction.ground != Sanction.Ground.FALSEHOOD and sanction.stage in stages


def decided_before(appeal):
    """What had been decided before an appeal was upheld in part, or empty."""
    return measure(appeal.was_kind, appeal.sanction.final_from, appeal.was_to) if appeal and appeal.was_kind else ""


def refuse_unfit_part(certificate, sanction, new_to, new_order):
    """Less than what was decided, and as a suspension has to be."""
    refuse_if(not can_be_lessened(sanction), _("This decision cannot be upheld in part: it is set aside, or it stands."))
    refuse_if(new_to is None, _("A suspension needs its last day."), field="new_to")
    refuse_if(not new_order.strip(), _("A suspension needs a corrective order: what has to be put right."), field="new_order")
    refuse_if(new_to < sanction.final_from, _("The suspension ends before it begins."), field="new_to")
    refuse_if(new_to > certificate.valid_to, _("On that day the certificate has expired. It ends on %(day)s."), field="new_to",
              day=day_in_words(certificate.valid_to))
    if sanction.final_kind == Kind.SUSPENSION:
        refuse_if(new_to >= sanction.final_to, _("Upheld in part the suspension becomes shorter: it was decided through %(day)s."),
                  field="new_to", day=day_in_words(sanction.final_to))
        return
    begun = certificate.suspended_from if holds_at_once(certificate, sanction) else sanction.final_from
    refuse_if(months_before(new_to, MONTHS) >= begun, _("A suspension lasts at most six months."), field="new_to")
    if sanction.stage == SanctionStage.DECIDED:
        refuse_suspended(certificate, sanction, Kind.SUSPENSION, sanction.final_from, new_to)


def lessen(certificate, sanction, appeal, reason, *, actor):
    """What was decided becomes what holds instead, and the certificate follows. For the answer, which has asked whether the actor may, and
    holds both rows. `reason` is public."""
    facts = {"from": [sanction.final_kind, str(sanction.final_to)], "to": [str(Kind.SUSPENSION), str(appeal.new_to)]}
    was_kind, was_to = sanction.final_kind, sanction.final_to
    if sanction.final_order != appeal.new_order:
        sanction.order_met, sanction.order_note = None, ""
    sanction.final_kind, sanction.final_to, sanction.final_order = Kind.SUSPENSION, appeal.new_to, appeal.new_order
    sanction.save(update_fields=["final_kind", "final_to", "final_order", "order_met", "order_note"])
    record("sanction.lessened", sanction, actor=actor, **facts)
    if sanction.stage != SanctionStage.IN_EFFECT:
        return certificate                                  # not yet in effect: it takes effect as it now stands; or over
    if was_kind == Kind.REVOCATION:
        return _suspended_instead(certificate, sanction, reason, actor)
    return _shorter(certificate, was_to, sanction.final_to, reason, actor)


def _suspended_instead(certificate, sanction, reason, actor):
    if certificate.ended_as != Ended.REVOKED:
        return certificate
    if sanction.final_to < clock.today():                   # that time is over already
        return certification.restore(certificate, reason=reason, actor=actor)
    return certification.suspend_instead(certificate, from_on=sanction.final_from, to_on=sanction.final_to, reason=reason, actor=actor)


def _shorter(certificate, was_to, to_on, reason, actor):
    today = clock.today()
    if certificate.state != State.SUSPENDED or certificate.suspended_to != was_to:
        return certificate                                  # another suspension runs, which this appeal is not about
    if to_on < today:
        return certification.reinstate(certificate, on=today, reason=reason, actor=actor)
    return certification.go_on_suspended(certificate, on=today, to_on=to_on, reason=reason, actor=actor)
