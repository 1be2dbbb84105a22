"""Cover for absence (대리): somebody acts in the own name for somebody else, for given roles between two days."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.memberships import Role
from accounts.models.people import User
from core import clock
from core.tenancy import NOBODY, TenantModel

COVERABLE = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR)         # never an assessor's judgement, never a vote in a committee
DAYS_AT_MOST = 60


class Cover(TenantModel):
    """Whether it holds is read from its days, both accounts and the role, never from a job; ended, never deleted."""

    grants = "SELECT, INSERT, UPDATE"

    covered = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("who is away"))
    delegate = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("delegate"))
    roles = models.JSONField(_("roles"), default=list)
    from_on = models.DateField(_("from"))
    to_on = models.DateField(_("until"))
    named_at = models.DateTimeField(_("named at"))
    named_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("cover for absence")
        ordering = ["from_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(covered=models.F("delegate")), name="nobody_covers_themselves"),
            models.CheckConstraint(condition=models.Q(to_on__gte=models.F("from_on")), name="a_cover_has_an_end"),
        ]

    @classmethod
    def audience(cls, actor):
        if actor.has(Role.MANAGER, Role.DIRECTOR, Role.ADMIN, Role.AUDITOR):
            return models.Q()
        return models.Q(covered=actor.user) | models.Q(delegate=actor.user) if actor.user else NOBODY

    def __str__(self):
        return f"{self.delegate} → {self.covered}"

    @property
    def role_labels(self):
        return [Role(role).label for role in Role.values if role in self.roles]

    @property
    def roles_in_words(self):
        return ", ".join(str(label) for label in self.role_labels)

    @property
    def state(self):
        """running, coming or over, by its days alone."""
        today = clock.today()
        if self.ended_at or self.to_on < today:
            return "over"
        return "coming" if self.from_on > today else "running"


def holding_on(day):
    """Those whose days these are and which nobody has ended."""
    return models.Q(from_on__lte=day, to_on__gte=day, ended_at=None)
