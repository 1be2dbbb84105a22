"""Attendance (출석) in minutes: what participants scan in their house, and what the host notes. The newest note counts, else the scans."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import Ownership, TenantModel
from training.models.enrolment import Enrolment
from training.models.run import ClassSession


def seen_with_the_enrolment(actor):
    """Rows of an enrolment: for the person, the staff of both houses, and the run's trainers."""
    if actor.user is None:
        return models.Q(pk__in=())
    return models.Q(enrolment__in=Enrolment.objects.visible_to(actor).values("pk"))


class Scan(TenantModel):
    """The code on the trainer's screen, scanned by the signed-in participant."""

    class Kind(models.TextChoices):
        COMING = "coming", _("coming")
        LEAVING = "leaving", _("leaving")

    ownership = Ownership.SHARED
    owners = ("agency", "host")
    parents_owner = {"class_session": "host"}
    append_only = True
    grants = "SELECT, INSERT"

    host = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="+")
    class_session = models.ForeignKey(ClassSession, models.PROTECT, related_name="+", verbose_name=_("class"))
    kind = models.CharField(max_length=7, choices=Kind)
    at = models.DateTimeField(_("scanned at"))

    class Meta:
        verbose_name = _("scan of a class code")
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "enrolment", "class_session", "kind"], name="one_scan_of_a_kind")]

    @classmethod
    def audience(cls, actor):
        return seen_with_the_enrolment(actor)


class Attendance(TenantModel):
    """Noted by the host: by one tap in the trainer's list, from the paper sheet, or as a correction with its reason. `minutes` of the
    class's `of_minutes`; 0 is absent. `came_at`, `left_at`: where the moments were noted and not only the minutes."""

    class Source(models.TextChoices):
        LIST = "list", _("trainer's list")
        SHEET = "sheet", _("paper sheet")
        CORRECTION = "correction", _("correction")

    ownership = Ownership.SHARED
    owners = ("agency", "house")
    parents_owner = {"enrolment": "house"}
    append_only = True
    grants = "SELECT, INSERT"

    house = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="+")
    class_session = models.ForeignKey(ClassSession, models.PROTECT, related_name="+", verbose_name=_("class"))
    minutes = models.PositiveIntegerField(_("minutes"))
    of_minutes = models.PositiveIntegerField(_("minutes of the class"))
    came_at = models.DateTimeField(_("came at"), null=True)
    left_at = models.DateTimeField(_("left at"), null=True)
    source = models.CharField(_("noted by"), max_length=10, choices=Source)
    reason = models.CharField(_("reason of the correction"), max_length=300, blank=True)
    noted_at = models.DateTimeField(_("noted at"))
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("noted by"))

    class Meta:
        verbose_name = _("attendance")
        ordering = ["noted_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(minutes__lte=models.F("of_minutes")), name="no_longer_there_than_the_class"),
            models.CheckConstraint(condition=~models.Q(source="correction") | ~models.Q(reason=""),
                                   name="a_correction_of_attendance_says_why"),
        ]

    @classmethod
    def audience(cls, actor):
        return seen_with_the_enrolment(actor)
