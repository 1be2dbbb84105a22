"""The pool of trainers (강사) of a house, and their honoraria."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel
from training.models.course import READERS
from training.models.run import Run


class Trainer(TenantModel):
    """The pool of trainers (강사) of a house. Ended, never deleted. With an account they take attendance on their phone."""

    grants = "SELECT, INSERT, UPDATE"

    name = models.CharField(_("name"), max_length=60)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("account"))
    belongs_to = models.CharField(_("affiliation"), max_length=120, blank=True)
    fields = models.CharField(_("subjects"), max_length=300, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    note = models.TextField(_("note"), max_length=1000, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    added_at = models.DateTimeField(_("since"), editable=False)
    ended_at = models.DateTimeField(_("until"), null=True, editable=False)

    class Meta:
        verbose_name = _("trainer")
        verbose_name_plural = _("trainers")
        ordering = ["name", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="a_trainer_has_a_name"),
                       models.UniqueConstraint(fields=["agency", "user"], condition=models.Q(ended_at=None, user__isnull=False),
                                               name="once_a_trainer")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.has(*READERS) else NOBODY

    def __str__(self):
        return self.name


class TrainerFee(TenantModel):
    """An honorarium (강사료): for which run, how many minutes, how much, and when it was paid."""

    grants = "SELECT, INSERT, UPDATE"

    trainer = models.ForeignKey(Trainer, models.PROTECT, related_name="+")
    run = models.ForeignKey(Run, models.PROTECT, related_name="+")
    minutes = models.PositiveIntegerField(_("minutes taught"))
    amount = models.PositiveIntegerField(_("amount in won, before tax"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    noted_at = models.DateTimeField(editable=False)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    paid_on = models.DateField(_("paid on"), null=True)

    class Meta:
        verbose_name = _("honorarium of a trainer")
        ordering = ["-noted_at", "-pk"]
        constraints = [models.CheckConstraint(condition=models.Q(minutes__gt=0), name="an_honorarium_is_for_minutes")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.has(*READERS) else NOBODY
