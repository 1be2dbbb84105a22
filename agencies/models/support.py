"""An agency asks Central for help with a project: the request, who had a hand in it, Central's decision, and what was done."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.shared_file import SharedFile
from agencies.support_stages import GIVEN, SUPPORT_MOVES, SupportStage
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id


class SupportRequest(TenantModel):
    """Written by the agency; Central reads it once it is handed in, and what was decided is written onto it with the approval.

    `received_at` and `told_at` are emptied by who changes it: the other side's job then tells its people and fills them.
    """

    class Kind(models.TextChoices):
        AMOUNT = "amount", _("an amount of money")
        STAFF = "staff", _("people")
        ADVICE = "advice", _("advice")
        MATERIAL = "material", _("material")

    class Outcome(models.TextChoices):
        FULL = "full", _("granted as asked")
        PART = "part", _("granted in part")
        REFUSED = "refused", _("not granted")

    Stage = SupportStage
    MOVES = SUPPORT_MOVES
    ownership = Ownership.SHARED
    owners = ("agency", "central")
    grants = "SELECT, INSERT, UPDATE"
    ladder = (-14, -7, -1, 0, 7)                # days before the report is wanted, and after, on which the agency is reminded

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    title = models.CharField(_("title of the project"), max_length=120)
    purpose = models.TextField(_("purpose"), max_length=2000)
    kind = models.CharField(_("what is asked for"), max_length=8, choices=Kind)
    amount = models.PositiveBigIntegerField(_("amount asked for, in won"), null=True)
    from_on = models.DateField(_("first day"))
    until_on = models.DateField(_("last day"))
    plan = models.TextField(_("plan"), max_length=4000)
    stage = models.CharField(_("state of the request"), max_length=9, choices=SupportStage, default=SupportStage.DRAFT, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    begun_at = models.DateTimeField(_("begun at"))
    asked_at = models.DateTimeField(_("handed in at"), null=True, editable=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("handed in by"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    outcome = models.CharField(_("decision"), max_length=7, choices=Outcome, blank=True, editable=False)
    granted = models.PositiveBigIntegerField(_("amount granted, in won"), null=True, editable=False)
    help_words = models.TextField(_("help that is given"), max_length=2000, blank=True, editable=False)
    reason = models.TextField(_("reasons of the decision"), max_length=2000, blank=True, editable=False)
    decided_at = models.DateTimeField(_("decided at"), null=True, editable=False)
    due_on = models.DateField(_("report wanted by"), null=True, editable=False)
    became = models.TextField(_("what became of it"), max_length=2000, blank=True, editable=False)
    became_at = models.DateTimeField(_("written down at"), null=True, editable=False)
    received_at = models.DateTimeField(null=True, editable=False)            # Central's own job has told its people
    told_at = models.DateTimeField(null=True, editable=False)                # the agency's own job has told its people

    class Meta:
        verbose_name = _("request for project support")
        verbose_name_plural = _("requests for project support")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind="amount", amount__isnull=False, amount__gt=0)
                                   | ~models.Q(kind="amount") & models.Q(amount=None), name="an_amount_where_money_is_asked_for"),
            models.CheckConstraint(condition=models.Q(until_on__gte=models.F("from_on")), name="a_project_ends_after_it_begins"),
            models.CheckConstraint(condition=models.Q(granted=None) | models.Q(granted__gt=0, granted__lte=models.F("amount")),
                                   name="granted_no_more_than_asked"),
            models.CheckConstraint(condition=models.Q(stage__in=("draft", "withdrawn"))
                                   | models.Q(asked_at__isnull=False, asked_by__isnull=False), name="handed_in_by_somebody"),
            models.CheckConstraint(condition=models.Q(stage="asked")
                                   | models.Q(stage__in=("draft", "withdrawn"), outcome="", decided_at=None)
                                   | models.Q(stage="refused", outcome="refused", decided_at__isnull=False) & ~models.Q(reason="")
                                   | models.Q(stage__in=GIVEN, outcome__in=("full", "part"), decided_at__isnull=False,
                                              due_on__isnull=False), name="support_as_it_was_decided"),
        ]

    @classmethod
    def audience(cls, actor):
        """The agency's own who read cases; Central's once it was handed in, also if it was withdrawn since."""
        if not actor.reads_cases:
            return NOBODY
        return models.Q(agency=current_agency_id()) | models.Q(central=current_agency_id(), asked_at__isnull=False)

    def __str__(self):
        return self.title

    @property
    def is_draft(self):
        return self.stage == SupportStage.DRAFT

    @property
    def is_given(self):
        return self.stage in GIVEN

    @property
    def is_reported(self):
        """Nobody is reminded of a report that is handed in."""
        return self.stage != SupportStage.GRANTED


class SupportAuthor(TenantModel):
    """Who wrote or handed in a request, and whom they acted for: none of them decides it."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    part_of = "request"
    grants = "SELECT, INSERT"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    request = models.ForeignKey(SupportRequest, models.PROTECT, related_name="authors")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))

    class Meta:
        verbose_name = _("author of a request for project support")
        constraints = [models.UniqueConstraint(fields=["agency", "request", "user"], name="an_author_once_per_request")]

    def __str__(self):
        return str(self.user)


