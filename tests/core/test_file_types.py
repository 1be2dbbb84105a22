"""What may be handed in: structure decides, and each refusal is a sentence that says what to do."""
import io
import resource
import struct
import time
import zipfile
import zlib

import pikepdf
import pytest
from PIL import Image

from core import file_jail
from core.errors import Refused
from core.file_types import inspect, reencode, zipped
from tests import files


def refused(content, name):
    """The reason a file is refused for."""
    file = io.BytesIO(content)
    with pytest.raises(Refused) as caught:
        inspect(file, name)
    assert str(caught.value).endswith(".")
    assert "{" not in str(caught.value)
    return caught.value.reason


@pytest.mark.parametrize("kind", files.GOOD)
def test_every_good_file_is_what_its_name_says(kind):
    file = io.BytesIO(files.GOOD[kind]())
    found = inspect(file, f"품질 증빙.{kind.upper()}")
    assert (found.kind, found.extension) == (kind, kind)
    assert found.inline_ok == (kind in ("jpg", "png"))
    assert file.tell() == 0


@pytest.mark.parametrize("kind", files.GOOD)
@pytest.mark.parametrize("claimed", files.GOOD)
def test_no_file_passes_under_another_name(kind, claimed):
    if kind != claimed:
        assert refused(files.GOOD[kind](), f"x.{claimed}") == "other_content"


def test_jpeg_and_heif_are_other_spellings():
    assert inspect(io.BytesIO(files.jpg()), "x.jpeg").extension == "jpg"
    assert inspect(io.BytesIO(files.heic()), "x.HEIF").kind == "heic"


def test_a_chart_may_keep_its_table_inside():
    file = files.pptx(**{"ppt/embeddings/Microsoft_Excel_Sheet1.xlsx": files.xlsx()})
    assert inspect(io.BytesIO(file), "x.pptx").kind == "pptx"


def test_a_telephone_that_puts_a_second_picture_behind_the_first_is_welcome():
    first, second = Image.new("RGB", (30, 20), "red"), Image.new("RGB", (30, 20), "blue")
    written = io.BytesIO()
    first.save(written, "MPO", save_all=True, append_images=[second])
    assert inspect(io.BytesIO(written.getvalue()), "x.jpg").kind == "jpg"


def inner(entry):
    return {"ppt/embeddings/a.xlsx": files.xlsx(**entry)}


def overlapping():
    """Two entries that share their bytes."""
    content = bytearray(files.hwpx(**{"Contents/a.xml": bytes(3000), "Contents/b.xml": bytes(3000)}))
    places = [at for at in range(len(content)) if content[at:at + 4] == b"PK\x01\x02"]
    struct.pack_into("<I", content, places[-1] + 20, len(content))
    return bytes(content)


def renamed_inside():
    """The name before the bytes is another one than the name in the directory."""
    content = files.hwpx()
    at = content.index(b"Contents/header.xml")
    return content[:at] + b"Contents/hxader.xml" + content[at + 19:]


def pdf_bomb():
    """A cross-reference stream that becomes 3 GB."""
    packer = zlib.compressobj(9)
    packer.compress(bytes(1000))
    packer.flush(zlib.Z_FULL_FLUSH)
    megabyte = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = b"\x78\xda" + megabyte * 3000
    head = b"%PDF-1.5\n1 0 obj<</Type/Catalog>>endobj\n"
    table = b"2 0 obj<</Type/XRef/Size 3/W[1 4 4]/Root 1 0 R/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    return head + table + packed + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % len(head)


def annotated(**entries):
    def change(document):
        note = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 9, 9], **entries))
        document.pages[0].Annots = pikepdf.Array([note])
    return files.pdf(change=change)


