"""What hangs on a certificate ends with it, and is owed again when it lives again."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from aftercare.permissions import can_plan
from aftercare.queries.lapse import consultations_to_call_off, corrections_to_ask_again, open_corrections, visits_to_call_off
from aftercare.workflow.consultation import call_off_with_certificate
from aftercare.workflow.correction import end_with_certificate, request_correction
from aftercare.workflow.duty import lapse_duties, revive_duties
from aftercare.workflow.monitoring import HOUSE, call_off_monitoring
from certification.models import Certificate
from core.workflow import lock, require


@transaction.atomic
def lapse_with_certificate(certificate, *, actor):
    """It has ended or expired: duties lapse, corrective actions end, visits and consultations are called off, and whoever knew of them is
    told. Returns what this was."""
    require(can_plan(actor))
    certificate = lock(Certificate.everything.get(pk=certificate.pk))
    rows = lapse_duties(certificate, actor=actor)
    with override("ko"):
        reason = _("The certificate %(number)s no longer holds.") % {"number": certificate.number_shown}
    rows += [end_with_certificate(one, reason, actor=actor) for one in open_corrections(HOUSE).filter(certificate=certificate)]
    rows += [call_off_monitoring(one, reason=reason, actor=actor) for one in visits_to_call_off(HOUSE).filter(certificate=certificate)]
    rows += [call_off_with_certificate(one, reason, actor=actor)
             for one in consultations_to_call_off(HOUSE).filter(certificate=certificate)]
    return rows


@transaction.atomic
def revive_with_certificate(certificate, *, actor):
    """An appeal has set its end aside: what can still be done in time is owed again, corrective actions with days of their own. Visits and
    consultations are planned anew by those who want them. Returns what this was."""
    require(can_plan(actor))
    certificate = lock(Certificate.everything.get(pk=certificate.pk))
    rows = revive_duties(certificate, actor=actor)
    rows += [request_correction(certificate, one.indicator, told=one.told, finding=one.finding, follows=one, actor=actor)
             for one in corrections_to_ask_again(HOUSE).filter(certificate=certificate)]
    return rows
