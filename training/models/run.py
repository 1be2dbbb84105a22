"""A run of a course (차수): its classes (차시), seats, and who teaches."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id
from training.models.course import READERS, CompletionRule, Course, rule_within_bounds, whoever_learns_here
from training.stages import RUN_MOVES, RunStage


class Run(CompletionRule, TenantModel):
    """`number`: the how-many-eth of its course in its year. The rule of completion is the course's on the day it was announced."""

    Stage, MOVES = RunStage, RUN_MOVES
    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    course = models.ForeignKey(Course, models.PROTECT, related_name="+", verbose_name=_("course"))
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveSmallIntegerField(_("run"))
    stage = models.CharField(_("state"), max_length=9, choices=RunStage, default=RunStage.DRAFT, editable=False)
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("link for taking part from afar"), max_length=300, blank=True)
    room_note = models.TextField(_("note on room and equipment"), max_length=1000, blank=True)
    seats = models.PositiveSmallIntegerField(_("seats"))
    waiting_seats = models.PositiveSmallIntegerField(_("places on the waiting list"), default=20)
    accept_hours = models.PositiveSmallIntegerField(_("hours to take up a seat that became free"), default=24)
    enrol_from_at = models.DateTimeField(_("enrolment begins"))
    enrol_until_at = models.DateTimeField(_("enrolment ends"))
    cancel_until_days = models.PositiveSmallIntegerField(_("days before the first class until which one may cancel oneself"), default=3)
    cost_centre = models.CharField(_("cost centre"), max_length=60, blank=True)
    seats_taken = models.PositiveIntegerField(_("seats taken"), default=0, editable=False)       # counted by the host for all to read
    waiting_count = models.PositiveIntegerField(_("waiting"), default=0, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    published_at = models.DateTimeField(_("announced at"), null=True, editable=False)
    cancel_reason = models.CharField(_("why it is cancelled"), max_length=300, blank=True, editable=False)
    finished_at = models.DateTimeField(_("finished at"), null=True, editable=False)
    made_at = models.DateTimeField(_("planned at"), editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("planned by"))

    class Meta:
        verbose_name = _("run of a course")
        verbose_name_plural = _("runs of courses")
        ordering = ["-year", "course", "number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "course", "year", "number"], name="one_run_of_a_number"),
            models.CheckConstraint(condition=models.Q(seats__range=(1, 2000)), name="a_run_has_seats"),
            models.CheckConstraint(condition=models.Q(enrol_until_at__gt=models.F("enrol_from_at")), name="enrolment_ends_after_it_begins"),
            models.CheckConstraint(condition=~models.Q(stage__in=("draft", "discarded")) | models.Q(published_at=None),
                                   name="a_run_that_is_announced"),
            models.CheckConstraint(condition=~models.Q(stage="cancelled") | ~models.Q(cancel_reason=""),
                                   name="a_run_is_cancelled_with_a_reason"),
            rule_within_bounds("rule_of_a_run"),
        ]

    @classmethod
    def audience(cls, actor):
        """As the course; and whoever teaches in it."""
        own = models.Q(agency=current_agency_id()) if actor.has(*READERS) else NOBODY
        if actor.user and not actor.has(*READERS):
            own = models.Q(pk__in=ClassTrainer.everything.filter(user=actor.user).values("run"))
        return own | whoever_learns_here(actor)

    def __str__(self):
        return _("%(course)s, run %(number)s of %(year)s") % {"course": self.course, "number": self.number, "year": self.year}

    @property
    def is_open(self):
        return self.stage == RunStage.OPEN

    @property
    def seats_left(self):
        return max(0, self.seats - self.seats_taken)

    @property
    def has_waiting_list(self):
        """Full, and one may still wait."""
        return not self.seats_left and self.waiting_count < self.waiting_seats

    def is_enrolling(self, at):
        """Within its days and announced; whether seats are free is another question."""
        return self.is_open and self.enrol_from_at <= at < self.enrol_until_at


class ClassSession(TenantModel):
    """One class. `sequence`: one more with each time it was moved, as calendars count."""

    ownership = Ownership.PUBLISHED
    part_of = "run"

    run = models.ForeignKey(Run, models.PROTECT, related_name="classes")
    number = models.PositiveSmallIntegerField(_("class"))
    title = models.CharField(_("subject"), max_length=120)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place, if another than the run's"), max_length=200, blank=True)
    sequence = models.PositiveSmallIntegerField(default=0, editable=False)
    moved_at = models.DateTimeField(_("moved at"), null=True, editable=False)

    class Meta:
        verbose_name = _("class")
        verbose_name_plural = _("classes")
        ordering = ["starts_at", "number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "run", "number"], name="one_class_of_a_number"),
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="a_class_ends_after_it_begins"),
        ]

    def __str__(self):
        return _("Class %(number)s: %(title)s") % {"number": self.number, "title": self.title}

    @property
    def minutes(self):
        """How long it is."""
        return int((self.ends_at - self.starts_at).total_seconds() // 60)


class ClassTrainer(TenantModel):
    """Who teaches a class; the name is copied, since other houses do not see the pool."""

    ownership = Ownership.PUBLISHED
    part_of = "run"

    run = models.ForeignKey(Run, models.PROTECT, related_name="trainers")
    class_session = models.ForeignKey(ClassSession, models.PROTECT, related_name="+", verbose_name=_("class"))
    trainer = models.ForeignKey("training.Trainer", models.PROTECT, related_name="+", verbose_name=_("trainer"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    name = models.CharField(_("name"), max_length=60)

    class Meta:
        verbose_name = _("trainer of a class")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "class_session", "trainer"], name="a_trainer_once_per_class")]

    def __str__(self):
        return self.name
