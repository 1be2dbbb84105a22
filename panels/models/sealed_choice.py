"""What was chosen in a secret ballot: sealed while it is open, then the figures alone. No row of these names a person or a moment."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantRow
from panels.models.ballot import Ballot


class Urn(TenantRow):
    """One row for a ballot, however many have voted: how often each choice was made, sealed (`panels/urn.py`). No order of votes exists in
    it. Nobody sees it; it is gone when the ballot is closed or voided."""

    part_of = "ballot"

    ballot = models.OneToOneField(Ballot, models.PROTECT, related_name="+")
    salt = models.BinaryField()
    sealed = models.BinaryField()

    class Meta:
        verbose_name = _("urn")

    @classmethod
    def audience(cls, actor):
        return NOBODY

    def __str__(self):
        return str(self.ballot_id)


class SecretCount(TenantRow):
    """How often a choice was made in a secret ballot that is closed. A voided ballot leaves none."""

    part_of = "ballot"
    grants = "SELECT, INSERT, DELETE"

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="secret_counts")
    choice = models.CharField(_("choice"), max_length=30)
    votes = models.PositiveSmallIntegerField(_("votes"))

    class Meta:
        verbose_name = _("figure of a secret ballot")
        constraints = [models.UniqueConstraint(fields=["agency", "ballot", "choice"], name="a_choice_is_counted_once")]

    def __str__(self):
        return f"{self.choice}: {self.votes}"
