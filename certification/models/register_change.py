"""What changed in the register, in an order in which nothing is ever missed: for programs that keep a copy."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import Ownership, TenantRow
from core.transactions import CurrentTransaction


class RegisterChange(TenantRow):
    """Written in the transaction of the change. In which order transactions end nobody knows beforehand, so readers stay below those
    that still run, and go by (era, transaction, pk): see docs/adr/0033-open-data.md.
    """

    ownership = Ownership.PUBLIC
    append_only = True

    class Kind(models.TextChoices):
        """The kinds of a certificate's events, and one more."""

        ISSUED = "issued", _("certified")
        IMPORTED = "imported", _("certified (entered from the papers)")
        SUSPENDED = "suspended", _("suspended")
        REINSTATED = "reinstated", _("in force again")
        REVOKED = "revoked", _("revoked")
        SURRENDERED = "surrendered", _("surrendered")
        SUPERSEDED = "superseded", _("replaced by a newer certificate")
        PROLONGED = "prolonged", _("prolonged")
        CORRECTED = "corrected", _("corrected")
        REISSUED = "reissued", _("issued anew")
        EXPIRED = "expired", _("no longer valid")
        EDITED = "edited", _("entry edited")                # its documents, its address: what is no event of the certificate

    number = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=Kind)
    at = models.DateTimeField()
    era = models.PositiveSmallIntegerField(default=1)       # counts the clusters this table has lived in: each numbers anew
    transaction = models.BigIntegerField(db_default=CurrentTransaction())

    class Meta:
        verbose_name = _("change of the register")
        verbose_name_plural = _("changes of the register")
        ordering = ["era", "transaction", "pk"]
        indexes = [
            models.Index(fields=["era", "transaction", "id"], name="changes_in_their_order"),
            models.Index(fields=["agency", "number", "era", "transaction", "id"], name="changes_of_a_certificate"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q()                       # it is public

    def __str__(self):
        return f"{self.number} {self.kind}"
