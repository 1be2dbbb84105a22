"""Duties of a certificate, and the certificates whose duties are not planned yet."""
from django.db.models import Exists, OuterRef

from aftercare.models import Duty, DutyRule
from aftercare.stages import DutyStage
from certification.models import Certificate
from core import clock


def rules_of(actor, framework):
    """The plan of a framework as it is now."""
    return DutyRule.objects.visible_to(actor).filter(framework=framework, ended_at=None)


def duties_of(actor, certificate):
    """Every duty of a certificate that the actor may see, by its last day."""
    return Duty.objects.visible_to(actor).filter(certificate=certificate).order_by("due_on", "pk")


def open_duty(actor, certificate, kind):
    """The next one of a kind that is to be done, or None."""
    return duties_of(actor, certificate).filter(kind=kind, stage=DutyStage.OPEN).first()


def unplanned_certificates(actor):
    """Certificates that hold or will, of frameworks with a plan, without one of its duties."""
    planned = Duty.objects.visible_to(actor).filter(certificate=OuterRef("pk"), rule__isnull=False)
    ruled = DutyRule.objects.visible_to(actor).filter(framework=OuterRef("framework"), ended_at=None)
    living = Certificate.objects.visible_to(actor).filter(ended_on=None, valid_to__gte=clock.today())
    return living.filter(Exists(ruled), ~Exists(planned)).order_by("pk")
