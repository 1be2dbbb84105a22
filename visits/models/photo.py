"""A picture taken during a visit, made anew by us without what the camera wrote into it."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from core.tenancy import TenantModel
from visits.models.finding import Finding
from visits.models.independence import seen_by
from visits.models.item import VisitItem


class Photo(TenantModel):
    """Taken away, never deleted."""

    grants = "SELECT, INSERT, UPDATE"

    item = models.ForeignKey(VisitItem, models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    caption = models.CharField(_("what it shows"), max_length=120, blank=True)
    taken_at = models.DateTimeField(null=True)              # by the device's clock
    received_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("photo")
        indexes = [models.Index(fields=["agency", "item", "received_at"], name="photos_of_an_item")]

    @classmethod
    def audience(cls, actor):
        """As the judgements: what somebody photographs tells what they think."""
        return seen_by(actor, Finding.everything.all())

    def __str__(self):
        return self.name
