"""The public register: its list at an agency and for the nation, and the page of one certificate."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language

from accounts import directory
from accounts.guards import public
from certification import queries
from certification.forms.register import Wanted
from certification.views.entry_parts import before_and_after, places_of
from certification.views.register_parts import Facets, pages_of
from core import clock
from core.files import serve
from core.public_pages import kept_page


@public
@kept_page(parameters=("q", "status", "service", "district", "sort", "page"))
def register(request):
    """The register of an agency."""
    agency, wanted = request.agency, Wanted.of(request.GET, "district")
    districts = directory.districts_of(agency.province_id)
    counts = queries.register_counts(agency.pk, agency.public_generation, clock.today())
    facets = Facets(counts, wanted, "district", {district.pk: district for district in districts})
    return render(request, "certification/register.html", found(agency, wanted, facets))


@public
@kept_page(parameters=("q", "status", "service", "agency", "sort", "page"))
def national_register(request):
    """The register of all agencies."""
    wanted, agencies = Wanted.of(request.GET, "agency"), directory.agencies()
    counts = queries.register_counts(None, directory.generation(), clock.today())
    facets = Facets(counts, wanted, "agency", {agency.pk: agency for agency in agencies})
    return render(request, "certification/register.html", found(facets.place, wanted, facets))


def found(agency, wanted, facets):
    """What the list shows. Without words its length is known from the counts, with them it is counted."""
    rows = queries.register_found(agency, words=wanted.words, statuses=wanted.statuses, services=facets.service_ids, sort=wanted.sort,
                                  district=facets.place if facets.by == "district" else None)
    if facets.is_nowhere:
        rows = rows.none()
    count = queries.counted(rows) if wanted.words else facets.counted
    page = pages_of(count, wanted.page)
    start = (page.number - 1) * queries.PAGE
    return {"wanted": wanted, "facets": facets, "entries": rows[start:start + queries.PAGE], "page": page, "today": clock.today(),
            "is_narrowed": bool(wanted.words or wanted.conditions)}


@public
@kept_page
def register_entry(request, number):
    """One certificate: the pass."""
    entry = found_entry(request, number)
    others = list(queries.entries_of_provider(entry))
    before, after = before_and_after(entry, others)
    return render(request, "certification/register_entry.html", {
        "entry": entry, "places": places_of(entry, others), "before": before, "after": after, "today": clock.today(),
        "address": queries.verify_address(entry.code), "indicators": sum(len(area["indicators"]) for area in entry.areas)})


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
