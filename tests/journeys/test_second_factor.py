"""A second factor, set up and used: with an app and its recovery codes, by keyboard; and with a passkey on the own device."""
import re
import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.journeys.acting import download, press, send
from tests.journeys.conftest import PHONE

TRAINER, OBSERVER = "trainer@busan.example", "observer@busan.example"
ASK, SECURITY, SESSIONS = "/busan/accounts/factor/ask/", "/busan/accounts/security/", "/busan/accounts/sessions/"


def code_of(secret, steps=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def answer(person, code):
    """By keyboard only."""
    person.page.locator("main input[name=code]").focus()
    person.page.keyboard.type(code)
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")


def sign_out(person):
    press(person.page, "form[action$='/accounts/logout/'] button:visible")


def set_up_app(person):
    """Returns the secret, as the person would type it."""
    person.go(SECURITY)
    person.look("factor-none")
    press(person.page, "main a[href$='/security/app/']")
    person.look("factor-app")
    person.page.locator("main details summary").click()
    secret = person.page.locator("main details .code").inner_text().replace(" ", "")
    answer(person, code_of(secret))
    return secret


def test_a_trainer_with_an_app_and_recovery_codes(browse, tmp_path):
    trainer, elsewhere = browse(), browse(PHONE)
    trainer.sign_in(TRAINER)
    secret = set_up_app(trainer)
    trainer.look("factor-codes")
    codes = trainer.page.locator("main ol.recovery li").all_inner_texts()
    text = download(trainer.page, "main a[href$='codes.txt']", tmp_path / "codes.txt").read_text()
    assert len(codes) == 10
    assert re.findall(r"(?m)^\d{8}", text) == codes
    send(trainer.page)
    trainer.look("factor-set-up")

    sign_out(trainer)
    trainer.sign_in(TRAINER)
    assert trainer.page.url.endswith(ASK)
    trainer.look("factor-ask")
    fresh = code_of(secret, steps=1)
    answer(trainer, fresh)
    assert "/busan/admin/" in trainer.page.url

    elsewhere.sign_in(TRAINER)
    elsewhere.look("factor-ask")
    answer(elsewhere, fresh)                                            # somebody looked over the shoulder
    assert elsewhere.page.url.endswith(ASK)
    elsewhere.look("factor-refused")
    answer(elsewhere, codes[0])
    assert "/busan/admin/" in elsewhere.page.url
    for person in (trainer, elsewhere):
        person.go(SESSIONS)
        person.look("sessions")
    press(trainer.page, "form[action$='/sessions/end/'] button")
    elsewhere.go("/busan/admin/")
    assert "/accounts/login/" in elsewhere.page.url
    for name, path in (("again-password", "/busan/accounts/reauthenticate/"), ("again-code", "/busan/accounts/factor/again/")):
        trainer.go(path)
        trainer.look(f"factor-{name}")
    elsewhere.sign_in(TRAINER)
    answer(elsewhere, codes[1])
    for name, path in (("set-up", SECURITY), ("again-password", "/busan/accounts/reauthenticate/")):
        elsewhere.go(path)
        elsewhere.look(f"factor-{name}")
    trainer.go(f"{SECURITY}?lang=en")
    press(trainer.page, "main form[action*='/security/remove/'] button")
    trainer.look("factor-remove")
    press(trainer.page, "main button.danger")
    assert "/accounts/security/" in trainer.page.url


def test_an_observer_with_a_passkey(browse):
    observer = browse(PHONE)
    device = observer.page.context.new_cdp_session(observer.page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
        "automaticPresenceSimulation": True}})
    observer.sign_in(OBSERVER)
    observer.go(f"{SECURITY}passkey/")
    observer.look("passkey-new")
    observer.page.locator("main input[name=name]").fill("내 휴대전화")
    observer.page.locator("main form[data-passkey] button.primary").click()
    observer.page.wait_for_url("**/security/codes/")
    send(observer.page)
    observer.look("passkey-set-up")
    observer.page.locator("details.menu summary").click()
    sign_out(observer)

    observer.go("/busan/accounts/login/")
    observer.look("passkey-login")
    observer.page.locator("main form[data-passkey] button").click()
    observer.page.wait_for_url("**/busan/admin/")
    observer.go("/busan/accounts/passkey/again/")
    observer.look("passkey-again")
