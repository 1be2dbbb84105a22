"""Words searched for: decomposed, so that trigrams know a Korean syllable by its letters."""
import unicodedata

import pytest
from django.db import connection

from core.search import needles, searchable


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
