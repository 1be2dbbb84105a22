"""A visit to a place: when, to whom, how it ended. What it is for stands in a code that only the app above reads."""
from datetime import timedelta

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.clock import seoul
from core.tenancy import NOBODY, TenantModel
from visits.models.team import VisitMember
from visits.stages import ENDED, MOVES, Stage

USUAL_HOURS = 3


class Visit(TenantModel):
    class Agreed(models.TextChoices):
        OFFERED = "offered", _("chosen from the dates offered")
        PHONE = "phone", _("agreed by telephone")
        WRITING = "writing", _("agreed in writing")
        IN_PERSON = "in_person", _("agreed in person")
        FIXED = "fixed", _("fixed by the agency")

    class Outcome(models.TextChoices):
        COMPLETE = "complete", _("carried out in full")
        ENDED_EARLY = "ended_early", _("ended early")
        NOT_CARRIED_OUT = "not_carried_out", _("not carried out")

    Stage = Stage
    MOVES = MOVES
    grants = "SELECT, INSERT, UPDATE"

    subject_type = models.CharField(max_length=100)             # model label of what is visited about, without a key: it lies above
    subject = models.UUIDField()                                # that row's public id
    subject_label = models.CharField(_("name"), max_length=200)
    purpose = models.CharField(max_length=40)                   # "certification"
    place_name = models.CharField(_("place"), max_length=120)
    address = models.CharField(_("address"), max_length=260)
    contact = models.CharField(_("contact at the place"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("beginning"))
    hours = models.PositiveSmallIntegerField(_("planned hours"), default=USUAL_HOURS, db_default=USUAL_HOURS)
    agreed = models.CharField(_("how the date was agreed"), max_length=10, choices=Agreed, blank=True, default="", db_default="")
    agreed_note = models.TextField(_("note on the date"), blank=True, default="", db_default="")
    times_moved = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    stage = models.CharField(_("state of the visit"), max_length=15, choices=Stage, default=Stage.PLANNED, editable=False)
    when_locked = models.CharField(max_length=100, blank=True, editable=False)     # path of the errand of the app above
    planned_at = models.DateTimeField(editable=False)
    began_at = models.DateTimeField(null=True, editable=False)
    locked_at = models.DateTimeField(null=True, editable=False)
    outcome = models.CharField(_("outcome"), max_length=15, choices=Outcome, blank=True, editable=False)
    outcome_reason = models.TextField(_("reason"), blank=True, editable=False)
    closing_statement = models.TextField(_("closing statement"), blank=True)
    acknowledged_by = models.CharField(_("name of who took note"), max_length=60, blank=True)
    acknowledged_function = models.CharField(_("function"), max_length=60, blank=True)
    provider_remarks = models.TextField(_("remarks of the place visited"), blank=True)
    signature = models.JSONField(null=True, editable=False)     # drawn on the glass: see visits/signature.py
    acknowledged_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        indexes = [models.Index(fields=["agency", "stage", "starts_at"], name="visits_by_stage"),
                   models.Index(fields=["agency", "subject"], name="visits_by_subject")]
        constraints = [
            models.CheckConstraint(name="locked_with_an_outcome", condition=~models.Q(stage=Stage.LOCKED) | models.Q(
                locked_at__isnull=False, outcome__in=["complete", "ended_early"])),
            models.CheckConstraint(name="not_carried_out_is_its_outcome",
                                   condition=~models.Q(stage=Stage.NOT_CARRIED_OUT) | models.Q(outcome="not_carried_out")),
            models.CheckConstraint(name="short_of_complete_with_a_reason", condition=models.Q(outcome__in=["", "complete"])
                                   | ~models.Q(outcome_reason="")),
            models.CheckConstraint(name="visit_lasts_hours", condition=models.Q(hours__range=(1, 12))),
            models.CheckConstraint(name="date_fixed_with_a_reason", condition=~models.Q(agreed="fixed") | ~models.Q(agreed_note="")),
        ]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases see every visit; the team of today sees its own, and so does who amends in the place of its lead."""
        if actor.reads_cases:
            return models.Q()
        if not actor.user:
            return NOBODY
        deputy = apps.get_model("visits.Deputy").everything.filter(user=actor.user).values("visit")
        return models.Q(pk__in=VisitMember.everything.filter(user=actor.user, ended_at=None).values("visit")) | models.Q(pk__in=deputy)

    def __str__(self):
        return f"{self.place_name}, {seoul(self.starts_at):%Y-%m-%d}"

    @property
    def has_ended(self):
        return self.stage in ENDED

    @property
    def ends_at(self):
        """As it is planned."""
        return self.starts_at + timedelta(hours=self.hours)
