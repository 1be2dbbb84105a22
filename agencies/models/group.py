"""Who may rate: the group of assessors of an area, and where each of them lives and works. Central's own."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Province
from agencies.models.indicator_set import EvaluationArea, IndicatorSet
from core.tenancy import NOBODY, TenantModel


def central_or_oneself(actor):
    """Central's staff; an assessor reads their own line."""
    if actor.reads_cases:
        return models.Q()
    return models.Q(user=actor.user) if actor.user else NOBODY


class AssessorPlace(TenantModel):
    """Where an assessor lives and works: nobody rates the agency of either province."""

    grants = "SELECT, INSERT, UPDATE"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    home = models.ForeignKey(Province, models.PROTECT, related_name="+", verbose_name=_("lives in"))
    work = models.ForeignKey(Province, models.PROTECT, related_name="+", verbose_name=_("works in"))
    noted_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("where an assessor lives and works")
        constraints = [models.UniqueConstraint(fields=["agency", "user"], name="one_place_of_an_assessor")]

    @classmethod
    def audience(cls, actor):
        return central_or_oneself(actor)

    def __str__(self):
        return f"{self.home}, {self.work}"


class GroupMember(TenantModel):
    """Somebody of the pool in the group of an area. Ended, never deleted."""

    grants = "SELECT, INSERT, UPDATE"

    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, related_name="+")
    area = models.ForeignKey(EvaluationArea, models.PROTECT, related_name="+", verbose_name=_("area of the evaluation"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    is_lead = models.BooleanField(_("leads the group"), default=False)
    joined_at = models.DateTimeField(editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("member of a group of assessors")
        ordering = ["area", "-is_lead", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "area", "user"], condition=models.Q(ended_at=None), name="once_in_a_group"),
            models.UniqueConstraint(fields=["agency", "area"], condition=models.Q(ended_at=None, is_lead=True), name="one_lead_of_a_group"),
        ]

    @classmethod
    def audience(cls, actor):
        return central_or_oneself(actor)

    def __str__(self):
        return str(self.user)
