"""Files that mean harm, each with what becomes of it: the reason it is refused for, or ATTACHMENT, or ANEW."""
import io
import struct
import zlib

import pikepdf
from PIL import Image

from tests import files

ATTACHMENT = "attachment"       # kept, and only ever handed out to be saved
ANEW = "made anew"              # a picture of which nothing but the pixels is kept


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


def gif():
    written = io.BytesIO()
    Image.new("P", (8, 8)).save(written, "GIF")
    return written.getvalue()


def turned_heic():
    """A telephone held upright: the note in the file says how to turn it."""
    return files.heic((60, 40), orientation=6)


def nested_zip(depth=5):
    """As 42.zip is made: zips in zips, each of a bomb."""
    content = files.zipped({"zeros": bytes(20 * 1024 * 1024)})
    for _ in range(depth):
        content = files.zipped({f"{number}.zip": content for number in range(8)})
    return content


def doctype(kind, place):
    """A billion laughs."""
    laughs = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10 if number else "ha"}">' for number in range(10))
    return files.GOOD[kind](**{place: f"<!DOCTYPE x [{laughs}]><x>&l9;</x>".encode()})


def deep(kind, place, depth=200_000):
    return files.GOOD[kind](**{place: b"<a>" * depth + b"</a>" * depth})


def cut(content):
    return content[:len(content) * 2 // 3]


def ole_in_a_loop():
    content = bytearray(files.hwp())
    struct.pack_into("<I", content, 512 + 4, 1)                 # the directory's first sector is followed by itself
    return bytes(content)


PROGRAM = b"MZ\x90\x00" + bytes(200)
SCRIPT = b"<html><script>alert(1)</script></html>"

XHTML = b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>'
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"

ACTIVE = [                      # (what it is, how it is made, its name, what becomes of it)
    # nothing, too much, not allowed
    ("an empty file", lambda: b"", "x.pdf", "empty"),
    ("a program", lambda: PROGRAM, "x.exe", "unknown_type"),
    ("a program behind two names", lambda: files.pdf(), "x.pdf.exe", "unknown_type"),
    ("a page of the web", lambda: SCRIPT, "x.html", "unknown_type"),
    ("a drawing with scripts", lambda: b"<svg onload='alert(1)'/>", "x.svg", "unknown_type"),
    ("a page that is strict markup", lambda: XHTML, "x.xhtml", "unknown_type"),
    ("a page in an archive of the web", lambda: b"MIME-Version: 1.0", "x.mht", "unknown_type"),
    ("a shortcut", lambda: b"L\0\0\0", "x.pdf.lnk", "unknown_type"),
    ("a file without an extension", lambda: files.pdf(), "x", "unknown_type"),
    # another content
    ("a program called PDF", lambda: PROGRAM, "x.pdf", "other_content"),
    ("a page called picture", lambda: SCRIPT, "x.png", "other_content"),
    ("a page called PDF", lambda: SCRIPT, "x.pdf", "other_content"),
    ("a UTF-16 page called PDF", lambda: SCRIPT.decode().encode("utf-16"), "x.pdf", "other_content"),
    ("a strict page called hwpx", lambda: XHTML, "x.hwpx", "other_content"),
    ("a drawing called picture", lambda: SVG, "x.png", "other_content"),
    ("a moving picture called PNG", gif, "x.png", "other_content"),
    ("a moving picture called JPEG", gif, "x.jpg", "other_content"),
    ("a page behind a PDF's first line", lambda: b"%PDF-1.4\n" + SCRIPT, "x.pdf", "damaged"),
    ("a page behind a PDF", lambda: files.pdf() + SCRIPT, "x.pdf", "damaged"),
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
    # kept, and harmless as they are handed out
    ("a script behind a picture", lambda: files.png() + SCRIPT, "x.png", ANEW),
    ("a script in a picture's notes", lambda: files.jpg(place=True) + SCRIPT, "x.jpg", ANEW),
    ("a page in a PDF's words", lambda: files.pdf(change=lambda pdf: pdf.docinfo.__setitem__("/Title", "<script>alert(1)</script>")),
     "x.pdf", ATTACHMENT),
    ("a PDF with a link", lambda: annotated(Subtype=pikepdf.Name.Link, A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="javascript:1")),
     "x.pdf", ATTACHMENT),
    ("a page in an hwpx", lambda: files.hwpx(**{"Preview/x.html": SCRIPT}), "x.hwpx", ATTACHMENT),
    ("a drawing in a document", lambda: files.docx(**{"word/media/image1.svg": SVG}), "x.docx", ATTACHMENT),
    ("an hwp with its usual script", files.hwp, "x.hwp", ATTACHMENT),
    ("a telephone's picture on its side", turned_heic, "x.heic", ANEW),
]

BOMBS = [
    ("a PDF of 2,000 pages", lambda: files.pdf(pages=2000), "x.pdf", "too_many_pages"),
    ("a docx bomb", lambda: files.docx(**{"word/media/a.xml": bytes(200 << 20)}), "x.docx", "bomb"),
    ("an xlsx bomb", lambda: files.xlsx(**{"xl/worksheets/sheet1.xml": bytes(200 << 20)}), "x.xlsx", "bomb"),
    ("a docx bomb that lies", lambda: files.lying(files.docx(**{"word/a.xml": bytes(200 << 20)}), "word/a.xml", 9), "x.docx", "bomb"),
    ("an xlsx bomb that lies", lambda: files.lying(files.xlsx(**{"xl/a.xml": bytes(200 << 20)}), "xl/a.xml", 9), "x.xlsx", "bomb"),
    ("2,001 entries in a sheet", lambda: files.xlsx(**{f"xl/{number}.xml": b"" for number in range(2_001)}), "x.xlsx", "bomb"),
    ("zips in zips in an hwpx", lambda: files.hwpx(**{"BinData/42.zip": nested_zip()}), "x.hwpx", "packed"),
    ("zips in zips, alone", nested_zip, "x.zip", "unknown_type"),
    ("zips in zips called docx", nested_zip, "x.docx", "packed"),
    ("a billion laughs in an hwpx", lambda: doctype("hwpx", "Contents/section1.xml"), "x.hwpx", "bomb"),
    ("a billion laughs in a docx", lambda: doctype("docx", "word/styles.xml"), "x.docx", "bomb"),
    ("a billion laughs in an xlsx", lambda: doctype("xlsx", "xl/sharedStrings.xml"), "x.xlsx", "bomb"),
    ("markup 200,000 deep in an hwpx", lambda: deep("hwpx", "Contents/section1.xml"), "x.hwpx", "bomb"),
    ("markup 200,000 deep in a docx", lambda: deep("docx", "word/styles.xml"), "x.docx", "bomb"),
    ("markup 200,000 deep in an xlsx", lambda: deep("xlsx", "xl/worksheets/sheet1.xml"), "x.xlsx", "bomb"),
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
