"""Comma-separated values: read by any program, and nothing in them is calculated."""
import csv
import io

from django.utils.translation import override

from core.tables import Column, write_lines

COLUMNS = [Column("name", "이름", "Name"), Column("count", "수", "Number")]


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_headings_are_in_the_readers_language_and_empty_stays_empty():
    with override("ko"):
        assert read(write_lines(COLUMNS, [["햇살, 센터", None]])) == [["이름", "수"], ["햇살, 센터", ""]]
    with override("en"):
        assert read(write_lines(COLUMNS, []))[0] == ["Name", "Number"]


def test_a_korean_office_reads_its_letters():
    assert write_lines(COLUMNS, []).startswith(b"\xef\xbb\xbf")


def test_nothing_is_taken_for_a_formula():
    for words in ("=1+1", "+1", "-1", "@SUM(A1)", "\tx"):
        assert read(write_lines(COLUMNS, [[words, 1]]))[1] == [f"'{words}", "1"]
