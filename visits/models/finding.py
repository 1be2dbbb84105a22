"""What each member of the team judges about an item, and what the team agrees on. Both are kept."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantModel
from visits.models.independence import seen_by
from visits.models.item import VisitItem


class Judgement(models.TextChoices):
    COMPLIANT = "compliant", _("Compliant")
    NONCOMPLIANT = "noncompliant", _("Not compliant")


class Reason(models.TextChoices):
    NO_EVIDENCE = "no_evidence", _("Nothing there that shows it")
    NOT_DONE = "not_done", _("Not done in practice")
    OUT_OF_DATE = "out_of_date", _("Not up to date")
    IN_PART = "in_part", _("Met only in part")
    DIFFERS = "differs", _("Differs from what was handed in")
    UNSAFE = "unsafe", _("A danger to safety or rights")
    OTHER = "other", _("Another reason")


GROUNDED = ~models.Q(judgement=Judgement.NONCOMPLIANT) | (~models.Q(reason_code="") & ~models.Q(text=""))


class Finding(TenantModel):
    """One member's judgement of one item. An item has no reverse accessor to these: they are seen by fewer people than the item."""

    grants = "SELECT, INSERT, UPDATE"

    item = models.ForeignKey(VisitItem, models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    judgement = models.CharField(_("judgement"), max_length=12, choices=Judgement, blank=True)     # empty: words only, so far
    reason_code = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    text = models.TextField(_("what was seen"), blank=True)
    version = models.PositiveIntegerField()
    device_at = models.DateTimeField(null=True)             # by the device's clock, which proves nothing
    recorded_at = models.DateTimeField()                    # by ours, when it arrived

    class Meta:
        verbose_name = _("finding")
        constraints = [
            models.UniqueConstraint(fields=["agency", "item", "author"], name="one_finding_of_a_member"),
            models.CheckConstraint(condition=GROUNDED, name="noncompliant_finding_with_its_grounds"),
        ]

    @classmethod
    def audience(cls, actor):
        return seen_by(actor, cls.everything.all())

    def __str__(self):
        return f"#{self.pk}"                                # a judgement is no label


class AgreedFinding(TenantModel):
    """What the team says about an item, one by one agreed after all had judged it."""

    part_of = "item"
    grants = "SELECT, INSERT, UPDATE"

    item = models.OneToOneField(VisitItem, models.PROTECT, related_name="agreed")
    judgement = models.CharField(_("judgement"), max_length=12, choices=Judgement)
    reason_code = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    text = models.TextField(_("grounds"), blank=True)
    version = models.PositiveIntegerField()
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("agreed finding")
        constraints = [
            models.CheckConstraint(condition=models.Q(judgement__in=Judgement.values), name="agreed_is_a_judgement"),
            models.CheckConstraint(condition=GROUNDED, name="noncompliant_agreed_with_its_grounds"),
        ]

    def __str__(self):
        return f"#{self.pk}"
