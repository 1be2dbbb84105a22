"""The papers of a meeting: the agenda, then each open case on one page and by indicator; on every page whose copy it is."""
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from core.pdf import render_pdf
from core.tenancy import current_agency
from core.wording import moment_in_words


def pack_pdf(meeting, packed, *, reader, at, language):
    """As PDF with bookmarks, not signed; `at`: the moment that stands beside the reader's name."""
    with translation.override(language):
        html = render_to_string("documents/meeting_pack.html", {
            "language": language, "meeting": meeting, "packed": packed, "agency": str(current_agency().name), "demo": settings.DEMO,
            "open": [one for one in packed if one.summary], "reader": str(reader), "moment": moment_in_words(at, language)})
    return render_pdf(html, stylesheets=[_stylesheet()])


@cache
def _stylesheet():
    return (Path(settings.BASE_DIR) / "templates" / "documents" / "css" / "meeting_pack.css").read_text()
