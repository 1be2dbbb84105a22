"""A provider learns who assesses it and challenges one; the manager grants it, somebody else comes, everything is handed over, a cover."""
from playwright.sync_api import expect

from tests.journeys.acting import act, follow, press
from tests.journeys.conftest import DESKTOP, PHONE

OWNER, PROVIDER = "owner@onnuri.example", "온누리마음돌봄"
DOUBT = "위원께서 우리 기관과 같은 구에서 경쟁하는 기관의 운영위원을 맡고 계십니다."


def challenge(owner):
    """On the telephone and at the desk: who assesses, until when, and why one of them should not."""
    owner.sign_in(OWNER)
    owner.go("/busan/portal/applications/")
    follow(owner.page, "main .cards a[href*='/portal/applications/']")
    owner.page.locator("#assessors").scroll_into_view_if_needed()
    return owner.page.url


def decide(manager):
    manager.sign_in("manager@busan.example")
    manager.go(f"/busan/admin/cases/?q={PROVIDER}&stage=document_review")
    follow(manager.page, "main table a[href*='/admin/cases/']")
    expect(manager.page.locator(".next-step")).to_contain_text("기피 신청")
    manager.look("team-case-challenged")
    manager.page.locator("input[type=radio][value=grant]").check()
    manager.page.locator("textarea[name^='challenge-']").fill("경쟁 기관의 운영위원임을 확인하였습니다.")
    press(manager.page, "form[action*='/challenges/'] button.primary")
    expect(manager.page.locator("#turns").locator("..")).to_contain_text("기피 신청 인용")
    manager.page.locator("[name=assign-assessor]").first.select_option(index=1)
    manager.look("team-case-replacing")
    return manager.page.url


def test_told_challenged_granted_replaced_handed_over_and_covered(browse):
    owner, small = browse(DESKTOP), browse(PHONE)
    page = challenge(owner)
    owner.look("team-told")
    challenge(small)
    small.look("team-told")
    follow(owner.page, "a[href*='/portal/assessors/']")
    small.go(owner.page.url)
    small.look("team-challenge")
    owner.page.locator("[name=reason]").fill(DOUBT)
    owner.look("team-challenge")
    press(owner.page, "main form button.primary")
    owner.look("team-challenged")
    manager = browse(DESKTOP)
    case = decide(manager)
    press(manager.page, "form[action$='/assessors/'] button.primary")
    manager.look("team-case-replaced")
    desk_on_a_telephone = browse(PHONE)
    desk_on_a_telephone.sign_in("officer@busan.example")
    desk_on_a_telephone.page.goto(case)
    desk_on_a_telephone.look("team-case-replaced")
    owner.page.goto(page)
    expect(owner.page.locator("main")).to_contain_text("인용")
    owner.look("team-granted")
    hand_over(manager)
    cover(browse(DESKTOP), desk_on_a_telephone)


def hand_over(manager):
    manager.go("/busan/admin/pool/")
    for address in [link.get_attribute("href") for link in manager.page.locator("main table a[href*='/admin/pool/']").all()]:
        manager.page.goto(address)
        if manager.page.locator("a[href$='/hand-over/']").count():
            break
    manager.look("team-pool-member")
    follow(manager.page, "a[href$='/hand-over/']")
    manager.page.locator("[name=successor]").select_option(index=1)
    manager.page.locator("[name=reason]").fill("건강상의 이유로 위촉을 해지합니다.")
    press(manager.page, "button[value=look]")
    manager.look("team-hand-over")


def cover(officer, small):
    officer.sign_in("officer@busan.example")
    officer.go("/busan/accounts/cover/")
    officer.look("team-cover")
    small.go("/busan/accounts/cover/")
    small.look("team-cover")
    act(officer.page, "/act/")
    expect(officer.page.locator(".acting")).to_contain_text("최은정")
    officer.look("team-acting")
    small.page.context.clear_cookies()
    press(officer.page, "form[action$='/cover/stop/'] button")
    expect(officer.page.locator(".acting")).to_have_count(0)
