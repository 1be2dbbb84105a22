"""A certificate after it was given: its provider orders a plaque on a telephone, the desk issues a lost paper again, the director suspends
it, and everybody reads what it is now."""
from playwright.sync_api import expect

from desk.demonstration.more_firms import MORE_FIRMS
from desk.demonstration.providers import FIRMS
from tests.journeys.acting import act, confirm_if_asked, follow, press, until_there
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.sanctioning import fill_draft

OWNERS = {firm.name: f"owner@{firm.account}.example" for firm in (*FIRMS, *MORE_FIRMS)}
LIST, WHY = "/busan/admin/certificates/?state=valid&year=2025", "안전 점검 지적 사항을 시정하는 동안 정지합니다."


def open_one(officer):
    """The desk's page of one that is valid and whose provider has asked for nothing; its provider's name."""
    officer.sign_in("officer@busan.example")
    officer.go(LIST)
    officer.look("certificates")
    links = "main table tbody a[href*='/admin/certificates/']"
    for address in officer.page.eval_on_selector_all(links, "all => all.map(one => one.href)")[::-1]:
        officer.page.goto(address)
        provider = officer.page.locator("h1").first.inner_text().strip()
        if provider in OWNERS and officer.page.locator("a[href*='/reissue/']").count() \
                and officer.page.locator("a[href$='/sanction/']").count() and not officer.page.locator("#next").count():
            officer.look("certificate-desk")
            return officer.page.url, provider
    raise AssertionError("no certificate is valid")


def issue_again(officer):
    follow(officer.page, "a[href*='/reissue/']")
    officer.look("certificate-reissue")
    officer.page.locator("[name=reason]").fill("이사 중 분실")
    press(officer.page, "main form button.primary")
    confirm_if_asked(officer.page)
    expect(officer.page.locator("section:has(#documents)")).to_contain_text("제2판")


def order_plaque(owner, provider, number):
    owner.sign_in(OWNERS[provider])
    owner.go("/busan/portal/certificates/")
    owner.look("certificates-own")
    follow(owner.page, f"li:has-text('{number}') h2 a")
    owner.look("certificate-own")
    follow(owner.page, "a[href$='/plaque/']")
    owner.look("plaque-order")
    press(owner.page, "main form button.primary")
    until_there(owner.page, "form[action$='/approve/'] button")
    owner.look("plaque-proof")
    press(owner.page, "form[action$='/approve/'] button")


def suspend(officer, director, desk):
    """The officer drafts a sanction, and the director suspends at once; its hearing follows."""
    officer.page.goto(desk)
    follow(officer.page, "a[href$='/sanction/']")
    fill_draft(officer.page)
    officer.look("sanction-draft")
    press(officer.page, "main form button.primary")
    sanction = officer.page.url
    director.sign_in("director@busan.example")
    director.page.goto(sanction)
    director.page.locator("summary", has_text="즉시 효력정지").click()
    director.page.locator("[name=urgent-reason]").fill(WHY)
    director.look("sanction-at-once")
    act(director.page, "/at-once/")
    expect(director.page.locator("main")).to_contain_text("즉시 정지하였습니다")
    director.page.goto(desk)
    director.look("certificate-director")
    expect(director.page.locator(".desk-head")).to_contain_text("정지")


def look_at_the_desk_on_a_telephone(small, desk):
    small.sign_in("officer@busan.example")
    for name, address in (("certificates", LIST), ("certificate-desk", desk), ("plaques", "/busan/admin/plaques/"),
                          ("ceremonies", "/busan/admin/ceremonies/")):
        small.page.goto(address)
        small.look(name)
    follow(small.page, "main a[href*='/admin/ceremonies/']")
    small.look("ceremony")
    follow(small.page, "a[href$='/door/']")
    small.look("ceremony-door")


def test_a_plaque_a_lost_paper_a_suspension(browse):
    officer, owner, citizen = browse(DESKTOP), browse(PHONE), browse(PHONE)
    desk, provider = open_one(officer)
    issue_again(officer)
    public = officer.page.locator("a[href*='/register/']").first.get_attribute("href")
    number = officer.page.locator(".crumbs li").last.inner_text().strip()
    order_plaque(owner, provider, number)
    officer.go("/busan/admin/plaques/")
    officer.look("plaques")
    press(officer.page, "form[action$='/order/'] button")
    until_there(officer.page, "a[href*='/plaques/prints/'][href$='.pdf']")
    suspend(officer, browse(DESKTOP), desk)
    citizen.page.goto(public)
    expect(citizen.page.locator("main")).to_contain_text(WHY)
    owner.go("/busan/portal/certificates/")
    expect(owner.page.locator(f"li:has-text('{number}')")).to_contain_text("정지")
    look_at_the_desk_on_a_telephone(browse(PHONE), desk)
