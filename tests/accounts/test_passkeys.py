"""Passkeys: bound to the main host, to one account, to one question."""
import json

import pytest
from allauth.mfa.models import Authenticator

from tests.accounts.device import Device
from tests.accounts.test_second_factor import ASK, SECURITY, START, is_in
from tests.accounts.test_sign_in import without_token

pytestmark = pytest.mark.usefixtures("fresh_counters")
ADD, ALONE = f"{SECURITY}passkey/", "/busan/accounts/passkey/sign-in/"


def add(client, device, name="내 전화기"):
    return client.post(ADD, {"name": name, "credential": device.make(json.loads(client.get(ADD).context["options"]))})


def question(client):
    return client.get(ALONE, headers={"accept": "application/json"}).json()["request_options"]


@pytest.fixture
def device(busan, client, signed_in):
    """The officer's, set up; and the officer signed out again."""
    signed_in(busan.officer)
    device = Device()
    assert add(client, device)["Location"] == f"{SECURITY}codes/"
    client.post("/busan/accounts/logout/")
    return device


def test_a_passkey_alone_signs_in(device, busan, client):
    answer = client.post(ALONE, {"credential": device.use(question(client)), "next": "/busan/admin/cases/"})
    assert answer["Location"] == "/busan/admin/cases/"
    assert client.session["_auth_user_id"] == str(busan.officer.pk)
    assert client.session["factor"]


def test_after_the_password_it_is_the_second_step(device, busan, client, sign_in):
    assert sign_in(client, busan.officer.email)["Location"] == ASK
    options = client.get(ASK).context["js_data"]["request_options"]
    assert client.post(ASK, {"credential": device.use(options)})["Location"] == START
    assert is_in(client)


@pytest.mark.parametrize(("host", "origin"), [
    ("evil.example", None), ("poom.example", "https://evil.example"), ("evil.example", "https://poom.example"),
    ("poom.example", "http://poom.example"), ("daejeon.example", None), ("poom.example", "https://poom.example.evil.example"),
])
def test_a_passkey_of_another_host_is_refused(device, busan, client, signed_in, host, origin):
    device.host, device.origin = host, origin or f"https://{host}"
    client.post(ALONE, {"credential": device.use(question(client))})
    assert not is_in(client)
    signed_in(busan.owner)
    assert add(client, Device(host, origin)).context["form"].errors["credential"]
    assert not Authenticator.objects.filter(user=busan.owner).exists()


def test_the_host_comes_from_the_settings_whatever_was_asked(busan, client):
    answer = client.get(ALONE, headers={"accept": "application/json", "host": "localhost"}).json()
    assert answer["request_options"]["publicKey"]["rpId"] == "poom.example"


@pytest.mark.parametrize("path", ["accounts/passkey/sign-in/", "accounts/factor/ask/", "accounts/security/", "accounts/sessions/"])
def test_an_agency_s_own_domain_sends_to_the_main_host(daejeon, client, path):
    answer = client.get(f"/{path}", headers={"host": "daejeon.example"})
    assert answer["Location"] == f"https://poom.example/daejeon/{path}"


def test_an_answer_counts_for_one_question(device, client):
    answer = device.use(question(client))
    question(client)
    client.post(ALONE, {"credential": answer})
    assert not is_in(client)


def test_a_passkey_opens_no_other_account(device, busan, client, client_elsewhere, signed_in):
    client_elsewhere.force_login(busan.owner)
    another = Device()
    add(client_elsewhere, another)
    client.post(ALONE, {"credential": another.use(question(client), handle=device.user_handle)})
    assert not is_in(client)


def test_who_was_not_verified_by_the_device_does_not_come_in(device, busan, client, signed_in):
    unverified = Device(verified=False)
    signed_in(busan.owner)
    assert add(client, unverified).context["form"].errors["credential"]
    client.post("/busan/accounts/logout/")
    device.flags = unverified.flags
    client.post(ALONE, {"credential": device.use(question(client))})
    assert not is_in(client)


@pytest.mark.parametrize("credential", [
    "", "x", "[]", "1", "null", "{}", '{"response": 1}', '{"id": 1, "response": {}}', '{"response": {"userHandle": "w4M"}}'])
def test_whatever_is_sent_gets_the_same_sentence(device, client, credential):
    question(client)
    assert client.post(ALONE, {"credential": credential})["Location"] == "/busan/accounts/login/"
    assert not is_in(client)


def test_known_and_unknown_passkeys_look_the_same(device, busan, client, client_elsewhere):
    stranger, pages = Device(), []
    client.get("/busan/accounts/login/")                # "You are signed out" is read
    for browser, handle in ((client, device.user_handle), (client_elsewhere, "enp6eno")):
        answer = browser.post(ALONE, {"credential": stranger.use(question(browser), handle=handle)})
        pages.append((answer.status_code, answer["Location"], without_token(browser.get(answer["Location"]))))
    assert pages[0] == pages[1]
    assert "패스키" in pages[0][2].decode()


def test_tries_with_passkeys_are_counted(device, client, settings):
    settings.DOOR_LIMIT = 2
    for _ in range(2):
        client.post(ALONE, {"credential": Device().use(question(client), handle=device.user_handle)})
    client.post(ALONE, {"credential": device.use(question(client))})
    assert not is_in(client)
