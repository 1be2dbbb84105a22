"""The indicators as agencies and citizens read them, at the Central institute. Kept for everybody, so a citizen asks, whoever looks."""
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language

from accounts.actors import Actor
from accounts.guards import public
from agencies import queries
from agencies.guide_paper import WORDS
from agencies.models import ManagementIndicator
from core.files import serve
from core.public_pages import kept_page
from core.tenancy import current_agency, current_agency_id, find_or_404


@public
@kept_page
def indicators(request):
    """Of the latest year."""
    sets = list(published_sets())
    return _page(request, sets[0] if sets else None, sets)


@public
@kept_page
def indicators_of(request, public_id):
    """Of a year by its own address."""
    sets = list(published_sets())
    return _page(request, _found(sets, public_id), sets)


@public
@kept_page
def card(request, public_id):
    """One indicator with its years."""
    published_sets()
    one = find_or_404(ManagementIndicator, Actor.public(), public_id=public_id, agency=current_agency_id())
    return render(request, "agencies/indicator.html", {"indicator": one, "history": queries.history_of(Actor.public(), one)})


@public
def guide(request, public_id):
    """The guide of a year as PDF, in the page's language."""
    one = _found(list(published_sets()), public_id)
    made = queries.guides_of(Actor.public(), one).get("en" if get_language() == "en" else "ko")
    if made is None or made.file is None:
        raise Http404
    return serve(made.file, f"{WORDS[made.language]['title'].format(year=one.year)}.pdf")


def published_sets():
    """Only the Central institute has any."""
    if not current_agency().is_central:
        raise Http404
    return queries.frozen_sets(Actor.public())


def _found(sets, public_id):
    """One of them: their number is small, and the page names them all."""
    for one in sets:
        if one.public_id == public_id:
            return one
    raise Http404


def _page(request, one, sets):
    rows = queries.rows_of(Actor.public(), one) if one else None
    return render(request, "agencies/indicators.html", {
        "set": one, "sets": sets, "tree": queries.tree_of(rows) if rows else [],
        "guide": queries.guides_of(Actor.public(), one).get(get_language()) if one else None})
