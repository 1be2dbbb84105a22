"""Sign-in by an identity provider: it says who somebody is, and nothing more."""
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from django.urls import NoReverseMatch

from accounts import views
from accounts.guards import Who
from accounts.models import User
from core.addresses import national_url
from tests.accounts.stand_in import StandIn
from tests.accounts.test_second_factor import is_in
from tests.accounts.test_sign_in import without_token

pytestmark = pytest.mark.usefixtures("fresh_counters")
LOGIN, BACK = "/accounts/oidc/login/", "/accounts/oidc/login/callback/"


@pytest.fixture(scope="module")
def provider():
    running = StandIn()
    yield running
    running.stop()


@pytest.fixture
def there(provider, settings):
    """The provider, set and in order."""
    provider.signs_with, provider.is_away, provider.asked = provider.key, False, []
    settings.ROOT_URLCONF = "tests.accounts.urls_with_provider"
    settings.OIDC_ISSUER, settings.OIDC_NAME = provider.url, "공무원 통합인증"
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [{
        "provider_id": "oidc", "name": "공무원 통합인증", "client_id": "poom", "secret": "a secret",
        "settings": {"server_url": provider.url}}]}}
    return provider


def through(client, provider, *, to="/busan/accounts/start/", **claims):
    """There and back again, as a browser goes."""
    provider.says(**claims)
    away = client.get(LOGIN, {"next": to})
    asked = {name: value[0] for name, value in parse_qs(urlsplit(away["Location"]).query).items()}
    provider.challenge = asked["code_challenge"]
    assert asked["redirect_uri"] == f"https://poom.example{BACK}"
    return client.get(BACK, {"code": "c", "state": asked["state"]})


@pytest.fixture
def officer(busan, with_password):
    return with_password(busan.officer)


def test_without_a_setting_there_is_no_address_and_no_button(busan, client):
    with pytest.raises(NoReverseMatch):
        national_url("openid_connect_login")
    assert client.get(LOGIN).status_code == 404
    assert "oidc" not in client.get("/busan/accounts/login/").text


def test_with_it_there_is_a_button_that_comes_back_to_the_agency(busan, there, client):
    page = client.get("/busan/accounts/login/", {"next": "/busan/admin/cases/"}).text
    assert "공무원 통합인증" in page
    assert f'href="https://poom.example{LOGIN}?next=%2Fbusan%2Fadmin%2Fcases%2F"' in page
    assert {views.oidc_login.guard.who, views.oidc_callback.guard.who} == {Who.DOOR}


def test_who_has_an_account_with_this_confirmed_address_comes_in(busan, there, officer, client):
    answer = through(client, there, email="Officer@busan.example", to="/busan/admin/cases/")
    assert answer["Location"] == "/busan/admin/cases/"
    assert client.session["_auth_user_id"] == str(officer.pk)
    linked = SocialAccount.objects.get()
    assert (linked.user, linked.uid, linked.extra_data) == (officer, "person-1", {"id_token": {"amr": None}})
    client.post("/busan/accounts/logout/")
    assert through(client, there)["Location"] == "/busan/accounts/start/"       # known by its number from now on
    assert is_in(client)


@pytest.mark.parametrize("claims", [
    {"email": "nobody@busan.example"},
    {"email": "officer@busan.example", "email_verified": False},
    {"email": "officer@busan.example", "email_verified": "true"},
    {"email": "manager@busan.example"},                             # an account whose address nobody has confirmed
    {},
    {"email": "officer@busan.example", "sub": ""},
    {"email": "officer@busan.example", "aud": "another site"},
    {"email": "officer@busan.example", "iss": "https://evil.example"},
    {"email": "officer@busan.example", "exp": 1},
])
def test_everybody_else_gets_the_same_answer_and_no_account(busan, there, officer, claims):
    EmailAddress.objects.create(user=busan.manager, email="manager@busan.example", verified=False, primary=True)
    accounts, seen = User.objects.count(), []
    for told in ({"email": "never-seen@x.example"}, claims):
        browser = Client()
        answer = through(browser, there, **told)
        seen.append((answer.status_code, answer["Location"], without_token(browser.get(answer["Location"]))))
        assert not is_in(browser)
    assert seen[0] == seen[1]
    assert User.objects.count() == accounts
    assert not SocialAccount.objects.exists()


