"""The text inside files that people hand in, read in a process of its own; and what must not stand in it."""
import json
from itertools import islice
from typing import BinaryIO, NamedTuple

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.file_types.confined import read
from core.file_types.reasons import refusal
from core.models import StoredFile
from core.personal_numbers import NEAR, numbers_in

READABLE = ("pdf", "hwpx", "docx", "xlsx", "pptx")          # hwp, doc, xls, ppt and pictures: not looked into, and said so
PLACES: dict[str, Promise] = {
    "name": _("its name"),
    "page": _("page {place}"),
    "text": _("paragraph {place} of the text"),
    "margin": _("the header or footer"),
    "note": _("a footnote or endnote"),
    "comment": _("a comment"),
    "slide": _("slide {place}"),
    "slide_note": _("the notes of slide {place}"),
    "sheet": _("the name of sheet {place}"),
    "cell": _("cell {place}"),
}
TOLD = 3                    # places in one sentence


class Piece(NamedTuple):
    where: str
    place: int | str
    text: str
    near: str


class Text(NamedTuple):
    pieces: list[Piece]
    state: str              # of StoredFile.Text


def text_of(file: BinaryIO, kind: str) -> Text:
    """What can be read in it. Raises Refused for markup that is a weapon; whatever else hinders reading is the state."""
    if kind not in READABLE:
        return Text([], StoredFile.Text.UNREAD)
    written, verdict = read(file, "text", kind)
    with written:
        lines = written.read().split(b"\n")[:-1]            # a line that has no end was cut off
    if verdict == "bomb":
        raise refusal("bomb")
    said = [json.loads(line) for line in lines]
    pieces = [Piece(*one) for one in said if isinstance(one, list)]
    if not pieces:
        return Text([], StoredFile.Text.UNREAD)
    return Text(pieces, StoredFile.Text.READ if not verdict and said[-1] == {"whole": True} else StoredFile.Text.PARTLY)


def refuse_personal_numbers(file: BinaryIO, kind: str, name: str) -> str:
    """Raises Refused with the places of resident registration numbers; else how far it could be looked into."""
    if numbers_in(name):
        raise _refusal([PLACES["name"]])
    text = text_of(file, kind)
    if places := list(islice(_places(text.pieces), TOLD)):
        raise _refusal(places)
    return text.state


def _refusal(places):
    refused = refusal("personal_number", where=format_lazy(", ".join(["{}"] * len(places)), *places))
    refused.field = "file"                                  # where a form has a question of this name, it stands beside it
    return refused


def _places(pieces):
    """Where such numbers stand, each place once. What was written just before says what a number is."""
    told, before = set(), ""
    for piece in pieces:
        if numbers_in(piece.text, context=f"{before} {piece.near}"):
            words = format_lazy(PLACES[piece.where], place=_without_number(piece.place))
            if str(words) not in told:
                told.add(str(words))
                yield words
        before = f"{before}\n{piece.text}"[-NEAR:] if piece.where != "cell" else ""


def _without_number(place):
    """A sheet may be called by one."""
    return place.rpartition("!")[2] if isinstance(place, str) and numbers_in(place.rpartition("!")[0]) else place
