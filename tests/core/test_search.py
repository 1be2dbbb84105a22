"""Words searched for: decomposed, so that trigrams know a Korean syllable by its letters."""
import unicodedata

import pytest
from django.db import connection

from core.search import needles, searchable, term, terms, wanted_terms


@pytest.mark.parametrize(("one", "other"), [
    (unicodedata.normalize("NFC", "햇살돌봄센터"), unicodedata.normalize("NFD", "햇살돌봄센터")),
    ("Haetsal CARE", "haetsal care"),
    ("햇살(주) 돌봄·센터", "햇살 주 돌봄 센터"),
    ("  햇살\t\n돌봄 ", "햇살 돌봄"),
    ("051-000-0000", "051 000 0000"),
    ("STRASSE", "straße"),
    ("Café", "Cafe\u0301"),
])
def test_the_same_words_are_the_same(one, other):
    assert searchable(one) == searchable(other)


def test_a_syllable_is_its_letters():
    assert searchable("봄") == "\u1107\u1169\u11b7"
    assert searchable("햇살돌").startswith(searchable("햇사"))      # a syllable that is still being typed


def test_several_texts_are_one_column_and_empty_ones_nothing():
    assert searchable("햇살", None, "", "Busan") == searchable("햇살 busan")
    assert searchable() == searchable(None) == searchable("·!?") == ""


def test_each_word_is_looked_for_by_itself():
    assert needles("돌봄, 햇살") == [searchable("돌봄"), searchable("햇살")]
    assert needles("") == needles("%") == []
    assert "%" not in "".join(needles("100%_햇살"))


@pytest.mark.django_db
def test_postgresql_finds_trigrams_in_what_is_kept():
    with connection.cursor() as cursor:
        cursor.execute("SELECT cardinality(show_trgm(%s)), %s LIKE '%%' || %s || '%%'",
                       [searchable("돌봄"), searchable("햇살돌봄센터"), searchable("돌봄")])
        trigrams, found = cursor.fetchone()
    assert trigrams > 4 and found


STORED = terms("다솜 아동발달센터", "Dasom Child Centre", "해운대구", "제2026-012호")


@pytest.mark.parametrize(("words", "finds"), [
    ("다솜", True), ("솜", True), ("다소", True), ("해운대", True), ("다솜아동", True), ("해 운 대", True), ("다솜 해운대", True),
    ("ㅎㅇㄷ", True), ("ㄷㅅ", True), ("ㄷ", True), ("ㅎ", True),
    ("ㅇㄷ", True), ("해운ㄷ", True), ("해ㅇ", True), ("dasom", True), ("ＤＡＳＯＭ", True),
    ("2026-012", True), ("centre", True),
    ("뷁", False), ("소리", False),
    ("없는이름", False), ("ㅎㅎ", False), ("ㅅ", False), ("ㄷㄷ", False), ("해ㅂ", False), ("다솜 없음", False),
    ("dasn", False), ("2026-013", False)])
def test_terms_find_pieces_initials_and_what_is_still_being_typed(words, finds):
    assert set(STORED).issuperset(wanted_terms(words)) is finds


def test_two_initials_that_the_keyboard_joined_are_two():
    assert wanted_terms("ㄳ") == wanted_terms("ㄱㅅ") and set(terms("강서구")).issuperset(wanted_terms("ㄳ"))


def test_marks_are_nothing_to_look_for_and_a_term_with_a_mark_is_no_word():
    assert wanted_terms("% _ ·!?") == wanted_terms("_") and wanted_terms("%·") == wanted_terms("") == []
    assert term("district:7") not in terms("district:7", "district7")
    assert terms(None, "") == []


def test_halves_of_characters_are_nothing():
    assert wanted_terms("\ud800다솜") == wanted_terms("다솜")
