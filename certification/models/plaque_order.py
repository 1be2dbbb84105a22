"""A plaque on its way: asked for, its text proofed by the provider, ordered, made, handed over, and given back when it must be."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.certificate import Certificate, CertificateDocument
from certification.models.print_batch import PrintBatch
from certification.stages import PLAQUE_MOVES, PlaqueStage
from core.tenancy import TenantModel
from correspondence.models import Letter

S = PlaqueStage
UNDER_WAY = (S.ASKED, S.PROOFED, S.ORDERED, S.MADE)


class PlaqueOrder(TenantModel):
    Stage = PlaqueStage
    MOVES = PLAQUE_MOVES

    class Size(models.TextChoices):
        A3 = "a3", _("A3, lying")
        SQUARE = "square", _("small square")

    class Delivery(models.TextChoices):
        CEREMONY = "ceremony", _("at the ceremony")
        POST = "post", _("by post")
        PICKUP = "pickup", _("picked up")

    part_of = "certificate"
    grants = "SELECT, INSERT, UPDATE"

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="plaque_orders")
    size = models.CharField(_("size of the plaque"), max_length=6, choices=Size, default=Size.A3)
    delivery = models.CharField(_("delivery"), max_length=8, choices=Delivery, default=Delivery.CEREMONY)
    address = models.CharField(_("address"), max_length=260, blank=True)
    stage = models.CharField(_("state"), max_length=11, choices=PlaqueStage, default=PlaqueStage.ASKED, editable=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked for by"))
    asked_at = models.DateTimeField(_("asked for at"))
    objection = models.TextField(_("what is wrong on the proof"), blank=True)
    proof = models.ForeignKey(CertificateDocument, models.PROTECT, null=True, related_name="+")      # the very version that was approved
    proofed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("approved by"))
    proofed_at = models.DateTimeField(_("proof approved at"), null=True)
    batch = models.ForeignKey(PrintBatch, models.PROTECT, null=True, related_name="+")
    ordered_at = models.DateTimeField(_("ordered at"), null=True)
    made_on = models.DateField(_("made on"), null=True)
    handed_on = models.DateField(_("handed over on"), null=True)
    received_by = models.CharField(_("received by"), max_length=60, blank=True)
    due_back_on = models.DateField(_("to be returned by"), null=True)
    returned_on = models.DateField(_("returned on"), null=True)
    receipt = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="+")
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True)
    cancelled_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("plaque")
        verbose_name_plural = _("plaques")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "certificate", "size"], condition=models.Q(stage__in=[str(one) for one in UNDER_WAY]),
                                    name="one_plaque_of_a_size_under_way"),
            models.CheckConstraint(condition=~models.Q(stage__in=[str(one) for one in (S.ORDERED, S.MADE, S.HANDED_OVER)])
                                   | models.Q(proof__isnull=False), name="ordered_with_an_approved_proof"),
            models.CheckConstraint(condition=~models.Q(stage__in=[str(one) for one in (S.HANDED_OVER, S.DUE_BACK, S.RETURNED)])
                                   | models.Q(handed_on__isnull=False), name="handed_over_on_a_day"),
            models.CheckConstraint(condition=~models.Q(delivery="post") | ~models.Q(address=""), name="posted_to_an_address"),
        ]

    def __str__(self):
        return f"{self.certificate} {self.get_size_display()}"

    @property
    def is_under_way(self):
        return self.stage in UNDER_WAY
