"""Resident registration numbers are found in every spelling, and what only looks like one passes."""
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.personal_numbers import AT_MOST, fits, numbers_in

TODAY = date(2026, 11, 26)


def whole(first):
    """With the last digit that fits."""
    return next(first + digit for digit in "0123456789" if fits(first + digit))


def unfit(first):
    """With the last digit that does not fit."""
    return next(first + digit for digit in "0123456789" if not fits(first + digit))


def halves(number, between="-"):
    return number[:6] + between + number[6:]


OLD = whole("900101112233")             # invented: the rule gives the last digit
WOMAN, CHILD, STRANGER = whole("780228212345"), whole("120531301234"), whole("850715512345")
NEW = unfit("210303312345")             # given since October 2020: the last digits are drawn
CORPORATION = "110111012345"            # without its last digit


def found(text, **more):
    return numbers_in(text, today=TODAY, **more)


def corporate(first):
    total = sum(int(digit) * weight for digit, weight in zip(first, (1, 2) * 6, strict=True))
    return first + str((10 - total % 10) % 10)


def product(first):
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first))
    return first + str((10 - total % 10) % 10)


def wide(text):
    return "".join(chr(ord(character) + 0xFEE0) if character.isdigit() else character for character in text)


@pytest.mark.parametrize("number", [OLD, WOMAN, CHILD, STRANGER, whole("991231698765"), whole("000229412345"), whole("050607798765"),
                                    whole("150607898765")])
@pytest.mark.parametrize("between", ["-", "", " ", " - ", ".", "‑", "–", "−", "－", "·", "\u00a0", "-\u200b", "/"])
def test_it_is_found_in_every_spelling(number, between):
    assert found(f"홍길동 {halves(number, between)} 입니다") == [1]


@pytest.mark.parametrize("text", [
    OLD, wide(OLD), wide(halves(OLD, "－")), f"홍길동{halves(OLD)}입니다", f"({halves(OLD)})", f"[{OLD}]",
    f"홍길동/{halves(OLD)}/남", f"1. {halves(OLD)}", f"{halves(OLD)}.", f"{halves(OLD)},{halves(WOMAN)}",
    f"\t{halves(OLD)}\t010-1234-5678", " ".join(halves(OLD, "")), " ".join(OLD[:6]) + " - " + " ".join(OLD[6:]),
    f"홍길동_{halves(OLD)}_이력서.pdf", f"900101-1****** {halves(WOMAN)}",
])
def test_it_is_found_wherever_it_stands(text):
    assert found(text) == [1]


@pytest.mark.parametrize("text", [
    f"주민등록번호: {halves(NEW)}", f"주민번호 {NEW}", f"{halves(NEW)} (생년월일)", f"생년월일 및 등록번호\n{halves(NEW)}",
    f"외국인등록번호 {halves(unfit('850715612345'))}", f"Resident registration number: {halves(NEW)}",
    f"성명 주민등록번호 전화번호\n홍길동 {halves(NEW)} 010-1234-5678", f"등록번호 {halves(NEW)}",
    f"주민등록번호 {' '.join(NEW)}",
])
def test_one_that_was_drawn_is_found_where_it_is_named(text):
    assert found(text) == [1 + text.count("\n")]


def test_a_columns_heading_names_it():
    assert found(halves(NEW), context="주민등록번호") == [1]
    assert found(halves(NEW), context="접수") == []


@pytest.mark.parametrize("text", [
    # masked, or a part of it
    "900101-1******", "900101-*******", "******-1122334", "900101-1", "900101", f"{OLD[:6]}-{OLD[6:12]}",
    # drawn, and nobody names it
    halves(NEW), f"접수 {halves(NEW)}",
    # no such day, not born yet, long dead, no such century
    halves(whole("901301112233")), halves(whole("900230112233")), halves(whole("000000112233")), halves(whole("261127312345")),
    halves(whole("990101312345")), halves(whole("000101112345")), halves("900101" + "9122334"), halves("900101" + "0122334"),
    # named as something else
    f"계좌번호 {halves(OLD)}", f"계좌: {OLD}", f"주문번호 {OLD}", f"접수번호: {halves(OLD)}", f"운송장번호 {OLD}",
    f"법인등록번호 {halves(OLD)}", f"Order no. {OLD}", f"주민등록등본 제출, 문서번호 {halves(OLD)}", f"전화번호: {halves(OLD)}",
    # inside something longer
    f"110-{halves(OLD)}-01", f"110-{halves(OLD)}", f"{halves(OLD)}-01", f"9{OLD}", f"{OLD}1", f"A{OLD}", f"{OLD}B",
    f"123.{OLD}", f"{halves(OLD, '-')}.5",
    f"https://poom.example/{OLD}", f"id={OLD}", f"IMG_{OLD}.jpg", f"1 {' '.join(OLD)}",
    # telephones, business numbers, dates and amounts
    "010-1234-5678", "02-123-4567 010-1234-5678", "000-12-34567", "2026-11-26 14:03:22", "20261126-1234567", "260115 1200000",
    f"{halves(whole('260115152300'), ' ')}원",
])
def test_what_only_looks_like_one_passes(text):
    assert found(text) == []


