"""A supplement: the officer asks, the provider answers on a telephone with one file, the assessor sees what changed."""
from playwright.sync_api import expect

from tests import files
from tests.journeys.acting import act, follow, press, until_there
from tests.journeys.conftest import PHONE

OWNER, PROVIDER = "owner@onnuri.example", "온누리마음돌봄"


def look_at_the_case(officer):
    """The request that waits, at the desk; and the page on which another is composed."""
    officer.sign_in("officer@busan.example")
    officer.go(f"/busan/admin/cases/?q={PROVIDER}&stage=document_review")
    follow(officer.page, "main table a[href*='/admin/cases/']")
    expect(officer.page.locator("#supplement")).to_contain_text("보완요청")
    officer.look("supplement-case")
    case = officer.page.url
    officer.go("/busan/admin/cases/?stage=screening")
    follow(officer.page, "main table tbody a[href*='/admin/cases/']")
    follow(officer.page, "a[href$='/supplement/']")
    officer.page.locator("[name=item-about]").select_option(index=1)
    officer.page.locator("[name=item-text]").fill("시설 평면도가 빠져 있습니다. 올려 주십시오.")
    press(officer.page, "section:has(#add) button")
    officer.page.locator("[name=item-about]").select_option("general:")
    officer.page.locator("[name=item-text]").fill("대표자 변경 신고를 하셨는지 적어 주십시오.")
    press(officer.page, "section:has(#add) button")
    officer.look("supplement-compose")
    act(officer.page, "/send/")
    expect(officer.page.locator("article.asked-once")).to_have_count(1)
    return case


def answer_on_a_telephone(owner):
    owner.sign_in(OWNER)
    owner.look("supplement-portal")
    owner.go("/busan/portal/applications/")
    follow(owner.page, "main .cards a[href*='/portal/applications/']")
    owner.look("supplement-status")
    follow(owner.page, "a[href*='/portal/supplements/']")
    owner.look("supplement-list")
    follow(owner.page, "a.primary[href*='/supplements/items/']")
    text = owner.page.locator("[name=explanation]")
    text.fill(text.input_value() + " 올해 상반기에 이용자 열 명을 두 차례 점검하였습니다.")
    expect(owner.page.locator("#saved")).to_contain_text("저장")
    owner.page.locator("#files").set_input_files({"name": "중간점검표.pdf", "mimeType": "application/pdf", "buffer": files.pdf()})
    expect(owner.page.locator("#attached")).to_contain_text("중간점검표.pdf", timeout=60_000)
    expect(owner.page.locator(".drawer")).to_contain_text("중간점검표")
    owner.look("supplement-item")
    press(owner.page, "button[value=next]")
    follow(owner.page, "nav.foot-nav a[href*='/supplements/']")
    press(owner.page, "section.hand-in button")
    owner.look("supplement-once-more")
    press(owner.page, "form:has([name=is_all]) button.primary")
    until_there(owner.page, "#receipt .hash")
    owner.look("supplement-received")
    number = owner.page.locator("#receipt dd").first.inner_text().strip()
    return number, owner.page.locator("#receipt .hash").inner_text().strip()


def test_asked_answered_on_a_telephone_and_read_as_a_difference(browse):
    officer = browse()
    case = look_at_the_case(officer)
    owner = browse(PHONE)
    number, sha256 = answer_on_a_telephone(owner)
    owner.go(f"/busan/verify/receipt/?number={number}&sha256={sha256}")
    expect(owner.page.locator("main")).to_contain_text("접수된 제출본입니다")
    owner.look("supplement-receipt-check")
    officer.page.goto(case)
    expect(officer.page.locator(".differences ins").first).to_contain_text("올해 상반기에")
    officer.look("supplement-case-answered")
    assessor, mine = browse(), f"section:has(#judge) a:has-text('{PROVIDER}')"
    for account in range(1, 7):
        assessor.sign_in(f"assessor{account}@busan.example")
        assessor.go("/busan/assess/")
        if assessor.page.locator(mine).count():
            break
        assessor.page.context.clear_cookies()
    follow(assessor.page, mine)
    expect(assessor.page.locator(".differences ins").first).to_contain_text("올해 상반기에")
    assessor.look("supplement-assess")
