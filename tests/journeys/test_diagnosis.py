"""An owner looks at her centre by the indicators on a telephone, begins an application, takes her notes over, and goes on in Excel."""
import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.journeys.acting import download, press, send
from tests.journeys.conftest import DESKTOP, PHONE

OWNER, NOT_YET, PARTLY = "owner@hanul.example", (4, 11), (7, 15)


def rated(page, number):
    """One question, by hand; the note is saved while she writes."""
    rating = "not_yet" if number in NOT_YET else "partly" if number in PARTLY else "meets"
    page.locator(f"input[name=rating][value={rating}]").check()
    if number in NOT_YET:
        page.locator("textarea[name=explanation]").fill("대장이 없음. 양식부터 만들기로 함.")
        expect(page.locator("#saved")).to_contain_text("저장", timeout=5000)
    press(page, "button[name=do][value=next]")


def diagnose(owner):
    page = owner.page
    owner.go("/busan/portal/")
    owner.look("diagnosis-portal")
    press(page, "main a[href$='/portal/diagnoses/']")
    owner.look("diagnosis-none")
    press(page, "form[action$='/diagnose/'] button")
    page.wait_for_url("**/diagnosis-answers/**")
    owner.look("diagnosis-question")
    number = 0
    while "/diagnosis-answers/" in page.url:
        number += 1
        rated(page, number)
    assert number == 19
    expect(page.locator("h2").first).to_contain_text("15")
    expect(page.locator("svg.bars[role=img]")).to_be_visible()
    owner.look("diagnosis-result")


def take_over(owner):
    page = owner.page
    owner.go("/busan/portal/applications/")
    owner.look("diagnosis-applying")
    press(page, "form[action$='/apply/'] button")
    press(page, "a[href$='/from-diagnosis/']")
    expect(page.locator("#next")).to_contain_text("19")
    owner.look("diagnosis-take-over")
    press(page, "main form[method=post] button.primary")
    page.wait_for_url("**/portal/applications/*/")
    owner.look("diagnosis-taken")
    return page.url


def changed(path, spoil=False):
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["D2"], sheet["E2"] = "일부 갖추었습니다", "운영규정을 올해 1월에 고쳐\n현관에 붙여 두었습니다."
    sheet["E3"] = "매월 제공기록과 결제 내역을 맞춰 봅니다."
    if spoil:
        sheet["E4"], sheet["D5"] = "=A1&B1", "훌륭함"
    book.save(path)


def in_excel(owner, tmp_path):
    page = owner.page
    press(page, "a[href$='/workbook/']")
    owner.look("workbook")
    file = download(page, "a[href$='/workbook/file/']", tmp_path / "book.xlsx")
    changed(file, spoil=True)
    page.locator("input[type=file]").set_input_files(file)
    press(page, "main form button.button")
    expect(page.locator("#problems")).to_be_visible()
    owner.look("workbook-problems")
    file = download(page, "a[href$='/workbook/file/']", tmp_path / "again.xlsx")
    changed(file)
    page.locator("input[type=file]").set_input_files(file)
    press(page, "main form button.button")
    page.wait_for_url("**/portal/workbooks/**")


@pytest.mark.slow
def test_an_owner_looks_at_her_centre_and_takes_it_into_an_application_and_excel(browse, tmp_path):
    owner = browse(PHONE)
    owner.sign_in(OWNER)
    diagnose(owner)
    application = take_over(owner)
    desk = browse(DESKTOP)
    desk.sign_in(OWNER)
    desk.page.goto(application)
    desk.look("diagnosis-taken")
    in_excel(desk, tmp_path)
    owner.page.goto(application)                                     # meanwhile she writes at the first one on her telephone
    press(owner.page, ".tasks a[href*='/portal/answers/']")
    owner.page.locator("textarea[name=explanation]").fill("현관과 누리집에 붙여 두었습니다.")
    press(owner.page, "button[name=do][value=save]")
    desk.page.reload()
    expect(desk.page.locator("#conflicts")).to_be_visible()
    desk.look("workbook-run")
    owner.page.goto(desk.page.url)
    owner.look("workbook-run")
    desk.page.locator("input[value=workbook]").check()
    send(desk.page)
    desk.page.wait_for_url("**/portal/applications/*/")
    desk.look("workbook-done")


def test_the_demonstrations_owner_has_one_and_its_pages_are_as_wide_as_the_screen(browse):
    for size in (DESKTOP, PHONE):
        person = browse(size)
        person.sign_in("owner@haetsal.example")
        person.go("/busan/portal/diagnoses/")
        person.look("diagnoses")
        press(person.page, ".cards h3 a")
        person.look("diagnosis")
        press(person.page, ".first h3 a")
        person.look("diagnosis-answer")
        person.page.go_back()
        if size is DESKTOP:
            person.page.emulate_media(media="print")
            person.look("diagnosis-print")
