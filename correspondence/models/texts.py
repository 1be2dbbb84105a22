"""An agency's own words for an event."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel
from correspondence.events import find_event
from correspondence.placeholders import fill


class TemplateText(TenantModel):
    """Written once; a change is a new version, the latest is in use. Both texts empty: back to the words of the house."""

    append_only = True

    event = models.CharField(_("event"), max_length=100)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    version = models.PositiveIntegerField(_("version"))
    subject = models.CharField(_("subject line"), max_length=200, blank=True)
    body = models.TextField(_("text"), max_length=5000, blank=True)
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("written by"))

    class Meta:
        verbose_name = _("text of a message")
        verbose_name_plural = _("texts of messages")
        ordering = ["event", "language", "-version"]
        constraints = [models.UniqueConstraint(fields=["agency", "event", "language", "version"], name="one_text_per_version")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.is_staff else NOBODY

    def __str__(self):
        return f"{self.event}, {self.get_language_display()}, {self.version}"

    def preview(self):
        """(subject, body) as people would get it, each placeholder by its name in guillemets."""
        event = find_event(self.event)
        subject, body = (self.subject, self.body) if self.subject else event.text(self.language)
        sample = {name: f"«{name}»" for name in event.may_stand}
        return fill(subject, sample), fill(body, sample)
