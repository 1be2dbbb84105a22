"""One's own second factor: set up, taken away; and the operator's way back for somebody who lost it."""
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from accounts import sessions
from accounts.permissions import can_close_accounts, is_self
from accounts.second_factor import FACTORS, Kind
from accounts.workflow.people import record_at_home
from core.workflow import lock, refuse_if, require

PASSKEYS = 10


@transaction.atomic
def add_app(user, secret, step, *, actor):
    """An authenticator app asks from now on; the code that proved it is used up."""
    user = lock(user)
    require(is_self(actor, user))
    refuse_if(_of(user, Kind.TOTP).exists(), _("An authenticator app is set up already. Remove it to set up another one."))
    factor = TOTP.activate(user, secret).instance
    factor.data["last_step"] = step
    factor.save(update_fields=["data"])
    return _added(user, factor, actor)


@transaction.atomic
def add_passkey(user, name, credential, *, actor):
    """A device of one's own, answered for by finger, face or code."""
    user = lock(user)
    require(is_self(actor, user))
    refuse_if(_of(user, Kind.WEBAUTHN).count() >= PASSKEYS, _("Ten passkeys are enough. Remove one that you no longer use."))
    return _added(user, WebAuthn.add(user, name, credential).instance, actor)


@transaction.atomic
def remove_factor(user, factor_id, *, actor):
    """It no longer opens anything; with the last one the recovery codes go too. Who needs one keeps one."""
    user = lock(user)
    require(is_self(actor, user))
    mine = _of(user, *FACTORS)
    factor = mine.filter(pk=factor_id).first()
    refuse_if(factor is None, _("It is removed already."))
    is_last = mine.count() == 1
    refuse_if(is_last and settings.SECOND_FACTOR_DEMANDED and sessions.works(user), _(
        "Your work needs a second factor. Set up another one first, then remove this one."))
    factor.delete()
    if is_last:
        _of(user, Kind.RECOVERY_CODES).delete()
    sessions.end_all_of(user)
    record_at_home("factor.removed", user, actor=actor, kind=factor.type)
    return user


@transaction.atomic
def renew_codes(user, *, actor):
    """Ten new recovery codes; the old ones no longer work."""
    user = lock(user)
    require(is_self(actor, user))
    refuse_if(not _of(user, *FACTORS).exists(), _("Set up an authenticator app or a passkey first."))
    _of(user, Kind.RECOVERY_CODES).delete()
    codes = RecoveryCodes.activate(user)
    record_at_home("factor.codes_renewed", user, actor=actor)
    return codes.instance


@transaction.atomic
def forget_factors(user, *, actor):
    """For somebody who lost everything and whose agency asks in writing: the password alone opens, and they set up anew."""
    user = lock(user)
    require(can_close_accounts(actor))
    refuse_if(is_self(actor, user), _("You cannot do this for yourself. Another operator has to."))
    refuse_if(not _of(user, *FACTORS).exists(), _("This account has no second factor."))
    _of(user, *Kind.values).delete()
    sessions.end_all_of(user)
    record_at_home("factor.forgotten", user, actor=actor)
    return user


def _of(user, *kinds):
    return Authenticator.objects.filter(user=user, type__in=kinds)


def _added(user, factor, actor):
    """With the first one come the recovery codes, and browsers that signed in without it are signed out."""
    if not _of(user, Kind.RECOVERY_CODES).exists():
        RecoveryCodes.activate(user)
    sessions.end_all_of(user)
    record_at_home("factor.added", user, actor=actor, kind=factor.type)
    return factor
