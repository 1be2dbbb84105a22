"""A manager's word that somebody assesses a case although there was a reason to ask. Grounds of exclusion are beyond anybody's word."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from core.tenancy import NOBODY, TenantModel
from panels.conflicts import Kind, to_ask


class Overruling(TenantModel):
    """Kept for good, with what was known: `kinds` and the sentences as they stood before the manager."""

    append_only = True

    subject_type = models.CharField(max_length=60)
    matter = models.UUIDField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name=_("person"))
    kinds = models.JSONField()                                  # codes of panels.conflicts.Kind
    sentences = models.JSONField()                              # as they were read
    reason = models.TextField(_("reason"))
    overruled_at = models.DateTimeField(_("overruled at"))
    overruled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("overruled by"))

    class Meta:
        verbose_name = _("overruled reason to ask")
        indexes = [models.Index(fields=["agency", "matter"], name="overrulings_in_a_matter")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="overruled_with_a_reason"),
            models.CheckConstraint(condition=models.Q(kinds__contained_by=sorted(kind.value for kind in Kind if to_ask(kind))),
                                   name="no_ground_of_exclusion_is_overruled"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.user}, {', '.join(self.kinds)}"
