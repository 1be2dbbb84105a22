"""Who wants to hear by e-mail when a certificate changes: an address and what it was told last, nothing else."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.register import RegisterEntry
from core.tenancy import NOBODY, TenantModel

CURSOR = 60                     # characters of a place in the feed of changes


class Watch(TenantModel):
    """Asked for by whoever typed the address, in force once the address has said so itself; deleted when it is over. Staff see none."""

    entry = models.ForeignKey(RegisterEntry, models.PROTECT, related_name="+")
    email = models.EmailField(_("e-mail"))
    reader = models.CharField(max_length=32)                                # the address as a keyed hash: what its stop link is signed for
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="ko")
    asked_at = models.DateTimeField(_("asked for at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)
    told = models.CharField(max_length=CURSOR, blank=True)                  # the last change it was told of, as a place in the feed
    told_on = models.DateField(null=True)                                   # the day of its last message

    class Meta:
        verbose_name = _("notice of changes by e-mail")
        verbose_name_plural = _("notices of changes by e-mail")
        ordering = ["asked_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "entry", "reader"], name="an_address_watches_once")]
        indexes = [models.Index(fields=["agency", "reader"], name="watches_of_an_address")]

    @classmethod
    def audience(cls, actor):
        return NOBODY                           # only whoever holds a signed link, and the worker

    def __str__(self):
        return f"{self.entry.number} #{self.pk}"                # no address: logs keep this
