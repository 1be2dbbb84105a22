"""The order of a suspension: what was found about it, and the provider's report that it is met, accepted or returned with a reason."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.models import Sanction, SanctionStatement
from aftercare.permissions import can_keep_sanction
from aftercare.sanction_stages import SanctionStage
from aftercare.workflow.sanction_origin import refuse_told
from aftercare.workflow.sanction_rules import lock_sanction
from core import clock
from core.workflow import record, refuse_if, require
from correspondence.workflow import notify


@transaction.atomic
def note_order(sanction, *, is_met, note, actor):
    """What was found about the corrective order; the provider reads it. Met: the director may lift the suspension. Not met: a new sanction
    can follow it."""
    _certificate, sanction = lock_sanction(sanction)
    require(can_keep_sanction(actor, sanction))
    refuse_if(sanction.final_kind != Sanction.Kind.SUSPENSION or sanction.stage not in (SanctionStage.IN_EFFECT, SanctionStage.OVER),
              _("There is no order that would have to be met."))
    refuse_if(not note.strip(), _("Write what was found."), field="note")
    refuse_told(sanction, actor, note=note)
    sanction.order_met, sanction.order_note = is_met, note.strip()
    sanction.save(update_fields=["order_met", "order_note"])
    record("sanction.order_noted", sanction, actor=actor, is_met=is_met)
    notify("sanction.order_met" if is_met else "sanction.order_not_met", sanction, actor=actor,
           link=("portal_sanction", sanction.public_id), note=sanction.order_note)
    if is_met and sanction.stage == SanctionStage.IN_EFFECT:
        notify("sanction.may_be_lifted", sanction, actor=actor, link=("desk_sanction", sanction.public_id))
    return sanction


@transaction.atomic
def return_order_report(sanction, *, reason, actor):
    """Not enough to go by: the provider reads why, and may report anew."""
    _certificate, sanction = lock_sanction(sanction)
    require(can_keep_sanction(actor, sanction))
    report = SanctionStatement.everything.filter(sanction=sanction, kind=SanctionStatement.Kind.ORDER, returned_at=None,
                                                 arrived_at__isnull=False).first()
    refuse_if(report is None or sanction.order_met is not None, _("No report waits here any more. Load the page again."))
    refuse_if(not reason.strip(), _("Write the reason: the provider reads it."), field="reason")
    refuse_told(sanction, actor, reason=reason)
    report.returned_at, report.returned_by, report.returned_reason = clock.now(), actor.user, reason.strip()
    report.save(update_fields=["returned_at", "returned_by", "returned_reason"])
    record("sanction.order_report_returned", sanction, actor=actor, reason=reason.strip())
    notify("sanction.order_returned", sanction, actor=actor, link=("portal_sanction", sanction.public_id), reason=reason.strip())
    return report
