"""Files that hold words: what is read in them, shown, and looked through. Each function returns bytes."""
import io
from xml.sax.saxutils import escape

import openpyxl
import pikepdf

from tests import files

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
HANGUL = "http://www.hancom.co.kr/hwpml/2011/paragraph"
PERSON = "900101-1122334"               # invented; its last digit follows from the others
DRAWN = "210303-3123456"                # as given since October 2020: the last digit follows from nothing


def _font(document):
    return document.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica))


def pdf(*pages, size=(595, 842)):
    """A page for each text in Latin letters; an empty one is a blank page."""
    def change(document):
        font = _font(document)
        for page, words in zip(document.pages, pages, strict=True):
            page.mediabox = pikepdf.Array([0, 0, *size])
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            lines = " ".join(f"({line}) Tj 0 -20 Td" for line in words.splitlines())
            page.Contents = document.make_stream(f"BT /F1 14 Tf 60 760 Td {lines} ET".encode())
    return files.pdf(pages=len(pages), change=change)


def pdf_form(words):
    """The words stand in a field of a form, not on the page."""
    def change(document):
        font = _font(document)
        look = document.make_stream(f"/Tx BMC BT /F1 12 Tf 2 5 Td ({words}) Tj ET EMC".encode())
        look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 200, 20]
        look.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        field = document.make_indirect(pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="number", V=words, Rect=[60, 700, 260, 720], F=4,
            DA="/F1 12 Tf", AP=pikepdf.Dictionary(N=look)))
        document.pages[0].Annots = pikepdf.Array([field])
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[field], DR=pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font)))
    return files.pdf(change=change)


def docx(*paragraphs, margin="", more=None):
    body = "".join(f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p>" for words in paragraphs)
    header = f'<w:hdr xmlns:w="{WORD}"><w:p><w:r><w:t>{escape(margin)}</w:t></w:r></w:p></w:hdr>'
    parts = {"word/header1.xml": header.encode()} if margin else {}
    parts["word/document.xml"] = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()
    return files.office("docx", parts | (more or {}))


def docx_in_pieces(*pieces):
    """One paragraph whose words lie in several runs, as Word leaves them after some typing."""
    runs = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in pieces)
    return files.docx(**{"word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body><w:p>{runs}</w:p></w:body></w:document>'.encode()})


def hwpx(*paragraphs, table=()):
    body = "".join(f"<hp:p><hp:run><hp:t>{escape(words)}</hp:t></hp:run></hp:p>" for words in paragraphs)
    cells = "".join(f"<hp:tc><hp:subList><hp:p><hp:run><hp:t>{escape(words)}</hp:t></hp:run></hp:p></hp:subList></hp:tc>"
                    for words in table)
    body += f"<hp:p><hp:run><hp:tbl><hp:tr>{cells}</hp:tr></hp:tbl><hp:t/></hp:run></hp:p>" if table else ""
    return files.hwpx(**{"Contents/section0.xml": f'<hs:sec xmlns:hs="x" xmlns:hp="{HANGUL}">{body}</hs:sec>'.encode()})


def pptx(*slides):
    markup = f'<p:sld xmlns:p="x" xmlns:a="{DRAWING}"><a:p><a:r><a:t>{{}}</a:t></a:r></a:p></p:sld>'
    return files.pptx(**{f"ppt/slides/slide{number}.xml": markup.format(escape(words)).encode() for number, words in enumerate(slides, 1)})


def xlsx(rows, title="급여", formats=None):
    """`formats`: {"B2": number format}."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for place, form in (formats or {}).items():
        sheet[place].number_format = form
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