class SupportFile(SharedFile):
    """The plan's papers."""

    part_of = "request"

    request = models.ForeignKey(SupportRequest, models.PROTECT, related_name="files")

    class Meta:
        verbose_name = _("paper of a request for project support")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "request", "file"], name="a_paper_once_per_request")]


class SupportDecision(TenantModel):
    """What Central's officer drafts, its manager releases and its director approves: Central's own, the agency never sees it."""

    Outcome = SupportRequest.Outcome
    parents_owner = {"request": "asking"}
    grants = "SELECT, INSERT, UPDATE"

    asking = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    request = models.ForeignKey(SupportRequest, models.PROTECT, related_name="+")
    outcome = models.CharField(_("decision"), max_length=7, choices=SupportRequest.Outcome)
    granted = models.PositiveBigIntegerField(_("amount granted, in won"), null=True)
    help_words = models.TextField(_("help that is given"), max_length=2000, blank=True)
    reason = models.TextField(_("reasons of the decision"), max_length=2000, blank=True)
    due_on = models.DateField(_("report wanted by"), null=True)
    drafted_at = models.DateTimeField(_("drafted at"))
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("drafted by"))

    class Meta:
        verbose_name = _("decision on a request for project support")
        constraints = [models.UniqueConstraint(fields=["agency", "request"], name="one_decision_per_request")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return self.get_outcome_display()


class SupportReport(TenantModel):
    """What was done with the help. Central reads it once it is sent and accepts it, or asks again; then another one is written."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    request = models.ForeignKey(SupportRequest, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("number of the report"))
    granted = models.PositiveBigIntegerField(_("amount granted, in won"), null=True, editable=False)
    text = models.TextField(_("what was done"), max_length=4000, blank=True)
    reach = models.PositiveIntegerField(_("persons reached"), null=True)
    used = models.PositiveBigIntegerField(_("amount used, in won"), null=True)
    explanation = models.TextField(_("why more was used than granted"), max_length=1000, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    sent_at = models.DateTimeField(_("sent at"), null=True, editable=False)
    is_late = models.BooleanField(default=False, editable=False)
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    accepted = models.BooleanField(_("accepted"), default=False, editable=False)
    answer = models.TextField(_("answer to the report"), max_length=2000, blank=True, editable=False)

    class Meta:
        verbose_name = _("report of project support")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "request", "number"], name="one_support_report_of_a_number"),
            models.UniqueConstraint(fields=["agency", "request"], condition=models.Q(answered_at=None), name="one_open_support_report"),
            models.CheckConstraint(condition=models.Q(sent_at=None) | ~models.Q(text=""), name="a_support_report_says_something"),
            models.CheckConstraint(condition=models.Q(sent_at=None) | models.Q(used=None) | models.Q(granted=None)
                                   | models.Q(used__lte=models.F("granted")) | ~models.Q(explanation=""),
                                   name="more_than_granted_is_explained"),
            models.CheckConstraint(condition=models.Q(answered_at=None) | models.Q(accepted=True) | ~models.Q(answer=""),
                                   name="asked_again_with_words"),
        ]

    @classmethod
    def audience(cls, actor):
        if not actor.reads_cases:
            return NOBODY
        return models.Q(agency=current_agency_id()) | models.Q(central=current_agency_id(), sent_at__isnull=False)

    def __str__(self):
        return f"{self.request_id}, {self.number}"


class SupportReportFile(SharedFile):
    """Evidence of what was done."""

    part_of = "report"

    report = models.ForeignKey(SupportReport, models.PROTECT, related_name="files")

    class Meta:
        verbose_name = _("paper of a report of project support")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "report", "file"], name="a_paper_once_per_support_report")]
