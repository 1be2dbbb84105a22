"""One application for one offering in one round (심사 건), and the indicators it must meet."""
from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from accounts.models import Role
from certification.models import Certificate, Indicator, Round
from certification.models.round import closing_time_of, last_day_before
from core import clock
from core.tenancy import NOBODY, TenantModel, TenantRow
from evaluations import stages
from evaluations.stages import MOVES, Stage
from panels.models import AgendaItem, Seat
from panels.models.body import opens_on
from panels.queries import matters_open_to
from providers.models import Offering, Provider, ProviderMember, ServiceType

WHOSE = Actor.system("whose a case is")          # asked of the tables that say it; whom it shows the case to is decided here


class Application(TenantModel):
    """Its stage is the case's; names are copied when it is sealed, since assessors never read a provider's live tables."""

    Stage = Stage
    MOVES = MOVES
    grants = "SELECT, INSERT, UPDATE"

    round = models.ForeignKey(Round, models.PROTECT, related_name="+", verbose_name=_("round"))
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    offering = models.ForeignKey(Offering, models.PROTECT, related_name="+")
    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name=_("service"))
    stage = models.CharField(_("stage"), max_length=20, choices=Stage, default=Stage.DRAFT, editable=False)
    stage_since = models.DateTimeField(_("since"), editable=False)
    number = models.CharField(_("receipt number"), max_length=12, blank=True)          # 2026-031, given with the first submission
    provider_name = models.CharField(_("name of the organisation"), max_length=80)
    provider_name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    site_name = models.CharField(_("name of the site"), max_length=80)
    started_at = models.DateTimeField(_("begun at"))
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_by_proxy_at = models.DateTimeField(_("entered from paper since"), null=True)        # by the agency, for a provider
    entered_by_proxy_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    paper_arrived_at = models.DateTimeField(_("the paper arrived at"), null=True)               # the last one, as its stamp says
    pledged_at = models.DateTimeField(_("pledged at"), null=True)
    pledged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    asks_authorities = models.BooleanField(_("the agency may ask the authorities for dispositions"), default=False)
    shows_head_name = models.BooleanField(_("the register may show the representative's name"), default=False)
    renews = models.ForeignKey(Certificate, models.PROTECT, null=True, related_name="+")       # what is renewed
    renews_until = models.DateField(_("last day of what is renewed"), null=True)                # as it was when this was begun
    renewal_closes_on = models.DateField(_("renewal until"), null=True)                         # the last day on which it is in time
    submitted_at = models.DateTimeField(_("received at"), null=True)                    # when the last submission arrived
    reviewed_at = models.DateTimeField(_("document review ended at"), null=True)
    report_confirmed_at = models.DateTimeField(_("draft report confirmed at"), null=True)     # the provider found the facts right
    report_commented_at = models.DateTimeField(_("comments on the draft report handed in at"), null=True)      # when they arrived
    returned_reason = models.TextField(_("reason of the return"), blank=True)
    withdrawn_reason = models.TextField(_("reason of the withdrawal"), blank=True)

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        constraints = [
            models.UniqueConstraint(fields=["agency", "round", "offering"], condition=~models.Q(stage="withdrawn"),
                                    name="one_application_per_offering_and_round"),
            models.UniqueConstraint(fields=["agency", "number"], condition=~models.Q(number=""), name="one_application_of_a_number"),
            models.CheckConstraint(condition=models.Q(stage__in=["draft", "withdrawn"]) | ~models.Q(number="") & models.Q(
                submitted_at__isnull=False), name="received_with_a_number"),
            models.CheckConstraint(condition=models.Q(entered_by_proxy_at=None, entered_by_proxy_by=None) | models.Q(
                entered_by_proxy_at__isnull=False, entered_by_proxy_by__isnull=False), name="entered_by_somebody"),
            models.CheckConstraint(condition=models.Q(renews=None, renews_until=None, renewal_closes_on=None) | models.Q(
                renews__isnull=False, renews_until__isnull=False, renewal_closes_on__isnull=False), name="a_renewal_with_its_days"),
            models.CheckConstraint(condition=models.Q(paper_arrived_at=None) | models.Q(entered_by_proxy_at__isnull=False),
                                   name="a_paper_is_entered_by_proxy"),
        ]
        indexes = [models.Index(fields=["agency", "stage", "stage_since"], name="applications_by_stage"),
                   models.Index(fields=["agency", "provider"], name="applications_of_a_provider")]

    @classmethod
    def audience(cls, actor):
        """From the first draft on its provider's people, and whoever enters it from paper; those who evaluate what was handed in."""
        return cls.written_by(actor) | cls.evaluated_by(actor)

    @classmethod
    def written_by(cls, actor):
        """The provider's people; the agency's own where it came on paper."""
        return cls.of_own_provider(actor) | cls.on_paper(actor)

    @classmethod
    def on_paper(cls, actor):
        return models.Q(entered_by_proxy_at__isnull=False) if actor.has(Role.OFFICER, Role.MANAGER) else NOBODY

    @classmethod
    def of_own_provider(cls, actor):
        if not actor.user:
            return NOBODY
        return models.Q(provider__in=ProviderMember.objects.visible_to(WHOSE).filter(user=actor.user, left_at=None).values("provider"))

    @classmethod
    def evaluated_by(cls, actor):
        """Staff who read cases; assessors those assigned to them, committee members those on their agenda, both once they have declared
        that nothing ties them to it, and until they are recused; whoever of them handles an appeal, its case."""
        if actor.reads_cases:
            return models.Q(submitted_at__isnull=False)
        if not actor.user or not actor.has(Role.ASSESSOR, Role.COMMITTEE):
            return models.Q(stage__in=stages.ANNOUNCED) if actor.has(Role.OBSERVER) else NOBODY
        assigned = Assignment.objects.visible_to(WHOSE).filter(user=actor.user, ended_at=None).values("application")
        seats = Seat.objects.visible_to(WHOSE).filter(opens_on(clock.today()), user=actor.user).values("body")
        on_agenda = AgendaItem.objects.visible_to(WHOSE).filter(meeting__body__in=seats, withdrawn_at=None).values("matter")
        their = models.Q(public_id__in=matters_open_to(actor)) & (models.Q(pk__in=assigned) | models.Q(public_id__in=on_agenda))
        return their | models.Q(pk__in=apps.get_model("evaluations.AppealHandler").cases_of(actor))

    def __str__(self):
        return f"{self.number} {self.provider_name}".strip()

    @property
    def matter(self):
        """What declarations, visits, meetings know it by."""
        return self.public_id

    @property
    def told_stage(self):
        """The stage as it is told outside."""
        return stages.as_told(self.stage)

    def is_in_time(self, at=None):
        """Whether it may be handed in at this moment: while the round is open (a renewal: within its certificate's own days), or as long
        as its provider was granted late access. A paper that waits to be handed in came when its stamp says."""
        at = at or self.paper_waiting_since or clock.now()
        return self.round.is_open(at=at, provider=self.provider_id) and at < self.closes_at

    @property
    def closes_at(self):
        """The first moment that is too late for it."""
        if self.renewal_closes_on is None:
            return self.round.closes_for(self.provider_id)
        return max(min(self.round.closes_at, clock.end_of(self.renewal_closes_on)), self.round.late_until(self.provider_id))

    @property
    def paper_waiting_since(self):
        """When the paper arrived that was not handed in yet, or None."""
        is_new = self.paper_arrived_at and (self.submitted_at is None or self.paper_arrived_at > self.submitted_at)
        return self.paper_arrived_at if is_new else None

    @property
    def last_day(self):
        """The last day on which it is in time."""
        return last_day_before(self.closes_at)

    @property
    def closing_time(self):
        return closing_time_of(self.closes_at)

    @property
    def is_writable(self):
        return self.stage in stages.WRITABLE


