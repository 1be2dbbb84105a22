"""What was found about an appeal: each handler's own opinion, the proposal point by point, and what an upheld point changed."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantRow
from evaluations.models.appeal import ASKING, Appeal, AppealHandler, AppealPoint, appealed_by, handled_by
from evaluations.models.application import RequiredIndicator


def judged_by(actor):
    """Points whose judging this actor may read: staff who read cases and whoever handles the appeal; its provider with the answer."""
    if actor.reads_cases:
        return models.Q(appeal__arrived_at__isnull=False)
    appeals = Appeal.objects.visible_to(ASKING)
    answered = appeals.filter(appealed_by(actor), answered_at__isnull=False)
    return models.Q(appeal__in=appeals.filter(handled_by(actor))) | models.Q(appeal__in=answered)


class AppealOpinion(TenantRow):
    """What one of them says to one point. Nobody else reads it before all are in; the provider never does."""

    grants = "SELECT, INSERT, UPDATE"

    handler = models.ForeignKey(AppealHandler, models.PROTECT, related_name="+")
    point = models.ForeignKey(AppealPoint, models.PROTECT, related_name="+")
    is_upheld = models.BooleanField(_("uphold"), null=True)
    reason = models.TextField(_("reason"), max_length=4000, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("opinion on a point")
        ordering = ["point__position", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "handler", "point"], name="one_opinion_on_a_point")]

    @classmethod
    def audience(cls, actor):
        if not actor.user and not actor.is_system:
            return NOBODY
        all_in = models.Q(handler__appeal__opinions_at__isnull=False)
        if not actor.reads_cases:
            all_in &= models.Q(handler__appeal__in=Appeal.everything.filter(handled_by(actor)))
        return all_in | models.Q(handler__user=actor.user) if actor.user else all_in

    def __str__(self):
        return f"{self.handler_id} {self.point_id}"


class AppealFinding(TenantRow):
    """The proposal about one point, in the words that the answer will have."""

    grants = "SELECT, INSERT, UPDATE"

    point = models.ForeignKey(AppealPoint, models.PROTECT, related_name="+")
    is_upheld = models.BooleanField(_("upheld"))
    reason = models.TextField(_("reason"), max_length=4000)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("finding about a point")
        ordering = ["point__position"]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="found_with_a_reason"),
                       models.UniqueConstraint(fields=["agency", "point"], name="one_finding_about_a_point")]

    @classmethod
    def audience(cls, actor):
        return models.Q(point__in=AppealPoint.everything.filter(judged_by(actor)))

    def __str__(self):
        return f"{self.point_id}"


class UpheldIndicator(TenantRow):
    """An indicator that an upheld point made compliant: how it had been agreed before, for whoever asks years later."""

    append_only = True

    required = models.ForeignKey(RequiredIndicator, models.PROTECT, related_name="+")
    point = models.ForeignKey(AppealPoint, models.PROTECT, related_name="+")
    before = models.CharField(_("agreed before"), max_length=12)
    reason_before = models.TextField(_("reason before"), blank=True)
    agreed_before_at = models.DateTimeField(null=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("indicator changed by an appeal")
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "point"], name="a_point_changes_an_indicator_once")]

    @classmethod
    def audience(cls, actor):
        return models.Q(point__in=AppealPoint.everything.filter(judged_by(actor)))

    def __str__(self):
        return f"{self.required_id}"
