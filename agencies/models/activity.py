"""Public activities of the agencies: what one did, when, where, with whom, at what cost, and whom it reached; with its pictures."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.support_stages import ACTIVITY_MOVES, ActivityStage
from core.bilingual import by_language
from core.models import ServedCopy, StoredFile
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id


class Activity(TenantModel):
    """Written by one agency; staff of all agencies and citizens read it while it is published. `version` counts savings."""

    class Kind(models.TextChoices):
        CAMPAIGN = "campaign", _("campaign or event")
        VOLUNTEERING = "volunteering", _("volunteering")
        AGREEMENT = "agreement", _("cooperation agreement")
        LECTURE = "lecture", _("lecture or exhibition")
        DONATION = "donation", _("donation or sharing")
        EMERGENCY = "emergency", _("help in an emergency")
        OTHER = "other", _("something else")

    Stage = ActivityStage
    MOVES = ACTIVITY_MOVES
    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    title_ko = models.CharField(_("title in Korean"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=160, blank=True)
    text_ko = models.TextField(_("text in Korean"), max_length=4000)
    text_en = models.TextField(_("text in English"), max_length=6000, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    from_on = models.DateField(_("first day"))
    until_on = models.DateField(_("last day"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    partners = models.CharField(_("partners"), max_length=200, blank=True)
    cost = models.PositiveBigIntegerField(_("cost in won"), default=0)
    reach = models.PositiveIntegerField(_("persons reached"), default=0)
    stage = models.CharField(_("state"), max_length=9, choices=ActivityStage, default=ActivityStage.DRAFT, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)            # two who change it at once: the second is told
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)
    corrected_at = models.DateTimeField(_("corrected at"), null=True, editable=False)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("changed by"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    reason = models.CharField(_("why it is withdrawn"), max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = _("public activity")
        verbose_name_plural = _("public activities")
        indexes = [models.Index(fields=["-from_on", "-id"], name="activities_by_day")]
        constraints = [
            models.CheckConstraint(condition=models.Q(until_on__gte=models.F("from_on")), name="an_activity_ends_after_it_begins"),
            models.CheckConstraint(condition=~models.Q(stage="published") | models.Q(published_at__isnull=False),
                                   name="a_published_activity_has_its_moment"),
            models.CheckConstraint(condition=~models.Q(stage="withdrawn") | ~models.Q(reason=""),
                                   name="an_activity_withdrawn_with_a_reason"),
        ]

    title, text = by_language("title"), by_language("text")

    @classmethod
    def audience(cls, actor):
        """Published ones everybody; what is not, the agency's own who read cases."""
        out = models.Q(stage=ActivityStage.PUBLISHED, published_at__isnull=False)
        return out | models.Q(agency=current_agency_id()) if actor.reads_cases else out

    def __str__(self):
        return self.title

    @property
    def is_published(self):
        return self.stage == ActivityStage.PUBLISHED

    @property
    def is_over(self):
        return self.stage == ActivityStage.WITHDRAWN


class ActivityVersion(TenantModel):
    """What stood there before a correction of what was published, and why it was corrected. The agency's own."""

    append_only = True
    grants = "SELECT, INSERT"

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number of the version"))
    facts = models.JSONField(_("content"))                   # {field: what stood there}
    why = models.CharField(_("why it was corrected"), max_length=300)
    replaced_at = models.DateTimeField(_("corrected at"))
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("corrected by"))

    class Meta:
        verbose_name = _("earlier version of a public activity")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["agency", "activity", "number"], name="one_earlier_version_of_a_number"),
                       models.CheckConstraint(condition=~models.Q(why=""), name="corrected_with_a_reason")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.activity_id}, {self.number}"


class ActivityPhoto(ServedCopy):
    """A picture with words for who cannot see it: made anew without metadata, and small. Others cannot see the agency's file row."""

    ownership = Ownership.PUBLISHED
    part_of = "activity"
    grants = "SELECT, INSERT, UPDATE, DELETE"

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="photos")
    original = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")       # what was scanned for malware
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")           # what is shown
    alt_ko = models.CharField(_("what the picture shows, in Korean"), max_length=200)
    alt_en = models.CharField(_("what the picture shows, in English"), max_length=250, blank=True)
    width = models.PositiveSmallIntegerField()              # pixels
    height = models.PositiveSmallIntegerField()
    added_at = models.DateTimeField(_("added at"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("added by"))

    class Meta:
        verbose_name = _("picture of a public activity")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "activity", "original"], name="a_picture_once_per_activity"),
                       models.CheckConstraint(condition=~models.Q(alt_ko=""), name="a_picture_has_words")]

    alt = by_language("alt")

    def __str__(self):
        return self.alt
