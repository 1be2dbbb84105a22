"""The criteria as citizens and providers read them. These pages are kept for everybody, so a citizen asks, whoever looks."""
from django.shortcuts import render

from accounts.actors import Actor
from accounts.guards import public
from certification.models import FrameworkVersion
from certification.queries import tree_of, versions_of
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
    """An edition by its own address, which certificates and rounds lead to."""
    version = find_or_404(FrameworkVersion, Actor.public(), public_id=public_id, agency=current_agency_id())
    return _page(request, version, list(versions_of(Actor.public())))


def _page(request, version, versions):
    tree = tree_of(Actor.public(), version) if version else []
    counts = {"areas": len(tree), "criteria": sum(len(criteria) for _area, criteria in tree),
              "indicators": sum(len(indicators) for _area, criteria in tree for _criterion, indicators in criteria)}
    context = {"version": version, "versions": versions, "tree": tree, "counts": counts, "is_current": versions[:1] == [version]}
    return render(request, "certification/framework.html", context)
