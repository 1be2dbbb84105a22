"""What hangs on certificates that are no more, and what is owed again since one lives again."""
from django.db.models import Exists, F, OuterRef, Q

from aftercare.consultation_stages import ConsultationStage
from aftercare.models import Consultation, CorrectiveAction, Duty, Monitoring
from aftercare.stages import DutyStage
from aftercare.watching_stages import CorrectionStage, MonitoringStage
from certification.models import Certificate
from certification.models.certificate import Ended, not_past_sanction
from core import clock
from visits.models import Visit

ASKED = (ConsultationStage.OFFERED, ConsultationStage.ASKED, ConsultationStage.CHOSEN, ConsultationStage.TOLD)


def open_corrections(actor):
    return CorrectiveAction.objects.visible_to(actor).exclude(stage=CorrectionStage.CLOSED).order_by("pk")


def visits_to_call_off(actor):
    """Planned and not begun: what has begun is ended by those who are there."""
    return Monitoring.objects.visible_to(actor).filter(stage=MonitoringStage.PLANNED, visit__stage=Visit.Stage.PLANNED).order_by("pk")


def consultations_to_call_off(actor):
    """Of a certificate that is no more. What was agreed goes on when it was renewed or ran out."""
    gone = Q(stage=ConsultationStage.AGREED, certificate__ended_as__in=(Ended.REVOKED, Ended.SURRENDERED))
    return Consultation.objects.visible_to(actor).filter(gone | Q(stage__in=ASKED)).order_by("pk")


def certificates_to_lapse(actor):
    """Certificates that have ended or expired with something still open."""
    today = clock.today()
    over = Certificate.objects.visible_to(actor).filter(Q(ended_on__lte=today) | Q(valid_to__lt=today))
    owing = Q(pk__in=Duty.objects.visible_to(actor).filter(stage=DutyStage.OPEN).values("certificate"))
    for rows in (open_corrections(actor), visits_to_call_off(actor), consultations_to_call_off(actor)):
        owing |= Q(pk__in=rows.values("certificate"))
    return over.filter(owing).order_by("pk")


def corrections_to_ask_again(actor):
    """Those that ended with a certificate, and have not been asked for again."""
    again = CorrectiveAction.objects.visible_to(actor).filter(follows=OuterRef("pk"))
    lapsed = CorrectiveAction.objects.visible_to(actor).filter(outcome=CorrectiveAction.Outcome.LAPSED)
    return lapsed.filter(~Exists(again)).order_by("pk")


def certificates_to_revive(actor):
    """Certificates that hold again, of which something lapsed that could still be done."""
    today = clock.today()
    before_its_end = Q(certificate__ended_on=None) | Q(due_on__lt=F("certificate__ended_on"))
    lapsed = Duty.objects.visible_to(actor).filter(before_its_end, stage=DutyStage.LAPSED, due_on__gte=today)
    owing = Q(pk__in=lapsed.values("certificate"))
    owing |= Q(pk__in=corrections_to_ask_again(actor).values("certificate"))
    return Certificate.objects.visible_to(actor).filter(owing, not_past_sanction()).order_by("pk")