def test_a_token_that_somebody_else_signed_is_refused(busan, there, officer, client):
    there.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    through(client, there, email=officer.email)
    assert not is_in(client)


def test_two_answers_about_two_people_are_refused(busan, there, officer, client, monkeypatch):
    real = StandIn.says
    monkeypatch.setattr(StandIn, "says", lambda self, **claims: (real(self, **claims), self.userinfo.update(sub="person-2")))
    through(client, there, email=officer.email)
    assert not is_in(client)


def test_a_state_counts_once_and_in_its_own_browser(busan, there, officer, client, client_elsewhere):
    there.says(email=officer.email)
    asked = parse_qs(urlsplit(client.get(LOGIN)["Location"]).query)
    there.challenge = asked["code_challenge"][0]
    post = {"code": "c", "state": asked["state"][0]}
    client_elsewhere.get(BACK, post)
    assert not is_in(client_elsewhere)
    client.get(BACK, post)
    assert is_in(client)
    client.post("/busan/accounts/logout/")
    client.get(BACK, post)
    assert not is_in(client)


def test_the_second_factor_still_asks(busan, there, officer, client, with_app):
    telephone = with_app(officer)
    assert through(client, there, email=officer.email, amr=["pwd", "mfa"])["Location"] == "/accounts/factor/ask/"
    assert not is_in(client)
    client.post("/accounts/factor/ask/", {"code": telephone.code()})
    assert is_in(client)


def test_who_must_have_one_is_led_to_it(busan, there, officer, client, settings):
    settings.SECOND_FACTOR_DEMANDED = True
    through(client, there, email=officer.email, amr=["mfa"])
    assert "/accounts/security/" in client.get("/busan/admin/")["Location"]


@pytest.mark.parametrize(("amr", "asks"), [(["pwd", "mfa"], False), (["pwd"], True), ("mfa", True), (None, True)])
def test_by_setting_the_provider_is_believed_that_it_saw_one(busan, there, officer, client, with_app, settings, amr, asks):
    settings.OIDC_SECOND_FACTOR = settings.SECOND_FACTOR_DEMANDED = True
    with_app(officer)
    through(client, there, email=officer.email, amr=amr)
    assert is_in(client) is not asks
    if not asks:
        assert client.get("/busan/admin/").status_code == 200


def test_it_opens_nothing_that_the_account_has_not(busan, there, client, with_password):
    with_password(busan.owner)
    through(client, there, email=busan.owner.email, roles=["admin"], groups=["director"])
    assert client.get("/busan/admin/").status_code == 403
    assert client.get("/busan/portal/").status_code == 200


def test_a_closed_account_stays_closed(busan, there, officer, client):
    User.objects.filter(pk=officer.pk).update(is_active=False)
    through(client, there, email=officer.email)
    assert not is_in(client)


def test_nobody_who_is_signed_in_is_linked_to_a_stranger_s_identity(busan, there, officer, client, signed_in):
    signed_in(officer)
    there.says(email="nobody@x.example")
    asked = parse_qs(urlsplit(client.get(LOGIN, {"process": "connect"})["Location"]).query)
    there.challenge = asked["code_challenge"][0]
    client.get(BACK, {"code": "c", "state": asked["state"][0]})
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_it_leads_to_no_foreign_site(busan, there, officer, client, to):
    assert through(client, there, email=officer.email, to=to)["Location"] == "/accounts/start/"


def test_a_provider_that_is_away_is_a_sentence(busan, there, client):
    there.is_away = True
    assert client.get(LOGIN)["Location"] == "/accounts/login/"
    there.is_away = False
    there.says(email="x@x.example")
    state = parse_qs(urlsplit(client.get(LOGIN)["Location"]).query)["state"][0]
    there.is_away = True
    assert client.get(BACK, {"code": "c", "state": state})["Location"] == "/accounts/login/"
    assert client.get(BACK, {"error": "access_denied"})["Location"] == "/accounts/login/"


def test_the_stand_in_signs_as_real_ones_do(provider):
    provider.says(email="x@x.example")
    provider.challenge = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"         # of an empty verifier
    token = provider.token({"client_secret": ["a secret"]})["id_token"]
    assert jwt.decode(token, provider.key.public_key(), algorithms=["RS256"], audience="poom")["sub"] == "person-1"
