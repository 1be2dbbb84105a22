"""The public register: the page of one certificate."""

from django.http import Http404
from django.utils.translation import get_language

from accounts.guards import public
from certification import queries
from certification.views.entry_page import slots_of
from core.files import serve
from core.frames import filled_frame
from core.public_pages import kept_page


@public
@kept_page
def register_entry(request, number):
    """One certificate: the pass."""
    return filled_frame(request, "certification/register_entry.html", slots_of(request, found_entry(request, number)))


@public
def register_document(request, number):
    """The certificate itself, in the language of the page, where its holder agreed."""
    entry = found_entry(request, number)
    document = queries.shown_document(entry, get_language())
    if document is None:
        raise Http404
    return serve(document.file, f"{entry.number}-{document.language}.pdf")


def found_entry(request, number):
    entry = queries.entry_by_number(number, request.agency and request.agency.pk)
    if entry is None:
        raise Http404
    return entry
