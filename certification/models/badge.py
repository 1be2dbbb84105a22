"""Digital badges (Open Badges 3.0): what the worker has signed of a certificate, with which key, and the lists that take it back."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.certificate import Certificate
from core.models import StoredFile
from core.tenancy import Ownership, TenantRow


class BadgeKey(TenantRow):
    """The public half of a key that badges were signed with. An older one stays, so that what it signed can be checked."""

    ownership = Ownership.PUBLIC
    append_only = True

    name = models.CharField(max_length=20)                                  # badge-1: the fragment of its address in did.json
    jwk = models.JSONField()
    since = models.DateTimeField()

    class Meta:
        verbose_name = _("key of digital badges")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="one_badge_key_of_a_name")]

    @classmethod
    def audience(cls, actor):
        return models.Q()                       # whoever is shown a badge checks it

    def __str__(self):
        return self.name


class Badge(TenantRow):
    """One version of a certificate's badge: its place in the status lists first, then the signed document and the picture that holds it."""

    ownership = Ownership.PUBLIC
    grants = "SELECT, INSERT, UPDATE"

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(_("version"))
    index = models.PositiveIntegerField(_("place in the status lists"))
    says = models.CharField(max_length=64)                                  # SHA-256 of what it says, its last day apart
    valid_to = models.DateField(_("valid to"))
    seen_at = models.DateTimeField()                                        # the row of the register that it was last compared with
    document = models.TextField(blank=True)                                 # byte for byte as it was signed
    picture = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(_("made at"), null=True)

    class Meta:
        verbose_name = _("digital badge")
        ordering = ["certificate", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "certificate", "version"], name="one_badge_of_a_version"),
            models.UniqueConstraint(fields=["agency", "index"], name="one_badge_of_a_place"),
            models.CheckConstraint(condition=models.Q(document="", made_at=None) | models.Q(made_at__isnull=False) & ~models.Q(document=""),
                                   name="badge_made_with_its_document"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q()                       # whoever is shown a badge checks it

    def __str__(self):
        return f"{self.certificate_id} {self.version}"


class BadgeStatusList(TenantRow):
    """Which badges are taken back or suspended: a bit for each place, signed anew when one changes and before it lapses."""

    ownership = Ownership.PUBLIC
    grants = "SELECT, INSERT, UPDATE"

    class Purpose(models.TextChoices):
        REVOCATION = "revocation", _("revoked")
        SUSPENSION = "suspension", _("suspended")

    purpose = models.CharField(max_length=10, choices=Purpose)
    places = models.JSONField(default=list)                                 # the set bits
    token = models.TextField()                                              # the signed list, a JWT
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("status list of digital badges")
        constraints = [models.UniqueConstraint(fields=["agency", "purpose"], name="one_status_list_of_a_purpose")]

    @classmethod
    def audience(cls, actor):
        return models.Q()                       # whoever is shown a badge checks it

    def __str__(self):
        return self.purpose
