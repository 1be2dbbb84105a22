"""The public register: its list at an agency and for the nation, and how many were certified over the years."""

from accounts import directory
from accounts.guards import public
from certification import queries
from certification.forms.register import PARAMETERS, Wanted
from certification.views.register_instead import Instead
from certification.views.register_page import slots_of
from certification.views.register_parts import Facets, pages_of
from certification.views.register_years import Years
from core import clock
from core.frames import filled_frame, framed
from core.public_pages import kept_page


@public
@kept_page(parameters=[name for name in PARAMETERS if name != "agency"])
def register(request):
    """The register of an agency."""
    agency, wanted = request.agency, Wanted.of(request.GET, "district")
    tally = queries.register_tally(agency.pk, agency.public_generation, clock.today())
    districts = {district.pk: district for district in directory.districts_of(agency.province_id)}
    return listed(request, agency, wanted, Facets(tally, wanted, districts))


@public
@kept_page(parameters=[name for name in PARAMETERS if name != "district"])
def national_register(request):
    """The register of all agencies."""
    wanted, agencies = Wanted.of(request.GET, "agency"), {agency.pk: agency for agency in directory.agencies() if not agency.is_central}
    facets = Facets(queries.register_tally(None, directory.generation(), clock.today()), wanted, agencies)
    return listed(request, facets.place, wanted, facets)


def listed(request, agency, wanted, facets):
    """Whoever typed a number is shown that certificate, whatever its state; else what is found; else what may have been meant."""
    numbered = queries.entries_of_number(wanted.words, request.agency) if wanted.words else []
    entries, count = (numbered, len(numbered)) if numbered else found(agency, wanted, facets)
    context = {"wanted": wanted, "facets": facets, "entries": entries, "page": pages_of(count, wanted.page), "numbered": bool(numbered),
               "instead": None if count else Instead(request.agency, wanted, facets)}
    return filled_frame(request, "certification/register.html", slots_of(request, context))


def found(agency, wanted, facets):
    """(a page's rows, how many). The length of a long list is known from the counts; then it is read in its order from the start."""
    if facets.is_nowhere:
        return [], 0
    narrowed = queries.narrowed(
        agency, statuses=wanted.statuses, services=facets.service_ids, year=wanted.year, price=wanted.price,
        district=facets.place if wanted.by == "district" else None, sort=wanted.sort)
    if wanted.words or wanted.price or (wanted.is_narrowed and facets.counted <= queries.MOST):
        return queries.page_found(narrowed, wanted.words, wanted.page)
    start = (pages_of(facets.counted, wanted.page).number - 1) * queries.PAGE
    return queries.page_listed(narrowed, start), facets.counted


@public
@kept_page
def register_statistics(request):
    """Valid now and ever certified, apart, at an agency."""
    agency = request.agency
    return framed(request, "certification/statistics.html", {"years": Years(agency.pk, agency.public_generation, clock.today())})


@public
@kept_page
def national_statistics(request):
    """The same of all agencies."""
    years = Years(None, directory.generation(), clock.today(), [agency for agency in directory.agencies() if not agency.is_central])
    return framed(request, "certification/statistics.html", {"years": years})
