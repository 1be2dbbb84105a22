"""The programme of the yearly conference (성과공유대회): when, where, which sessions, which cases are presented."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.good_case import GoodCase
from core.bilingual import by_language
from core.tenancy import Ownership, TenantModel


class CaseProgramme(TenantModel):
    """Central's; a draft until it is published. What is changed afterwards is seen at once."""

    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    year = models.PositiveSmallIntegerField(_("year"))
    title_ko = models.CharField(_("title in Korean"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=160, blank=True)
    held_on = models.DateField(_("day"))
    place_ko = models.CharField(_("place in Korean"), max_length=120)
    place_en = models.CharField(_("place in English"), max_length=160, blank=True)
    words_ko = models.TextField(_("words in Korean"), max_length=2000, blank=True)
    words_en = models.TextField(_("words in English"), max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)

    class Meta:
        verbose_name = _("programme of the conference")
        ordering = ["-held_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "year"], name="one_conference_a_year")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else models.Q(published_at__isnull=False)

    def __str__(self):
        return self.title

    title, place, words = by_language("title"), by_language("place"), by_language("words")


class ProgrammeSession(TenantModel):
    ownership = Ownership.PUBLISHED
    part_of = "programme"

    programme = models.ForeignKey(CaseProgramme, models.PROTECT, related_name="sessions")
    begins = models.TimeField(_("begins"))
    ends = models.TimeField(_("ends"))
    title_ko = models.CharField(_("title in Korean"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=160, blank=True)
    speaker_ko = models.CharField(_("speakers in Korean"), max_length=120, blank=True)
    speaker_en = models.CharField(_("speakers in English"), max_length=160, blank=True)
    case = models.ForeignKey(GoodCase, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("case presented"))

    class Meta:
        verbose_name = _("session of the conference")
        ordering = ["begins", "ends", "pk"]
        constraints = [models.CheckConstraint(condition=models.Q(ends__gt=models.F("begins")), name="a_session_ends_after_it_begins")]

    def __str__(self):
        return self.title

    title, speaker = by_language("title"), by_language("speaker")
