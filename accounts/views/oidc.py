"""Away to the identity provider, and back from it."""
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from requests import RequestException

from accounts import limits, oidc
from accounts.guards import door
from accounts.views.account import next_of
from core.peers import peer

HOUR = 60 * 60


@door
def oidc_login(request):
    """To the provider. Where they wanted to go is kept in the session."""
    if not limits.reserve(f"oidc:{peer(request)}", settings.DOOR_LIMIT, HOUR):
        return oidc.turned_away(request)
    try:
        return oidc.Exchange(request, oidc.WE).get_provider().redirect(request, AuthProcess.LOGIN, next_url=next_of(request))
    except (RequestException, OAuth2Error, KeyError):
        return oidc.turned_away(request)


@door
def oidc_callback(request):
    """Back from there, with a code that is exchanged for who it is."""
    try:
        return OAuth2CallbackView.adapter_view(oidc.Exchange(request, oidc.WE))(request)
    except (RequestException, ValueError, KeyError):
        return oidc.turned_away(request)
