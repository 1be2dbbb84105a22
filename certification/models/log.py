"""The public log: what happened to certificates in the order in which it was noted, each entry sealing the one before; no people."""
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from certification.models.certificate import Certificate, CertificateDocument, CertificateEvent, Validity
from core import codes
from core.tenancy import NOBODY, Ownership, TenantRow

ENTERED, DOCUMENT_MADE = "entered", "document_made"
WORDS = {ENTERED: _("entered as it stood when this log began"), DOCUMENT_MADE: _("document made")}


class LogFacts(Validity, TenantRow):
    """What an entry says: verb, number and dates as they are after it; of a document its kind, language, version and SHA-256."""

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("noted at"))
    verb = models.CharField(_("what happened"), max_length=20)              # a CertificateEvent.Kind, or one of WORDS
    number = models.CharField(max_length=40)
    code = models.CharField(max_length=13)
    effective_on = models.DateField(_("effective on"), null=True)
    document = models.CharField(_("document"), max_length=12, blank=True)
    language = models.CharField(max_length=2, blank=True)
    version = models.PositiveSmallIntegerField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.number} {self.verb}"

    @property
    def said(self):
        """The verb in words."""
        return WORDS.get(self.verb) or CertificateEvent.Kind(self.verb).label

    @property
    def document_said(self):
        """Which document, in which language, the how manieth."""
        words = gettext("%(document)s in English, version %(version)s") if self.language == "en" else gettext(
            "%(document)s in Korean, version %(version)s")
        return words % {"document": CertificateDocument.Kind(self.document).label, "version": self.version}


class LogWaiting(LogFacts):
    """Written in the transaction of what it tells of; the linker gives it its place a moment later."""

    grants = "SELECT, INSERT, DELETE"

    class Meta:
        verbose_name = _("waits for its place in the log")

    @classmethod
    def audience(cls, actor):
        return NOBODY


class LogEntry(LogFacts):
    """One line of the published chain. Its canonical bytes are made in `certification/log_chain.py`."""

    ownership = Ownership.PUBLIC
    append_only = True

    position = models.PositiveIntegerField(_("position"))
    logged_at = models.DateTimeField(_("got its place at"))
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("entry of the log")
        verbose_name_plural = _("public log")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "position"], name="one_log_entry_per_position"),
                       models.UniqueConstraint(fields=["agency", "previous"], name="the_log_never_forks")]
        indexes = [models.Index(fields=["number"], name="log_by_number"), models.Index(fields=["sha256"], name="log_by_sha256"),
                   models.Index(fields=["agency", "certificate"], name="log_by_certificate")]

    @classmethod
    def audience(cls, actor):
        return models.Q()                       # it is public

    @property
    def shown_code(self):
        return codes.formatted(self.code)


class LogHead(TenantRow):
    """Where an agency's log ends; its row lock lets one linker work at a time, and never makes two agencies wait for each other."""

    ownership = Ownership.PUBLIC
    grants = "SELECT, INSERT, UPDATE"

    position = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency"], name="one_log_head_per_agency")]

    @classmethod
    def audience(cls, actor):
        return models.Q()

    def __str__(self):
        return f"{self.position} {self.digest[:8]}"


class SignedHead(TenantRow):
    """The head as the agency's key signed it on a day: who keeps one finds out if anything up to it is changed later."""

    ownership = Ownership.PUBLIC
    append_only = True

    day = models.DateField(_("day"))                                        # in Seoul
    signed_at = models.DateTimeField(_("signed at"))
    position = models.PositiveIntegerField(_("position"))
    digest = models.CharField(max_length=64)
    signature = models.TextField()                                          # base 64, RSA with SHA-256, over the head's canonical bytes
    certificate = models.TextField()                                        # PEM of the key's certificate, and what issued it

    class Meta:
        verbose_name = _("signed head of the log")
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["agency", "day"], name="one_signed_head_a_day")]

    @classmethod
    def audience(cls, actor):
        return models.Q()

    def __str__(self):
        return f"{self.day} {self.position}"
