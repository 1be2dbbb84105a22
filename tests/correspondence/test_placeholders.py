"""Texts are filled in literally, once, and nothing in them is ever run."""
import pytest

from correspondence.placeholders import fill, names_in, one_line, plain

HOSTILE = ["{{7*7}}", "{{ 7*7 }}", "%(agency)s", "%s", "{0.__class__}", "{agency.__class__}", "{agency!r:>30}", "{% now 'Y' %}",
           "%0aBcc: x@y.example",
           "${agency}", "\\1", "\\g<0>", "{unknown}"]


@pytest.mark.parametrize("words", HOSTILE)
def test_what_stands_in_a_text_stays_literal(words):
    assert fill(words, {"other": "x"}) == words


@pytest.mark.parametrize("words", [*HOSTILE, "{agency}", "{club}"])
def test_what_stands_in_a_value_stays_literal(words):
    assert fill("<{club}>", {"club": words, "agency": "Busan"}) == f"<{words}>"


def test_a_subject_is_one_line_whatever_a_name_holds():
    assert one_line("Sun\r\nBcc: x@y.example\u2028\x85\x00\u202egnp") == "Sun Bcc: x@y.example gnp"


def test_a_text_keeps_its_lines_and_loses_other_controls():
    assert plain("one\r\ntwo\rthree\x00\x1b[31m") == "one\ntwo\nthree[31m"


def test_names_are_found_even_when_misspelled():
    assert names_in("{club} { club } {Club} {{7*7}} {0.__class__}") == ["club", "{ club }", "Club"]
