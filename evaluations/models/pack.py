"""The papers of a meeting as one document for one reader."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel
from panels.models import Meeting


class MeetingPack(TenantModel):
    """Made when its reader asks for it. `basis` says which cases were open to them: once it is another, this pack is shown no more."""

    grants = "SELECT, INSERT, UPDATE"

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("reader"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    basis = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("papers of a meeting")
        constraints = [models.UniqueConstraint(fields=["agency", "meeting", "user"], name="one_pack_for_a_reader"),
                       models.CheckConstraint(condition=models.Q(made_at=None) | models.Q(file__isnull=False),
                                              name="made_pack_has_its_file")]

    @classmethod
    def audience(cls, actor):
        """The reader alone: it bears their name on every page."""
        return models.Q(user=actor.user) if actor.user else NOBODY

    def __str__(self):
        return f"{self.meeting_id}, {self.user_id}"