def test_a_corporations_number_passes_even_beside_a_persons():
    number = corporate(CORPORATION)
    assert found(f"법인(주민)등록번호: {halves(number)}") == []
    assert found(f"주민등록번호(법인등록번호)\n{halves(number)}") == []
    both = next(corporate(f"1101111{rest:05}") for rest in range(10_000) if fits(corporate(f"1101111{rest:05}")))
    assert found(f"법인(주민)등록번호: {halves(both)}") == [1]             # it fits as a person's too: better asked than kept


def test_a_products_code_passes_unless_it_is_named():
    code = next(product(f"8801011{rest:05}") for rest in range(10_000) if fits(product(f"8801011{rest:05}")))
    assert found(f"세정제 {code}") == []
    assert found(f"주민등록번호 {code}") == [1]
    assert found(f"세정제 {halves(code)}") == [1]


def test_the_lines_are_told_and_never_too_many():
    assert found(f"이름\n\n{halves(OLD)}\n없음\n{WOMAN}") == [3, 5]
    assert len(found(f"{halves(OLD)}\n" * 1000)) == AT_MOST


def test_the_date_must_be_a_day_that_has_come():
    number = halves(whole("261126312345"))
    assert numbers_in(number, today=date(2026, 11, 26)) == [1]
    assert numbers_in(number, today=date(2026, 11, 25)) == []


days = st.dates(min_value=date(1910, 1, 1), max_value=TODAY)


@st.composite
def persons(draw):
    """A number by the old rule of somebody born on any day."""
    born, rest = draw(days), draw(st.integers(0, 99_999))
    century = draw(st.sampled_from("1256" if born.year < 2000 else "3478"))
    return whole(f"{born:%y%m%d}{century}{rest:05}")


words = st.text(st.characters(whitelist_categories=["Lo", "Zs"], max_codepoint=0xD7A3), max_size=30)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(persons(), st.sampled_from(["-", " - ", ".", "–"]), words, words)
def test_every_number_by_the_rule_is_found_in_any_words(number, between, before, after):
    assert found(f"{before} {halves(number, between)} {after}") == [1]


@given(persons(), st.integers(1, 9))
def test_another_last_digit_is_no_number_unless_it_is_named(number, step):
    other = number[:12] + str((int(number[12]) + step) % 10)
    assert found(halves(other)) == []
    assert found(f"주민등록번호 {halves(other)}") == [1]


@given(persons())
def test_masked_it_always_passes(number):
    assert found(f"주민등록번호 {number[:6]}-{number[6]}******") == []
    assert found(f"주민등록번호 {number[:6]}-*******") == []


@given(st.text(max_size=300))
def test_any_text_is_looked_through(text):
    for line in found(text):
        assert 1 <= line <= text.count("\n") + 1


@given(st.from_regex(r"\A0(2|10|51|53)-[0-9]{3,4}-[0-9]{4}\Z"), st.from_regex(r"\A[0-9]{3}-[0-9]{2}-[0-9]{5}\Z"))
def test_telephones_and_business_numbers_pass(telephone, business):
    assert found(f"전화 {telephone} 사업자등록번호 {business}") == []
    assert found(f"주민등록번호는 적지 않았습니다. {telephone} {business}") == []


@given(st.integers(0, 10**10 - 1))
def test_codes_of_products_pass(rest):
    assert found(f"품목 {product(f'88{rest:010}')}") == []


def test_foreigners_have_a_rule_of_their_own():
    assert fits("8507155123452")
    assert not fits("8507155123450")            # as it would be for a citizen
