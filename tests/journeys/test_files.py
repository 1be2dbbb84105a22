"""Files are read in the page, the provider's own and the sealed ones; one with a resident registration number comes back."""
import pytest
import weasyprint
from playwright.sync_api import expect

from tests import files, written
from tests.journeys.acting import follow, press
from tests.journeys.conftest import DESKTOP, PHONE

PAPER = """<html lang="ko"><style>
@page { size: A4; margin: 25mm } body { font-family: NanumGothic; line-height: 1.7 } td { border: 1px solid; padding: 4px 12px }
h2 { break-before: page }</style><h1>시설 안전점검 계획</h1>
<p>매월 첫 월요일에 소화기와 비상구를 점검합니다. 점검 결과는 기관장이 확인하고 서명합니다.</p>
<table><tr><td>점검일</td><td>점검자</td><td>결과</td></tr><tr><td>2026. 9. 7.</td><td>문소라</td><td>이상 없음</td></tr></table>
<h2>비상 대피 훈련</h2><p>한 해 두 번, 3월과 9월에 훈련합니다.</p><h2>점검표 서식</h2><p>별지 제1호 서식을 사용합니다.</p></html>"""


@pytest.fixture(scope="module")
def paper():
    return weasyprint.HTML(string=PAPER).write_pdf()


def given(page, name, content):
    page.locator("#files").set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})


def handed(page, name, content):
    given(page, name, content)
    expect(page.locator("#attached")).to_contain_text(name.rpartition(".")[0], timeout=60_000)


def read(person, name, picture):
    """Follow the link to read the file, and look."""
    follow(person.page, f".file:has-text('{name}') a[href*='view=page']")
    person.page.wait_for_load_state("networkidle")
    assert person.page.locator(".leaf").count()
    person.look(picture)


def answer_of_the_draft(owner):
    owner.sign_in("owner@haetsal.example")
    owner.go("/busan/portal/applications/")
    for address in [link.get_attribute("href") for link in owner.page.locator("main a[href*='/portal/applications/']").all()]:
        owner.go(address)
        if owner.page.locator("main a[href*='/portal/answers/']").count():
            return follow(owner.page, "main a[href*='/portal/answers/']")
    raise AssertionError("there is no draft")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_provider_reads_its_own_files(browse, size, paper):
    owner = browse(size)
    answer_of_the_draft(owner)
    page, answer = owner.page, owner.page.url
    before = page.locator("button[name=remove]").count()
    for name, content in (("안전점검 계획.pdf", paper), ("현장 사진.heic", files.heic((1200, 800), orientation=6)),
                          ("점검 지침.docx", written.docx("점검 지침", "매월 점검합니다.")),
                          ("명단.xlsx", written.xlsx([["이름"], ["문소라"]]))):
        handed(page, name, content)
    given(page, "직원 명단.docx", written.docx("홍길동", written.PERSON))
    expect(page.locator(".sendings")).to_contain_text("본문 2번째 문단", timeout=60_000)
    assert written.PERSON not in page.content()
    owner.look("files-refused")
    read(owner, "안전점검 계획.pdf", "files-pdf")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#page")).to_have_value("2")
    page.locator("details.folded:has(.page-text) summary").click()
    owner.look("files-pdf-text")
    press(page, ".zoom a:has-text('200')")
    page.wait_for_load_state("networkidle")
    owner.look("files-pdf-zoom")
    for name, picture in (("현장 사진.jpg", "files-picture"), ("점검 지침.docx", "files-text")):
        owner.go(answer)
        read(owner, name, picture)
    owner.go(answer)
    owner.go(page.locator(".file:has-text('명단.xlsx') b a").get_attribute("href") + "?view=page")
    owner.look("files-none")
    typed_and_taken_away(owner, answer, before)


def typed_and_taken_away(owner, answer, before):
    """A number in the words is not kept; the draft is left as it was."""
    page = owner.page
    owner.go(answer)
    words = page.locator("[name=explanation]").input_value()
    page.locator("[name=explanation]").fill(f"{words} {written.PERSON}")
    expect(page.locator("#trouble")).to_contain_text("주민등록번호")
    owner.look("files-typed")
    page.locator("[name=explanation]").fill(words)
    while page.locator("button[name=remove]").count() > before:
        page.locator("button[name=remove]").last.click()
        page.wait_for_load_state()


def test_an_assessor_and_the_desk_read_what_was_sealed(browse):
    assessor = browse()
    assessor.sign_in("assessor1@busan.example")
    assessor.go("/busan/assess/")
    cases = assessor.page.locator("main a[href*='/assess/cases/']:not([href*='/facts/'])")
    assessor.go(cases.first.get_attribute("href").replace("/result/", "/"))
    follow(assessor.page, "a[href*='/assess/judgements/']")
    assessor.look("files-workspace")
    assessor.page.locator(".tabs a:has-text('hwpx')").click()
    expect(assessor.page.locator("#evidence .leaf")).to_be_visible()          # beside the sheet, which stays
    assessor.look("files-assessor")
    officer = browse()
    officer.sign_in("officer@busan.example")
    officer.go("/busan/admin/cases/?stage=site_visit")
    follow(officer.page, "main table a[href*='/admin/cases/']")
    officer.page.locator("details.folded:has(.file) summary").first.click()
    officer.look("files-desk-case")
    read(officer, "hwpx", "files-desk")
