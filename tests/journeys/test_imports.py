"""An officer brings the agency's providers in from a spreadsheet; an owner reads what the round asks."""
from openpyxl import load_workbook

from providers.business_number import check_digit
from tests.journeys.conftest import DESKTOP, PHONE


def number(serial):
    first = f"000{serial:06}"
    return f"{first[:3]}-{first[3:5]}-{first[5:]}{check_digit(first)}"


def fill(template, path, rows):
    """Types the rows below the template's headings."""
    book = load_workbook(template)
    sheet = book.worksheets[0]
    heads = [cell.value.replace("*", "").strip() for cell in sheet[1]]
    for place, row in enumerate(rows, 2):
        for name, value in row.items():
            sheet.cell(place, heads.index(name) + 1, value)
    book.save(path)


def firm(serial, name, **more):
    return {"사업자등록번호": number(serial), "기관명": name, "대표자": "한가람", "전화번호": "051-000-0100",
            "이메일": f"office{serial}@narae.example", "시·군·구": "사상구", "우편번호": "46900",
            "도로명주소": "부산광역시 사상구 나눔로 100", "사업장명": "본점", "서비스": "치매예방", "등록일": "2020-03-02"} | more


def test_an_officer_brings_providers_in_from_a_spreadsheet(browse, tmp_path):
    officer = browse(DESKTOP)
    officer.sign_in("officer@busan.example")
    officer.go("/busan/admin/imports/")
    officer.look("imports")
    with officer.page.expect_download() as downloading:
        officer.page.locator("a[href*='/imports/template/providers/']").click()
    template, filled = tmp_path / "template.xlsx", tmp_path / "제공기관 명단.xlsx"
    downloading.value.save_as(template)
    fill(template, filled, [firm(860001, "나래돌봄센터"), firm(860002, "새움돌봄센터", 전화번호="12")])
    hand_in(officer, filled)
    officer.page.get_by_text("고칠 곳이 1군데 있습니다.").wait_for()
    assert "3행 E열 (전화번호)" in officer.page.inner_text("main")
    officer.look("import-wrong")
    fill(template, filled, [firm(860001, "나래돌봄센터"), firm(860002, "새움돌봄센터")])
    hand_in(officer, filled)
    officer.page.get_by_role("button", name="반영하기").wait_for()
    officer.look("import-checked")
    officer.page.get_by_role("button", name="반영하기").click()
    officer.page.get_by_role("link", name="제공기관 보기").wait_for()
    officer.look("import-done")
    officer.page.get_by_role("link", name="제공기관 보기").click()
    assert "나래돌봄센터" in officer.page.inner_text("main") and "새움돌봄센터" in officer.page.inner_text("main")
    officer.page.get_by_role("link", name="나래돌봄센터").click()
    officer.page.get_by_role("link", name="행정처분·신청 제한").click()
    officer.page.get_by_text("행정처분 입력하기").click()
    officer.look("standing")


def hand_in(officer, path):
    officer.go("/busan/admin/imports/new/providers/")
    officer.page.set_input_files("input[type=file]", path)
    officer.page.get_by_role("button", name="올리고 확인하기").click()


def test_an_owner_reads_what_the_round_asks_with_the_facts(browse):
    owner = browse(PHONE)
    owner.sign_in("owner@haetsal.example")
    owner.go("/busan/portal/applications/")
    assert owner.page.locator(".eligibility").count() > 0
    owner.look("eligibility-before-applying")
    owner.page.locator(".cards a").first.click()
    owner.page.locator(".eligibility summary").click()
    owner.look("eligibility-while-applying")


def test_an_officer_chooses_what_a_round_asks(browse):
    officer = browse(DESKTOP)
    officer.sign_in("officer@busan.example")
    officer.go("/busan/admin/rounds/new/")
    for name, value in {"name_ko": "2028년 공고", "name_en": "Round of 2028", "year": "2028", "opens_at": "2028-03-02T09:00",
                        "closes_at": "2028-04-01T00:00"}.items():
        officer.page.fill(f"[name={name}]", value)
    officer.page.select_option("[name=version]", index=1)
    officer.page.locator("main form button.primary").click()
    officer.page.get_by_role("link", name="2028년 공고").click()
    officer.page.get_by_role("link", name="신청 요건 고치기").click()
    officer.look("round-requirements")
    officer.page.fill("[name=months]", "12")
    officer.page.locator("main form button.primary").click()
    assert "공고일 기준 사업 기간이 1년 이상일 것" in officer.page.inner_text("main")
    officer.look("round-with-requirements")
