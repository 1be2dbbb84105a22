"""Looking into a PDF: its text, where its words lie, what it says of itself, what a telephone reads from its QR code."""
import io
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from typing import NamedTuple

import pikepdf
import zxingcpp
from PIL import Image

XHTML = "{http://www.w3.org/1999/xhtml}"


class Box(NamedTuple):
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other):
        """Whether the ink of two lines could touch: a fifth of their height is air."""
        air, others = (self.bottom - self.top) / 5, (other.bottom - other.top) / 5
        return (self.left < other.right - 1 and other.left < self.right - 1
                and self.top + air < other.bottom - others and other.top + others < self.bottom - air)


def text_of(content, *options):
    return subprocess.run(["pdftotext", *options, "-", "-"], input=content, capture_output=True, check=True).stdout.decode()


def said_in(content):
    """The text without any white space."""
    return re.sub(r"\s+", "", text_of(content))


def words_of(content):
    """(width and height of the first page, its words), in points."""
    answer = subprocess.run(["pdftotext", "-bbox", "-l", "1", "-", "-"], input=content, capture_output=True, check=True).stdout
    page = ElementTree.fromstring(answer).find(f".//{XHTML}page")
    sides = ("xMin", "yMin", "xMax", "yMax")
    words = [Box(word.text, *(float(word.get(side)) for side in sides)) for word in page.iter(f"{XHTML}word")]
    return (float(page.get("width")), float(page.get("height"))), words


def picture_of(content, dpi=150):
    command = ["pdftoppm", "-r", str(dpi), "-png", "-singlefile", "-"]
    return Image.open(io.BytesIO(subprocess.run(command, input=content, capture_output=True, check=True).stdout))


def scanned(content):
    return [found.text for found in zxingcpp.read_barcodes(picture_of(content))]


def figures_of(content):
    """What those hear of its pictures who cannot see them."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return [str(thing.get("/Alt", "")) for thing in document.objects
                if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"]


def assert_archivable(content, language, title):
    """PDF/A-3a as it calls itself, with structure, language and title, and nothing that leads outside."""
    with pikepdf.open(io.BytesIO(content)) as document:
        with document.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
            assert metadata["dc:title"] == title
        assert [str(intent.S) for intent in document.Root.OutputIntents] == ["/GTS_PDFA1"]
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K
        assert str(document.Root.Lang) == language
        things = [thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary)]
        files = [thing for thing in things if "/F" in thing and thing.get("/Subtype") not in ("/Link", "/Widget")]     # there it is a flag
        assert not files + [thing for thing in things if "/URI" in thing or "/EmbeddedFiles" in thing]
        assert all("/FontFile2" in thing for thing in things if thing.get("/Type") == "/FontDescriptor")
