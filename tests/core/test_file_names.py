"""Names as people send them, and as we show them."""
import re
import unicodedata
from urllib.parse import unquote

import pytest

from core.file_names import MAX_CHARACTERS, clean_name, content_disposition, extension_of, with_extension

HOSTILE = [
    ("../../etc/passwd", "passwd"),
    ("..\\..\\windows\\system32\\evil.pdf", "evil.pdf"),
    ("C:\\Users\\kim\\사업자등록증.pdf", "사업자등록증.pdf"),
    ("C:evil.pdf", "evil.pdf"),
    ("/etc/shadow", "shadow"),
    ("\\\\server\\share\\a.pdf", "a.pdf"),
    ("a.pdf/", "file"),
    ("..", "file"),
    (".", "file"),
    ("", "file"),
    ("   ", "file"),
    (".pdf", "file.pdf"),
    (".htaccess", "file.htaccess"),
    ("....//....//a.pdf", "a.pdf"),
    ("a\x00.pdf", "a.pdf"),
    ("a.pdf\x00.exe", "a.pdf.exe"),
    ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie: x=1.pdf"),
    ("a\tb\x07.pdf", "ab.pdf"),
    ("a\x7f\x9b31m.pdf", "a31m.pdf"),
    ("invoice\u202efdp.exe", "invoicefdp.exe"),
    ("\u2066x\u2069\u200f\u200e.pdf", "x.pdf"),
    ("a\u200bb\u200c\u200d\ufeff.pdf", "ab.pdf"),
    (unicodedata.normalize("NFD", "신청서 한글.hwp"), "신청서 한글.hwp"),
    ("report \"final\" 'v2'.pdf", "report \"final\" 'v2'.pdf"),
    ("가" * 300 + ".hwpx", "가" * 115 + ".hwpx"),
    ("a" * 400, "a" * 120),
    ("x." + "b" * 200, "x." + "b" * 118),
    ("사진\u3000\u00a0 1.jpg", "사진 1.jpg"),
    ("a \u2028b\u2029.pdf", "a b.pdf"),
    ("lone\ud800half.pdf", "lonehalf.pdf"),
    ("a.pdf . .", "a.pdf"),
    ("a .pdf ", "a.pdf"),
]


@pytest.mark.case(19)
@pytest.mark.parametrize(("raw", "shown"), HOSTILE)
def test_a_hostile_name_becomes_a_plain_one(raw, shown):
    assert clean_name(raw) == shown
    assert clean_name(shown) == shown
    assert 1 <= len(shown) <= MAX_CHARACTERS


@pytest.mark.case(19)
@pytest.mark.parametrize("raw", [raw for raw, _shown in HOSTILE])
def test_no_name_breaks_out_of_the_header(raw):
    header = content_disposition(raw)
    assert header.isascii()
    assert header.isprintable()
    plain, true = re.fullmatch(r"attachment; filename=\"([^\"\\]+)\"; filename\*=UTF-8''([\w.~%-]+)", header).groups()
    assert unquote(true) == clean_name(raw)
    assert "%" not in plain


def test_inline_is_said_only_when_asked():
    assert content_disposition("가.jpg", inline=True) == "inline; filename=\"_.jpg\"; filename*=UTF-8''%EA%B0%80.jpg"
    assert content_disposition("가.jpg").startswith("attachment;")


@pytest.mark.parametrize(("name", "extension"), [
    ("a.PDF", "pdf"), ("a.pdf.exe", "exe"), ("a", ""), ("a.", ""), ("사진.HEIC ", "heic"), ("a\u202e.p\u200bdf", "pdf"), (".hwp", "hwp"),
])
def test_the_extension_is_the_last_one_without_tricks(name, extension):
    assert extension_of(name) == extension


def test_converted_content_gets_its_own_extension():
    assert with_extension("현장 사진.HEIC", "jpg") == "현장 사진.jpg"
    assert with_extension("a.JPG", "jpg") == "a.JPG"
