"""Who acts for a provider, in which role, and from when to when; and the invitations that lead there."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import InvitationLink
from core.tenancy import TenantModel


class ProviderMember(TenantModel):
    """A person in one role. Another role is another row, so that the history is whole: ended, never deleted."""

    class Role(models.TextChoices):
        OWNER = "owner", _("owner")
        EDITOR = "editor", _("editor")
        VIEWER = "viewer", _("viewer")

    part_of = "provider"
    grants = "SELECT, INSERT, UPDATE"

    provider = models.ForeignKey("providers.Provider", models.PROTECT, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=6, choices=Role)
    joined_at = models.DateTimeField(_("since"))
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")     # nobody: who registered it
    left_at = models.DateTimeField(_("until"), null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("member of a provider")
        constraints = [models.UniqueConstraint(fields=["agency", "provider", "user"], condition=models.Q(left_at=None),
                                               name="one_active_membership")]

    def __str__(self):
        return f"{self.user}, {self.get_role_display()}"

    @property
    def person(self):
        """As messages call them."""
        return str(self.user)


class ProviderInvitation(InvitationLink):
    """To act for a provider, from one of its owners; to its first owner, from the agency."""

    page, once_per = "portal_invitation", "provider"
    part_of = "provider"

    provider = models.ForeignKey("providers.Provider", models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=6, choices=ProviderMember.Role)

    class Meta:
        verbose_name = _("invitation to a provider")
        constraints = [models.UniqueConstraint(fields=["agency", "provider", "email"], name="one_open_invitation_of_a_provider",
                                               condition=models.Q(accepted_at=None, withdrawn_at=None))]

    @property
    def host(self):
        """Who invites, as the page and the message call it."""
        return self.provider.title
