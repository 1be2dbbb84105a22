"""Setting up a second factor, its recovery codes in sight once, and taking it away."""
import re

import pytest
from allauth.mfa.models import Authenticator

from accounts.models import User
from tests.accounts.conftest import Telephone, codes_of
from tests.accounts.test_second_factor import ASK, SECURITY, is_in

pytestmark = pytest.mark.usefixtures("fresh_counters")
APP, CODES, TEXT = f"{SECURITY}app/", f"{SECURITY}codes/", f"{SECURITY}codes.txt"


def set_up(client):
    page = client.get(APP)
    telephone = Telephone(page.context["secret"].replace(" ", ""))
    assert client.post(APP, {"code": telephone.code()})["Location"] == CODES
    return telephone


def test_an_app_is_set_up_with_its_first_code_and_asks_from_then_on(busan, client, signed_in, client_elsewhere, sign_in):
    sign_in(client_elsewhere, signed_in(busan.officer) and busan.officer.email)
    telephone = set_up(client)
    assert is_in(client)
    assert not is_in(client_elsewhere)                              # it had come in without
    assert sign_in(client_elsewhere, busan.officer.email)["Location"] == ASK
    client_elsewhere.post(ASK, {"code": telephone.code()})
    assert not is_in(client_elsewhere)                              # the first code is used up as well
    client_elsewhere.post(ASK, {"code": telephone.code(steps=1)})
    assert is_in(client_elsewhere)


def test_a_wrong_first_code_sets_nothing_up_and_keeps_the_picture(busan, client, signed_in):
    signed_in(busan.owner)
    secret = client.get(APP).context["secret"]
    page = client.post(APP, {"code": Telephone(secret.replace(" ", "")).wrong()})
    assert page.context["form"].errors["code"]
    assert page.context["secret"] == secret
    assert not Authenticator.objects.exists()


def test_recovery_codes_are_seen_once(busan, client, signed_in):
    signed_in(busan.owner)
    set_up(client)
    page, text = client.get(CODES), client.get(TEXT)
    codes = codes_of(busan.owner)
    assert page.context["codes"] == codes
    assert re.findall(r"(?m)^\d{8}", text.text) == codes
    assert "attachment" in text["Content-Disposition"]
    assert "no-store" in text["Cache-Control"]
    assert client.post(CODES)["Location"] == SECURITY
    assert client.get(TEXT).status_code == 404
    assert not any(code in client.get(CODES).text + client.get(SECURITY).text for code in codes)


def test_codes_left_in_sight_are_gone_after_ten_minutes_and_in_no_other_browser(busan, client, client_elsewhere, signed_in, later):
    signed_in(busan.owner)
    set_up(client)
    client_elsewhere.force_login(User.objects.get(pk=busan.owner.pk))
    assert client_elsewhere.get(TEXT).status_code == 404
    later(minutes=11)
    assert client.get(TEXT).status_code == 404


def test_new_codes_put_the_old_ones_out_of_use(busan, client, signed_in):
    signed_in(busan.owner)
    telephone = set_up(client)
    old = codes_of(busan.owner)
    assert client.post(f"{CODES}new/")["Location"] == CODES
    assert not set(old) & set(codes_of(busan.owner))
    assert telephone.secret


def test_who_was_led_here_goes_on_where_they_wanted(busan, client, signed_in, settings):
    settings.SECOND_FACTOR_DEMANDED = True
    signed_in(busan.auditor)
    to = client.get("/busan/admin/cases/?q=x")["Location"]
    client.get(to)
    set_up(client)
    assert client.post(CODES)["Location"] == "/busan/admin/cases/?q=x"
    assert client.get("/busan/admin/cases/").status_code == 200


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example/x", "javascript:alert(1)"])
def test_nobody_is_led_to_a_foreign_site(busan, client, signed_in, to):
    signed_in(busan.owner)
    client.get(SECURITY, {"next": to})
    set_up(client)
    assert client.post(CODES)["Location"] == "/busan/accounts/start/"


def test_a_factor_is_taken_away_and_its_recovery_codes_with_it(busan, client, signed_in):
    signed_in(busan.owner)
    set_up(client)
    factor = Authenticator.objects.get(type="totp")
    assert client.get(f"{SECURITY}remove/", {"factor": factor.pk}).status_code == 200
    assert Authenticator.objects.count() == 2
    assert client.post(f"{SECURITY}remove/", {"factor": factor.pk})["Location"] == SECURITY
    assert not Authenticator.objects.exists()
    assert is_in(client)


def test_nobody_takes_away_anothers(busan, client, signed_in, with_app):
    with_app(busan.owner)
    signed_in(busan.colleague)
    for factor in (Authenticator.objects.get(type="totp").pk, 999_999_999, "x", ""):
        assert client.post(f"{SECURITY}remove/", {"factor": factor}).status_code == 404
    assert Authenticator.objects.count() == 2


def test_who_needs_one_keeps_the_last(busan, client, signed_in, settings):
    settings.SECOND_FACTOR_DEMANDED = True
    signed_in(busan.officer)
    set_up(client)
    client.post(f"{SECURITY}remove/", {"factor": Authenticator.objects.get(type="totp").pk})
    assert Authenticator.objects.filter(type="totp").exists()


def test_a_second_app_is_refused_in_the_form(busan, client, signed_in):
    signed_in(busan.owner)
    set_up(client)
    page = client.get(APP)
    again = client.post(APP, {"code": Telephone(page.context["secret"].replace(" ", "")).code()})
    assert again.context["form"].non_field_errors()
    assert Authenticator.objects.filter(type="totp").count() == 1


def test_it_works_on_the_national_site_too(operator, client, with_password, sign_in):
    sign_in(client, with_password(operator).email, site="")
    page = client.get("/accounts/security/app/")
    telephone = Telephone(page.context["secret"].replace(" ", ""))
    assert client.post("/accounts/security/app/", {"code": telephone.code()})["Location"] == "/accounts/security/codes/"
    client.post("/accounts/logout/")
    assert sign_in(client, operator.email, site="")["Location"] == "/accounts/factor/ask/"
    assert client.post("/accounts/factor/ask/", {"code": telephone.code(1)})["Location"] == "/accounts/start/"
