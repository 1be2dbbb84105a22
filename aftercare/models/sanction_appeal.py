"""An appeal against a sanction: what is said stands in the provider's statement; here is how it is answered, and by when."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from aftercare.sanction_stages import OPEN_APPEAL, SANCTION_APPEAL_MOVES, SanctionAppealStage
from core.tenancy import TenantModel
from correspondence.models import Deadline


class SanctionAppeal(TenantModel):
    """It begins when it is handed in, in time."""

    Stage = SanctionAppealStage
    MOVES = SANCTION_APPEAL_MOVES
    part_of = "sanction"
    grants = "SELECT, INSERT, UPDATE"

    sanction = models.ForeignKey("aftercare.Sanction", models.PROTECT, related_name="appeals")
    stage = models.CharField(_("state"), max_length=10, choices=SanctionAppealStage, default=SanctionAppealStage.HANDED_IN, editable=False)
    number = models.CharField(_("number of the appeal"), max_length=12)                 # 2026-SA002
    arrived_at = models.DateTimeField(_("received at"))
    due_at = models.DateTimeField(_("may be handed in until"))
    answer_deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")
    extended_at = models.DateTimeField(_("prolonged at"), null=True)
    extension_reason = models.TextField(_("reason of the prolonging"), blank=True)
    opinions_at = models.DateTimeField(_("all opinions in since"), null=True)
    proposal = models.CharField(_("proposal"), max_length=8, blank=True, choices=[
        ("uphold", _("Uphold the appeal")), ("partly", _("Uphold it in part")), ("reject", _("Do not uphold it"))])
    proposal_reason = models.TextField(_("reasons of the proposal"), max_length=4000, blank=True)
    proposed_at = models.DateTimeField(_("proposed at"), null=True)
    answer = models.TextField(_("answer"), max_length=4000, blank=True)
    new_to = models.DateField(_("last day of the suspension"), null=True)                 # upheld in part: a suspension holds instead
    new_order = models.TextField(_("corrective order"), max_length=2000, blank=True)
    was_kind = models.CharField(_("kind of sanction"), max_length=12, blank=True)         # what had been decided, once it is answered
    was_to = models.DateField(_("last day of the suspension"), null=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)

    class Meta:
        verbose_name = _("appeal against a sanction")
        verbose_name_plural = _("appeals against sanctions")
        ordering = ["-arrived_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "sanction"], name="one_appeal_against_a_sanction"),
            models.UniqueConstraint(fields=["agency", "number"], name="one_sanction_appeal_of_a_number"),
            models.CheckConstraint(condition=models.Q(arrived_at__lt=models.F("due_at")), name="a_sanction_appeal_came_in_time"),
            models.CheckConstraint(condition=~models.Q(stage__in=["upheld", "partly", "rejected"]) | models.Q(
                answered_at__isnull=False, proposed_at__isnull=False) & ~models.Q(answer=""), name="a_sanction_appeal_is_answered"),
            models.CheckConstraint(condition=~models.Q(stage="partly") | models.Q(new_to__isnull=False)
                                   & ~models.Q(new_order="") & ~models.Q(was_kind=""), name="in_part_says_what_holds_instead"),
        ]

    def __str__(self):
        return f"{self.number} {self.sanction.provider_name}"

    @property
    def matter(self):
        return self.public_id

    @property
    def provider_name(self):
        return self.sanction.provider_name

    @property
    def is_open(self):
        return self.stage in OPEN_APPEAL

    @property
    def is_late(self):
        return self.is_open and self.answer_deadline.is_over
