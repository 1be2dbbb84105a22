"""A complaint on a telephone: from the register's page to a code, looked into at the desk, answered by the provider, read by the code."""
from playwright.sync_api import expect

from desk.demonstration.more_firms import MORE_FIRMS
from desk.demonstration.people import COLLEAGUES
from desk.demonstration.providers import FIRMS
from tests import files
from tests.journeys.acting import act, fill, press
from tests.journeys.conftest import DESKTOP, PHONE

OWNERS = {firm.name: f"owner@{firm.account}.example" for firm in (*FIRMS, *MORE_FIRMS)}
OFFICER = next(one.name for one in COLLEAGUES if one.agency == "busan" and one.account == "officer")
WORDS, NAME = "화요일 오후에 이용자에게 큰 소리로 말하는 것을 보았습니다.", "한가람별"


def tell(citizen):
    """(the code, the provider's name) as the citizen reads them."""
    citizen.go("/busan/register/")
    citizen.page.locator("li.result h3 a").first.click()
    provider = citizen.page.locator("h1").first.inner_text().strip()
    citizen.page.locator("aside a[href*='tell']").click()
    citizen.look("tell-about")
    citizen.page.locator("main a.primary[href*='complaint']").click()
    citizen.look("complain")
    citizen.page.locator("input[value=treatment]").check()
    fill(citizen.page, words=WORDS, name=NAME)
    press(citizen.page, "form.form button.primary")
    expect(citizen.page.locator("[role=alert]")).to_contain_text("동의하지 않으시면")
    expect(citizen.page.locator("[name=words]")).to_have_value(WORDS)
    citizen.look("complain-corrected")
    citizen.page.locator("input[name=consents]").check()
    citizen.page.locator("[name=files]").set_input_files({"name": f"{NAME}.pdf", "mimeType": "application/pdf", "buffer": files.pdf()})
    press(citizen.page, "form.form button.primary")
    expect(citizen.page.locator("h1")).to_contain_text("접수되었습니다")
    citizen.look("complaint-told")
    return citizen.page.locator(".receipt-code").inner_text().strip(), provider


def follow_with(citizen, code):
    citizen.go("/busan/tell/follow/")
    fill(citizen.page, code=code)
    press(citizen.page, "form.form button.primary")


def test_told_on_a_telephone_looked_into_and_read_by_the_code(browse):
    citizen, officer, owner = browse(PHONE), browse(DESKTOP), browse(PHONE)
    code, provider = tell(citizen)
    follow_with(citizen, code)
    expect(citizen.page.locator("h1")).to_contain_text("접수되어 검토하고 있습니다")
    officer.sign_in("officer@busan.example")
    officer.go("/busan/admin/")
    officer.look("complaint-start")
    officer.go("/busan/admin/complaints/?which=new")
    officer.look("complaints")
    officer.page.locator("tbody tr", has_text=provider).last.locator("th a").click()
    expect(officer.page.locator("main")).to_contain_text(WORDS)
    assert NAME not in officer.page.content()
    desk = officer.page.url
    act(officer.page, "/admit/")
    officer.look("complaint-desk")
    officer.page.locator("form[action$='/reporter/'] [name=reason]").fill("답변을 드리기 위해")
    press(officer.page, "form[action$='/reporter/'] button")
    expect(officer.page.locator("main")).to_contain_text(NAME)
    officer.look("complaint-reporter")
    officer.page.goto(desk)
    officer.page.locator("summary", has_text="제공기관에 사실 확인 요청").click()
    officer.page.locator("[name=question]").fill("지난주 화요일 오후의 담당자와 응대 기록을 알려 주십시오.")
    act(officer.page, "/ask-provider/")
    owner.sign_in(OWNERS[provider])
    owner.go("/busan/portal/")
    owner.page.locator("main a[href*='/portal/inquiries/']").last.click()         # of several the latest
    assert WORDS not in owner.page.content() and NAME not in owner.page.content()
    owner.look("inquiry")
    fill(owner.page, answer="해당 담당자를 교육하였습니다.")
    press(owner.page, "form.form button.primary")
    expect(owner.page.locator("h1")).to_contain_text("사실 확인 요청")
    owner.look("inquiry-answered")
    officer.page.goto(desk)
    expect(officer.page.locator("main")).to_contain_text("해당 담당자를 교육하였습니다.")
    officer.page.locator("input[name=outcome][value=founded]").check()
    officer.page.locator("#answer_answer").fill("사실로 확인되어 제공기관에 교육을 요구하였습니다.")
    act(officer.page, "/answer/")
    officer.look("complaint-answered")
    follow_with(citizen, code)
    expect(citizen.page.locator("main")).to_contain_text("교육을 요구하였습니다")
    expect(citizen.page.locator("main")).not_to_contain_text(OFFICER)
    citizen.look("complaint-followed")
    fill(citizen.page, text="감사합니다.")
    press(citizen.page, "form.form button.primary")
    expect(citizen.page.locator("main")).to_contain_text("감사합니다.")
