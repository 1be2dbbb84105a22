"""A monitoring visit (모니터링 방문) of a certificate's holder: its team, what it takes along, what was found."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from aftercare.models.duty import Duty, own_provider
from aftercare.models.inspection import InspectionSeal
from aftercare.models.tied import untied
from aftercare.watching_stages import CARRIED_OUT, MONITORING_MOVES, MonitoringStage
from certification.models import Certificate, Indicator
from core.tenancy import NOBODY, TenantModel
from panels.queries import matters_open_to
from providers.models import Offering, Provider
from visits.models import Judgement, Reason, Visit

ASKING = Actor.system("who goes to a monitoring visit")


class Monitoring(TenantModel):
    """One going there for a duty. `facts`: the provider and its site as they were when it was planned; the team reads these alone."""

    Stage = MonitoringStage
    MOVES = MONITORING_MOVES
    grants = "SELECT, INSERT, UPDATE"
    round_id = None                                         # it belongs to no round: what asks who assessed lately finds every round

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="+")
    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    offering = models.ForeignKey(Offering, models.PROTECT, related_name="+")
    is_announced = models.BooleanField(_("told to the provider"))
    stage = models.CharField(_("state"), max_length=10, choices=MonitoringStage, default=MonitoringStage.PLANNED, editable=False)
    label = models.CharField(_("name"), max_length=200)
    facts = models.JSONField(default=dict)
    seal = models.ForeignKey(InspectionSeal, models.PROTECT, null=True, related_name="+")       # the last self-inspection then
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, related_name="+")
    planned_at = models.DateTimeField(_("planned at"))
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("monitoring visit")
        verbose_name_plural = _("monitoring visits")
        ordering = ["-planned_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "duty"], condition=models.Q(stage__in=("planned", "done")),
                                               name="one_monitoring_of_a_duty")]
        indexes = [models.Index("agency", "certificate", name="monitoring_of_a_certificate")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases; the team once each has declared; the provider, and staff tied to it, what it was told of, and what has been
        carried out."""
        told = models.Q(is_announced=True) | models.Q(stage__in=CARRIED_OUT)
        if actor.reads_cases:
            return told | untied(actor)
        if not actor.user:
            return NOBODY
        return own_provider(actor) & told | MonitoringMember.of_the_team(actor)

    def __str__(self):
        return self.label

    @property
    def matter(self):
        """What declarations and the ledger know it by."""
        return self.public_id

    @property
    def provider_name(self):
        return self.facts["provider"]["name"]


class MonitoringMember(TenantModel):
    """Who goes there. Ended, never deleted."""

    grants = "SELECT, INSERT, UPDATE"

    monitoring = models.ForeignKey(Monitoring, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    is_lead = models.BooleanField(_("leads the team"), default=False)
    named_at = models.DateTimeField(_("named at"))
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(_("until"), null=True)
    ended_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("member of a monitoring visit's team")
        ordering = ["-is_lead", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "monitoring", "user"], condition=models.Q(ended_at=None),
                                               name="goes_there_once")]

    @classmethod
    def audience(cls, actor):
        if actor.reads_cases:
            return models.Q()
        return models.Q(user=actor.user) if actor.user else NOBODY

    @classmethod
    def of_the_team(cls, actor):
        """Monitoring visits in whose team the actor is, having declared that nothing ties them to it."""
        named = cls.objects.visible_to(ASKING).filter(user=actor.user, ended_at=None).values("monitoring")
        return models.Q(pk__in=named, public_id__in=matters_open_to(actor))

    def __str__(self):
        return str(self.user)


class MonitoringFinding(TenantModel):
    """What the team agreed on, copied when its record was locked."""

    part_of = "monitoring"
    append_only = True

    monitoring = models.ForeignKey(Monitoring, models.PROTECT, related_name="findings")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    code = models.CharField(_("code"), max_length=12)
    position = models.PositiveSmallIntegerField()
    judgement = models.CharField(_("judgement"), max_length=12, choices=Judgement)
    reason_code = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    text = models.TextField(_("what was seen"), blank=True)
    agreed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("finding of a monitoring visit")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["agency", "monitoring", "code"], name="one_monitoring_finding_of_a_code")]

    def __str__(self):
        return f"{self.monitoring_id} {self.code}"

    @property
    def is_met(self):
        return self.judgement == Judgement.COMPLIANT
