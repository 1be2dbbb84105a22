"""What was handed in, frozen: the canonical text with its SHA-256, answers, files, facts. This is what is judged."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from core.tenancy import TenantModel, TenantRow
from evaluations.models.answer import Rating
from evaluations.models.application import Application
from evaluations.models.supplement import SupplementItem


class Seal(TenantModel):
    """The n-th submission; each names the hash of the one before."""

    part_of = "application"
    append_only = True

    application = models.ForeignKey(Application, models.PROTECT, related_name="seals")
    number = models.PositiveSmallIntegerField(_("submission"))
    sealed_at = models.DateTimeField(_("received at"))
    entered_at = models.DateTimeField(_("handed in by the agency at"), null=True)      # what came on paper: received when the paper came
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    canonical = models.TextField()                          # JSON: sorted keys, no spaces; its UTF-8 bytes are what is hashed
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    facts = models.JSONField(default=dict)                  # as they were: {provider: {…}, offering: {…}, eligibility: […]}

    class Meta:
        verbose_name = _("submission")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["agency", "application", "number"], name="one_seal_of_a_number")]

    def __str__(self):
        return f"{self.application_id} #{self.number}"


class Standing(models.TextChoices):
    """How an answer of a renewal stands to what was said when the certificate was given."""

    UNCHANGED = "unchanged", _("unchanged since the last cycle")
    CHANGED = "changed", _("changed since the last cycle")
    NEW = "new", _("asked for the first time")


class SealedAnswer(TenantRow):
    part_of = "seal"
    append_only = True

    seal = models.ForeignKey(Seal, models.PROTECT, related_name="answers")
    code = models.CharField(_("code"), max_length=12)
    position = models.PositiveSmallIntegerField()
    rating = models.CharField(_("self-assessment"), max_length=8, choices=Rating)
    explanation = models.TextField(_("explanation"))
    standing = models.CharField(_("since the last cycle"), max_length=9, choices=Standing, blank=True)      # of a renewal
    earlier = models.TextField(_("answer of the last cycle"), blank=True)           # where it has changed

    class Meta:
        verbose_name = _("sealed answer")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "seal", "code"], name="one_sealed_answer_of_a_code")]

    def __str__(self):
        return f"{self.seal_id} {self.code}"


class SealedReply(TenantRow):
    """What was answered to an item of a supplement request: what had been asked, the sealed text before, the text from then on."""

    part_of = "seal"
    append_only = True

    seal = models.ForeignKey(Seal, models.PROTECT, related_name="replies")
    item = models.ForeignKey(SupplementItem, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=9, choices=SupplementItem.Kind)
    code = models.CharField(_("code"), max_length=40, blank=True)
    asked = models.TextField(_("what is asked for"))
    before = models.TextField(blank=True)
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("sealed reply")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "seal", "item"], name="one_sealed_reply_of_an_item")]

    def __str__(self):
        return f"{self.seal_id} {self.position}"


class SealedFile(TenantModel):
    """The very bytes that were handed in for an indicator, as one of the documents to bring, or with a reply to a supplement request."""

    part_of = "seal"
    append_only = True

    seal = models.ForeignKey(Seal, models.PROTECT, related_name="files")
    code = models.CharField(_("indicator or document"), max_length=40, blank=True)
    reply = models.ForeignKey(SealedReply, models.PROTECT, null=True, related_name="+")      # the reply it came with
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))

    class Meta:
        verbose_name = _("sealed file")
        ordering = ["code", "pk"]
        indexes = [models.Index(fields=["agency", "seal", "code"], name="sealed_files_by_code")]

    def __str__(self):
        return self.name


class Receipt(TenantModel):
    """The paper that says what arrived and when; made by the worker."""

    part_of = "seal"
    grants = "SELECT, INSERT, UPDATE"

    seal = models.OneToOneField(Seal, models.PROTECT, related_name="receipt")
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("receipt")

    def __str__(self):
        return f"{self.seal_id}"
