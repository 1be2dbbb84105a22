"""The public register: the page of one certificate."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language

from accounts.guards import public
from certification import queries
from certification.views.entry_parts import before_and_after, places_of
from core import clock
from core.files import serve
from core.public_pages import kept_page


@public
@kept_page
def register_entry(request, number):
    """One certificate: the pass."""
    entry = found_entry(request, number)
    others = list(queries.entries_of_provider(entry))
    before, after = before_and_after(entry, others)
    return render(request, "certification/register_entry.html", {
        "entry": entry, "places": places_of(entry, others), "before": before, "after": after, "today": clock.today(),
        "address": queries.verify_address(entry.code), "log_place": queries.log_place(entry),
        "indicators": sum(len(area["indicators"]) for area in entry.areas)})


@public
def register_document(request, number):
    """The certificate itself, in the language of the page, where its holder agreed."""
    entry = found_entry(request, number)
    document = queries.shown_document(entry, get_language())
    if document is None:
        raise Http404
    return serve(document.file, f"{entry.number}-{document.language}.pdf")


def found_entry(request, number):
    entry = queries.entry_by_number(number, request.agency)
    if entry is None:
        raise Http404
    return entry
