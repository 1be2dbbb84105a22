"""The second factor's questions, each answer counted before it is looked at; and what people choose about their own."""
from allauth.account import forms as passwords
from allauth.core import context
from allauth.mfa.base import forms as allauth
from allauth.mfa.webauthn import forms as passkeys
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import limits, second_factor
from accounts.second_factor import Kind
from core.forms import HouseForm
from core.peers import peer

QUARTER = 15 * 60
WRONG_PASSKEY = gettext_lazy("This passkey did not fit. Please try again, or sign in another way.")


class OnceInput(forms.TextInput):
    """What was wrong or is used up does not come back to be erased first."""

    def format_value(self, value):
        return None


def code_field(**more):
    return forms.CharField(label=gettext_lazy("One-time code"), max_length=20, widget=OnceInput(
        attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}), **more)


class CountedCode(forms.Form):
    """allauth's question, but counted where nobody races past, and each code used up in the database."""

    code = code_field()

    def clean_code(self):
        limits.reserve_or_say(f"code:{self.user.pk}", settings.SIGN_IN_LIMIT, QUARTER)
        self.authenticator = second_factor.take(self.user, self.cleaned_data["code"])
        if self.authenticator is None:
            raise forms.ValidationError(_("This code is wrong or was used already. Please wait for the next one and try again."))
        limits.forget(f"code:{self.user.pk}")
        return self.cleaned_data["code"]


class CodeForm(CountedCode, allauth.AuthenticateForm):
    code = code_field()


class CodeAgainForm(CountedCode, allauth.ReauthenticateForm):
    code = code_field()


class PasswordAgainForm(passwords.ReauthenticateForm):
    password = forms.CharField(label=gettext_lazy("Password"), strip=False, widget=forms.PasswordInput(
        attrs={"autocomplete": "current-password", "autofocus": True}))

    def clean_password(self):
        limits.reserve_or_say(f"again:{self.user.pk}", settings.SIGN_IN_LIMIT, QUARTER)
        if not self.user.check_password(self.cleaned_data["password"]):
            raise forms.ValidationError(_("Wrong password."))
        limits.forget(f"again:{self.user.pk}")
        return self.cleaned_data["password"]


class CountedPasskey(forms.Form):
    """A signature cannot be guessed; what is counted is work. The answer is the same for whatever is wrong with it."""

    def clean_credential(self):
        counter = f"passkey:{self.user.pk if self.user else peer(context.request)}"
        limits.reserve_or_say(counter, settings.DOOR_LIMIT, QUARTER)
        try:
            authenticator = super().clean_credential()
        except (forms.ValidationError, ValueError, TypeError, KeyError, AttributeError):
            raise forms.ValidationError(WRONG_PASSKEY) from None
        limits.forget(counter)
        return authenticator


class PasskeyForm(CountedPasskey, passkeys.AuthenticateWebAuthnForm):
    pass


class PasskeyAgainForm(CountedPasskey, passkeys.ReauthenticateWebAuthnForm):
    pass


class PasskeyAloneForm(CountedPasskey, passkeys.LoginWebAuthnForm):
    pass


class AppForm(HouseForm):
    """The first code of a new app shows that it was set up right. `step` is what that code used up."""

    code = code_field(help_text=gettext_lazy("Six digits. The app shows new ones every 30 seconds."))
    step = None

    def __init__(self, *args, user, secret, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.secret = user, secret

    def clean_code(self):
        limits.reserve_or_say(f"code:{self.user.pk}", settings.SIGN_IN_LIMIT, QUARTER)
        self.step = second_factor.step_of(self.secret, self.cleaned_data["code"])
        if self.step is None:
            raise forms.ValidationError(_("This is not the code the app shows now. Is the clock of your telephone set automatically?"))
        limits.forget(f"code:{self.user.pk}")
        return self.cleaned_data["code"]


class NewPasskeyForm(HouseForm):
    name = forms.CharField(label=gettext_lazy("Name of the device"), max_length=40, help_text=gettext_lazy(
        "So that you recognise it later, like “My telephone” or “Office computer”."))
    credential = forms.JSONField(widget=forms.HiddenInput, error_messages={"required": gettext_lazy(
        "No passkey was made. Press the button and follow what your device says.")})

    def clean_credential(self):
        """Asked of this person by this page, for the main host, and verified by the device; else it is not taken."""
        credential = self.cleaned_data["credential"]
        try:
            auth.parse_registration_response(credential)
            is_verified = auth.complete_registration(credential).is_user_verified()
        except (forms.ValidationError, ValueError, TypeError, KeyError, AttributeError):
            is_verified = False
        if not is_verified:
            raise forms.ValidationError(_("The device did not answer as it should. Please try once more."))
        return credential


class FactorChoice(HouseForm):
    factor = forms.IntegerField(widget=forms.HiddenInput)


class SessionChoice(HouseForm):
    session = forms.CharField(max_length=32, widget=forms.HiddenInput)


KIND_WORDS = {
    Kind.TOTP: gettext_lazy("Authenticator app"),
    Kind.WEBAUTHN: gettext_lazy("Passkey"),
}
