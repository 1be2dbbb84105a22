"""The pool: an assessor notes an employer and signs the pledge on a telephone; an officer reads it, and sees who is tied."""
from playwright.sync_api import expect

from tests.journeys.acting import fill, follow, press
from tests.journeys.conftest import PHONE


def test_an_assessor_keeps_their_entry_and_the_officer_sees_who_can_be_asked(browse):
    assessor = browse(PHONE)
    assessor.sign_in("assessor2@busan.example")
    assessor.go("/busan/assess/entry/")
    assessor.look("pool-entry")
    assessor.page.locator("summary", has_text="소속 기관 추가").click()
    fill(assessor.page, **{"employer-name": "한빛사회복지관", "employer-from_on": "2019-03-04"})
    assessor.look("pool-entry-employer")
    press(assessor.page, "form[action$='/employers/'] button.primary")
    expect(assessor.page.locator("main")).to_contain_text("한빛사회복지관")
    assessor.go("/busan/assess/entry/pledge/")
    assessor.look("pool-pledge")
    press(assessor.page, "main form .button")
    assessor.go("/me/assignments/")
    assessor.look("pool-my-work")
    officer = browse()
    officer.sign_in("manager@busan.example")
    officer.go("/busan/admin/pool/")
    officer.look("pool-list")
    officer.go("/busan/admin/cases/?stage=submitted")
    follow(officer.page, "main table a[href*='/admin/cases/']")
    officer.page.locator("summary", has_text="이해관계·자격·서약 확인").first.click()
    officer.page.locator("summary", has_text="심사위원 배정").first.click()
    officer.look("pool-choosing")
    officer.go("/busan/admin/pool/")
    follow(officer.page, "main table a:has-text('서동현')")
    expect(officer.page.locator("main")).to_contain_text("한빛사회복지관")
    officer.look("pool-member")
    officer.page.set_viewport_size(PHONE)
    officer.look("pool-member-phone")
    officer.go("/busan/admin/pool/")
    officer.look("pool-list-phone")
