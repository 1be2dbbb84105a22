"""Briefings (사업설명회) of a round: when and where, how many seats, who registered, who came, what was handed out."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.round import Round, closing_time_of, last_day_before
from core import clock
from core.bilingual import by_language
from core.models import StoredFile
from core.tenancy import NOBODY, Ownership, TenantModel
from providers import telephone


class Briefing(TenantModel):
    """Announced with its round. Changed or called off only with a reason, which stands on the page and goes to everybody registered."""

    ownership = Ownership.PUBLISHED
    part_of = "round"
    stays_behind = ("change_reason", "changed_at", "called_off_at", "call_off_reason", "sequence", "materials_told_at")

    round = models.ForeignKey(Round, models.PROTECT, related_name="briefings")
    name_ko = models.CharField(_("name in Korean"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=120)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place_ko = models.CharField(_("place in Korean"), max_length=120, blank=True)
    place_en = models.CharField(_("place in English"), max_length=160, blank=True)
    link = models.URLField(_("address of the video meeting"), max_length=300, blank=True)       # goes out by mail, not onto the page
    seats = models.PositiveSmallIntegerField(_("seats"))
    register_until = models.DateTimeField(_("registration until"))           # the first moment that is too late
    sequence = models.PositiveSmallIntegerField(default=0, editable=False)   # of the calendar file: each change counts
    changed_at = models.DateTimeField(null=True, editable=False)
    change_reason = models.CharField(_("reason of the change"), max_length=500, blank=True, editable=False)
    called_off_at = models.DateTimeField(_("called off at"), null=True, editable=False)
    call_off_reason = models.CharField(_("reason"), max_length=500, blank=True, editable=False)
    materials_told_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("briefing")
        verbose_name_plural = _("briefings")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="a_briefing_ends_after_it_begins"),
            models.CheckConstraint(condition=models.Q(register_until__lte=models.F("starts_at")),
                                   name="registration_ends_before_it_begins"),
            models.CheckConstraint(condition=models.Q(seats__gt=0), name="a_briefing_has_seats"),
        ]
        indexes = [models.Index(fields=["agency", "starts_at"], name="briefings_by_day")]

    def __str__(self):
        return self.name

    name = by_language("name")
    place = by_language("place")

    @property
    def day(self):
        return clock.seoul(self.starts_at).date()

    @property
    def last_day(self):
        """The last day on which a registration is in time."""
        return last_day_before(self.register_until)

    @property
    def closing_time(self):
        return closing_time_of(self.register_until)

    @property
    def is_ahead(self):
        """Today or later: what a page that is kept for a day can say."""
        return self.day >= clock.today()

    @property
    def day_has_come(self):
        return clock.today() >= self.day

    @property
    def has_begun(self):
        return clock.now() >= self.starts_at

    def takes_registrations(self, at=None):
        """Whether a registration that arrived at this moment is in time."""
        return self.called_off_at is None and (at or clock.now()) < self.register_until

    @property
    def takes_registrations_today(self):
        """What a page that is kept for a day can say."""
        return self.called_off_at is None and self.register_until > clock.day_start(clock.today())


class BriefingMaterial(TenantModel):
    """A file that was shown or handed out; everybody may have it."""

    ownership = Ownership.PUBLISHED
    part_of = "briefing"
    grants = "SELECT, INSERT"

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="materials")
    name = models.CharField(_("name of the file"), max_length=120)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added at"))

    class Meta:
        verbose_name = _("material of a briefing")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "briefing", "file"], name="a_file_once_per_briefing")]

    def __str__(self):
        return self.name


class BriefingPlace(TenantModel):
    """Somebody's registration: a seat, or a place on the waiting list. What they typed is erased six months after the briefing."""

    grants = "SELECT, INSERT, UPDATE"

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")     # if they were signed in
    name = models.CharField(_("name"), max_length=60)
    organisation = models.CharField(_("organisation"), max_length=80)
    phone = models.CharField(_("telephone"), max_length=20)
    email = models.EmailField(_("e-mail"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="ko")
    arrived_at = models.DateTimeField(_("registered at"))                   # the order of the waiting list
    seated_at = models.DateTimeField(_("has a seat since"), null=True)
    cancelled_at = models.DateTimeField(_("given back at"), null=True)
    came_at = models.DateTimeField(_("came at"), null=True)
    reminded_at = models.DateTimeField(null=True)
    mail_error = models.CharField(_("what the mail server said"), max_length=300, blank=True)
    erased_at = models.DateTimeField(_("erased at"), null=True)

    class Meta:
        verbose_name = _("registration for a briefing")
        verbose_name_plural = _("registrations for a briefing")
        ordering = ["arrived_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "briefing", "email"], name="an_address_once_per_briefing",
                                               condition=models.Q(cancelled_at=None, erased_at=None))]
        indexes = [models.Index(fields=["agency", "briefing", "arrived_at"], name="registrations_in_their_order")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.briefing} #{self.pk}"                # no name: the audit trail keeps this

    @property
    def telephone(self):
        return telephone.formatted(self.phone) if self.phone else ""
