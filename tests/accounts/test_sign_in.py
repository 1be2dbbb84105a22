"""Sign-up, sign-in, reset and change of the password, as people do them through the pages."""
import re

import pytest
from django.conf import settings
from django.core import mail

from accounts.models import User
from core.errors import Unavailable
from tests.accounts.conftest import PASSWORD
from tests.factories import UserFactory

pytestmark = pytest.mark.usefixtures("fresh_counters")
NEW = "a-longer-sentence"


def sign_up(client, email="new@haetsal.example", site="/busan", **more):
    return client.post(f"{site}/accounts/signup/", {"email": email, "password1": PASSWORD, "password2": PASSWORD}, **more)


def link_in(message):
    return re.search(r"https://poom\.example(/\S+)", message.body)[1]


def without_token(answer):
    return re.sub(rb"[A-Za-z0-9]{64}", b"", answer.content)


def test_a_provider_s_person_signs_up_confirms_and_signs_in(busan, client, sign_in):
    assert sign_up(client)["Location"] == "/busan/accounts/confirm-email/"
    user = User.objects.get(email="new@haetsal.example")
    assert "/accounts/confirm-email/" in sign_in(client, user.email)["Location"]          # mandatory
    assert "/accounts/login/" in client.get("/busan/portal/")["Location"]
    address = link_in(mail.outbox[0])
    assert client.get(address).status_code == 200
    assert not user.emailaddress_set.get().verified                 # looking is not confirming: mail scanners look
    client.post(address)
    assert user.emailaddress_set.get().verified
    client.post("/busan/accounts/logout/")
    assert sign_in(client, user.email)["Location"] == "/busan/accounts/start/"
    assert "/accounts/about-you/" in client.get("/busan/portal/")["Location"]


def test_central_takes_no_sign_ups_and_says_so(central, client):
    assert client.get("/central/accounts/signup/").templates[0].name == "account/signup_closed.html"
    assert sign_up(client, site="/central").status_code == 200
    assert sign_up(client, site="").status_code == 200
    assert not User.objects.filter(email="new@haetsal.example").exists()


def test_known_and_unknown_addresses_look_the_same_at_sign_up(busan, client, client_elsewhere, with_password):
    with_password(busan.owner)
    known, unknown = sign_up(client, busan.owner.email), sign_up(client_elsewhere)
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    pages = [without_token(browser.get(known["Location"])).replace(email, b"x") for browser, email in (
        (client, busan.owner.email.encode()), (client_elsewhere, b"new@haetsal.example"))]
    assert pages[0] == pages[1]
    assert [message.to for message in mail.outbox] == [[busan.owner.email], ["new@haetsal.example"]]


def test_known_and_unknown_addresses_look_the_same_at_sign_in(busan, client, client_elsewhere, with_password, sign_in):
    with_password(busan.owner)
    answers = [sign_in(client, busan.owner.email, "wrong"), sign_in(client_elsewhere, "nob@provider.busan.example", "wrong")]
    bodies = [without_token(answer).replace(b"owner@", b"x@").replace(b"nob@", b"x@") for answer in answers]
    assert bodies[0] == bodies[1]


def test_known_and_unknown_addresses_look_the_same_at_reset(busan, client, client_elsewhere, with_password):
    with_password(busan.owner)
    answers = [browser.post("/busan/accounts/password/reset/", {"email": email})
               for browser, email in ((client, busan.owner.email), (client_elsewhere, "nobody@haetsal.example"))]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert without_token(client.get(answers[0]["Location"])) == without_token(client_elsewhere.get(answers[1]["Location"]))
    assert len(mail.outbox) == 2


def test_a_new_password_by_the_link_ends_every_session_and_the_link_works_once(busan, client, client_elsewhere, with_password, sign_in):
    with_password(busan.officer)
    sign_in(client_elsewhere, busan.officer.email)
    client.post("/busan/accounts/password/reset/", {"email": busan.officer.email})
    address = link_in(mail.outbox[0])
    form = client.get(address)["Location"]
    assert client.post(form, {"password1": NEW, "password2": NEW}).status_code == 302
    assert "/accounts/login/" in client_elsewhere.get("/busan/accounts/start/")["Location"]
    assert sign_in(client, busan.officer.email, NEW)["Location"] == "/busan/accounts/start/"
    assert client_elsewhere.get(address).status_code == 200


def test_changing_the_password_ends_the_other_sessions_and_keeps_the_own(busan, client, client_elsewhere, with_password, sign_in):
    with_password(busan.officer)
    sign_in(client, busan.officer.email)
    sign_in(client_elsewhere, busan.officer.email)
    post = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert client.post("/busan/accounts/password/change/", post)["Location"] == "/busan/accounts/start/"
    assert client.get("/busan/accounts/start/")["Location"] == "/busan/admin/"
    assert "/accounts/login/" in client_elsewhere.get("/busan/accounts/start/")["Location"]


