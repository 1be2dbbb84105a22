"""A file that arrives in parts: who sends it, where it shall go, how much of it is there."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel
from providers.models.evidence import Evidence
from providers.models.provider import Provider


class Upload(TenantModel):
    """One person's, for one provider and one place. Listed nowhere as a document before it is whole; kept for some days, then gone."""

    part_of = "provider"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    place = models.CharField(max_length=120)                # where it belongs, in the words of the app above
    name = models.CharField(_("name of the file"), max_length=120)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64)                # of the whole, as the browser has it
    received = models.PositiveBigIntegerField(_("arrived"), default=0)
    begun_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, related_name="+")     # what it became
    was_there = models.BooleanField(default=False)          # the library had the same content already
    refusal = models.CharField(max_length=600, blank=True)  # why it became nothing

    class Meta:
        verbose_name = _("unfinished upload")
        ordering = ["begun_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(received__lte=models.F("size")), name="no_more_arrived_than_it_has"),
            models.UniqueConstraint(fields=["agency", "provider", "user", "place", "name", "size", "sha256"], name="an_upload_begun_once",
                                    condition=models.Q(finished_at=None)),
        ]
        indexes = [models.Index(fields=["agency", "expires_at"], name="uploads_by_expiry")]

    @classmethod
    def audience(cls, actor):
        """Whoever sends it, and nobody else, not even a colleague."""
        return models.Q(user=actor.user) if actor.user else NOBODY

    def __str__(self):
        return self.name

    @property
    def is_whole(self):
        return self.received == self.size
