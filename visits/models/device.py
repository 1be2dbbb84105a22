"""What the house keeps for a device that is away from the network: its key, and the parts of photos that have arrived so far."""
import os

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel
from visits.models.visit import Visit

KEY_LENGTH = 32             # bytes: AES-256


def new_secret():
    return os.urandom(KEY_LENGTH)


class RecorderKey(TenantModel):
    """That somebody took a visit along, and the key that what they record is sealed with on the device. It opens a rescue file too.

    Kept for good: a tablet may come back a year later.
    """

    grants = "SELECT, INSERT, UPDATE"

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    secret = models.BinaryField(default=new_secret, editable=False)
    taken_at = models.DateTimeField()                           # the last time the whole visit was loaded
    sent_at = models.DateTimeField(null=True)                   # the last time something came from a device

    class Meta:
        verbose_name = _("recorder's key")
        constraints = [models.UniqueConstraint(fields=["agency", "visit", "user"], name="one_key_of_a_recorder")]

    @classmethod
    def audience(cls, actor):
        return models.Q(user=actor.user) if actor.user else NOBODY

    def __str__(self):
        return f"#{self.pk}"


class PhotoPart(TenantModel):
    """A part of a photo on its way, by the number of its operation and where it begins. Gone once the photo is whole."""

    grants = "SELECT, INSERT, DELETE"

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    operation = models.UUIDField()
    begins = models.PositiveIntegerField()
    content = models.BinaryField()
    received_at = models.DateTimeField()

    class Meta:
        verbose_name = _("part of a photo")
        constraints = [models.UniqueConstraint(fields=["agency", "operation", "begins"], name="one_part_at_a_place")]

    @classmethod
    def audience(cls, actor):
        return models.Q(author=actor.user) if actor.user else NOBODY

    def __str__(self):
        return f"#{self.pk}"
