"""Providers are told of an edition early: asked while it is a draft, or told when it is published; who has read it is known."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.framework import FrameworkVersion
from core.tenancy import NOBODY, TenantModel


class EarlyNotice(TenantModel):
    """One sending to all people of confirmed providers. What each of them was told, and read, is their Notice."""

    class Kind(models.TextChoices):
        CONSULTATION = "consultation", _("opinions asked for")
        PUBLICATION = "publication", _("told that it is published")

    grants = "SELECT, INSERT, UPDATE"

    version = models.ForeignKey(FrameworkVersion, models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    words_ko = models.TextField(_("what is added, in Korean"), blank=True)
    words_en = models.TextField(_("what is added, in English"), blank=True)
    answer_until = models.DateField(_("opinions until"), null=True)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("early notice")
        ordering = ["-sent_at", "-pk"]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases or actor.may_administer else NOBODY

    def __str__(self):
        return self.edition

    @property
    def edition(self):
        """As the message names it, in the reader's language."""
        return str(self.version)
