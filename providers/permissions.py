"""What somebody may do with a provider."""
from allauth.account.models import EmailAddress

from accounts.models import Role
from providers.models import ProviderMember
from providers.stages import Stage

EDITORS = (ProviderMember.Role.OWNER, ProviderMember.Role.EDITOR)


def role_in(actor, provider):
    """The actor's own role in this provider, or None."""
    if not actor.user:
        return None
    return provider.members.filter(user=actor.user, left_at=None).values_list("role", flat=True).first()


def can_register(actor):
    """Anybody whose e-mail address is confirmed."""
    user = actor.user
    return bool(user) and EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists()


def can_edit(actor, provider):
    return role_in(actor, provider) in EDITORS


def can_register_again(actor, provider):
    return role_in(actor, provider) == ProviderMember.Role.OWNER


def can_decide(actor, provider):
    """Officers and managers, but never about a provider they belong to."""
    return actor.has(Role.OFFICER, Role.MANAGER) and role_in(actor, provider) is None


def can_bar(actor, provider):
    """The manager, and the house itself after a revocation."""
    return actor.is_system or (actor.has(Role.MANAGER) and role_in(actor, provider) is None)


def can_import(actor):
    """Enters what the agency keeps in spreadsheets, provider by provider the same as by hand."""
    return actor.is_system or actor.has(Role.OFFICER, Role.MANAGER)


def can_draft(actor, provider):
    """Applications may be drafted before the agency has confirmed the provider."""
    return provider.stage != Stage.CLOSED and can_edit(actor, provider)


def can_submit(actor, provider):
    """Applications are handed in by a confirmed provider only."""
    return provider.stage == Stage.CONFIRMED and can_edit(actor, provider)
