"""allauth at an agency: links from its own address, tries counted before the password is looked at, sessions that begin properly."""
import hashlib
import logging
import secrets
import smtplib
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django import forms
from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts import limits, second_factor, sessions
from core.errors import Unavailable
from core.peers import peer

QUARTER, YEAR = 15 * 60, 365 * 24 * 60 * 60
DEVICE = "device"
logger = logging.getLogger(__name__)


class AgencyAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        """Only providers sign up by themselves, at an open provincial agency; everybody else is invited."""
        agency = request.agency
        return agency is not None and not agency.is_central and not agency.is_closed

    def authenticate(self, request, **credentials):
        """Reserve a try first; during a lock the answer is the same for right and wrong passwords, for known and unknown accounts."""
        account = hashlib.sha256(credentials.get("email", "").strip().lower().encode()).hexdigest()[:32]
        place = known_device(request, account) or f"{account}:{peer(request)}"
        try:
            free = limits.reserve(f"try:{place}", settings.SIGN_IN_LIMIT, QUARTER)
            if free and not known_device(request, account):
                free = limits.reserve(f"account:{account}", settings.SIGN_IN_LIMIT_ACCOUNT, QUARTER)
        except Unavailable as away:
            raise forms.ValidationError(str(away)) from None
        if not free:
            raise forms.ValidationError(_("There were too many tries. Please try again in 15 minutes, or set a new password."))
        user = super().authenticate(request, **credentials)
        if user:
            limits.forget(f"try:{place}")
        return user

    def login(self, request, user):
        super().login(request, user)
        sessions.begin(request, user)

    def get_login_stages(self):
        """allauth's, with our own question for the second factor."""
        ours = {"allauth.mfa.stages.AuthenticateStage": "accounts.second_factor.FactorStage"}
        return [ours.get(path, path) for path in super().get_login_stages()]

    def get_reauthentication_methods(self, user):
        words = {"reauthenticate": _("Use the password"), "mfa_reauthenticate": _("Use a code"),
                 "mfa_reauthenticate:webauthn": _("Use a passkey")}
        return [method | {"description": words[method["id"]]} for method in super().get_reauthentication_methods(user)]

    def is_reauthentication_required(self, app=None):
        return not sessions.is_fresh(context.request)

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        if second_factor.asserted(kwargs.get("signal_kwargs")):
            request.session["factor"] = True
        account = hashlib.sha256(user.email.encode()).hexdigest()[:32]
        device = signing.dumps([account, secrets.token_hex(8)], salt=DEVICE)
        if not known_device(request, account):
            response.set_cookie(DEVICE, device, max_age=YEAR, httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax")
        return response

    def save_user(self, request, user, form, commit=True):
        user = super().save_user(request, user, form, commit=False)
        user.language = get_language() or settings.LANGUAGE_CODE
        if commit:
            user.save()
        return user

    def get_client_ip(self, request):
        return peer(request)

    def send_mail(self, template_prefix, email, context):
        """Every link is at home. A mail server that is away is a sentence, and nothing is kept by half."""
        links = {name: self.at_home(value) for name, value in context.items() if name.endswith("_url")}
        try:
            super().send_mail(template_prefix, email, context | links)
        except (OSError, smtplib.SMTPException):
            logger.exception("A message of the sign-in pages could not be handed to the mail server")
            raise Unavailable(_("We cannot send messages just now, so nothing was changed. Please try again in a few minutes.")) from None

    def get_login_redirect_url(self, request):
        return reverse(settings.LOGIN_REDIRECT_URL)

    def get_password_change_redirect_url(self, request):
        return reverse(settings.LOGIN_REDIRECT_URL)

    def get_logout_redirect_url(self, request):
        return reverse("home" if request.agency else "regions")

    def get_reset_password_from_key_url(self, key):
        return self.at_home(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request, emailconfirmation):
        return self.at_home(super().get_email_confirmation_url(request, emailconfirmation))

    def at_home(self, url):
        """From the settings, never from the request's Host."""
        return settings.SITE_URL + urlsplit(url).path


def known_device(request, account):
    """The mark of a device on which this account has signed in; tries from there are counted apart, so that strangers lock nobody out."""
    try:
        whose, mark = signing.loads(request.COOKIES.get(DEVICE, ""), salt=DEVICE, max_age=YEAR)
    except (signing.BadSignature, ValueError):
        return None
    return f"{account}:{mark}" if whose == account else None
