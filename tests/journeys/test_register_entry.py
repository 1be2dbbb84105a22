"""A citizen reads one certificate, compares it, checks a list and reports something; the officer says what came of it."""
from playwright.sync_api import expect

from tests.journeys.acting import fill, press
from tests.journeys.conftest import DESKTOP, PHONE

WORDS = "토요일에 문이 닫혀 있었습니다."


def test_a_citizen_reads_compares_checks_and_reports(browse):
    citizen = browse(PHONE)
    complaints = []
    citizen.page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    citizen.go("/busan/register/")
    citizen.page.locator("li.result h3 a").first.click()
    expect(citizen.page.locator(".pass .since")).to_be_visible()
    expect(citizen.page.locator('script[type="application/ld+json"]')).to_have_count(1)
    citizen.look("entry")
    certificate = citizen.page.url
    citizen.page.locator("aside a[href*='compare']").click()
    citizen.look("compare-one")
    citizen.page.locator(".offered a").first.click()
    expect(citizen.page.locator("table.compare")).to_be_visible()
    citizen.look("compare-two")
    citizen.go("/busan/register/check/")
    name = "다솜아동발달센터"
    fill(citizen.page, words=f"{name}\n없는 기관")
    press(citizen.page, "form.form button.primary")
    expect(citizen.page.locator("table.checked tbody tr")).to_have_count(2)
    citizen.look("check-answer")
    citizen.page.goto(certificate)
    citizen.page.locator("aside a[href*='tell']").click()
    citizen.look("tell-about")
    citizen.page.locator("main a[href*='report']").click()
    citizen.look("report")
    citizen.page.locator("input[value=facts]").check()
    fill(citizen.page, words=WORDS)
    press(citizen.page, "form.form button.primary")
    expect(citizen.page.locator("h1")).to_contain_text("접수되었습니다")
    assert complaints == []
    officer = browse(DESKTOP)
    officer.sign_in("officer@busan.example")
    officer.go("/busan/admin/reports/")
    officer.look("reports")
    officer.page.locator("tbody th a").first.click()
    expect(officer.page.locator("main")).to_contain_text(WORDS)
    officer.look("report-desk")
    fill(officer.page, outcome="기관에 확인하였습니다.")
    press(officer.page, "form.form button")
    expect(officer.page.locator(".notices")).to_contain_text("처리를 완료하였습니다")
