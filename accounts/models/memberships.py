"""What an account is at an agency, since when and until when; and the invitations that lead there."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.people import User
from core import clock
from core.tenancy import NOBODY, TenantModel


class Role(models.TextChoices):
    OFFICER = "officer", _("officer")
    MANAGER = "manager", _("manager")
    DIRECTOR = "director", _("director")
    TRAINER = "trainer", _("trainer")
    EMPLOYEE = "employee", _("employee")
    CONSULTANT = "consultant", _("consultant")
    AUDITOR = "auditor", _("auditor")
    ADMIN = "admin", _("administrator")
    OBSERVER = "observer", _("observer (city)")
    ASSESSOR = "assessor", _("assessor")
    COMMITTEE = "committee", _("committee member")


DESK_ROLES = frozenset({Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.TRAINER, Role.AUDITOR, Role.ADMIN, Role.OBSERVER})
CASE_ROLES = frozenset({Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR})


class Affiliation(models.Model):
    """Says only that an account belongs somewhere: no role, no case."""

    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    agency = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "agency"], name="affiliated_once")]


class Membership(TenantModel):
    """A role with its history; ended, never deleted (kept three years after it ended)."""

    grants = "SELECT, INSERT, UPDATE"

    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("account"))
    role = models.CharField(_("role"), max_length=20, choices=Role)
    began_at = models.DateTimeField(_("since"))
    began_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(_("until"), null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [models.UniqueConstraint(fields=["agency", "user", "role"], condition=models.Q(ended_at=None), name="one_membership")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.may_administer or actor.may_audit else models.Q(user=actor.user) if actor.user else NOBODY

    def __str__(self):
        return f"{self.user}, {self.get_role_display()}"


class InvitationLink(TenantModel):
    """What every invitation is: a link to one address, which expires and works once. Where it leads the child says."""

    grants = "SELECT, INSERT, UPDATE"
    page = once_per = ""                        # the name of the address that the link leads to; for what an address is invited only once

    email = models.EmailField(_("e-mail"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="ko")
    invited_at = models.DateTimeField(_("invited at"))
    invited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    expires_at = models.DateTimeField(_("valid until"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True)
    accepted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.email}, {self.get_role_display()}"

    @property
    def is_expired(self):
        return self.expires_at <= clock.now()


class Invitation(InvitationLink):
    """To a role at the agency."""

    page, once_per = "invitation", "role"

    role = models.CharField(_("role"), max_length=20, choices=Role)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [models.UniqueConstraint(fields=["agency", "email", "role"], name="one_open_invitation",
                                               condition=models.Q(accepted_at=None, withdrawn_at=None))]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.may_administer else NOBODY

    @property
    def host(self):
        """Who invites, as the page and the message call it."""
        return self.agency.name
