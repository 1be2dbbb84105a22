"""A stored file as a page to read: a PDF page by page, a picture, the paragraphs of hwpx and docx. What can act in it reaches no browser.

One address gives all three: the file itself, `?view=page` the page around it, `?view=picture` what stands in that page. So each view that
asks who may and notes the access does it once for all.
"""
import json
import threading
from contextlib import contextmanager
from typing import NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from core.errors import Refused, Unavailable
from core.file_types.confined import read
from core.files import INLINE, open_stored, refuse_unscanned, serve
from core.models import AccessEntry
from core.texts import text_of

KINDS = {"pdf": "paged", "jpg": "picture", "png": "picture", "hwpx": "written", "docx": "written"}      # others are downloaded
ZOOMS = {100: 1000, 150: 1500, 200: 2000}       # per cent: pixels of a page's width
PARAGRAPHS, CHARACTERS = 2_000, 200_000         # of a text in one page
AT_ONCE, WAIT = 3, 10                           # pages made at the same time by one process, and seconds to wait for a turn
_turns = threading.BoundedSemaphore(AT_ONCE)


class Page(NamedTuple):
    """One page of a PDF. `picture` is empty if none was asked for."""

    count: int
    text: str
    picture: bytes


def kind_of_access(request):
    """What the access log notes: to read in the page, or to take along."""
    return AccessEntry.Kind.READ if request.GET.get("view") else AccessEntry.Kind.DOWNLOAD


def hand_out(request, stored, name, *, back, to_giver=False):
    """The file, the page to read it, or the picture in that page. `back`: (address, words) of where it is listed.

    Raises Unavailable as `core.files.refuse_unscanned` does; `to_giver`: for those who gave it.
    """
    view = request.GET.get("view")
    if not view:
        return serve(stored, name, to_giver=to_giver)
    refuse_unscanned(stored, to_giver=to_giver)
    if view == "picture":
        return picture(request, stored, name)
    return render(request, "components/viewer.html", {**_read(request, stored, name), "back": back})


def beside(request, stored, name, address):
    """The context of components/viewer_file.html in a page of its own: the file stands beside something else. `address` serves the file."""
    try:
        refuse_unscanned(stored, to_giver=False)
    except Unavailable as not_yet:
        return {"stored": stored, "name": name, "address": address, "kind": "", "trouble": str(not_yet)}
    return {**_read(request, stored, name), "address": address}


def _read(request, stored, name):
    context = {"stored": stored, "name": name, "kind": KINDS.get(stored.extension, ""), "zoom": zoom_of(request), "zooms": ZOOMS}
    try:
        context |= _SHOWN[context["kind"]](request, stored)
    except Refused as refusal:
        context |= {"kind": "", "trouble": str(refusal)}
    return context


def picture(request, stored, name):
    """A stored picture as it is, since we made it anew; of a PDF one page."""
    if stored.mime in INLINE:
        return serve(stored, name, inline=True)
    if KINDS.get(stored.extension) != "paged":
        raise Http404
    try:
        page = page_of(stored, number_of(request), ZOOMS[zoom_of(request)])
    except (Refused, Unavailable):              # the page around it has said why
        return HttpResponse(status=503)
    response = HttpResponse(page.picture, content_type="image/jpeg")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def number_of(request):
    asked = request.GET.get("page", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 1


def zoom_of(request):
    asked = request.GET.get("zoom", "")
    return next((zoom for zoom in ZOOMS if str(zoom) == asked), min(ZOOMS))


def page_of(stored, number, width):
    """Page `number` of a PDF, as a picture of this width unless it is 0. Raises Refused if it cannot be shown, 404 if there is none."""
    with _turn(), open_stored(stored) as file:
        written, verdict = read(file, "page", str(number), str(width))
    with written:
        if verdict == "no_such_page":
            raise Http404
        if verdict:
            raise Refused(_("This page cannot be shown here. Download the file to read it."))
        said = json.loads(written.readline())
        return Page(said["count"], said["text"].strip(), written.read())


def _paged(request, stored):
    number = number_of(request)
    page = page_of(stored, number, 0)
    return {"page": page, "number": number, "before": number - 1 or None, "after": number + 1 if number < page.count else None}


def _written(_request, stored):
    with _turn(), open_stored(stored) as file:
        text = text_of(file, stored.extension)
    paragraphs, left = [], CHARACTERS
    for piece in text.pieces[:PARAGRAPHS]:
        paragraphs.append(piece.text[:left])
        left -= len(piece.text)
        if left <= 0:
            break
    return {"paragraphs": paragraphs, "is_cut": left <= 0 or len(paragraphs) < len(text.pieces)}


_SHOWN = {"paged": _paged, "written": _written, "picture": lambda *_: {}, "": lambda *_: {}}


@contextmanager
def _turn():
    """Not more at once than the machine bears; who waits too long is told."""
    if not _turns.acquire(timeout=WAIT):
        raise Unavailable(_("Many pages are being shown just now. Please try again in a moment."))
    try:
        yield
    finally:
        _turns.release()
