"""After certification: a self-inspection on a telephone until the agency has read it, a corrective action until it is accepted."""
from datetime import timedelta

from playwright.sync_api import expect

from core import clock
from tests import files
from tests.journeys.acting import act, follow, press
from tests.journeys.conftest import DESKTOP, PHONE

CHANGED = "야간 당직 담당자를 두 명으로 늘렸습니다."
TO_DO = ".next-step a.button.primary[href*='/inspections/rows/']"


def write_a_row(owner, changed=False):
    owner.page.locator(f"input[name=change][value={'changed' if changed else 'unchanged'}]").check()
    owner.page.locator("input[name=rating][value=meets]").check()
    if changed:
        owner.page.locator("[name=explanation]").fill(CHANGED)
        expect(owner.page.locator("#saved")).to_contain_text("저장")
        owner.page.locator("#files").set_input_files({"name": "당직표.pdf", "mimeType": "application/pdf", "buffer": files.pdf()})
        expect(owner.page.locator("#attached")).to_contain_text("당직표.pdf", timeout=60_000)
        owner.look("inspection-row")
    press(owner.page, "button[value=save]")


def test_a_self_inspection_from_the_portals_reminder_until_it_is_seen(browse):
    owner, officer = browse(PHONE), browse(DESKTOP)
    owner.sign_in("owner@dasom.example")
    owner.go("/busan/portal/")
    owner.look("inspection-reminder")
    follow(owner.page, "main .notice a.button[href*='/portal/inspections/']")
    inspection = owner.page.url
    owner.look("inspection-begun")
    follow(owner.page, TO_DO)
    write_a_row(owner, changed=True)
    while owner.page.locator(TO_DO).count():
        follow(owner.page, TO_DO)
        write_a_row(owner)
    owner.look("inspection-written")
    press(owner.page, "form[action$='/hand-in/'] button.primary")
    expect(owner.page.locator(".next-step")).to_contain_text("접수되었습니다")
    owner.look("inspection-handed-in")
    officer.sign_in("officer@busan.example")
    officer.look("watching-desk")
    officer.go("/busan/admin/inspections/?which=handed_in")
    officer.look("inspections")
    follow(officer.page, "main table tbody tr:has-text('다솜') a")
    expect(officer.page.locator("main")).to_contain_text(CHANGED)
    officer.look("inspection-desk")
    act(officer.page, "/seen/")
    owner.page.goto(inspection)
    expect(owner.page.locator(".next-step")).to_contain_text("더 하실 일은 없습니다")
    officer.go("/busan/admin/monitoring/whom/")
    officer.look("whom-to-visit")
    follow(officer.page, "main table tbody a.button[href*='/monitoring/certificates/']")
    officer.page.locator("[name=reason]").fill("현장 확인이 필요합니다.")
    officer.look("visit-demanded")
    press(officer.page, "main form button.primary")
    officer.look("visit-planning")


def test_a_corrective_action_is_written_handed_in_and_accepted(browse):
    owner, officer = browse(PHONE), browse(DESKTOP)
    owner.sign_in("owner@haetsal.example")
    owner.go("/busan/portal/watching/")
    owner.look("watched")
    follow(owner.page, "main a[href*='/portal/corrections/']")
    correction, number = owner.page.url, owner.page.url.rstrip("/").rsplit("/", 1)[1]
    owner.look("correction-asked")
    follow(owner.page, ".next-step a.button.primary")
    owner.page.locator("[name=cause]").fill("담당자가 바뀌면서 점검표 작성이 빠졌습니다.")
    owner.page.locator("[name=plan]").fill("매월 첫 주에 점검하고 시설장이 서명을 확인합니다.")
    owner.page.locator("[name=done_on]").fill((clock.today() + timedelta(days=20)).isoformat())
    owner.look("correction-writing")
    press(owner.page, "button[value=save]")
    press(owner.page, "form[action$='/hand-in/'] button.primary")
    expect(owner.page.locator(".next-step")).to_contain_text("검토한 뒤")
    officer.sign_in("officer@busan.example")
    officer.go("/busan/admin/corrections/?which=submitted")
    officer.look("correctives")
    follow(officer.page, f"main table tbody a[href*='{number}']")
    officer.page.locator("input[name=answer-is_accepted][value=accept]").check()
    officer.page.locator("[name=answer-reason]").fill("계획을 확인하였습니다.")
    officer.page.locator("[name=answer-check_on]").fill((clock.today() + timedelta(days=60)).isoformat())
    officer.look("corrective-answering")
    act(officer.page, "/answer/")
    owner.page.goto(correction)
    expect(owner.page.locator(".next-step")).to_contain_text("수용되었습니다")
    owner.look("correction-accepted")
    officer.go("/busan/admin/monitoring/")
    officer.look("monitorings")
    follow(officer.page, "main table tbody tr:has-text('햇살') a")
    officer.look("monitoring-desk")
