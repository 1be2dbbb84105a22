"""Who takes part in a run: asked for in the participant's house, placed by the house that holds the run."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id
from training.models.course import READERS
from training.models.run import ClassTrainer, Run
from training.stages import ENROLMENT_MOVES, GONE, TAKES_PART, EnrolmentStage


class Enrolment(TenantModel):
    """Made in the participant's house (`agency`), placed by `host`. Names are copied: neither house reads the other's people.

    `asked_at` is the place in the queue. `seen_at` is emptied by the participant's side, `told_at` by the host: a job of the other then
    does its part and fills it.
    """

    Stage, MOVES = EnrolmentStage, ENROLMENT_MOVES
    ownership = Ownership.SHARED
    owners = ("agency", "host")
    parents_owner = {"run": "host"}
    grants = "SELECT, INSERT, UPDATE"

    host = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("held by"))
    run = models.ForeignKey(Run, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("participant"))
    name = models.CharField(_("name"), max_length=60)
    house = models.CharField(_("agency"), max_length=80)
    stage = models.CharField(_("state"), max_length=13, choices=EnrolmentStage, default=EnrolmentStage.REQUESTED, editable=False)
    begun_at = models.DateTimeField(_("asked for at"), editable=False)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked for by"))
    needs = models.CharField(_("what we should know (access, food)"), max_length=300, blank=True)
    asked_at = models.DateTimeField(_("handed in at"), null=True, editable=False)
    approved_at = models.DateTimeField(_("approved at"), null=True, editable=False)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("approved by"))
    offer_until_at = models.DateTimeField(_("seat to be taken up by"), null=True, editable=False)
    placed_at = models.DateTimeField(_("has a seat since"), null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=300, blank=True, editable=False)       # of a refusal or a cancellation
    is_late = models.BooleanField(_("cancelled after the day"), default=False, editable=False)
    survey_at = models.DateTimeField(_("survey answered at"), null=True, editable=False)
    told_stage = models.CharField(max_length=13, blank=True, editable=False)                # the state that the participant was last told
    seen_stage = models.CharField(max_length=13, blank=True, editable=False)                # the state that the host has acted on
    told_sequence = models.PositiveIntegerField(default=0, editable=False)                  # the sum of the classes' sequences told of

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "run", "user"], condition=~models.Q(stage__in=GONE), name="enrolled_once"),
            models.CheckConstraint(condition=models.Q(stage__in=("requested", "refused", "cancelled", "closed_out"))
                                   | models.Q(asked_at__isnull=False), name="in_the_queue_since"),
            models.CheckConstraint(condition=~models.Q(stage="offered") | models.Q(offer_until_at__isnull=False),
                                   name="an_offer_has_an_end"),
            models.CheckConstraint(condition=~models.Q(stage__in=("refused", "closed_out")) | ~models.Q(reason=""),
                                   name="an_enrolment_is_refused_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        """One's own; readers of the house; the host's once it was handed in; the run's trainers those with a seat."""
        if actor.user is None:
            return NOBODY
        here = current_agency_id()
        mine = models.Q(agency=here, user=actor.user)
        taught = models.Q(host=here, stage__in=TAKES_PART, run__in=ClassTrainer.everything.filter(user=actor.user).values("run"))
        if not actor.has(*READERS):
            return mine | taught
        return mine | models.Q(agency=here) | models.Q(host=here, asked_at__isnull=False)

    def __str__(self):
        return self.name

    @property
    def takes_part(self):
        return self.stage in TAKES_PART

    @property
    def has_no_seat(self):
        return self.stage != EnrolmentStage.ENROLLED

    @property
    def why(self):
        """The reason in words: what a job wrote in the reader's language, what a person wrote as it stands."""
        return gettext(self.reason) if self.reason else ""


class TrainingSettings(TenantModel):
    """How a house enrols its people: whether a manager or the director approves each enrolment before it is handed in."""

    grants = "SELECT, INSERT, UPDATE"

    asks_approval = models.BooleanField(_("enrolments are approved by a manager or the director"), default=False)
    changed_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("settings of training")
        constraints = [models.UniqueConstraint(fields=["agency"], name="one_row_of_training_settings")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.roles else NOBODY
