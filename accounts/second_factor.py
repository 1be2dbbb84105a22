"""The second factor, by allauth.mfa: its secrets sealed, its codes taken once, its passkeys bound to the main host."""
import base64
from urllib.parse import urlsplit

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

Kind = Authenticator.Type
FACTORS = (Kind.TOTP, Kind.WEBAUTHN)        # recovery codes stand in for one of these, and are none by themselves


class FactorAdapter(DefaultMFAAdapter):
    def encrypt(self, text):
        """Secrets leave the process sealed: who copies the database has no codes."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _box().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self):
        return _("Poom")

    def get_public_key_credential_rp_entity(self):
        """Passkeys belong to the main host, from the settings and never from the request's Host."""
        return {"id": urlsplit(settings.SITE_URL).hostname, "name": _("Poom")}


def _box():
    key = HKDF(SHA256(), 32, None, b"poom second factor").derive(settings.FACTOR_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(key))


class FactorStage(AuthenticateStage):
    """allauth's question for the second factor, left out only if an identity provider that we trust with it has asked."""

    def _should_handle(self, request):
        return super()._should_handle(request) and not asserted(self.login.signal_kwargs)


def asserted(signal_kwargs):
    """Whether the identity provider says, and is by our setting believed, that it saw a second factor (amr, RFC 8176)."""
    signed_in_by = (signal_kwargs or {}).get("sociallogin")
    if signed_in_by is None or not settings.OIDC_SECOND_FACTOR:
        return False
    methods = (signed_in_by.account.extra_data.get("id_token") or {}).get("amr")
    return isinstance(methods, list) and "mfa" in methods


def has_one(user):
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def step_of(secret, code):
    """The step of the clock that a code of the app belongs to, at most one to either side of now; None if it is wrong."""
    for step in yield_hotp_counters_from_time():
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, step))):
            return step
    return None


@transaction.atomic
def take(user, code):
    """The app or the recovery codes that this code is right for, used up by it; None if it is wrong or was used. The row is locked, so
    that of many who bring the same code one gets in."""
    rows = Authenticator.objects.select_for_update(no_key=True).filter(user=user).exclude(type=Kind.WEBAUTHN).order_by("pk")
    for authenticator in rows:
        is_app = authenticator.type == Kind.TOTP
        if _take_step(authenticator, code) if is_app else authenticator.wrap().validate_code(code):
            authenticator.user = user
            return authenticator
    return None


def _take_step(authenticator, code):
    """A step counts once, and none before it counts any more (RFC 6238, 5.2)."""
    step = step_of(decrypt(authenticator.data["secret"]), code)
    if step is None or step <= authenticator.data.get("last_step", 0):
        return False
    authenticator.data["last_step"] = step
    authenticator.save(update_fields=["data"])
    return True
