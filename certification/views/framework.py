"""The criteria as citizens and providers read them. These pages are kept for everybody, so a citizen asks, whoever looks."""
from uuid import UUID

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from accounts.actors import Actor
from accounts.guards import public
from certification import workflow
from certification.models import FrameworkVersion
from certification.queries import errata_shown, paper_of, rows_in, tree_of, versions_of, with_errata
from certification.queries.edition import difference_of
from core.files import serve
from core.public_pages import kept_page
from core.tenancy import current_agency_id, find_or_404


@public
@kept_page
def framework(request):
    """The edition in force."""
    versions = list(versions_of(Actor.public()))
    return _page(request, versions[0] if versions else None, versions)


@public
@kept_page
def framework_version(request, public_id):
    """An edition by its own address, which certificates and rounds lead to; a draft only if providers were asked about it."""
    return _page(request, _found(public_id), list(versions_of(Actor.public())))


@public
@kept_page(parameters=("from",))
def framework_difference(request, public_id):
    """What an edition asks otherwise than another one, by default than the one before it."""
    version, versions = _found(public_id), list(versions_of(Actor.public()))
    other = _found(request.GET["from"]) if request.GET.get("from") else _before(version, versions)
    if other and other.framework_id != version.framework_id:
        raise Http404
    old, new = sorted((other, version), key=lambda one: one.number) if other else (None, version)
    return render(request, "certification/difference.html", {
        "old": old, "new": new, "versions": versions, "others": [one for one in versions if one not in (old, new)],
        "difference": difference_of(Actor.public(), old, new) if old and old != new else None})


@public
def framework_paper(request, public_id):
    """A published edition as PDF, in the page's language."""
    paper = paper_of(Actor.public(), _found(public_id), get_language())
    if paper is None:
        raise Http404
    return serve(paper.file, f"{paper.version.framework.name} {paper.version.label}.pdf")


@public
def framework_told(request, public_id):
    """Where a message to providers leads: whoever is signed in has read it with that, anybody else just reads the page."""
    version = _found(public_id)
    if request.method == "GET":                 # who asks for the head only has read nothing
        workflow.note_as_read(version, actor=request.actor)
    return redirect("framework_difference", version.public_id)


def _found(public_id):
    try:
        wanted = UUID(str(public_id))
    except ValueError:
        raise Http404 from None
    return find_or_404(FrameworkVersion, Actor.public(), public_id=wanted, agency=current_agency_id())


def _before(version, versions):
    """The edition it follows; of an older kind, the one that was published before it."""
    earlier = [one for one in versions if one.number < version.number]
    return next((one for one in earlier if one.pk == version.follows_id), earlier[0] if earlier else None)


def _page(request, version, versions):
    tree = tree_of(Actor.public(), version) if version else []
    if version and version.published_at:
        with_errata(errata_shown(Actor.public(), version), rows_in(tree))
    counts = {"areas": len(tree), "criteria": sum(len(criteria) for _area, criteria in tree),
              "indicators": sum(len(indicators) for _area, criteria in tree for _criterion, indicators in criteria)}
    context = {"version": version, "versions": versions, "tree": tree, "counts": counts, "is_current": versions[:1] == [version],
               "has_before": bool(version and _before(version, versions)),
               "paper": version and paper_of(Actor.public(), version, get_language())}
    return render(request, "certification/framework.html", context)