class RequiredIndicator(TenantRow):
    """An indicator that this case must meet, frozen at submission; certified only if every one of them is agreed compliant."""

    class Agreed(models.TextChoices):
        OPEN = "", _("open")
        COMPLIANT = "compliant", _("compliant")
        NONCOMPLIANT = "noncompliant", _("non-compliant")

    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    code = models.CharField(_("code"), max_length=12)
    position = models.PositiveSmallIntegerField()
    agreed = models.CharField(_("agreed judgement"), max_length=12, choices=Agreed, default="", blank=True)
    agreed_reason = models.TextField(_("reason"), blank=True)
    agreed_at = models.DateTimeField(_("agreed at"), null=True)

    class Meta:
        verbose_name = _("required indicator")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "application", "code"], name="one_required_indicator_of_a_code"),
            models.CheckConstraint(condition=~models.Q(agreed="noncompliant") | ~models.Q(agreed_reason=""),
                                   name="noncompliant_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        """Those who evaluate; the provider's people once the result is announced. The draft report shows them facts and no judgement."""
        shown = Application.everything.filter(Application.of_own_provider(actor), stage__in=stages.ANNOUNCED)
        return models.Q(application__in=Application.everything.filter(Application.evaluated_by(actor))) | models.Q(application__in=shown)

    def __str__(self):
        return f"{self.code}, {self.application_id}"


class Assignment(TenantModel):
    """An assessor of a case; only after the declaration does the case open to them. Ended with a reason, never deleted."""

    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    is_lead = models.BooleanField(_("lead assessor"), default=False)
    label = models.CharField(max_length=200)                # what the assessor may read before the declaration: number, name, service
    assigned_at = models.DateTimeField(_("assigned at"))
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_reason = models.TextField(_("reason"), blank=True)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", verbose_name=_("in the place of"))
    notice = models.ForeignKey("evaluations.TeamNotice", models.PROTECT, null=True, related_name="+")      # the provider knows the name

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(fields=["agency", "application", "user"], condition=models.Q(ended_at=None), name="assigned_once"),
            models.UniqueConstraint(fields=["agency", "application"], condition=models.Q(ended_at=None, is_lead=True), name="one_lead"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else models.Q(user=actor.user) if actor.user else NOBODY

    def __str__(self):
        return f"{self.user}, {self.label}"
