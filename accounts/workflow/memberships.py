"""Who has which role at this agency, since when, by whom; and the invitations that lead there."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts import sessions
from accounts.actors import Actor
from accounts.models import Affiliation, Invitation, Membership, Role, User
from accounts.models.people import UserManager
from accounts.permissions import can_manage_people
from accounts.workflow.invitations import stop_invitation, take_invitation, write_invitation
from core import clock
from core.tenancy import current_agency
from core.workflow import enqueue, lock, record, refuse_if, require


@transaction.atomic
def invite(email, role, *, actor, language="ko"):
    """Send an address a link to one role here; it is valid for seven days and works once."""
    require(can_manage_people(actor))
    return put_invitation(email, role, actor=actor, language=language)


@transaction.atomic
def withdraw_invitation(invitation, *, actor):
    """The link stops working."""
    invitation = lock(invitation)
    require(can_manage_people(actor))
    stop_invitation(invitation, instead=_("This invitation has been accepted. End the role instead."))
    record("invitation.withdrawn", invitation, actor=actor, role=invitation.role)
    return invitation


@transaction.atomic
def accept_invitation(invitation, *, actor, password_hash=""):
    """Who holds the address takes the role, once; a citizen opens an account with a password, hashed before our lock."""
    invitation = lock(invitation)
    user = take_invitation(invitation, by=actor, password_hash=password_hash)
    acting = actor if actor.user else Actor(user, str(user))
    record("invitation.accepted", invitation, actor=acting, role=invitation.role)
    if not _holds(user, invitation.role):
        _begin(user, invitation.role, granted_by=invitation.invited_by_id, actor=acting)
    return user


@transaction.atomic
def give_role(user, role, *, actor):
    """One more role for somebody who belongs here already; strangers are invited."""
    user = lock(user)
    require(can_manage_people(actor))
    belongs_here = Membership.everything.filter(user=user).exists()
    refuse_if(not belongs_here, _("This person does not belong to the agency. Please send an invitation."))
    refuse_if(not user.is_active, _("This account is closed."))
    refuse_if(_holds(user, role), _("This person has that role already."))
    return _begin(user, role, granted_by=actor.user and actor.user.pk, actor=actor)


@transaction.atomic
def end_role(membership, *, actor):
    """The role ends now and stays in the history; every session of the account ends."""
    user = lock(membership.user)
    is_last = membership.role == Role.ADMIN and _is_last_administrator(membership)      # locks them in order, hence before its own row
    membership = lock(membership)
    require(can_manage_people(actor))
    refuse_if(membership.ended_at, _("This role has ended already."))
    refuse_if(is_last, _("An agency needs an administrator. Give somebody else this role first."))
    membership.ended_at, membership.ended_by = clock.now(), actor.user
    membership.save(update_fields=["ended_at", "ended_by"])
    if not Membership.everything.filter(user=user, ended_at=None).exists():
        Affiliation.objects.filter(user=user, agency=current_agency()).delete()
    sessions.end_all_of(user)
    record("role.ended", membership, actor=actor, account=user.pk, role=membership.role)
    return membership


def put_invitation(email, role, *, actor, language):
    """For those who have asked whether the actor may: an administrator's `invite`, and the opening of an agency."""
    email = UserManager.normalize_email(email)
    account = User.objects.filter(email=email).first()
    refuse_if(account and _holds(account, role), _("This person has that role already."))
    invitation = write_invitation(
        Invitation, email, role=role, language=language, by=actor,
        already=_("This address has an open invitation for this role. Withdraw that one to send another."))
    record("invitation.sent", invitation, actor=actor, role=role)
    enqueue("accounts.tasks.send_invitation", invitation_id=invitation.pk)
    return invitation


def _begin(user, role, *, granted_by, actor):
    membership = Membership.everything.create(user=user, role=role, began_at=clock.now(), began_by_id=granted_by)
    Affiliation.objects.get_or_create(user=user, agency=current_agency())
    sessions.end_all_of(user)
    record("role.given", membership, actor=actor, account=user.pk, role=role, granted_by=granted_by)
    return membership


def _holds(user, role):
    return Membership.everything.filter(user=user, role=role, ended_at=None).exists()


def _is_last_administrator(membership):
    """All of them locked, so that two who end each other cannot both succeed."""
    administrators = Membership.everything.filter(role=Role.ADMIN, ended_at=None, user__is_active=True).order_by("pk")
    return {row.pk for row in administrators.select_for_update(of=("self",), no_key=True)} <= {membership.pk}
