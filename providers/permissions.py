"""What somebody may do with a provider."""
from allauth.account.models import EmailAddress

from accounts.models import Role
from providers.models import ProviderMember
from providers.stages import Stage

EDITORS = (ProviderMember.Role.OWNER, ProviderMember.Role.EDITOR)
DECIDERS = (Role.OFFICER, Role.MANAGER)


def role_in(actor, provider):
    """The actor's own role in this provider, or None. Not asked again of a provider that was read together with it."""
    if not actor.user:
        return None
    if getattr(provider, "read_by", None) == actor.user.pk:
        return provider.role_of_reader
    return provider.members.filter(user=actor.user, left_at=None).values_list("role", flat=True).first()


def covers_a_member(actor, provider):
    """Whether somebody for whom the actor acts has a role in this provider."""
    return actor.acting_for is not None and provider.members.filter(user=actor.acting_for, left_at=None).exists()


def has_owner(provider):
    """Whether somebody is there who can sign in and act as its owner."""
    return provider.members.filter(role=ProviderMember.Role.OWNER, left_at=None, user__is_active=True).exists()


def can_register(actor):
    """Anybody whose e-mail address is confirmed."""
    user = actor.user
    return bool(user) and EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists()


can_ask_to_join = can_register


def can_take_in(actor):
    """Officers and managers enter what came on paper."""
    return actor.has(*DECIDERS)


def acts_by_proxy(actor, provider):
    """The agency enters things for a provider that came on paper, until it is handed to its owner."""
    return can_take_in(actor) and provider.entered_by_proxy_at is not None and not has_owner(provider)


def can_edit(actor, provider):
    return role_in(actor, provider) in EDITORS or acts_by_proxy(actor, provider)


def can_manage_people(actor, provider):
    """Owners invite, give roles, end them, answer who asks to join, and hand over."""
    return role_in(actor, provider) == ProviderMember.Role.OWNER


can_register_again = can_manage_people


def can_invite_owner(actor, provider):
    """The agency, while nobody is there who could: after paper, or when the last owner's account is closed."""
    return can_decide(actor, provider) and not has_owner(provider)


def can_withdraw_invitation(actor, invitation):
    """Its owners; the agency, what the agency has sent."""
    return can_manage_people(actor, invitation.provider) or can_invite_owner(actor, invitation.provider)


def can_decide(actor, provider):
    """Officers and managers, but never about a provider they belong to."""
    return actor.has(*DECIDERS) and role_in(actor, provider) is None and not covers_a_member(actor, provider)


def can_bar(actor, provider):
    """The manager, and the house itself after a revocation."""
    return actor.is_system or ((actor.has(Role.MANAGER) and role_in(actor, provider) is None) and not covers_a_member(actor, provider))


def can_import(actor):
    """Enters what the agency keeps in spreadsheets, provider by provider the same as by hand."""
    return actor.is_system or actor.has(Role.OFFICER, Role.MANAGER)


def can_draft(actor, provider):
    """Applications may be drafted before the agency has confirmed the provider."""
    return provider.stage != Stage.CLOSED and can_edit(actor, provider)


def can_submit(actor, provider):
    """Applications are handed in by a confirmed provider only."""
    return provider.stage == Stage.CONFIRMED and can_edit(actor, provider)
