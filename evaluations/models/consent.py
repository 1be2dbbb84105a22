"""What somebody agreed to for the provider when applying, in the very words that stood there."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantRow
from evaluations.models.application import Application


class Consent(TenantRow):
    """One answer to one question (Personal Information Protection Act, art. 15 and 22); a later one takes its place and leaves it there."""

    class Kind(models.TextChoices):
        PLEDGE = "pledge", _("pledge")
        PERSONAL_DATA = "personal_data", _("collection and use of personal data")
        DISPOSITIONS = "dispositions", _("asking the authorities for dispositions")
        HEAD_NAME = "head_name", _("the representative's name in the register")

    append_only = True

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    kind = models.CharField(_("consent"), max_length=20, choices=Kind)
    agreed = models.BooleanField(_("agreed"))
    words = models.TextField(_("wording"))                  # as it was shown, in the language in which it was read
    at = models.DateTimeField(_("given at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["at", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(words=""), name="consent_to_something")]

    @classmethod
    def audience(cls, actor):
        """Who writes the application, and who evaluates it."""
        return models.Q(application__in=Application.everything.filter(Application.audience(actor)))

    def __str__(self):
        return f"{self.application_id} {self.kind}"
