"""What citizens tell about a holder or about misuse of the mark; and, apart from it, who told it."""
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from aftercare.complaint_stages import COMPLAINT_MOVES, OPEN, ComplaintStage
from aftercare.models.tied import untied
from certification.models import Certificate
from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel, TenantRow
from correspondence.models import Deadline
from providers.models import Provider

KEPT_MONTHS = 6                                 # of closing; then who told it is erased, and the files
WORDS = 4000


class Complaint(TenantModel):
    """Holds nothing that is asked about the reporter: that is a ComplaintIdentity. Its name everywhere is its number."""

    Stage = ComplaintStage
    MOVES = COMPLAINT_MOVES
    grants = "SELECT, INSERT, UPDATE"

    class About(models.TextChoices):
        HOLDER = "holder", _("a certified provider")
        MARK = "mark", _("somebody who is not certified and uses the mark")

    class Category(models.TextChoices):
        TREATMENT = "treatment", _("Unfair or unkind treatment")
        SAFETY = "safety", _("Safety, violence or abuse")
        FEES = "fees", _("Fees and charges")
        RECORDS = "records", _("False records or claims")
        MARK = "mark", _("Misuse of the certification mark")
        OTHER = "other", _("Something else")

    class Outcome(models.TextChoices):
        FOUNDED = "founded", _("confirmed as told")
        PARTLY = "partly", _("confirmed in part")
        UNFOUNDED = "unfounded", _("not confirmed")
        HANDED_ON = "handed_on", _("handed on to another authority")
        DUPLICATE = "duplicate", _("looked into together with an earlier one")
        NO_GROUND = "no_ground", _("no ground to look into it")

    class Authority(models.TextChoices):
        DISTRICT = "district", _("district office")
        POLICE = "police", _("police")
        PROTECTION = "protection", _("agency for the protection of children, the old or the disabled")
        OTHER = "other", _("another authority")

    number = models.CharField(_("number"), max_length=20, blank=True)      # for a moment, until it has one
    code_hash = models.CharField(max_length=64)                         # of the receipt code, which is kept nowhere
    about = models.CharField(_("about"), max_length=6, choices=About)
    provider = models.ForeignKey(Provider, models.PROTECT, null=True, related_name="+", verbose_name=_("provider"))
    certificate = models.ForeignKey(Certificate, models.PROTECT, null=True, related_name="+", verbose_name=_("certificate"))
    accused = models.CharField(_("who uses the mark"), max_length=200, blank=True)
    category = models.CharField(_("kind of complaint"), max_length=9, choices=Category)
    words = models.TextField(_("what happened"), max_length=WORDS)
    occurred = models.CharField(_("when it happened"), max_length=120, blank=True)
    language = models.CharField(max_length=2, default="ko")
    arrived_at = models.DateTimeField(_("arrived at"))
    stage = models.CharField(_("state"), max_length=8, choices=ComplaintStage, default=ComplaintStage.NEW, editable=False)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("officer in charge"))
    manager = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("manager named"))
    deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")
    extended_at = models.DateTimeField(null=True)
    extension_reason = models.TextField(_("reason"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=9, choices=Outcome, blank=True)
    authority = models.CharField(_("handed on to"), max_length=10, choices=Authority, blank=True)
    same_as = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", verbose_name=_("the same as"))
    note = models.TextField(_("note for colleagues"), max_length=1000, blank=True)
    answer = models.TextField(_("answer"), max_length=WORDS, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(_("closed at"), null=True)

    class Meta:
        verbose_name = _("complaint")
        verbose_name_plural = _("complaints")
        ordering = ["-arrived_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "code_hash"], name="one_complaint_of_a_code"),
            models.UniqueConstraint(fields=["agency", "number"], condition=~Q(number=""), name="one_complaint_of_a_number"),
            models.CheckConstraint(condition=Q(about="holder", provider__isnull=False) | Q(about="mark", provider=None) & ~Q(accused=""),
                                   name="a_complaint_is_about_somebody"),
            models.CheckConstraint(condition=~Q(stage="handling") | Q(officer__isnull=False), name="a_complaint_is_in_somebodys_hands"),
            models.CheckConstraint(condition=~Q(stage__in=("answered", "closed")) | Q(answered_at__isnull=False) & ~Q(answer="")
                                   & ~Q(outcome=""), name="a_complaint_is_answered_with_reasons"),
            models.CheckConstraint(condition=~Q(stage="closed") | Q(closed_at__isnull=False), name="a_complaint_closed_at_a_moment"),
        ]
        indexes = [models.Index(fields=["agency", "stage", "arrived_at"], name="complaints_by_state"),
                   models.Index(fields=["agency", "provider"], name="complaints_about_a_provider")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases, but nobody about a provider to which something ties them."""
        if not actor.reads_cases:
            return NOBODY
        return untied(actor)

    def __str__(self):
        return self.number or f"#{self.pk}"                             # no words: audit trail, deadlines and notices keep this

    @property
    def subject(self):
        """Whom it is about."""
        return self.provider.title if self.provider_id else self.accused

    @property
    def is_confirmed(self):
        """In whole or in part, as its reporter was told."""
        return self.outcome in (self.Outcome.FOUNDED, self.Outcome.PARTLY) and not self.is_open

    @property
    def is_open(self):
        return self.stage in OPEN


def named_readers(actor):
    """The officer in charge and the manager named, while they hold such a role. A delegate is not the person who was named."""
    if not actor.has(Role.OFFICER, Role.MANAGER) or actor.acting_for is not None:
        return NOBODY
    mine = Q(complaint__officer=actor.user) | Q(complaint__manager=actor.user)
    return mine & Q(complaint__in=Complaint.objects.visible_to(actor))


class ComplaintIdentity(TenantRow):
    """Who told it and how they are reached. Erased some months after the complaint is closed."""

    grants = "SELECT, INSERT, UPDATE"

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=60, blank=True)
    contact = models.CharField(_("contact"), max_length=120, blank=True)
    erased_at = models.DateTimeField(_("erased at"), null=True)

    class Meta:
        verbose_name = _("who told it")
        constraints = [models.UniqueConstraint(fields=["agency", "complaint"], name="one_reporter_of_a_complaint"),
                       models.CheckConstraint(condition=Q(erased_at=None) | Q(name="", contact=""), name="an_erased_reporter_is_nobody")]

    @classmethod
    def audience(cls, actor):
        return named_readers(actor)

    def __str__(self):
        return str(self.complaint)

    @property
    def is_nameless(self):
        return not (self.name or self.contact)


class ComplaintFile(TenantModel):
    """What the reporter gave along: its name, and what a file knows of its author, can say who told it. So it is theirs who are named."""

    grants = "SELECT, INSERT, UPDATE"

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=255, blank=True)
    added_at = models.DateTimeField(_("added at"))
    erased_at = models.DateTimeField(_("erased at"), null=True)

    class Meta:
        verbose_name = _("file of a complaint")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "complaint", "position"], name="one_file_at_a_place_of_a_complaint"),
                       models.CheckConstraint(condition=Q(erased_at=None) | Q(name=""), name="an_erased_file_has_no_name")]

    @classmethod
    def audience(cls, actor):
        return named_readers(actor)

    def __str__(self):
        return f"{self.complaint} ({self.position})"
