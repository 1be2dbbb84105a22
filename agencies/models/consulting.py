"""Consulting of an agency by Central: before it hands in (사전컨설팅), or after a result (follow-up)."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.participation import Participation
from agencies.stages import CONSULTING_MOVES, ConsultingStage
from core.tenancy import NOBODY, Ownership, TenantModel


class Consulting(TenantModel):
    """Asked for by the agency, answered and written down by Central. Both read it from the first word on.

    `received_at` and `told_at` are emptied by who changes it: the other side's job then tells its people and fills them.
    """

    class Kind(models.TextChoices):
        PRE = "pre", _("pre-consulting")
        FOLLOW_UP = "follow_up", _("follow-up consulting")

    Stage = ConsultingStage
    MOVES = CONSULTING_MOVES
    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"participation": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year of the evaluation"))
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.PRE)
    stage = models.CharField(_("state of the consulting"), max_length=9, choices=ConsultingStage, default=ConsultingStage.ASKED,
                             editable=False)
    about = models.TextField(_("subject of the consulting"))
    wished = models.JSONField(_("wished days"), default=list)                # ISO dates, the dearest first
    asked_at = models.DateTimeField(_("asked for at"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked for by"))
    on = models.DateField(_("day of the consulting"), null=True)
    consultant = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("consultant"))
    answered_at = models.DateTimeField(_("answered at"), null=True)
    reason = models.TextField(_("reason"), blank=True)                       # why it is declined
    record = models.TextField(_("outcome of the consulting"), blank=True)
    recorded_at = models.DateTimeField(_("written down at"), null=True)
    received_at = models.DateTimeField(null=True, editable=False)            # Central's own job has told its people
    told_at = models.DateTimeField(null=True, editable=False)                # the agency's own job has told its people

    class Meta:
        verbose_name = _("consulting of an agency")
        verbose_name_plural = _("consultings of agencies")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "participation", "kind"], condition=models.Q(stage__in=("asked", "accepted")),
                                    name="one_open_consulting_of_a_kind"),
            models.CheckConstraint(condition=~models.Q(stage__in=("accepted", "held"))
                                   | models.Q(on__isnull=False, consultant__isnull=False), name="consulted_on_a_day_by_somebody"),
            models.CheckConstraint(condition=~models.Q(stage="declined") | ~models.Q(reason=""), name="consulting_declined_with_a_reason"),
            models.CheckConstraint(condition=~models.Q(stage="held") | ~models.Q(record=""), name="what_was_held_is_written_down"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.agency}, {self.get_kind_display()} {self.year}"

    @property
    def consultant_name(self):
        return str(self.consultant) if self.consultant else ""

    @property
    def is_open(self):
        return self.stage in (ConsultingStage.ASKED, ConsultingStage.ACCEPTED)
