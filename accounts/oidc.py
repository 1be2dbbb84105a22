"""Sign-in by an identity provider (OpenID Connect), by setting: it says who somebody is; what they may do here it does not say."""
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from core.addresses import national_url

WE = "oidc"             # its name in the settings, and in the rows that link identities with accounts


class Identities(OpenIDConnectProvider):
    """Of what the provider tells we keep as little as the rules need."""

    def get_oauth2_adapter(self, request):
        return Exchange(request, WE)

    def extract_extra_data(self, data):
        return {"id_token": {"amr": data["id_token"].get("amr")}}

    def extract_email_addresses(self, data):
        """Only an address that the provider itself has verified, said as the boolean it is."""
        told = data.get("userinfo") or data["id_token"]
        if not told.get("email") or told.get("email_verified") is not True:
            return []
        return [EmailAddress(email=told["email"].strip().lower(), verified=True, primary=True)]


class Exchange(OpenIDConnectOAuth2Adapter):
    """allauth's; with one address for all agencies, and a token whose signature is always looked at."""

    def get_provider(self):
        return Identities(self.request, app=IdentityAdapter(self.request).get_app(self.request, WE))

    def get_callback_url(self, request, app):
        return national_url("openid_connect_callback")

    def complete_login(self, request, app, token, **kwargs):
        id_token = kwargs["response"].get("id_token")
        if not id_token:
            raise ProviderException("no id_token")
        told = {"id_token": self._decode_id_token(app, id_token)}
        if "userinfo_endpoint" in self.openid_config:
            told["userinfo"] = self._fetch_user_info(token.token)
            if told["userinfo"].get("sub") != told["id_token"].get("sub"):      # OpenID Connect Core 5.3.2
                raise ProviderException("two subjects")
        return self.get_provider().sociallogin_from_response(request, told)

    def _decode_id_token(self, app, id_token):
        config = self.openid_config
        return jwtkit.verify_and_decode(credential=id_token, keys_url=config["jwks_uri"], issuer=config["issuer"], audience=app.client_id,
                                        lookup_kid=jwtkit.lookup_kid_jwk)


class IdentityAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request, sociallogin):
        return False

    def authenticate_by_email(self, sociallogin):
        """The account whose own confirmed address is the one that the provider has verified; nobody else's."""
        for told in (address.email.lower() for address in sociallogin.email_addresses if address.verified):
            ours = EmailAddress.objects.filter(email=told, verified=True).select_related("user").first()
            if ours and ours.user.email == told:
                return ours.user, told
        return None

    def pre_social_login(self, request, sociallogin):
        if not sociallogin.is_existing:
            raise ImmediateHttpResponse(turned_away(request))

    def on_authentication_error(self, request, provider, **kwargs):
        raise ImmediateHttpResponse(turned_away(request))


def turned_away(request):
    """The same for whoever cannot come in, whatever the reason."""
    messages.error(request, _("This sign-in did not work. It needs an account here that was opened with the same e-mail address and is "
                              "confirmed. You can also sign in with your password."))
    return HttpResponseRedirect(reverse("account_login"))
