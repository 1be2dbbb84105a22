"""What was decided about a case, by whom, on which grounds. Decided is not announced."""
from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from core.tenancy import NOBODY, TenantModel, TenantRow
from evaluations.models.application import Application, RequiredIndicator
from panels.models import AgendaItem


class Decision(TenantModel):
    class Kind(models.TextChoices):
        AWARD = "award", _("award")
        REFUSE = "refuse", _("refuse")
        DEFER = "defer", _("defer")

    append_only = True

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    kind = models.CharField(_("decision"), max_length=10, choices=Kind)
    grounds = models.TextField(_("grounds"), blank=True)
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="+")       # where the committee decided it
    decided_at = models.DateTimeField(_("decided at"))
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")       # an upheld appeal put it in that one's place

    class Meta:
        verbose_name = _("decision")
        ordering = ["-decided_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "item"], name="one_decision_per_item")]
        indexes = [models.Index(fields=["agency", "application"], name="decisions_of_an_application")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases and the committee; the provider's people and the city when it has been announced, and from then on; the
        city also once an announcement waits for its assent."""
        if actor.reads_cases:
            return models.Q()
        items = apps.get_model("evaluations.AnnouncementItem").everything.filter(announcement__announced_at__isnull=False)
        announced = models.Q(pk__in=items.values("decision"))
        told = announced & models.Q(application__in=Application.everything.filter(Application.of_own_provider(actor)))
        if actor.has(Role.COMMITTEE):
            return models.Q(application__in=Application.everything.filter(Application.evaluated_by(actor))) | told
        if actor.has(Role.OBSERVER):
            shown = apps.get_model("evaluations.Announcement").objects.visible_to(actor)
            return models.Q(pk__in=items.model.everything.filter(announcement__in=shown).values("decision"))
        return told if actor.user else NOBODY

    def __str__(self):
        return f"{self.get_kind_display()}, {self.application_id}"


class DecisionGround(TenantRow):
    """Why, indicator by indicator, in the words the letter has."""

    part_of = "decision"
    append_only = True

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="per_indicator")
    required = models.ForeignKey(RequiredIndicator, models.PROTECT, related_name="+")
    text = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("ground of a decision")
        ordering = ["required__position"]
        constraints = [models.UniqueConstraint(fields=["agency", "decision", "required"], name="one_ground_per_indicator")]

    def __str__(self):
        return f"{self.decision_id} {self.required_id}"
