"""A change (변경신고) that a certified provider reports: what, since when, its documents, what was decided and what followed."""
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from aftercare.change_stages import CHANGE_MOVES, OPEN_CHANGE, WRITABLE, ChangeStage
from aftercare.changes import RULES, ChangeKind, Follows, days_late
from aftercare.models.duty import own_provider
from certification.models import Certificate
from core import clock
from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel
from core.wording import seoul_day
from correspondence.models import Deadline, Letter
from providers.models import Evidence, Provider, Site


class ChangeReport(TenantModel):
    """`facts`: {field: what is so from that day on}; `before`: the same fields as they stood when it was handed in."""

    class Origin(models.TextChoices):
        PORTAL = "portal", _("reported here")
        PAPER = "paper", _("reported on paper")
        NOTICED = "noticed", _("noticed by the agency")

    Kind = ChangeKind
    Stage = ChangeStage
    MOVES = CHANGE_MOVES
    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    kind = models.CharField(_("what has changed"), max_length=12, choices=ChangeKind)
    origin = models.CharField(_("how it came"), max_length=8, choices=Origin, default=Origin.PORTAL)
    stage = models.CharField(_("state"), max_length=10, choices=ChangeStage, default=ChangeStage.DRAFT, editable=False)
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="+")              # of an address; of a pause or closure of one
    happened_on = models.DateField(_("since"), null=True)
    until_on = models.DateField(_("until"), null=True)                                     # of a suspension of business
    facts = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    note = models.TextField(_("what the agency should know"), max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(_("begun at"))
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    number = models.CharField(_("number of the report"), max_length=12, blank=True)          # 2026-N003, given when it is handed in
    arrived_at = models.DateTimeField(_("received at"), null=True)
    due_on = models.DateField(_("to be reported by"), null=True)                           # as it was counted when it was handed in
    handed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    completed_at = models.DateTimeField(_("completed at"), null=True)                       # the latest handing in after it was asked back
    receipt = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="+")
    decide_deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")
    asked_reason = models.TextField(_("what is still needed"), max_length=2000, blank=True)
    asked_deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")
    objects_until = models.DateField(_("may be objected to until"), null=True)              # of what the agency has noticed
    objection = models.TextField(_("words of the objection"), max_length=2000, blank=True)
    objected_at = models.DateTimeField(_("answered at"), null=True)                         # with an empty objection: it is so
    successor = models.ForeignKey(Provider, models.PROTECT, null=True, related_name="+")
    successor_confirmed_at = models.DateTimeField(_("confirmed by the successor at"), null=True)
    successor_confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    continues = models.BooleanField(_("the certificate goes on under the successor"), default=False)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField(_("proposed at"), null=True)
    words = models.TextField(_("reason of the decision"), max_length=2000, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(_("decided at"), null=True)
    letter = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("change report")
        verbose_name_plural = _("change reports")
        ordering = ["-begun_at", "-pk"]
        indexes = [models.Index(fields=["agency", "stage"], name="change_reports_by_stage"),
                   models.Index(fields=["agency", "provider"], name="change_reports_of_a_provider")]
        constraints = [
            models.UniqueConstraint(fields=["agency", "provider", "kind", "site"], nulls_distinct=False, name="one_open_report_of_a_kind",
                                    condition=models.Q(stage__in=["draft", "handed_in", "asked", "proposed"])),
            models.UniqueConstraint(fields=["agency", "number"], condition=~models.Q(number=""), name="one_change_report_of_a_number"),
            models.CheckConstraint(condition=models.Q(stage__in=["draft", "withdrawn"]) | models.Q(
                arrived_at__isnull=False, happened_on__isnull=False, due_on__isnull=False) & ~models.Q(number=""),
                name="a_change_report_came_on_a_day"),
            models.CheckConstraint(condition=~models.Q(stage__in=["accepted", "refused"]) | models.Q(
                decided_at__isnull=False, decided_by__isnull=False, letter__isnull=False), name="a_change_report_decided_by_letter"),
            models.CheckConstraint(condition=~models.Q(stage="refused") | ~models.Q(words=""), name="a_change_refused_with_a_reason"),
            models.CheckConstraint(condition=models.Q(until_on=None) | models.Q(until_on__gte=models.F("happened_on")),
                                   name="a_pause_ends_after_it_begins"),
            models.CheckConstraint(condition=models.Q(successor=None) | ~models.Q(successor=models.F("provider")),
                                   name="nobody_succeeds_themselves"),
        ]

    @classmethod
    def audience(cls, actor):
        """Its provider's people from the draft on; staff who read cases, and the named successor's people, once it is handed in."""
        arrived = models.Q(arrived_at__isnull=False)
        if actor.reads_cases:
            return arrived | own_provider(actor)
        return own_provider(actor) | own_provider(actor, "successor") & arrived if actor.user else NOBODY

    def __str__(self):
        return f"{self.number} {self.get_kind_display()}".strip()

    @property
    def provider_name(self):
        return self.provider.name

    @property
    def kind_words(self):
        """In the language of whoever is told."""
        return str(self.get_kind_display())

    @property
    def rule(self):
        return RULES[self.kind]

    @property
    def is_open(self):
        return self.stage in OPEN_CHANGE

    @property
    def is_writable(self):
        return self.stage in WRITABLE and self.origin == self.Origin.PORTAL

    @property
    def days_late(self):
        """Of its handing in; 0 in time."""
        return days_late(self.due_on, seoul_day(self.arrived_at)) if self.arrived_at and self.due_on else 0

    @property
    def waits_for_objection(self):
        return bool(self.objects_until and not self.objected_at and clock.today() <= self.objects_until)

    @property
    def is_overdue(self):
        """The agency's own answer."""
        return self.stage in (ChangeStage.HANDED_IN, ChangeStage.PROPOSED) and bool(self.decide_deadline and self.decide_deadline.is_over)


class ChangedCertificate(TenantModel):
    """A certificate that a report touches: what was printed then, and once it is accepted what followed."""

    part_of = "report"
    grants = "SELECT, INSERT, UPDATE"

    report = models.ForeignKey(ChangeReport, models.PROTECT, related_name="touched")
    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+")
    follows = ArrayField(models.CharField(max_length=9, choices=Follows), default=list)
    duty = models.UUIDField(null=True)                      # the public id of the visit that is demanded
    revision = models.UUIDField(null=True)                  # the public id of its correction
    is_owed = models.BooleanField(_("still to be corrected"), default=False)

    class Meta:
        verbose_name = _("certificate of a change report")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "report", "certificate"], name="a_certificate_once_in_a_report")]

    def __str__(self):
        return str(self.certificate)


class ChangeEvidence(TenantModel):
    """A document of the library that goes with a report while it is written."""

    part_of = "report"

    report = models.ForeignKey(ChangeReport, models.PROTECT, related_name="evidence")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("evidence of a change report")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "report", "evidence"], name="evidence_once_per_change_report")]

    @classmethod
    def audience(cls, actor):
        """The library is the provider's own."""
        return own_provider(actor, "report__provider")

    def __str__(self):
        return f"{self.report_id} {self.evidence_id}"


class ChangeFile(TenantModel):
    """The very bytes that were handed in with a report."""

    part_of = "report"
    append_only = True

    report = models.ForeignKey(ChangeReport, models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    sha256 = models.CharField(max_length=64)
    handed_in_at = models.DateTimeField(_("handed in at"))

    class Meta:
        verbose_name = _("file of a change report")
        ordering = ["pk"]

    @classmethod
    def audience(cls, actor):
        """The provider and staff; not a successor, who is told what is reported and not shown its papers."""
        return models.Q() if actor.reads_cases else own_provider(actor, "report__provider")

    def __str__(self):
        return self.name
