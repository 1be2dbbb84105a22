"""What a certified provider owes for three years: the plan of a framework, and each duty with its day."""
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from aftercare.models.tied import untied
from aftercare.stages import DUTY_MOVES, DutyStage
from certification.models import Certificate, Framework
from core import clock
from core.tenancy import NOBODY, TenantModel, TenantRow
from panels.queries.tied import tied_staff
from providers.models import Provider, ProviderMember

WHOSE = Actor.system("whose a duty is")                 # asked of the table that says it; whom it shows rows to is decided here
MONTH = [MinValueValidator(1), MaxValueValidator(12)]
LADDER = (-180, -90, -30, -7, 0, 7, 14)                 # days from the last day; from the last one on the manager is told as well


def own_provider(actor, path="provider"):
    """Rows of the provider that the actor acts for."""
    if not actor.user:
        return NOBODY
    mine = ProviderMember.objects.visible_to(WHOSE).filter(user=actor.user, left_at=None)
    return models.Q(**{f"{path}__in": mine.values("provider")})


class DutyKind(models.TextChoices):
    SELF_INSPECTION = "self_inspection", _("self-inspection")
    MONITORING_VISIT = "monitoring_visit", _("monitoring visit")


class DutyRule(TenantModel):
    """One line of a framework's plan of duties. A certificate announced in 2025 has it in 2025 + each of `years`, from the first day of
    `month_from` through the last of `month_to`, as far as the certificate holds on that last day."""

    grants = "SELECT, INSERT, UPDATE"

    framework = models.ForeignKey(Framework, models.PROTECT, related_name="+")
    kind = models.CharField(_("duty"), max_length=20, choices=DutyKind)
    years = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("years after the announcement"))
    month_from = models.PositiveSmallIntegerField(_("from month"), validators=MONTH)
    month_to = models.PositiveSmallIntegerField(_("through month"), validators=MONTH)
    ladder = ArrayField(models.SmallIntegerField(), default=list, verbose_name=_("reminders, in days from the last day"))
    sample = ArrayField(models.CharField(max_length=12), default=list, verbose_name=_("indicators that are always looked at"))
    sample_size = models.PositiveSmallIntegerField(_("indicators looked at, at least"), default=0)
    ended_at = models.DateTimeField(_("no longer planned since"), null=True)        # duties that are there stay

    class Meta:
        verbose_name = _("line of the plan of duties")
        verbose_name_plural = _("plan of duties")
        ordering = ["month_to", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "framework", "kind"], condition=models.Q(ended_at=None), name="one_rule_of_a_kind"),
            models.CheckConstraint(condition=models.Q(month_from__gte=1, month_to__lte=12, month_from__lte=models.F("month_to")),
                                   name="a_rule_within_a_year"),
        ]

    @classmethod
    def audience(cls, actor):
        """Everybody with an account here: a provider reads what it takes on before it applies."""
        return models.Q() if actor.user else NOBODY

    def __str__(self):
        return self.get_kind_display()


class Duty(TenantModel):
    """`due_on` is a fact: it changes only together with a line of DutyChange (a trigger)."""

    Stage = DutyStage
    MOVES = DUTY_MOVES
    grants = "SELECT, INSERT, UPDATE"

    class Origin(models.TextChoices):
        PLAN = "plan", _("plan of duties")
        SANCTION = "sanction", _("condition of a sanction")
        COMPLAINT = "complaint", _("complaint")
        CHANGE = "change", _("reported change")
        DESK = "desk", _("added by the agency")

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    kind = models.CharField(_("duty"), max_length=20, choices=DutyKind)
    rule = models.ForeignKey(DutyRule, models.PROTECT, null=True, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))                  # the calendar year in which it is due by its plan
    origin = models.CharField(_("what it comes from"), max_length=10, choices=Origin, default=Origin.PLAN)
    matter = models.UUIDField(null=True)                                # the public id of what asked for it: a sanction, a complaint
    reason = models.TextField(_("reason"), blank=True)                  # of what the plan does not hold
    ladder = ArrayField(models.SmallIntegerField(), default=list)
    announced = models.BooleanField(_("told to the provider"), default=True)         # an unannounced visit is not
    opens_on = models.DateField(_("from"))
    due_on = models.DateField(_("due on"))                              # the last day on which it is in time, Seoul
    stage = models.CharField(_("state"), max_length=8, choices=DutyStage, default=DutyStage.OPEN, editable=False)
    planned_at = models.DateTimeField(_("planned at"))
    done_at = models.DateTimeField(_("done at"), null=True)             # when it arrived
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answer = models.UUIDField(null=True)                                # the public id of what fulfilled it: an inspection, a visit

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "certificate", "rule", "year"], name="a_planned_duty_once"),
            models.UniqueConstraint(fields=["agency", "certificate", "kind", "matter"], condition=models.Q(stage="open"),
                                    name="an_added_duty_once"),
            models.CheckConstraint(condition=models.Q(opens_on__lte=models.F("due_on")), name="a_duty_opens_before_it_is_due"),
            models.CheckConstraint(condition=models.Q(origin="plan") ^ models.Q(rule=None), name="a_duty_is_planned_or_added"),
            models.CheckConstraint(condition=models.Q(origin="plan") | ~models.Q(reason=""), name="an_added_duty_has_a_reason"),
            models.CheckConstraint(condition=~models.Q(stage="done") | models.Q(done_at__isnull=False), name="a_duty_done_at_a_moment"),
        ]
        indexes = [models.Index("agency", "due_on", condition=models.Q(stage="open"), name="open_duties_by_day"),
                   models.Index("agency", "provider", name="duties_of_a_provider")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases, and the provider's people; of an unannounced visit these, and staff tied to it, learn when it has been
        carried out."""
        told = models.Q(announced=True) | models.Q(stage="done")
        return told | untied(actor) if actor.reads_cases else own_provider(actor) & told

    def __str__(self):
        return gettext("%(kind)s %(year)d") % {"kind": self.get_kind_display(), "year": self.year}

    @property
    def in_full(self):
        """With the certificate it belongs to, in a line of a reminder: a number, no names."""
        return f"{self}, {self.certificate.number_shown}"

    @cached_property
    def kept_from(self):
        """Accounts of staff who hear nothing of it before it has been carried out: of an unannounced visit, who is tied to its provider."""
        return () if self.announced else tied_staff(self.provider)

    @property
    def is_late(self):
        return self.stage == DutyStage.OPEN and clock.today() > self.due_on

    @property
    def can_be_done(self):
        return self.stage == DutyStage.OPEN and clock.today() >= self.opens_on


class DutyChange(TenantRow):
    """Its last day was moved: from when to when, why, by whom."""

    part_of = "duty"
    append_only = True

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="changes")
    from_on = models.DateField(_("was due on"))
    to_on = models.DateField(_("is due on"))
    reason = models.TextField(_("reason"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("change of a duty's day")
        ordering = ["at", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="a_duty_moved_with_a_reason")]

    def __str__(self):
        return f"{self.from_on} → {self.to_on}"
