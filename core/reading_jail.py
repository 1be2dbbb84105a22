"""The program in which uploaded documents are read: `python -m core.reading_jail text <kind>` or `… page <number> <width>`.

The file comes by standard input. `text` writes a JSON line for each piece, [where, place, text, what stands near], and a last line that
says whether all of it could be read. `page` writes a JSON line, {count, text}, and behind it the page as a JPEG if a width is given.
The exit status is the verdict. Imports nothing of the house but the jail.
"""
import io
import json
import re
import signal
import sys
import zipfile
from xml.parsers import expat  # no entity is ever expanded: a document type is refused

from core import jail

SECONDS = {"text": 6, "page": 6}        # of the processor
WALL_SECONDS = 20
MEMORY = 1024 * jail.MEGABYTE
MAX_TEXT = 4_000_000                    # characters
MAX_DEPTH = 256                         # of elements: Word and Hangul stay below 60
MAX_SIDE = 4_000                        # pixels
PIECE = 256 * 1024
QUALITY = 88
TIME_IS_UP = (signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL)
VERDICTS = {0: None, 15: "damaged", 17: "too_costly", 18: "no_such_page", 19: "bomb"}

_TEXTS = {                              # which parts are read, in which order, and what they are called
    "docx": (("text", r"word/document\d*\.xml"), ("margin", r"word/(?:header|footer)\d*\.xml"), ("note", r"word/(?:foot|end)notes\.xml"),
             ("comment", r"word/comments\w*\.xml")),
    "hwpx": (("text", r"Contents/section\d+\.xml"),),
    "pptx": (("slide", r"ppt/slides/slide\d+\.xml"), ("slide_note", r"ppt/notesSlides/notesSlide\d+\.xml")),
    "xlsx": (),
}
_MARKUP = (".xml", ".rels", ".hpf")
_BREAKS = {"tab": "\t", "br": "\n", "lineBreak": "\n", "cr": "\n"}


class Verdict(Exception):
    """The file is refused, or cannot be shown, for this reason."""


class Writer:
    """Pieces of text to standard output, until it is too much."""

    def __init__(self, target):
        self.target, self.left, self.whole = target, MAX_TEXT, True

    def put(self, where, place, text, near=""):
        text = text.strip()[:self.left]
        if text and self.left:
            self.left -= len(text)
            self.target.write(json.dumps([where, place, text, near[:200]]).encode() + b"\n")

    def end(self):
        self.target.write(json.dumps({"whole": self.whole and self.left > 0}).encode() + b"\n")


# ---- packed markup: hwpx, docx, pptx; of xlsx only its shape

class Markup:
    """Goes through one part without building a tree; collects paragraphs where `put` is given."""

    def __init__(self, put=None):
        self.put, self.depth, self.open, self.inside = put, 0, [], 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.start, self.finish
        if put:
            self.parser.CharacterDataHandler = self.characters
            self.parser.buffer_text = True

    def refuse(self, *_declaration):
        raise Verdict("bomb")

    def start(self, name, _attributes):
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Verdict("bomb")
        if not self.put:
            return
        name = name.rpartition(" ")[2]
        if name == "p":
            self.open.append([])
        elif name in ("t", "delText"):
            self.inside += 1
        elif name in _BREAKS and self.open:
            self.open[-1].append(_BREAKS[name])

    def finish(self, name):
        self.depth -= 1
        name = name.rpartition(" ")[2]
        if self.put and name in ("t", "delText"):
            self.inside -= 1
        elif self.put and name == "p" and self.open:
            self.put("".join(self.open.pop()))

    def characters(self, words):
        if self.inside and self.open:
            self.open[-1].append(words)


def read_package(stream, kind, writer):
    """Every part's shape is looked at; the texts of those that hold some are written. A part that is no markup is left out and said."""
    with zipfile.ZipFile(stream) as package:
        names = [name for name in package.namelist() if name.endswith(_MARKUP)]
        for name in sorted(names, key=_in_order):
            where = next((where for where, pattern in _TEXTS[kind] if re.fullmatch(pattern, name)), None)
            try:
                _read_part(package, name, where, writer)
            except expat.ExpatError:
                writer.whole = writer.whole and (kind == "xlsx" or where is None)
    if kind == "xlsx":
        read_sheets(stream, writer)


def _in_order(name):
    """section2 before section10."""
    return [(int(word) if word.isdigit() else 0, word) for word in re.split(r"(\d+)", name)]


