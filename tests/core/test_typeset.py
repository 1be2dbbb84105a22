"""Lines and sizes for paper, and the seal's square."""
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.seal import seal_rows, seal_svg
from core.typeset import Step, alike, fit, kept, lines_of, width_of

STEPS = (Step("large", 10, 1), Step("small", 20, 2))


def test_a_short_text_is_large_and_a_long_one_small():
    assert fit("다솜", STEPS).css == "large"
    assert fit("다솜 아동발달 지원센터", STEPS).css == "small"


def test_texts_that_belong_together_have_one_size():
    assert {text.css for text in alike(["다솜", "다솜 아동발달 지원센터"], STEPS)} == {"small"}


def test_what_fits_nowhere_is_cut_and_says_so():
    fitted = fit("가" * 100, STEPS)
    assert len(fitted.lines) == 2
    assert fitted.lines[-1].endswith("…")


def test_lines_break_between_words_and_are_even():
    assert lines_of("가나 다라 마바 사아", 7) == ["가나 다라", "마바 사아"]


@given(st.text(max_size=120), st.integers(3, 30))
def test_no_line_is_wider_than_it_may_be_and_no_character_is_lost(text, width):
    lines = lines_of(text, width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_date_never_breaks():
    day = "2026년\N{NO-BREAK SPACE}11월\N{NO-BREAK SPACE}28일"
    assert any(day in line for line in lines_of(f"발급일은 {day} 입니다", 8))


def test_text_is_never_markup():
    assert "<b>" not in str(fit("<b>&", STEPS)) + str(kept("<b>&")) + str(seal_svg("<b>&", "<b>&"))


@pytest.mark.parametrize("length", range(4, 21))
def test_a_seal_of_any_title_has_up_to_four_columns_and_even_rows(length):
    rows = seal_rows("가나다라마바사아자차카타파하거너더러머버"[:length])
    assert "".join(rows).endswith("의직인")
    assert len("".join(rows)) == length + 3
    assert max(map(len, rows)) <= 4
    assert max(map(len, rows)) - min(map(len, rows)) <= 1
    assert len(rows) <= 6


def test_the_agencys_seal_looks_as_it_was_drawn():
    assert seal_rows("부산광역시사회서비스원장") == ["부산광역", "시사회서", "비스원장", "의직인"]
