"""Completion (수료): whether a participant met the rule, and the certificate that says so."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import FileCopy
from core.tenancy import Ownership, TenantModel
from training.models.attendance import seen_with_the_enrolment
from training.models.enrolment import Enrolment
from training.models.run import Run


class Completion(TenantModel):
    """Worked out by the host when the run is finished, and once more after a correction: the newest of an enrolment counts.

    `by_hand`: decided otherwise than the rule says, with a reason. Labels are copied: this is what the certificate says.
    """

    class Outcome(models.TextChoices):
        COMPLETED = "completed", pgettext_lazy("a course", "completed")
        NOT_COMPLETED = "not_completed", _("not completed")

    ownership = Ownership.SHARED
    owners = ("agency", "house")
    parents_owner = {"enrolment": "house"}
    grants = "SELECT, INSERT, UPDATE"

    house = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="+")
    run = models.ForeignKey(Run, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("participant"))
    name = models.CharField(_("name"), max_length=60)
    house_name = models.CharField(_("agency"), max_length=80)
    course_name = models.CharField(_("course"), max_length=160)
    from_on = models.DateField(_("first day"))
    until_on = models.DateField(_("last day"))
    outcome = models.CharField(_("result"), max_length=13, choices=Outcome)
    minutes = models.PositiveIntegerField(_("minutes attended"))
    of_minutes = models.PositiveIntegerField(_("minutes of the run"))
    has_survey = models.BooleanField(_("survey answered"))
    score = models.PositiveSmallIntegerField(_("points in the test"), null=True)
    by_hand = models.BooleanField(_("decided by hand"), default=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    decided_at = models.DateTimeField(_("decided at"))
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by"))
    valid_until = models.DateField(_("valid until"), null=True)
    is_current = models.BooleanField(default=True, editable=False)
    number_year = models.PositiveSmallIntegerField(null=True, editable=False)
    number_place = models.PositiveIntegerField(null=True, editable=False)
    told_at = models.DateTimeField(null=True, editable=False)               # the house's own job has told the person and noted what follows

    class Meta:
        verbose_name = _("completion")
        verbose_name_plural = _("completions")
        ordering = ["-decided_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "enrolment"], condition=models.Q(is_current=True), name="one_completion_counts"),
            models.UniqueConstraint(fields=["agency", "number_year", "number_place"], name="one_completion_of_a_number"),
            models.CheckConstraint(condition=models.Q(minutes__lte=models.F("of_minutes")), name="no_more_minutes_than_the_run"),
            models.CheckConstraint(condition=~models.Q(by_hand=True) | ~models.Q(reason="") & models.Q(decided_by__isnull=False),
                                   name="decided_by_hand_with_a_reason"),
            models.CheckConstraint(condition=models.Q(outcome="completed") | models.Q(number_place=None),
                                   name="a_number_only_for_who_completed"),
        ]

    @classmethod
    def audience(cls, actor):
        return seen_with_the_enrolment(actor)

    def __str__(self):
        return f"{self.name}, {self.course_name}"

    @property
    def is_completed(self):
        return self.outcome == self.Outcome.COMPLETED

    @property
    def number(self):
        """제2026-교육-0123호, or "" without one."""
        return f"제{self.number_year}-교육-{self.number_place:04d}호" if self.number_place else ""


class CompletionPaper(FileCopy):
    """The certificate of completion (수료증) as PDF: signed, once for ever. A reissue is a further edition with its reason."""

    ownership = Ownership.SHARED
    owners = ("agency", "house")
    part_of = "completion"
    append_only = True
    grants = "SELECT, INSERT"

    house = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    completion = models.ForeignKey(Completion, models.PROTECT, related_name="papers")
    edition = models.PositiveSmallIntegerField(_("edition"))
    code = models.CharField(_("verification code"), max_length=13, editable=False)
    reason = models.CharField(_("reason of the reissue"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("certificate of completion")
        ordering = ["-edition"]
        constraints = [models.UniqueConstraint(fields=["agency", "completion", "edition"], name="one_completion_paper_of_an_edition"),
                       models.CheckConstraint(condition=models.Q(edition=1) | ~models.Q(reason=""),
                                              name="a_paper_is_reissued_with_a_reason")]
