"""The ceremony at which certificates of a round are handed over, and its guests."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certification.models.certificate import Certificate
from certification.models.round import Round
from core import clock
from core.tenancy import NOBODY, TenantModel
from providers.models import Provider, ProviderMember

KEPT_MONTHS = 6                 # so long after it the names of guests are kept


class Ceremony(TenantModel):
    """One day of a round; providers see it from the invitation on."""

    grants = "SELECT, INSERT, UPDATE"

    round = models.ForeignKey(Round, models.PROTECT, related_name="+", verbose_name=_("round"))
    name = models.CharField(_("name"), max_length=80)
    starts_at = models.DateTimeField(_("begins"))
    place = models.CharField(_("place"), max_length=120)
    words = models.TextField(_("what guests should know"), max_length=1000, blank=True)
    answer_until = models.DateField(_("answers until"))
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("drafted by"))
    drafted_at = models.DateTimeField(_("drafted at"))
    called_off_at = models.DateTimeField(_("called off at"), null=True)
    called_off_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("ceremony")
        verbose_name_plural = _("ceremonies")
        ordering = ["-starts_at", "-pk"]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases; the people of providers that are invited."""
        if actor.reads_cases:
            return models.Q()
        if not actor.user:
            return NOBODY
        mine = ProviderMember.everything.filter(user=actor.user, left_at=None).values("provider")
        invited = CeremonyGuest.everything.filter(provider__in=mine, invited_at__isnull=False)
        return models.Q(pk__in=invited.values("ceremony"))

    def __str__(self):
        return self.name

    @property
    def day(self):
        return clock.seoul(self.starts_at).date()

    @property
    def has_begun(self):
        return self.starts_at <= clock.now()

    @property
    def takes_answers(self):
        return self.called_off_at is None and clock.today() <= self.answer_until


class CeremonyGuest(TenantModel):
    """A certified provider's party, or somebody else. As little of persons as a seat needs: one name, how many come."""

    class Reply(models.TextChoices):
        COMES = "comes", _("comes")
        DOES_NOT = "does_not", _("does not come")

    grants = "SELECT, INSERT, UPDATE, DELETE"

    ceremony = models.ForeignKey(Ceremony, models.PROTECT, related_name="+")
    certificate = models.ForeignKey(Certificate, models.PROTECT, null=True, related_name="+")     # what is handed over to them
    provider = models.ForeignKey(Provider, models.PROTECT, null=True, related_name="+")
    organisation = models.CharField(_("organisation"), max_length=80)
    name = models.CharField(_("name"), max_length=60, blank=True)           # of who receives it or comes; erased after the term
    seat = models.CharField(_("seat"), max_length=20, blank=True)
    persons = models.PositiveSmallIntegerField(_("number of persons"), default=1)
    invited_at = models.DateTimeField(_("invited at"), null=True)
    reply = models.CharField(_("reply"), max_length=8, choices=Reply, blank=True)
    replied_at = models.DateTimeField(_("replied at"), null=True)
    came_at = models.DateTimeField(_("came at"), null=True)
    erased_at = models.DateTimeField(_("erased at"), null=True)

    class Meta:
        verbose_name = _("guest")
        verbose_name_plural = _("guests")
        ordering = ["organisation", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "ceremony", "certificate"], name="a_certificate_once_per_ceremony",
                                               condition=models.Q(certificate__isnull=False))]

    @classmethod
    def audience(cls, actor):
        if actor.reads_cases:
            return models.Q()
        if not actor.user:
            return NOBODY
        mine = ProviderMember.everything.filter(user=actor.user, left_at=None).values("provider")
        return models.Q(provider__in=mine, invited_at__isnull=False)

    def __str__(self):
        return f"{self.ceremony} #{self.pk}"                # no name: the audit trail keeps this