def test_an_open_session_is_no_place_to_try_passwords(busan, client, with_password, sign_in):
    with_password(busan.officer)
    sign_in(client, busan.officer.email)
    for _ in range(settings.SIGN_IN_LIMIT):
        client.post("/busan/accounts/password/change/", {"oldpassword": "wrong", "password1": NEW, "password2": NEW})
    client.post("/busan/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert User.objects.get(pk=busan.officer.pk).check_password(PASSWORD)


@pytest.mark.parametrize("password", ["short", "password123", "poompoompoom", "x" * 129])
def test_a_weak_password_is_refused_with_a_reason(busan, client, password):
    answer = client.post("/busan/accounts/signup/", {"email": "new@haetsal.example", "password1": password, "password2": password})
    assert answer.context["form"].errors["password1"]


def test_signing_out_is_a_post(busan, client):
    client.force_login(busan.officer)
    client.get("/busan/accounts/logout/")
    assert client.get("/busan/accounts/start/")["Location"] == "/busan/admin/"
    assert client.post("/busan/accounts/logout/")["Location"] == "/busan/"
    assert "/accounts/login/" in client.get("/busan/accounts/start/")["Location"]
    client.force_login(busan.officer)
    assert client.post("/accounts/logout/")["Location"] == "/"


def test_a_closed_account_signs_in_nowhere(busan, client, with_password, sign_in):
    with_password(busan.owner)
    User.objects.filter(pk=busan.owner.pk).update(is_active=False)
    sign_in(client, busan.owner.email)
    assert "/accounts/login/" in client.get("/busan/portal/")["Location"]


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "https:evil.example"])
def test_sign_in_leads_to_no_foreign_site(busan, client, with_password, to):
    with_password(busan.officer)
    answer = client.post("/busan/accounts/login/", {"login": busan.officer.email, "password": PASSWORD, "next": to})
    assert answer["Location"] == "/busan/accounts/start/"


def test_links_in_messages_come_from_the_settings_whatever_host_was_asked(busan, client, with_password):
    with_password(busan.owner)
    client.post("/busan/accounts/password/reset/", {"email": busan.owner.email}, headers={"host": "localhost"})
    sign_up(client, busan.owner.email, headers={"host": "localhost"})
    client.post("/busan/accounts/password/reset/", {"email": "nobody@x.example"}, headers={"host": "localhost"})
    for message in mail.outbox:
        assert "localhost" not in message.body
        assert "testserver" not in message.body


def test_sign_ups_and_resets_are_counted_by_place(busan, client, settings):
    settings.DOOR_LIMIT = 2
    for number in range(3):
        last = sign_up(client, f"new{number}@haetsal.example")
    assert last.status_code == 200
    assert last.context["form"].non_field_errors()
    assert last.context["form"].data["email"] == "new2@haetsal.example"
    assert User.objects.filter(email__startswith="new").count() == 2
    assert sign_up(client, "other@haetsal.example", REMOTE_ADDR="203.0.113.9").status_code == 302


def test_nobody_is_flooded_with_messages(busan, client, settings):
    settings.MESSAGE_LIMIT = 2
    for number in range(4):
        client.post("/busan/accounts/password/reset/", {"email": "Nobody@x.example"}, REMOTE_ADDR=f"203.0.113.{number}")
    assert len(mail.outbox) == 2


def test_without_the_counters_the_door_says_so_and_keeps_what_was_typed(busan, client, monkeypatch, with_password, sign_in):
    def away(*_):
        raise Unavailable("paused")

    with_password(busan.officer)
    monkeypatch.setattr("accounts.limits.reserve", away)
    answer = sign_in(client, busan.officer.email)
    assert "paused" in answer.text
    assert busan.officer.email in answer.text
    assert "paused" in sign_up(client).text
    assert "/accounts/login/" in client.get("/busan/accounts/start/")["Location"]


def test_a_mail_server_that_is_away_is_a_sentence_and_leaves_no_half_account(busan, client, monkeypatch):
    def away(*_, **__):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", away)
    assert sign_up(client).status_code == 302
    assert not User.objects.filter(email="new@haetsal.example").exists()


def test_addresses_are_one_whatever_their_case(busan, client, with_password, sign_in):
    with_password(UserFactory(email="Someone@Haetsal.example"))
    assert sign_in(client, " SOMEONE@haetsal.EXAMPLE ")["Location"] == "/busan/accounts/start/"
