"""Letters and receipts on an agency's sheet (기안문): its name, whom it is for, paragraphs and tables, sender with seal, number, date."""
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from core.pdf import render_pdf
from core.seal import seal_svg
from core.typeset import Step, fit, kept
from core.wording import formal_day

# The words of the sheet are the document and not the site: no catalogue changes them.
WORDS = {
    "ko": {"to": "수신", "via": "(경유)", "title": "제목", "end": "끝.", "number": "시행", "phone": "전화", "seal": "{title}의 직인",
           "demo": "시연용 견본입니다. 효력이 없습니다."},
    "en": {"to": "To", "via": "", "title": "Subject", "end": "", "number": "No.", "phone": "Telephone", "seal": "Official seal of {title}",
           "demo": "A specimen for demonstration. It has no effect."},
}
NAME = (Step("a1", 19, 1), Step("a2", 26, 1), Step("a3", 30, 2))
OFFICE = (Step("o1", 17, 1), Step("o2", 23, 1), Step("o3", 28, 2))


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Counted 1. 2. 3. through the letter, as official letters are; `numbered=False` for a sentence beneath."""
    text: str
    numbered: bool = True


@dataclass(frozen=True)
class Table:
    """`widths` are parts of the page's width, one for each column; without them the columns are as wide as their words."""
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


Block = Heading | Paragraph | Table


def sheet_pdf(title: str, blocks: Iterable[Block], *, agency, date: date, language: str, number: str = "", to: str = "",
              sender: str = "", seal_title: str = "", demo: bool = False) -> bytes:
    """A letter or receipt as archivable PDF, not signed; the same input gives the same bytes.

    `agency` is what accounts.Agency is: it has name, address, phone, email and answers in the current language. `sender` is the
    office as written under the letter, the agency's name without it; `seal_title` the Korean title in its seal, no seal without it.
    """
    words = WORDS[language]
    with translation.override(language):
        name = str(agency.name)
        sender = sender or (seal_title if language == "ko" else "") or name
        html = render_to_string("documents/sheet.html", {
            "language": language, "words": words, "title": title, "title_kept": kept(title), "to": kept(to), "number": number,
            "name": fit(name, NAME), "author": name, "blocks": _drawn(blocks), "day": formal_day(date, language),
            "sender": fit(sender, OFFICE), "seal": seal_svg(seal_title, words["seal"].format(title=sender)) if seal_title else "",
            "address": str(agency.address), "phone": agency.phone, "email": agency.email, "demo": demo,
        })
    return render_pdf(html, stylesheets=[_stylesheet()])


@cache
def _stylesheet():
    return (Path(settings.BASE_DIR) / "templates" / "documents" / "css" / "sheet.css").read_text()


def _drawn(blocks):
    """Each block with its kind, its number, and words that do not break."""
    count = 0
    for block in blocks:
        if isinstance(block, Table):
            widths = [f"{100 * width / sum(block.widths):.2f}%" for width in block.widths]
            yield {"kind": "table", "widths": widths, "headers": [kept(header) for header in block.headers],
                   "rows": [[kept(str(cell)) for cell in row] for row in block.rows]}
        elif isinstance(block, Heading):
            yield {"kind": "heading", "text": kept(block.text)}
        else:
            count += block.numbered
            yield {"kind": "paragraph", "number": f"{count}." if block.numbered else "", "text": kept(block.text)}
