"""A proposal to improve an indicator: who proposes it and why, with the figures as they stood then; answered with the next edition."""
from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from certification.models.framework import Indicator
from core.tenancy import NOBODY, TenantModel


class ImprovementProposal(TenantModel):
    """About an indicator of a published edition; the editor of the next one shows it beside what became of that indicator."""

    class Outcome(models.TextChoices):
        OPEN = "", _("open")
        TAKEN = "taken", _("taken over")
        REJECTED = "rejected", _("not taken over")

    grants = "SELECT, INSERT, UPDATE"

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    source = models.CharField(_("where it comes from"), max_length=200)             # "2025년 품질인증 심사", as it was called then
    found = models.JSONField(_("what was found"), default=dict)                     # {"ko": [sentences], "en": [sentences]}
    reason = models.TextField(_("what should become better"), max_length=2000)
    proposed_at = models.DateTimeField(_("proposed at"))
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by"))
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, default="", blank=True)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("answered by"))

    class Meta:
        verbose_name = _("proposal for improvement")
        verbose_name_plural = _("proposals for improvement")
        ordering = ["proposed_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "indicator", "source"], condition=models.Q(outcome=""),
                                    name="proposed_once_while_open"),
            models.CheckConstraint(name="proposal_answered_with_a_reason", condition=models.Q(outcome="", answered_at=None)
                                   | ~models.Q(outcome="") & ~models.Q(answer="")
                                   & models.Q(answered_at__isnull=False, answered_by__isnull=False)),
        ]

    @classmethod
    def audience(cls, actor):
        """Those who keep the criteria."""
        return models.Q() if actor.reads_cases or actor.may_administer else NOBODY

    def __str__(self):
        return f"{self.indicator}, {self.source}"

    @property
    def sentences(self):
        """What was found then, in the page's language."""
        return self.found.get(get_language()) or self.found.get("ko", [])
