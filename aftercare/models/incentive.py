"""Incentives: what the agency gave to whom, and good cases that somebody named."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from aftercare.consultation_stages import NOMINATION_MOVES, NominationStage
from aftercare.models.duty import own_provider
from certification.models import Certificate
from core.models import StoredFile
from core.tenancy import TenantModel
from providers.models import Provider


class Grant(TenantModel):
    """One line of what was given. A wrong one is struck out with a reason, never changed."""

    class Kind(models.TextChoices):
        TRAINING = "training", _("place in a training course")
        PROMOTION = "promotion", _("promotion")
        EQUIPMENT = "equipment", _("equipment")
        MONEY = "money", _("money")
        OTHER = "other", _("something else")

    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+", verbose_name=_("provider"))
    certificate = models.ForeignKey(Certificate, models.PROTECT, null=True, related_name="+", verbose_name=_("certificate"))
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    given_on = models.DateField(_("given on"))
    amount = models.PositiveBigIntegerField(_("amount in won"), null=True)
    words = models.CharField(_("what was given"), max_length=300, blank=True)
    decided_by = models.CharField(_("decided by"), max_length=100)
    noted_at = models.DateTimeField(_("noted at"))
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    struck_at = models.DateTimeField(_("struck out at"), null=True)
    struck_reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        ordering = ["-given_on", "-pk"]
        indexes = [models.Index("agency", "provider", name="grants_of_a_provider")]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__isnull=False) | ~models.Q(words=""), name="an_amount_or_words"),
            models.CheckConstraint(condition=~models.Q(kind="money") | models.Q(amount__gt=0), name="money_has_an_amount"),
            models.CheckConstraint(condition=models.Q(struck_at=None, struck_reason="") | models.Q(struck_at__isnull=False)
                                   & ~models.Q(struck_reason=""), name="struck_out_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else own_provider(actor)

    def __str__(self):
        return f"{self.get_kind_display()} {self.given_on}"

    @property
    def amount_shown(self):
        return f"{self.amount:,}" if self.amount is not None else ""


class Nomination(TenantModel):
    """A good case that its provider or an officer named. What is published of it, and where, is decided elsewhere."""

    Stage = NominationStage
    MOVES = NOMINATION_MOVES
    grants = "SELECT, INSERT, UPDATE"

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    stage = models.CharField(_("state"), max_length=8, choices=NominationStage, default=NominationStage.ARRIVED, editable=False)
    title = models.CharField(_("title"), max_length=120)
    words = models.TextField(_("what was done, and what came of it"), max_length=6000)
    may_publish = models.BooleanField(_("the provider agrees that it is published"), default=False)
    by_desk = models.BooleanField(_("named by the agency"), default=False)
    nominated_at = models.DateTimeField(_("nominated at"))
    nominated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answer = models.TextField(_("answer"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("good case")
        verbose_name_plural = _("good cases")
        ordering = ["-nominated_at", "-pk"]
        indexes = [models.Index("agency", "stage", name="nominations_by_stage")]
        constraints = [
            models.CheckConstraint(condition=models.Q(stage="arrived") | models.Q(answered_at__isnull=False),
                                   name="a_nomination_is_answered_at_a_moment"),
            models.CheckConstraint(condition=~models.Q(title="") & ~models.Q(words=""), name="a_good_case_is_told"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else own_provider(actor)

    def __str__(self):
        return self.title


class NominationFile(TenantModel):
    """What goes with it: pictures, papers."""

    part_of = "nomination"
    append_only = True

    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)

    class Meta:
        verbose_name = _("file of a good case")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "nomination", "file"], name="a_file_once_in_a_good_case")]

    def __str__(self):
        return self.name
