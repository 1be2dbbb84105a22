"""A provider's way through the house: signing up, registering, being confirmed by the officer, and being told."""
import re

import pytest
from playwright.sync_api import expect

from tests import files
from tests.journeys.acting import fill, send, wait_for_mail
from tests.journeys.conftest import DESKTOP, PHONE

BIRTH, MOBILE, PASSWORD = "1979-03-14", "010-0000-1234", "노을 지는 바다에서 만나요"


def sign_up(person, email):
    """From the agency's home to one's own start page, by the link in the mail."""
    person.go("/busan/accounts/signup/")
    person.look("signup")
    fill(person.page, email=email, password1=PASSWORD, password2=PASSWORD)
    send(person.page)
    person.look("signup-sent")
    link = re.search(r"http://\S+/confirm-email/\S+", wait_for_mail(person, email)).group()
    person.page.goto(link)
    person.look("confirm-email")
    send(person.page)
    if "/login/" in person.page.url or person.page.locator("[name=login]").count():
        person.sign_in(email, password=PASSWORD)
    fill(person.page, name="한바다", birth_on=BIRTH, phone=MOBILE)
    person.look("about-you")
    send(person.page)


def register(person, name, number):
    page = person.page
    person.go("/busan/portal/")
    person.look("portal-empty")
    person.go("/busan/portal/register/")
    person.look("register-empty")
    send(page)                                              # nothing filled in: every question says what it wants
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    person.look("register-errors")
    fill(page, name=name, business_number="000-00-00001", head_name="한바다", phone="051-000-0000",
         email="office@hanbada.example", postcode="48000", address_base="부산광역시 해운대구 바다로 00")
    page.locator("[name=district]").select_option(label="해운대구")
    page.locator("[name=certificate]").set_input_files(
        {"name": "사업자등록증.pdf", "mimeType": "application/pdf", "buffer": files.pdf()})
    send(page)
    expect(page.locator("[name=business_number]")).to_have_value("000-00-00001")
    assert page.locator("[name=business_number]").get_attribute("aria-invalid") == "true"
    assert page.locator("[name=name]").input_value() == name    # nothing typed is lost
    fill(page, business_number=number)
    if page.locator("[name=not_ours]").is_visible():
        page.locator("[name=not_ours]").check()                 # a centre of a similar name is there already
    page.locator("[name=certificate]").set_input_files(
        {"name": "사업자등록증.pdf", "mimeType": "application/pdf", "buffer": files.pdf()})
    send(page)
    expect(page.locator("h1")).to_contain_text(name)
    person.look("provider-registered")


def add_site(person, name, district):
    page = person.page
    page.locator("a[href*='/sites/add/']").first.click()
    fill(page, name=name, phone="051-000-0001", postcode="48001", address_base=f"부산광역시 {district} 바다로 00",
         latitude="129.163600", longitude="35.163100")          # the wrong way round
    page.locator("[name=district]").select_option(label=district)
    send(page)
    assert page.locator("[name=latitude]").get_attribute("aria-invalid") == "true"
    person.look("site-swapped")
    page.locator("[name=swap]").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text(name)


def add_offering(person):
    page = person.page
    page.locator("a[href*='/offerings/add/']").first.click()
    page.locator("[name=service_type]").select_option(index=1)
    fill(page, registration_number="0000-00", registered_on="2022-03-02")
    person.look("offering")
    send(page)


@pytest.mark.parametrize(("size", "number", "email", "name"), [
    (DESKTOP, "000-89-90017", "owner@hanbada.example", "한바다아동발달센터"),
    (PHONE, "000-89-90021", "owner@dalbit.example", "달빛마음상담소"),
], ids=["desktop", "phone"])
def test_a_provider_registers_and_is_confirmed_and_told(size, number, email, name, browse):
    owner = browse(size)
    sign_up(owner, email)
    register(owner, name, number)
    address = owner.page.url
    add_site(owner, f"{name} 본점", "해운대구")
    owner.page.goto(address)
    add_site(owner, f"{name} 기장점", "기장군")
    owner.page.goto(address)
    add_offering(owner)
    owner.page.goto(address)
    owner.look("provider-with-sites")

    officer = browse(size)
    officer.sign_in("officer@busan.example")
    officer.look("desk-today")
    officer.go(f"/busan/admin/providers/?q={name}")
    officer.look("desk-providers")
    officer.page.locator("main a", has_text=name).first.click()
    officer.look("desk-provider")
    officer.page.locator("form[action$='/confirm/'] button").click()
    officer.page.wait_for_load_state()
    officer.look("desk-provider-confirmed")

    assert "신청하실 수 있습니다" in wait_for_mail(owner, email, name, "확인하였습니다")
    owner.page.goto(address)
    owner.look("provider-confirmed")
    owner.go("/busan/accounts/inbox/")
    owner.look("inbox")
    owner.page.locator("main a[href*='/inbox/']").first.click()
    expect(owner.page.locator("main")).to_contain_text(name)
    owner.look("notice")
