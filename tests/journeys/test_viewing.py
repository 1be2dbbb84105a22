"""Files are read in the page: the provider's own, and the sealed ones by assessor and desk; a number that must not be collected comes back."""
import pytest
import weasyprint
from playwright.sync_api import expect

from tests import files, written
from tests.journeys.acting import follow, press
from tests.journeys.conftest import DESKTOP, PHONE

PAPER = """<html lang="ko"><style>@page { size: A4; margin: 25mm } body { font-family: NanumGothic; line-height: 1.7 } td { border: 1px solid; padding: 4px 12px }
h2 { break-before: page }</style><h1>시설 안전점검 계획</h1><p>매월 첫 월요일에 소화기와 비상구를 점검합니다. 점검 결과는 기관장이 확인하고 서명합니다.</p>
<table><tr><td>점검일</td><td>점검자</td><td>결과</td></tr><tr><td>2026. 9. 7.</td><td>문소라</td><td>이상 없음</td></tr></table>
<h2>비상 대피 훈련</h2><p>한 해 두 번, 3월과 9월에 훈련합니다.</p><h2>점검표 서식</h2><p>별지 제1호 서식을 사용합니다.</p></html>"""


@pytest.fixture(scope="module")
def paper():
    return weasyprint.HTML(string=PAPER).write_pdf()


def handed(page, name, content):
    page.locator("input[name=files]").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
    press(page, "button[value=upload]")


def read(person, name, picture):
    """Follow the link “보기” of the file, look, and come back."""
    page, here = person.page, person.page.url
    follow(page, f".file:has-text('{name}') a[href*='view=page']")
    if image := page.locator(".leaf img").count():
        expect(page.locator(".leaf img")).to_be_visible()
        page.wait_for_function("() => document.querySelector('.leaf img').naturalWidth > 0") if False else page.wait_for_load_state("networkidle")
    person.look(picture)
    assert image or page.locator(".written").count()
    return here


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_provider_reads_its_own_files(browse, size, paper):
    owner = browse(size)
    owner.sign_in("owner@onnuri.example")
    page = owner.page
    owner.go("/busan/portal/applications/")
    follow(page, "main a[href*='/portal/applications/']")
    follow(page, "main a[href*='/portal/answers/']")
    for name, content in (("안전점검 계획.pdf", paper), ("현장 사진.heic", files.heic((1200, 800), orientation=6)),
                          ("운영규정.docx", written.docx("운영규정", "매월 점검합니다.")), ("명단.xlsx", written.xlsx([["이름"], ["문소라"]]))):
        handed(page, name, content)
    handed(page, "직원 명단.docx", written.docx("홍길동", written.PERSON))
    expect(page.locator(".refused")).to_contain_text("본문 2번째 문단")
    assert written.PERSON not in page.content()
    owner.look("viewing-refused")
    answer = read(owner, "안전점검 계획.pdf", "viewing-pdf")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#page")).to_have_value("2")
    page.locator("details.folded:has(.page-text) summary").click()
    owner.look("viewing-pdf-text")
    press(page, ".zoom a:has-text('200')")
    page.wait_for_load_state("networkidle")
    owner.look("viewing-pdf-zoom")
    for name, picture in (("현장 사진.jpg", "viewing-picture"), ("운영규정.docx", "viewing-text")):
        page.goto(answer)
        read(owner, name, picture)
    page.goto(answer)
    page.goto(page.locator(".file:has-text('명단.xlsx') b a").get_attribute("href") + "?view=page")
    owner.look("viewing-none")
    page.goto(answer)
    page.locator("[name=explanation]").fill(f"홍길동 팀장이 점검합니다. {written.PERSON}")
    expect(page.locator("#trouble")).to_contain_text("주민등록번호")
    owner.look("viewing-typed")
    for button in page.locator("button[name=remove]").all()[::-1]:
        button.click()
        page.wait_for_load_state()


def test_an_assessor_and_the_desk_read_what_was_sealed(browse):
    assessor = browse()
    assessor.sign_in("assessor1@busan.example")
    assessor.go("/busan/assess/")
    follow(assessor.page, "main a[href*='/assess/cases/'], main a[href*='/assess/judgements/']")
    if "/judgements/" not in assessor.page.url:
        follow(assessor.page, "a[href*='/assess/judgements/']")
    assessor.look("viewing-workspace")
    read(assessor, "hwpx", "viewing-assessor")
    press(assessor.page, ".crumbs a")
    assert "/assess/judgements/" in assessor.page.url
    officer = browse()
    officer.sign_in("officer@busan.example")
    officer.go("/busan/admin/cases/?stage=site_visit")
    follow(officer.page, "main table a[href*='/admin/cases/']")
    officer.page.locator("details.folded:has(.file) summary").first.click()
    officer.look("viewing-desk-case")
    read(officer, "hwpx", "viewing-desk")
