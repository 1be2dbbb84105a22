"""Excellent cases that everybody reads, what was corrected in them, and which agencies use them too."""
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.case_call import CaseCall
from agencies.models.nomination import CaseText
from core.bilingual import by_language
from core.models import ServedCopy
from core.tenancy import Ownership, TenantModel, current_agency_id


class GoodCase(CaseText, TenantModel):
    """A selected case with the words it was judged by. They change only by a correction, which stands beside them."""

    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    call = models.ForeignKey(CaseCall, models.PROTECT, related_name="+")
    nomination = models.UUIDField(editable=False)                            # public id of what was nominated
    from_agency = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    agency_ko = models.CharField(max_length=100)
    agency_en = models.CharField(max_length=150, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    version = models.PositiveIntegerField(default=1, editable=False)
    terms = ArrayField(models.IntegerField(), default=list, editable=False)  # what it is found by: see core/search.py
    found_by = models.TextField(blank=True, editable=False)                  # all its words, decomposed
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)

    class Meta:
        verbose_name = _("excellent case")
        ordering = ["-year", "title", "pk"]
        indexes = [GinIndex(fields=["terms"], name="good_cases_by_terms")]
        constraints = [models.UniqueConstraint(fields=["agency", "nomination"], name="a_case_is_published_once")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else models.Q(published_at__isnull=False)

    def __str__(self):
        return self.title

    agency_name = by_language("agency")


class GoodCasePicture(ServedCopy):
    """Where the bytes of the nominated picture are: nobody here sees the row of the agency that gave it."""

    ownership = Ownership.PUBLISHED
    part_of = "case"
    grants = "SELECT, INSERT, UPDATE"

    case = models.ForeignKey(GoodCase, models.PROTECT, related_name="pictures")
    name = models.CharField(max_length=200)
    alternative = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("picture of an excellent case")
        verbose_name_plural = _("pictures of an excellent case")
        ordering = ["pk"]


class CaseCorrection(TenantModel):
    """What stood before, what stands now, and why; it is shown with the case."""

    ownership = Ownership.PUBLISHED
    part_of = "case"
    append_only = True

    class Part(models.TextChoices):
        TITLE = "title", _("title of the case")
        SUMMARY = "summary", _("summary")
        PROBLEM = "problem", _("what was the problem")
        DONE = "done", _("what was done")
        CHANGED = "changed", _("what changed by it")
        CONTACT_NAME = "contact_name", _("person to ask")
        CONTACT_AT = "contact_at", _("how to reach them")

    case = models.ForeignKey(GoodCase, models.PROTECT, related_name="corrections")
    part = models.CharField(_("part"), max_length=12, choices=Part)
    before = models.TextField(_("before"), blank=True)
    after = models.TextField(_("now"))
    reason = models.CharField(_("reason"), max_length=300)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("correction of a case")
        verbose_name_plural = _("corrections of cases")
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="case_corrected_with_a_reason")]

    def __str__(self):
        return self.get_part_display()


class CaseReuse(TenantModel):
    """“We use this too” (우리도 활용합니다): an agency's word about another's case. Nobody else reads it before it is published, nor after
    it was withdrawn."""

    ownership = Ownership.PUBLISHED
    parents_owner = {"case": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    case = models.ForeignKey(GoodCase, models.PROTECT, related_name="+")
    agency_ko = models.CharField(max_length=100)
    agency_en = models.CharField(max_length=150, blank=True)
    since_on = models.DateField(_("in use since"))
    adapted = models.TextField(_("what was changed for us"), max_length=3000)
    result = models.TextField(_("what came of using it"), max_length=3000, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)

    class Meta:
        verbose_name = _("use of a case")
        verbose_name_plural = _("uses of cases")
        ordering = ["since_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "case"], condition=models.Q(withdrawn_at=None), name="a_case_is_used_once"),
            models.CheckConstraint(condition=models.Q(withdrawn_at=None) | models.Q(published_at=None), name="withdrawn_is_not_shown"),
        ]

    @classmethod
    def audience(cls, actor):
        out = models.Q(published_at__isnull=False)
        if actor.reads_cases:
            return models.Q(agency=current_agency_id()) | out
        return out

    def __str__(self):
        return f"{self.agency_ko}, {self.case_id}"

    agency_name = by_language("agency")
