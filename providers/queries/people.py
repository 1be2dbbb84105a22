"""Who acts for a provider, who wants to, and who is told about it."""
from django.db.models import Case, IntegerField, Value, When

from accounts.actors import Actor
from accounts.models import Membership, Role, User
from providers.models import JoinRequest, ProviderInvitation, ProviderMember
from providers.stages import JoinStage

TELLING = Actor.system("who is told about a provider")


def members_of(actor, provider):
    """Who acts for it now, the owners first."""
    rank = Case(*[When(role=role, then=Value(rank)) for rank, role in enumerate(ProviderMember.Role.values)], output_field=IntegerField())
    members = ProviderMember.objects.visible_to(actor).filter(provider=provider, left_at=None)
    return members.select_related("user__person", "given_by__person").order_by(rank, "joined_at", "pk")


def past_members_of(actor, provider):
    """Every role that has ended there, the latest first."""
    members = ProviderMember.objects.visible_to(actor).filter(provider=provider).exclude(left_at=None)
    return members.select_related("user__person", "given_by__person", "ended_by__person").order_by("-left_at", "-pk")


def open_invitations_of(actor, provider):
    """Sent, neither accepted nor withdrawn; some of them too old."""
    rows = ProviderInvitation.objects.visible_to(actor).filter(provider=provider, accepted_at=None, withdrawn_at=None)
    return rows.select_related("invited_by__person").order_by("-invited_at", "-pk")


def requests_to_join(actor, provider):
    """Those that wait for an owner's answer, the longest waiting first."""
    rows = JoinRequest.objects.visible_to(actor).filter(provider=provider, stage=JoinStage.ASKED)
    return rows.select_related("user__person").order_by("asked_at", "pk")


def own_requests(actor):
    """What the actor has asked and nobody has answered."""
    rows = JoinRequest.objects.visible_to(actor).filter(user=actor.user, stage=JoinStage.ASKED)
    return rows.select_related("provider").order_by("asked_at", "pk")


def own_numbers(actor):
    """{business numbers of the providers that the actor belongs to}."""
    mine = ProviderMember.objects.visible_to(actor).filter(user=actor.user, left_at=None)
    return set(mine.values_list("provider__business_number", flat=True))


def people_of(provider):
    """The accounts that act for it now."""
    return User.objects.filter(pk__in=provider.members.filter(left_at=None).values("user"), is_active=True)


def people_of_document(evidence):
    """The accounts that act for the provider in whose library it is."""
    return people_of(evidence.provider)


def owners_of(provider):
    """The accounts that own it now."""
    owners = provider.members.filter(role=ProviderMember.Role.OWNER, left_at=None)
    return User.objects.filter(pk__in=owners.values("user"), is_active=True)


def herself(member):
    return User.objects.filter(pk=member.user_id)


def owners_with(member):
    """Every owner, the new one too."""
    return owners_of(member.provider)


def other_owners_of(member):
    """The owners but the person it is about; the officers where there is no other."""
    others = owners_of(member.provider).exclude(pk=member.user_id)
    return others if others.exists() else deciders_of(member.provider).exclude(pk=member.user_id)


def who_asked(asked):
    return User.objects.filter(pk=asked.user_id)


def owners_asked(asked):
    return owners_of(asked.provider)


def desk_asked(asked):
    return deciders_of(asked.provider)


def deciders_of(provider):
    """The officers and managers of its agency."""
    deciding = Membership.objects.visible_to(TELLING).filter(
        role__in=(Role.OFFICER, Role.MANAGER), ended_at=None)
    return User.objects.filter(pk__in=deciding.values("user"), is_active=True)
