"""What is done in a consultation: the visits, the report with its advice and agreed steps, the provider's rating."""
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from aftercare.models.consultation import Consultation, comes
from aftercare.models.duty import own_provider
from core.tenancy import TenantModel

STARS = [MinValueValidator(1), MaxValueValidator(5)]


class ConsultationVisit(TenantModel):
    """A day on which the consultant comes, or a call. Moved or dropped with everybody told, never deleted."""

    part_of = "consultation"
    grants = "SELECT, INSERT, UPDATE"

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="visits")
    starts_at = models.DateTimeField(_("begins at"))
    ends_at = models.DateTimeField(_("ends at"))
    place = models.CharField(_("place of the visit"), max_length=260)
    times_moved = models.PositiveSmallIntegerField(default=0)
    set_at = models.DateTimeField()
    done_at = models.DateTimeField(_("took place"), null=True)
    dropped_at = models.DateTimeField(_("visit dropped at"), null=True)

    class Meta:
        verbose_name = _("visit of a consultant")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="a_consulting_visit_ends_later"),
            models.CheckConstraint(condition=models.Q(done_at=None) | models.Q(dropped_at=None), name="done_or_dropped"),
        ]

    def __str__(self):
        return f"{self.consultation}, {self.place}"

    @property
    def is_planned(self):
        return self.done_at is None and self.dropped_at is None


class ConsultationReport(TenantModel):
    """Its consultant's alone until it is handed in; from then on it stays (a trigger). `advice`: {code: words}; `steps`: [{text, day}]."""

    grants = "SELECT, INSERT, UPDATE"

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="+")
    found = models.TextField(_("what was found"), max_length=6000, blank=True)
    advice = models.JSONField(_("advice"), default=dict)
    steps = models.JSONField(_("agreed steps"), default=list)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("saved at"), null=True)
    handed_in_at = models.DateTimeField(_("handed in at"), null=True)

    class Meta:
        verbose_name = _("report of a consultation")
        constraints = [
            models.UniqueConstraint(fields=["agency", "consultation"], name="one_report_of_a_consultation"),
            models.CheckConstraint(condition=models.Q(handed_in_at=None) | ~models.Q(found=""), name="a_report_says_what_was_found"),
        ]

    @classmethod
    def audience(cls, actor):
        """Handed in, the provider's people and staff who read cases."""
        others = models.Q() if actor.reads_cases else own_provider(actor, "consultation__provider")
        return comes(actor, "consultation__consultant") | others & models.Q(handed_in_at__isnull=False)

    def __str__(self):
        return str(self.consultation)


class ConsultationRating(TenantModel):
    """What the provider thinks of it. The consultant reads no single one."""

    append_only = True

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="+")
    stars = models.PositiveSmallIntegerField(_("satisfaction"), validators=STARS)
    words = models.TextField(_("in words"), max_length=2000, blank=True)
    given_at = models.DateTimeField(_("rated at"))
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("rating of a consultation")
        constraints = [models.UniqueConstraint(fields=["agency", "consultation"], name="one_rating_of_a_consultation"),
                       models.CheckConstraint(condition=models.Q(stars__range=(1, 5)), name="one_to_five_stars")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else own_provider(actor, "consultation__provider")

    def __str__(self):
        return f"{self.consultation} {self.stars}"
