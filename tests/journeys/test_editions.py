"""The criteria from one edition to the next: the officer drafts it, the manager publishes it, everybody reads what has changed."""
from playwright.sync_api import expect

from tests.journeys.acting import fill, follow, press, send
from tests.journeys.conftest import PHONE

TEXTS = ("question", "description", "document_check", "onsite_check")
SAVE = "form.edition-form button.primary"


def begin(officer):
    """A draft of its own beside the one of the demonstration."""
    officer.sign_in("officer@busan.example")
    officer.go("/busan/admin/editions/")
    officer.look("editions")
    follow(officer.page, "a[href$='/editions/new/']")
    officer.page.locator("[name=source]").select_option(label="사회서비스 품질인증, 2025년판")
    fill(officer.page, label_ko="제3판", label_en="Third edition")
    officer.look("edition-new")
    send(officer.page)
    officer.look("edition-draft")
    return officer.page.url


def reword(officer, draft):
    page = officer.page
    page.goto(draft)
    page.get_by_role("link", name="1.2.1", exact=False).first.click()
    officer.look("edition-indicator")
    question = page.locator("[name=question_ko]")
    question.fill(question.input_value().replace("확인했습니까?", "해마다 다시 확인합니까?"))
    press(page, SAVE)
    expect(page.locator(".notices")).to_contain_text("저장")


def add(officer, draft):
    """First with the name alone, which the page complains about; then whole."""
    page = officer.page
    page.goto(draft)
    follow(page, "a[href$='/indicators/add/']")
    officer.look("edition-add")
    fill(page, name_ko="개인정보 보호", name_en="Protection of personal data")
    press(page, SAVE)
    expect(page.locator("#missing")).to_be_visible()
    officer.look("edition-missing")
    for stem in TEXTS:
        fill(page, **{f"{stem}_ko": "개인정보를 지키고 있습니까?", f"{stem}_en": "Are personal data protected?"})
    fill(page, evidence_ko="개인정보 처리방침", evidence_en="Privacy policy")
    press(page, SAVE)
    expect(page.locator("#missing")).to_have_count(0)


def map_it(officer, draft):
    page = officer.page
    page.goto(f"{draft}preview/")
    expect(page.locator("main")).to_contain_text("지표 연결을 확인하고")
    officer.look("edition-preview-unmapped")
    follow(page, ".next-step a[href$='/mapping/']")
    officer.look("edition-mapping")
    press(page, ".save-bar button.primary")
    expect(page.locator(".next-step")).to_contain_text("채택한 제안")
    officer.look("edition-preview-proposals")


def work_in(officer, draft):
    """What was accepted of the proposals on indicators is in the draft, or is carried over, before it is published."""
    page = officer.page
    follow(page, "#to-work-in ~ ul a[href*='/to-work-in/']")
    page.locator("[name=work-draft]").select_option(label=officer.page.locator("[name=work-draft] option", has_text="제3판").inner_text())
    send(page)
    expect(page.locator("main")).to_contain_text("변경 내용: 필수")
    officer.look("proposal-work-in-refused")
    page.locator("[name=work-words]").fill("점검하는 때를 분기마다로 고쳤습니다.")
    send(page)
    expect(page.locator("#settled")).to_contain_text("3.1.1")
    officer.look("proposal-worked-in")
    page.goto(f"{draft}preview/")
    expect(page.locator(".next-step")).to_contain_text("관리자가 공개합니다")
    officer.look("edition-preview")


def publish(manager, draft):
    page = manager.page
    manager.sign_in("manager@busan.example")
    page.goto(f"{draft}preview/")
    press(page, "form[action$='/publish/'] button")
    manager.look("edition-published")
    follow(page, "a[href$='/tell/']")
    manager.look("edition-tell")
    send(page)
    manager.look("edition-told")
    page.goto(draft)
    page.get_by_role("link", name="3.2.1", exact=False).first.click()
    manager.look("edition-words")


def test_the_criteria_go_from_one_edition_to_the_next(browse):
    officer = browse()
    draft = begin(officer)
    reword(officer, draft)
    add(officer, draft)
    map_it(officer, draft)
    work_in(officer, draft)
    officer.go("/busan/admin/editions/import/")
    officer.look("edition-import")
    publish(browse(), draft)
    for size in ({}, {"size": PHONE}):
        citizen = browse(**size)
        citizen.go("/busan/framework/")
        citizen.page.locator("aside a[href*='/difference/']").first.click()
        expect(citizen.page.locator(".changes ins").first).to_be_visible()
        expect(citizen.page.locator("main")).to_contain_text("개인정보 보호")
        citizen.look("edition-difference")
        citizen.page.locator("aside a[href*='/framework/']").first.click()
        citizen.page.locator(".erratum").first.scroll_into_view_if_needed()
        citizen.look("edition-with-erratum")
    officer = browse(PHONE)
    officer.sign_in("officer@busan.example")
    officer.page.goto(draft)
    officer.look("edition-phone")
