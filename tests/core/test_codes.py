"""Public codes: random, read aloud without mistakes, found however they were typed."""
import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from core import codes
from core.models import PublicCode
from core.tenancy import nationwide, within

pytestmark = pytest.mark.django_db
SUBJECT = uuid.UUID(int=7)


@pytest.fixture
def code(busan):
    with within(busan.agency):
        return codes.new_code("certificate", SUBJECT)


def test_a_code_has_thirteen_letters_that_nobody_mixes_up(code):
    assert len(code) == 13 and set(code) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    assert not set("ILOU") & set(codes.ALPHABET) and len(set(codes.ALPHABET)) == 32


def test_codes_do_not_follow_from_each_other(busan):
    with within(busan.agency):
        made = [codes.new_code("certificate", SUBJECT) for _ in range(50)]
    assert len(set(made)) == 50 and len({code[0] for code in made}) > 10 < len({code[-1] for code in made})


def test_a_code_leads_to_its_row_and_agency_from_anywhere(code, busan, daegu):
    with within(daegu.agency):
        found = codes.find_code(code)
    with nationwide():
        assert codes.find_code(code) == found
    assert (found.agency, found.kind, found.subject) == (busan.agency, "certificate", SUBJECT)


@pytest.mark.parametrize("typed", [
    "7KQ4MXT201D8P", "7KQ4-MXT2-01D8P", "7kq4-mxt2-01d8p", " 7kq4 mxt2\t01d8p\n", "7KQ4-MXT2-0ID8P", "7KQ4-MXT2-OLD8P", "7kq4mxt2oid8p",
    "7KQ4--MXT2- 0lD8P",
])
def test_a_code_is_found_however_it_was_typed(typed, busan):
    PublicCode.objects.create(code="7KQ4MXT201D8P", agency=busan.agency, kind="certificate", subject=SUBJECT)
    assert codes.find_code(typed).subject == SUBJECT


@pytest.mark.parametrize("typed", [
    "", None, "7KQ4", "7KQ4-MXT2-01D8U", "7KQ4-MXT2-01D8PP", "7KQ4-MXT2-01D8!", "7KQ4MXT201D8Z", "가" * 13,
    "٧KQ4MXT201D8P", "\x00" * 13, "%" * 13,
])
def test_what_is_no_code_finds_nothing(typed, busan):
    PublicCode.objects.create(code="7KQ4MXT201D8P", agency=busan.agency, kind="certificate", subject=SUBJECT)
    assert codes.find_code(typed) is None


def test_what_cannot_be_a_code_is_not_looked_up(busan, django_assert_num_queries):
    with django_assert_num_queries(0):
        codes.find_code("hello")
    with django_assert_num_queries(1):
        codes.find_code("7KQ4MXT201D8Z")


def test_a_code_is_written_in_groups_and_read_back():
    assert codes.formatted("7KQ4MXT201D8P") == "7KQ4-MXT2-01D8P" and codes.plain("7KQ4-MXT2-01D8P") == "7KQ4MXT201D8P"


def drawn(monkeypatch, letters):
    """Chance says these, thirteen times each."""
    letters = iter([letter for letter in letters for _ in range(codes.LENGTH)])
    monkeypatch.setattr(codes.secrets, "choice", lambda _alphabet: next(letters))


def test_a_code_that_is_taken_is_drawn_again(busan, daegu, monkeypatch):
    drawn(monkeypatch, "AAAB")
    with within(busan.agency):
        assert codes.new_code("certificate", SUBJECT) == "A" * 13
    with within(daegu.agency):                                  # taken by whichever agency: codes are the nation's
        assert codes.new_code("certificate", SUBJECT) == "B" * 13
        assert PublicCode.objects.count() == 2


def test_chance_that_says_the_same_five_times_is_broken(busan, monkeypatch):
    drawn(monkeypatch, "A" * 6)
    with within(busan.agency):
        codes.new_code("certificate", SUBJECT)
        with pytest.raises(RuntimeError, match="randomness"):
            codes.new_code("certificate", SUBJECT)


@pytest.mark.parametrize("change", ["UPDATE core_publiccode SET kind = 'x'", "DELETE FROM core_publiccode"])
def test_a_code_is_never_changed_and_never_given_again(change, code, busan):
    with within(busan.agency), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
