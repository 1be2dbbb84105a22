"""Comma-separated values: read by any program, and nothing in them is calculated."""
import csv
import io

from core.tables import write_csv

HEAD = ["이름", "수"]


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_comma_stays_in_its_cell_and_empty_stays_empty():
    assert read(write_csv(HEAD, [["햇살, 센터", None]])) == [HEAD, ["햇살, 센터", ""]]


def test_a_korean_office_reads_its_letters():
    assert write_csv(HEAD, []).startswith(b"\xef\xbb\xbf")


def test_nothing_is_taken_for_a_formula():
    for words in ("=1+1", "+1", "-1", "@SUM(A1)", "\tx"):
        assert read(write_csv(HEAD, [[words, 1]]))[1] == [f"'{words}", "1"]
