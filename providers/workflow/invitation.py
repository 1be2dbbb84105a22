"""Invitations to act for a provider: from its owner to a colleague, from the agency to the first owner."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models.people import UserManager
from accounts.workflow.invitations import stop_invitation, take_invitation, write_invitation
from core.workflow import enqueue, lock, record, refuse_if, require
from providers.models import ProviderInvitation, ProviderMember
from providers.permissions import can_invite_owner, can_manage_people, can_withdraw_invitation, has_owner
from providers.stages import Stage
from providers.workflow.people import join

GIVEN = (ProviderMember.Role.EDITOR, ProviderMember.Role.VIEWER)        # an owner is made of a colleague, never of an address


@transaction.atomic
def invite_colleague(provider, email, role, *, actor, language="ko"):
    """Send an address a link; whoever holds it acts for the provider. The answer never says whether the address has an account."""
    provider = lock(provider)
    require(can_manage_people(actor, provider))
    refuse_if(role not in GIVEN, _("Invite a colleague as editor or viewer first; then make them owner or hand over."), field="role")
    return _invite(provider, email, role, actor, language)


@transaction.atomic
def invite_owner(provider, email, *, actor, language="ko"):
    """The agency hands a provider, which nobody can act for, to its owner."""
    provider = lock(provider)
    require(can_invite_owner(actor, provider))
    return _invite(provider, email, ProviderMember.Role.OWNER, actor, language)


@transaction.atomic
def withdraw_invitation(invitation, *, actor):
    """The link stops working."""
    invitation = lock(invitation)
    require(can_withdraw_invitation(actor, invitation))
    stop_invitation(invitation, instead=_("This invitation has been accepted. End the membership instead."))
    record("provider.invitation_withdrawn", invitation.provider, actor=actor, invitation=invitation.pk, role=invitation.role)
    return invitation


@transaction.atomic
def accept_invitation(invitation, *, actor, password_hash=""):
    """Who holds the address acts for the provider, once; a citizen opens an account with a password, hashed before our locks."""
    provider = lock(invitation.provider)
    invitation = lock(invitation)
    refuse_if(provider.stage == Stage.CLOSED, _("The registration of this provider has ended. Nobody can join it any more."))
    refuse_if(invitation.role == ProviderMember.Role.OWNER and has_owner(provider),
              _("This provider has an owner by now. Please ask the owner to let you in."))
    user = take_invitation(invitation, by=actor, password_hash=password_hash)
    acting = actor if actor.user else Actor(user, str(user))
    record("provider.invitation_accepted", provider, actor=acting, invitation=invitation.pk, role=invitation.role)
    join(provider, user, invitation.role, given_by=invitation.invited_by_id, actor=acting)
    return user


def _invite(provider, email, role, actor, language):
    refuse_if(provider.stage == Stage.CLOSED, _("The registration has ended. Nobody can be invited any more."))
    acts_already = provider.members.filter(user__email=UserManager.normalize_email(email), left_at=None).exists()
    refuse_if(acts_already, _("This person acts for the provider already. Change the role in the list."), field="email")
    invitation = write_invitation(
        ProviderInvitation, email, provider=provider, role=role, language=language, by=actor,
        already=_("This address has an open invitation. Withdraw that one to send another."))
    record("provider.invitation_sent", provider, actor=actor, invitation=invitation.pk, role=role)
    enqueue("providers.tasks.send_invitation", invitation_id=invitation.pk)
    return invitation