def _read_part(package, name, where, writer):
    number = re.search(r"(\d+)\.xml$", name)
    lines = iter(range(1, sys.maxsize))

    def put(words):
        place = int(number[1]) if where and where.startswith("slide") else next(lines)
        writer.put(where, place, words)

    markup = Markup(put if where else None)
    with package.open(name) as part:
        while piece := part.read(PIECE):
            markup.parser.Parse(piece, False)
    markup.parser.Parse(b"", True)


def read_sheets(stream, writer):
    """Cell by cell; a number that is shown as six digits, a hyphen and seven is read as it is shown."""
    import openpyxl

    stream.seek(0)
    book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    for number, sheet in enumerate(book.worksheets, 1):
        writer.put("sheet", number, sheet.title)
        headings = {}
        for row in sheet.iter_rows():
            left = ""
            for cell in row:
                if cell.value is None:
                    continue
                words, near = _shown(cell), f"{headings.get(cell.column, '')} {left}"
                writer.put("cell", f"{sheet.title}!{cell.coordinate}", _with_first_half(words, left, near), near)
                headings.setdefault(cell.column, words)
                left = words


def _with_first_half(words, left, near):
    """A number in two cells is one, where its heading says so."""
    halves = re.fullmatch(r"[0-9]{7}", words) and re.fullmatch(r"[0-9]{6}", left) and "주민" in near
    return f"{left}-{words}" if halves else words


def _shown(cell):
    if isinstance(cell.value, (int, float)) and re.fullmatch(r'0{6}(?:\\?-|"-")0{7}', cell.number_format.partition(";")[0]):
        digits = f"{int(cell.value):013d}"
        return f"{digits[:6]}-{digits[6:]}"
    return str(int(cell.value)) if isinstance(cell.value, float) and cell.value.is_integer() else str(cell.value)


# ---- PDF

def open_pdf(stream):
    import pypdfium2

    jail.shut(MEMORY)
    try:
        document = pypdfium2.PdfDocument(stream)
        document.init_forms()               # what was typed into a form's fields stands on the page too
    except pypdfium2.PdfiumError as broken:
        raise Verdict("damaged") from broken
    return document


def read_pdf(stream, writer):
    document = open_pdf(stream)
    has_form = document.get_formtype() > 0
    for number in range(len(document)):
        words = _words(document, number, has_form)
        writer.whole = writer.whole and bool(words.strip())         # a page that is a picture cannot be read
        writer.put("page", number + 1, words)


def _words(document, number, has_form):
    page = document[number]
    if has_form:
        page.flatten()
        page.close()
        page = document[number]
    return page.get_textpage().get_text_bounded().replace("\r\n", "\n")


def show_page(stream, number, width, target):
    """The page's text, and as a picture of at most this width; what is taller than wide by far is made smaller."""
    document = open_pdf(stream)
    if not 1 <= number <= len(document):
        raise Verdict("no_such_page")
    page = document[number - 1]
    picture = None
    if width:
        scale = min(width / page.get_width(), MAX_SIDE / max(page.get_size()))
        picture = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    words = page.get_textpage().get_text_bounded().replace("\r\n", "\n")
    target.write(json.dumps({"count": len(document), "text": words[:MAX_TEXT]}).encode() + b"\n")
    if picture:
        picture.save(target, "JPEG", quality=QUALITY)


def read_text(stream, kind, target):
    writer = Writer(target)
    try:
        if kind == "pdf":
            read_pdf(stream, writer)
        else:
            jail.shut(MEMORY)
            read_package(io.BufferedReader(stream), kind, writer)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, RuntimeError, zipfile.BadZipFile):
        writer.whole = False                # whatever a broken document makes of its reader: what was read counts, and that it was not all
    writer.end()


def main(task, *words):
    jail.leave_network()
    jail.give_time(SECONDS[task], WALL_SECONDS)
    stream, target = sys.stdin.buffer.raw, sys.stdout.buffer
    try:
        if task == "text":
            read_text(stream, words[0], target)
        else:
            show_page(stream, int(words[0]), int(words[1]), target)
    except Verdict as verdict:
        return next(code for code, reason in VERDICTS.items() if reason == str(verdict))
    except MemoryError:
        return next(code for code, reason in VERDICTS.items() if reason == "too_costly")
    finally:
        target.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
