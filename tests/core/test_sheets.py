"""The sheet of letters and receipts."""
from datetime import date
from types import SimpleNamespace

import pytest

from core.sheets import Heading, Paragraph, Table, sheet_pdf
from tests.documents import assert_archivable, figures_of, said_in, text_of, words_of

AGENCY = SimpleNamespace(name="부산광역시사회서비스원", address="부산광역시 부산진구 중앙대로 000",
                         phone="051-000-0000", email="quality@poom.example")
BLOCKS = [
    Paragraph("귀 기관의 무궁한 발전을 기원합니다."), Heading("심의 결과"),
    Table(("지표", "사유"), (("1.2 이용자 정보 보호", "처리방침이 게시되어 있지 않습니다."),
                            ("3.1 교육", "증빙 2건이 없습니다.")), (30, 70)),
    Paragraph("30일 이내에 이의신청을 할 수 있습니다."), Paragraph("덧붙이는 말입니다.", numbered=False),
]
FILE = ("record.pdf", "12.4 MB", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "22 November 2026 (Sun) 14:03")


def sheet(blocks=BLOCKS, title="사회서비스 품질인증 심의 결과 알림", language="ko", agency=AGENCY, **options):
    usual = {"number": "품질인증팀-2026-0123", "date": date(2026, 11, 28), "to": "다솜아동발달센터 대표",
             "seal_title": "부산광역시사회서비스원장"}
    return sheet_pdf(title, blocks, agency=agency, language=language, **(usual | options))


def test_a_letter_says_whom_it_is_for_what_and_from_whom():
    said = said_in(sheet())
    for sentence in ("수신다솜아동발달센터대표", "(경유)", "제목사회서비스품질인증심의결과알림", "1.귀기관의", "2.30일이내에",
                     "부산광역시사회서비스원장",
                     "시행품질인증팀-2026-0123(2026년11월28일)", "전화051-000-0000", "덧붙이는말입니다.끝."):
        assert sentence in said
    assert "3.덧" not in said


def test_an_english_letter_is_english():
    said = text_of(sheet(language="en", title="Result", to="Dasom", sender="President of the Agency"))
    for word in ("To", "Subject", "No.", "28 November 2026", "Telephone", "President of the Agency"):
        assert word in said
    assert "끝" not in said


def test_a_receipt_has_no_number_no_seal_and_nobody_it_is_for():
    content = sheet(number="", to="", seal_title="")
    said = said_in(content)
    assert "수신" not in said
    assert "시행" not in said
    assert figures_of(content) == []


def test_the_seal_is_spoken():
    assert figures_of(sheet()) == ["부산광역시사회서비스원장의 직인"]


@pytest.mark.parametrize("demo", [True, False])
def test_the_demonstrations_letters_call_themselves_specimens(demo):
    assert ("시연용견본입니다.효력이없습니다." in said_in(sheet(demo=demo))) is demo


def test_a_letter_is_archivable_and_the_same_twice():
    content = sheet()
    assert_archivable(content, "ko", "사회서비스 품질인증 심의 결과 알림")
    assert sheet() == content


def test_a_long_list_runs_over_pages_with_its_heads():
    content = sheet([Table(("File", "Size", "SHA-256", "Received at"), (FILE,) * 60, (30, 12, 34, 24))], language="en")
    assert text_of(content).count("SHA-256") == text_of(content).count("Telephone") > 3
    assert text_of(content).count("record.pdf") == 60


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_lies_on_the_paper(language):
    name = "사단법인 부산광역시 아동청소년 정서발달 및 심리치유지원 사회서비스 협동조합 해운대센터"
    blocks = [Paragraph(name * 3), Paragraph("가" * 200), Table(("가" * 60, "b" * 60), (("가" * 90, "b" * 90),))]
    (width, height), words = words_of(sheet(blocks, language=language, to=name, title=name * 2, sender=name))
    assert [word.text for word in words if word.left < 50 or word.right > width - 50 or word.top < 40 or word.bottom > height - 20] == []


def test_korean_words_do_not_break():
    said = text_of(sheet([Paragraph("아동정서발달지원서비스에 대하여 " * 12)]))
    assert said.count("아동정서발달지원서비스에") == 12


def test_what_people_wrote_is_text_and_not_markup():
    said = said_in(sheet([Paragraph("<b>굵게</b> & 渼 🌱"), Table(("<i>",), (("<script>",),))], title="<h1>&", to="<u>"))
    for text in ("<b>굵게</b>&", "<i>", "<script>", "<h1>&", "<u>"):
        assert text in said


def test_a_seal_never_stands_on_a_page_without_words():
    """Letters of every length around the end of a page: whatever page the sender is on has a paragraph too."""
    for lines in range(15, 24):
        last = text_of(sheet([Paragraph("줄 하나짜리 문단입니다.")] * lines)).rstrip("\f\n ").split("\f")[-1]
        assert "부산광역시사회서비스원장" in last
        assert "문단입니다" in last, lines
