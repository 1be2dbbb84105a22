"""What every invitation goes through, to the agency or to a provider: sent, accepted once, withdrawn. Who may, each workflow asks."""
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.models.people import UserManager
from accounts.workflow.people import open_account
from core import clock
from core.errors import Refused
from core.workflow import refuse_if

INVITED_FOR = timedelta(days=7)


def write_invitation(model, email, *, by, already, **to):
    """A link to one address, valid for seven days. `to`: the role, and where. Those too old make room; an open one refuses."""
    email, now = UserManager.normalize_email(email), clock.now()
    waiting = model.everything.filter(email=email, accepted_at=None, withdrawn_at=None, **{model.once_per: to[model.once_per]})
    waiting.filter(expires_at__lte=now).update(withdrawn_at=now)
    try:
        with transaction.atomic():
            return model.everything.create(email=email, **to, invited_at=now, invited_by=by.user, expires_at=now + INVITED_FOR)
    except IntegrityError:
        raise Refused(already) from None


def take_invitation(invitation, *, by, password_hash):
    """Of a locked invitation: who holds the address uses it up, once; a citizen opens an account. Returns the account."""
    refuse_if(invitation.accepted_at, _("This invitation has been accepted already. Please sign in."))
    refuse_if(invitation.withdrawn_at, _("This invitation has been withdrawn. Please ask whoever sent it."))
    refuse_if(invitation.is_expired, _("This invitation is too old. Please ask whoever sent it for a new one."))
    user = by.user or _new_account(invitation, password_hash)
    refuse_if(user.email != invitation.email, _("This invitation is for another e-mail address than the one you are signed in with."))
    invitation.accepted_at, invitation.accepted_by = clock.now(), user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    return user


def stop_invitation(invitation, *, instead):
    """Of a locked invitation: its link stops working. `instead`: what to do if it has been accepted."""
    refuse_if(invitation.accepted_at, instead)
    refuse_if(invitation.withdrawn_at, _("This invitation has been withdrawn already."))
    invitation.withdrawn_at = clock.now()
    invitation.save(update_fields=["withdrawn_at"])


def _new_account(invitation, password_hash):
    taken = User.objects.filter(email=invitation.email).exists()
    refuse_if(taken or not password_hash, _("There is an account with this address. Please sign in with it to accept."))
    return open_account(invitation.email, password_hash, language=invitation.language)
