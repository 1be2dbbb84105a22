"""What the pages of sign-in say and ask: names of factors, what goes to the browser's device, the way to the identity provider."""
import json
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import reverse

from accounts.factor_forms import KIND_WORDS
from accounts.queries import factors_of
from accounts.second_factor import Kind
from core.addresses import national_url

register = template.Library()


@register.simple_tag
def factor_name(factor):
    """“Authenticator app”, or what somebody called their passkey."""
    return factor.data.get("name") or KIND_WORDS[factor.type]


@register.filter
def has_app(factors):
    return any(factor.type == Kind.TOTP for factor in factors)


@register.filter
def uses_app(user):
    return has_app(factors_of(user))


@register.filter
def as_json(options):
    return json.dumps(options)


@register.simple_tag(takes_context=True)
def identity_provider(context):
    """{name, address} of the button, or None: without a provider there is no such thing."""
    if not settings.OIDC_ISSUER:
        return None
    wanted = context.get("redirect_field_value") or reverse("after_sign_in")
    return {"name": settings.OIDC_NAME, "address": f"{national_url('openid_connect_login')}?{urlencode({'next': wanted})}"}
