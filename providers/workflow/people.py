"""Who acts for a provider: roles given, changed, ended, handed over. Each write locks the provider, so that of two at once one is first."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from providers.models import JoinRequest, ProviderInvitation, ProviderMember
from providers.permissions import can_manage_people, role_in
from providers.stages import JoinStage

OWNER, EDITOR = ProviderMember.Role.OWNER, ProviderMember.Role.EDITOR
PEOPLE_PAGE = "portal_people"


@transaction.atomic
def change_role(member, role, *, actor):
    """Give a colleague, or oneself, another role. The one before stays in the history."""
    provider, member = _to_manage(member, actor)
    refuse_if(member.role == role, _("This person has that role already."), field="role")
    _refuse_without_owner(provider, member)
    was = member.role
    if role != OWNER:
        _stop_invitations_of(member)
    member = _give_instead(member, role, actor)
    record("provider.member_role_changed", provider, actor=actor, member=member.pk, account=member.user_id, was=was, role=role)
    if member.user_id != actor.user.pk:
        notify("provider.role_changed", member, actor=actor, link=(PEOPLE_PAGE, provider.public_id))
    return member


@transaction.atomic
def end_membership(member, *, actor):
    """A colleague acts for the provider no longer, from the next request on. What they did stays."""
    provider, member = _to_manage(member, actor)
    refuse_if(member.user_id == actor.user.pk, _("You cannot end your own membership here. Leave the provider instead."))
    _refuse_without_owner(provider, member)
    _end(member, actor)
    record("provider.member_ended", provider, actor=actor, member=member.pk, account=member.user_id, role=member.role)
    notify("provider.membership_ended", member, actor=actor)
    return member


@transaction.atomic
def leave_provider(provider, *, actor):
    """Oneself acts for it no longer."""
    provider = lock(provider)
    require(role_in(actor, provider) is not None)
    member = provider.members.get(user=actor.user, left_at=None)
    _refuse_without_owner(provider, member)
    _end(member, actor)
    record("provider.member_left", provider, actor=actor, member=member.pk, account=member.user_id, role=member.role)
    notify("provider.member_left", member, actor=actor, link=(PEOPLE_PAGE, provider.public_id))
    return member


@transaction.atomic
def hand_over(member, *, actor):
    """A colleague becomes the owner in the actor's place, who stays as an editor. Returns the new owner's membership."""
    provider, member = _to_manage(member, actor)
    refuse_if(member.user_id == actor.user.pk, _("You are the owner already. Choose a colleague."))
    refuse_if(not member.user.is_active, _("This account is closed."))
    own = provider.members.get(user=actor.user, left_at=None)
    member = member if member.role == OWNER else _give_instead(member, OWNER, actor)
    _give_instead(own, EDITOR, actor)
    record("provider.handed_over", provider, actor=actor, member=member.pk, account=member.user_id)
    notify("provider.handed_over", member, actor=actor, link=(PEOPLE_PAGE, provider.public_id))
    return member


def join(provider, user, role, *, given_by, actor):
    """The end of an invitation or a request, with the provider locked: the role begins; who has one keeps it, and is answered."""
    member = provider.members.filter(user=user, left_at=None).first()
    if member is None:
        member = ProviderMember.everything.create(provider=provider, user=user, role=role, given_by_id=given_by, joined_at=clock.now())
        record("provider.member_joined", provider, actor=actor, member=member.pk, account=user.pk, role=role)
        notify("provider.member_joined", member, actor=actor, link=(PEOPLE_PAGE, provider.public_id))
    for asked in JoinRequest.everything.filter(provider=provider, user=user, stage=JoinStage.ASKED):
        move(asked, JoinStage.ACCEPTED)
        asked.answered_at, asked.answered_by_id = clock.now(), given_by
        asked.save(update_fields=["answered_at", "answered_by"])
    return member


def _to_manage(member, actor):
    """(provider, membership), both locked, for its owners, while the membership lasts."""
    provider = lock(member.provider)
    require(can_manage_people(actor, provider))
    member = lock(member)
    refuse_if(member.left_at, _("This membership has ended or changed meanwhile. Look at the list again."))
    return provider, member


def _refuse_without_owner(provider, member):
    """The last owner who can sign in stays one."""
    if member.role != OWNER:
        return
    others = provider.members.filter(role=OWNER, left_at=None, user__is_active=True).exclude(pk=member.pk)
    refuse_if(not others.exists(), _("A provider needs an owner. Hand it over to a colleague first."))


def _give_instead(member, role, actor):
    """The same person in another role."""
    _close(member, actor)
    return ProviderMember.everything.create(
        provider=member.provider, user=member.user, role=role, given_by=actor.user, joined_at=clock.now())


def _end(member, actor):
    _stop_invitations_of(member)
    _close(member, actor)


def _close(member, actor):
    member.left_at, member.ended_by = clock.now(), actor.user
    member.save(update_fields=["left_at", "ended_by"])


def _stop_invitations_of(member):
    """Whoever goes keeps no way back in: the links they have sent no longer work."""
    sent = ProviderInvitation.everything.filter(provider=member.provider_id, invited_by=member.user_id, accepted_at=None, withdrawn_at=None)
    sent.update(withdrawn_at=clock.now())
