"""Whether somebody was asked about an interest in a case, what they answered, and from which cases they stand back."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Person, Role
from core import clock
from core.tenancy import NOBODY, TenantModel
from panels.models.body import Seat, opens_on


class Declaration(TenantModel):
    """“Not asked” is no row, “asked” a row without answer, “none” and “yes, this” are answers: four things, never mixed up."""

    grants = "SELECT, INSERT, UPDATE"

    subject_type = models.CharField(max_length=60)
    matter = models.UUIDField()
    subject_label = models.CharField(_("case"), max_length=200)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person asked"))
    asked_at = models.DateTimeField(_("asked at"))
    answered_at = models.DateTimeField(_("answered at"), null=True)
    has_interest = models.BooleanField(_("has an interest"), null=True)
    statement = models.TextField(_("statement"), blank=True)

    class Meta:
        verbose_name = _("declaration of interest")
        indexes = [models.Index(fields=["agency", "user", "asked_at"], name="declarations_of_an_account")]
        constraints = [
            models.UniqueConstraint(fields=["agency", "matter", "user"], name="asked_once_about_a_matter"),
            models.CheckConstraint(condition=models.Q(answered_at=None, has_interest=None)
                                   | models.Q(answered_at__isnull=False, has_interest__isnull=False), name="answered_means_yes_or_none"),
            models.CheckConstraint(condition=~models.Q(has_interest=True) | ~models.Q(statement=""), name="an_interest_is_stated"),
        ]

    @classmethod
    def audience(cls, actor):
        if actor.reads_cases:
            return models.Q()
        return models.Q(user=actor.user) if actor.user else NOBODY

    def __str__(self):
        return f"{self.user}, {self.subject_label}"


def of_person(user):
    """Rows of this account, and of any other account of the same person."""
    return models.Q(user=user) | models.Q(person=user.person_id) if user.person_id else models.Q(user=user)


class Recusal(TenantModel):
    """From then on this person neither reads the case nor votes on it, and is not counted."""

    class Ground(models.TextChoices):
        DECLARED = "declared", _("declared an interest")
        OWN_WILL = "own_will", _("by their own will")
        DETECTED = "detected", _("found in the records")
        CHALLENGED = "challenged", _("challenged by the provider")

    grants = "SELECT, INSERT, UPDATE"

    subject_type = models.CharField(max_length=60)
    matter = models.UUIDField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("account"))
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name=_("person"))
    ground = models.CharField(_("ground"), max_length=10, choices=Ground)
    reason = models.TextField(_("reason"))
    recused_at = models.DateTimeField(_("recused at"))
    recused_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("recusal")
        indexes = [models.Index(fields=["agency", "person"], name="recusals_of_a_person")]
        constraints = [
            models.UniqueConstraint(fields=["agency", "matter", "user"], name="recused_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="recused_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        """One's own; and who sits with them now, since the minutes name who stood back."""
        if actor.reads_cases:
            return models.Q()
        if not actor.user:
            return NOBODY
        if not actor.has(Role.COMMITTEE):
            return of_person(actor.user)
        sits = Seat.everything.filter(opens_on(clock.today()), user=actor.user)
        return of_person(actor.user) | models.Q(models.Exists(sits))

    def __str__(self):
        return f"{self.user}, {self.get_ground_display()}"