def cut(content):
    return content[:len(content) * 2 // 3]


def ole_in_a_loop():
    content = bytearray(files.hwp())
    struct.pack_into("<I", content, 512 + 4, 1)                 # the directory's first sector is followed by itself
    return bytes(content)


PROGRAM = b"MZ\x90\x00" + bytes(200)
SCRIPT = b"<html><script>alert(1)</script></html>"
PERM = pikepdf.Permissions()

HOSTILE = [
    # nothing, too much, not allowed
    ("an empty file", lambda: b"", "x.pdf", "empty"),
    ("a program", lambda: PROGRAM, "x.exe", "unknown_type"),
    ("a program behind two names", lambda: files.pdf(), "x.pdf.exe", "unknown_type"),
    ("a page of the web", lambda: SCRIPT, "x.html", "unknown_type"),
    ("a drawing with scripts", lambda: b"<svg onload='alert(1)'/>", "x.svg", "unknown_type"),
    ("a file without an extension", lambda: files.pdf(), "x", "unknown_type"),
    # another content
    ("a program called PDF", lambda: PROGRAM, "x.pdf", "other_content"),
    ("a page called picture", lambda: SCRIPT, "x.png", "other_content"),
    ("a UTF-16 page called hwp", lambda: SCRIPT.decode().encode("utf-16"), "x.hwp", "other_content"),
    ("a page before the PDF", lambda: SCRIPT + files.pdf(), "x.pdf", "other_content"),
    ("a PDF that begins late", lambda: b"\n" + files.pdf(), "x.pdf", "other_content"),
    ("an installer called hwp", lambda: files.ole({"!_StringData": b"x", "Property": b"y"}), "x.hwp", "other_content"),
    ("an hwp with a foreign header", lambda: files.ole({"FileHeader": b"something else"}), "x.hwp", "other_content"),
    ("two documents in one", lambda: files.hwp(WordDocument=b"\xec\xa5".ljust(20)), "x.hwp", "other_content"),
    ("a jar called hwpx", lambda: files.zipped({"META-INF/MANIFEST.MF": b"x", "A.xml": b""}), "x.hwpx", "other_content"),
    ("an hwpx whose type comes later", lambda: files.zipped({"a": b"", "mimetype": b"application/hwp+zip"}), "x.hwpx", "other_content"),
    ("a zip behind a picture", lambda: files.jpg() + files.hwpx(), "x.hwpx", "other_content"),
    # hidden behind or inside
    ("a zip behind a PDF", lambda: files.pdf() + files.docx(), "x.pdf", "damaged"),
    ("a jar with an hwpx's face", lambda: files.hwpx(**{"A.class": b"\xca\xfe\xba\xbe"}), "x.hwpx", "programs"),
    ("a program in a document", lambda: files.docx(**{"word/media/image1.png": PROGRAM}), "x.docx", "programs"),
    ("a program in an hwp", lambda: files.hwp(**{"BinData/BIN0001.exe": PROGRAM}), "x.hwp", "programs"),
    ("a zip in an hwpx", lambda: files.hwpx(**{"BinData/a.bin": files.docx()}), "x.hwpx", "packed"),
    ("a package two deep", lambda: files.pptx(**inner({"xl/embeddings/b.xlsx": files.xlsx()})), "x.pptx", "packed"),
    ("a word file with macros", lambda: files.docx(**{"word/vbaProject.bin": b"x"}), "x.docx", "macros"),
    ("a template with macros", lambda: files.office("docx", types="vnd.ms-word.document.macroEnabled.main+xml"), "x.docx", "macros"),
    ("an old sheet with macros", lambda: files.xls(**{"_VBA_PROJECT_CUR/VBA/dir": b"x"}), "x.xls", "macros"),
    # locked
    ("a locked zip", lambda: files.flagged(files.docx(), 1), "x.docx", "locked"),
    ("a locked hwpx", lambda: files.hwpx(**{"META-INF/manifest.xml": b"<encryption-data/>"}), "x.hwpx", "locked"),
    ("a locked hwp", lambda: files.hwp(properties=3), "x.hwp", "locked"),
    ("a locked word file", lambda: files.doc(flags=0x0100), "x.doc", "locked"),
    ("a locked new word file", lambda: files.ole({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "x.docx", "locked"),
    ("a locked sheet", lambda: files.xls(locked=True), "x.xls", "locked"),
    ("a locked presentation", lambda: files.ppt(token=0xF3D1C4DF), "x.ppt", "locked"),
    ("a locked PDF", lambda: files.pdf(encryption=pikepdf.Encryption(owner="o", user="u")), "x.pdf", "locked"),
    # active PDF
    ("a PDF with a script", lambda: files.pdf_with_action("JavaScript", JS="app.alert(1)"), "x.pdf", "active_pdf"),
    ("a PDF that starts a program", lambda: files.pdf_with_action("Launch", F="cmd.exe"), "x.pdf", "active_pdf"),
    ("a PDF that opens a share", lambda: files.pdf_with_action("GoToE", F="\\\\evil\\x"), "x.pdf", "active_pdf"),
    ("a PDF with a script in a note", lambda: annotated(A=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")), "x.pdf", "active_pdf"),
    ("a PDF with a dynamic form", lambda: files.pdf(change=lambda pdf: setattr(pdf.Root, "AcroForm", pikepdf.Dictionary(XFA="x"))),
     "x.pdf", "active_pdf"),
    ("a PDF with a file inside", files.pdf_with_attachment, "x.pdf", "attachments"),
    ("a PDF with a file in a note", lambda: annotated(Subtype=pikepdf.Name.FileAttachment), "x.pdf", "attachments"),
    ("a PDF of 2,000 pages", lambda: files.pdf(pages=2000), "x.pdf", "too_many_pages"),
    # bombs
    ("an hwpx bomb", files.bomb, "x.hwpx", "bomb"),
    ("a bomb that lies about its size", lambda: files.lying(files.bomb(), "Contents/section1.xml", 100), "x.hwpx", "bomb"),
    ("a bomb in a chart's table", lambda: files.pptx(**inner({"xl/worksheets/sheet1.xml": bytes(40_000_000)})), "x.pptx", "bomb"),
    ("a zip that lies about a size", lambda: files.lying(files.hwpx(), "Contents/section0.xml", 5), "x.hwpx", "damaged"),
    ("2,001 entries", files.many_entries, "x.hwpx", "bomb"),
    ("entries over each other", overlapping, "x.hwpx", "bomb"),
    ("a picture of 3,600 megapixels", files.huge_png, "x.png", "too_many_pixels"),
    ("a picture of 51 megapixels", lambda: files.huge_png(51_000, 1_000), "x.png", "too_many_pixels"),
    # broken
    ("half a zip", lambda: cut(files.hwpx()), "x.hwpx", "damaged"),
    ("a zip with two names for one entry", renamed_inside, "x.hwpx", "damaged"),
    ("a zip that climbs", lambda: files.docx(**{"../../evil.xml": b""}), "x.docx", "damaged"),
    ("half a PDF", lambda: cut(files.pdf(pages=50)), "x.pdf", "damaged"),
    ("half a picture", lambda: cut(files.jpg((600, 400))), "x.jpg", "damaged"),
    ("half a telephone's picture", lambda: cut(files.heic((600, 400))), "x.heic", "damaged"),
    ("an hwp in a loop", ole_in_a_loop, "x.hwp", "other_content"),
    ("half an hwp", lambda: files.hwp()[:700], "x.hwp", "damaged"),
]


@pytest.mark.parametrize(("make", "name", "reason"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_file_is_refused_with_its_reason(make, name, reason):
    content = make()
    started = time.monotonic()
    assert refused(content, name) == reason
    assert time.monotonic() - started < 5


def test_a_pdf_that_eats_memory_costs_us_little():
    content = pdf_bomb()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    assert refused(content, "x.pdf") in ("damaged", "too_costly")
    assert time.monotonic() - started < 10                      # four seconds of a processor that others use too
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


def test_a_file_over_the_limit_is_refused_unread(settings):
    class Unreadable(io.BytesIO):
        def read(self, *_):
            raise AssertionError("read before its size was known to be sane")

    assert settings.FILE_LIMIT == 50 * 1024 * 1024
    with pytest.raises(Refused, match=r"50 ?MB"):
        inspect(Unreadable(bytes(settings.FILE_LIMIT + 1)), "x.pdf")


def test_a_large_directory_is_refused_before_it_is_built(monkeypatch):
    def build(*_arguments, **_options):
        raise AssertionError("built")
    content = files.many_entries()
    monkeypatch.setattr(zipfile, "ZipFile", build)
    assert refused(content, "x.hwpx") == "bomb"


def test_a_bomb_is_left_after_the_first_bytes_too_many(monkeypatch):
    spent = []
    spend = zipped.Budget.spend
    monkeypatch.setattr(zipped.Budget, "spend", lambda self, count: (spent.append(count), spend(self, count)))
    content = files.lying(files.bomb(), "Contents/section1.xml", 100)
    assert refused(content, "x.hwpx") == "bomb"
    assert sum(spent) < len(content) * (zipped.MAX_RATIO + 5)
    assert max(spent) <= zipped.PIECE


def test_a_restricted_pdf_that_everybody_can_open_is_welcome():
    restricted = files.pdf(encryption=pikepdf.Encryption(owner="office", user="", allow=PERM))
    assert inspect(io.BytesIO(restricted), "x.pdf").kind == "pdf"


def test_a_hung_reader_is_ended(monkeypatch):
    monkeypatch.setattr(file_jail, "WALL_SECONDS", -2)
    assert refused(files.pdf(), "x.pdf") == "too_costly"


def test_a_photo_is_made_anew_upright_and_without_its_place():
    original = files.jpg((60, 40), orientation=6, place=True)
    assert b"CANARY-MAKER" in original
    fresh, found = reencode(io.BytesIO(original + SCRIPT), "jpg")
    with fresh:
        content = fresh.read()
    assert (found.mime, found.extension, found.inline_ok) == ("image/jpeg", "jpg", True)
    assert b"CANARY" not in content
    assert b"script" not in content
    picture = Image.open(io.BytesIO(content))
    assert picture.size == (40, 60)
    assert not picture.getexif()
    red, _green, blue = picture.getpixel((35, 5))               # the upper left corner came to the upper right
    assert red > 200
    assert blue < 60


def test_a_telephones_picture_becomes_jpeg():
    fresh, found = reencode(io.BytesIO(files.heic()), "heic")
    assert found.mime == "image/jpeg"
    with fresh:
        assert Image.open(fresh).format == "JPEG"


def test_transparency_stays_and_texts_go():
    written = io.BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(written, "PNG", pnginfo=_note())
    fresh, found = reencode(io.BytesIO(written.getvalue()), "png")
    with fresh:
        picture = Image.open(fresh)
        assert picture.getpixel((0, 0))[3] == 0
    assert (found.mime, picture.mode, picture.info) == ("image/png", "RGBA", {})


def _note():
    from PIL.PngImagePlugin import PngInfo
    note = PngInfo()
    note.add_text("Author", "CANARY")
    return note
