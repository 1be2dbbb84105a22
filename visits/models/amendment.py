"""What is said of a finding after the visit was locked: an amendment or a remark, each an entry of its own beside what stood."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantModel
from visits.models.finding import GROUNDED, Judgement, Reason
from visits.models.item import VisitItem
from visits.models.visit import Visit


class Deputy(TenantModel):
    """Who amends instead of the lead who has left: named by the app above or by the agency. The latest counts."""

    part_of = "visit"
    append_only = True

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("deputy of the lead")
        ordering = ["-pk"]

    def __str__(self):
        return str(self.user)


class Amendment(TenantModel):
    """The n-th of its item. Nothing of the visit changes by it: what was agreed stays, this stands beside it."""

    class Kind(models.TextChoices):
        FINDING = "finding", _("amendment")
        REMARK = "remark", _("remark")

    class Ground(models.TextChoices):
        OWN = "own", _("found by the team itself")
        COMMENT = "comment", _("after a comment of the place visited")

    part_of = "item"
    append_only = True

    item = models.ForeignKey(VisitItem, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=7, choices=Kind)
    before = models.JSONField(default=dict)                     # of an amendment: the words that stood {judgement, reason_code, text}
    judgement = models.CharField(_("judgement"), max_length=12, choices=Judgement, blank=True)
    reason_code = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    text = models.TextField(_("what stands now, or the remark"), blank=True)
    reason = models.TextField(_("why it is amended"))
    ground = models.CharField(_("on which ground"), max_length=7, choices=Ground)
    comment = models.UUIDField(null=True)                       # public id of the comment, a row of the app above
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("amendment")
        ordering = ["item", "number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "item", "number"], name="one_amendment_of_a_number"),
            models.CheckConstraint(condition=GROUNDED, name="noncompliant_amendment_with_its_grounds"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="amended_with_a_reason"),
            models.CheckConstraint(condition=models.Q(kind="finding", judgement__in=Judgement.values)
                                   | models.Q(kind="remark", judgement="", reason_code="") & ~models.Q(text=""),
                                   name="amendment_or_remark"),
            models.CheckConstraint(condition=models.Q(ground="own", comment=None) | models.Q(ground="comment", comment__isnull=False),
                                   name="after_a_comment_that_is_named"),
        ]

    def __str__(self):
        return f"#{self.pk}"                                    # a judgement is no label

    @property
    def before_judgement(self):
        return dict(Judgement.choices).get(self.before.get("judgement"), "")

    @property
    def before_reason(self):
        return dict(Reason.choices).get(self.before.get("reason_code"), "")
