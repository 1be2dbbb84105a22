"""What is said while a complaint is looked into: with the reporter, with the provider; and what follows from it."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from aftercare.models.complaint import WORDS, Complaint
from aftercare.models.duty import own_provider
from core import clock
from core.tenancy import TenantModel, TenantRow
from core.wording import day_in_words
from correspondence.models import Deadline
from providers.models import Evidence, Provider


class ComplaintWord(TenantRow):
    """One line of the talk with the reporter, oldest first. Never changed."""

    class Kind(models.TextChoices):
        QUESTION = "question", _("question of the agency")
        ADDED = "added", _("said by the reporter")
        ANSWER = "answer", _("answer of the agency")

    part_of = "complaint"
    append_only = True

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="said")
    kind = models.CharField(max_length=8, choices=Kind)
    text = models.TextField(_("text"), max_length=WORDS)
    files = models.PositiveSmallIntegerField(default=0)                 # how many came along
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")        # of the agency

    class Meta:
        verbose_name = _("word about a complaint")
        ordering = ["at", "pk"]
        constraints = [models.CheckConstraint(condition=models.Q(kind="added") ^ models.Q(by__isnull=False),
                                              name="a_reporter_has_no_account")]

    def __str__(self):
        return f"{self.complaint} #{self.pk}"


class ComplaintInquiry(TenantModel):
    """Facts asked of the provider, in the officer's own words; its answer. It holds nothing of the complaint's text."""

    grants = "SELECT, INSERT, UPDATE"

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="+")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    question = models.TextField(_("question"), max_length=WORDS)
    asked_at = models.DateTimeField(_("asked at"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")
    answer = models.TextField(_("answer"), max_length=WORDS, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(_("no longer asked since"), null=True)       # the complaint was answered meanwhile

    class Meta:
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")
        ordering = ["asked_at", "pk"]
        constraints = [models.CheckConstraint(condition=models.Q(answered_at=None) | ~models.Q(answer=""),
                                              name="an_inquiry_answered_in_words")]

    @classmethod
    def audience(cls, actor):
        """Whoever sees the complaint, and the provider's people."""
        return models.Q(complaint__in=Complaint.objects.visible_to(actor)) | own_provider(actor)

    def __str__(self):
        """What the provider reads of it: not the number of the complaint."""
        return gettext("question of %(day)s") % {"day": day_in_words(clock.seoul(self.asked_at).date())}

    @property
    def waits(self):
        return self.answered_at is None and self.ended_at is None


class InquiryFile(TenantModel):
    """A document of the provider's library that goes with its answer."""

    part_of = "inquiry"
    grants = "SELECT, INSERT"

    inquiry = models.ForeignKey(ComplaintInquiry, models.PROTECT, related_name="files")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("file of an inquiry")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "inquiry", "evidence"], name="a_file_of_an_inquiry_once")]

    def __str__(self):
        return f"{self.inquiry} #{self.pk}"


class ComplaintFollow(TenantRow):
    """What follows from it: kind and public id of a visit demanded, a sanction begun. No foreign key: it may stand in any app."""

    class Kind(models.TextChoices):
        VISIT = "visit", _("monitoring visit")
        CORRECTIVE = "corrective", _("corrective action")
        SANCTION = "sanction", _("suspension or revocation")

    part_of = "complaint"
    append_only = True

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="follows")
    kind = models.CharField(_("what follows"), max_length=10, choices=Kind)
    what = models.UUIDField()
    label = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("what follows from a complaint")
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "complaint", "kind", "what"], name="what_follows_once")]

    def __str__(self):
        return f"{self.complaint}, {self.get_kind_display()}"
