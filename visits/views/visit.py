"""One's visits, and one visit at a glance."""
from itertools import groupby

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core.access_log import note_access
from core.tenancy import find_or_404
from visits import permissions, queries, workflow
from visits.models import Visit
from visits.signature import shown

PAGE = 20


def find_visit(request, public_id):
    """The visit behind the door; whoever opens it is noted, for its pages show what was found at somebody's place."""
    visit = find_or_404(Visit, request.actor, public_id=public_id)
    note_access(request, visit, "visit.read")
    return visit


@staff(Role.ASSESSOR)
def my_visits(request):
    page = Paginator(queries.my_visits(request.actor), PAGE).get_page(request.GET.get("page"))
    return render(request, "visits/visits.html", {"page": page})


def by_area(tiles):
    """[(area's code and name, its tiles, how many of them one has judged)]."""
    areas = [(area, list(of_it)) for area, of_it in groupby(tiles, key=lambda tile: f"{tile.item.area_code}. {tile.item.area}")]
    return [(area, of_it, judged(of_it)) for area, of_it in areas]


def judged(tiles):
    return sum(bool(tile.mine and tile.mine.judgement) for tile in tiles)


@staff(Role.ASSESSOR)
def overview(request, public_id):
    visit, actor = find_visit(request, public_id), request.actor
    tiles = queries.tiles_of(actor, visit)
    return render(request, "visits/overview.html", {
        "visit": visit, "areas": by_area(tiles), "judged": judged(tiles), "of": len(tiles),
        "differing": [tile.item for tile in tiles if tile.differs and not tile.coverage.is_agreed],
        "agreed": sum(tile.coverage.is_agreed for tile in tiles), "members": queries.members_of(visit),
        "signature": shown(visit.signature), "leads": permissions.can_lead(actor, visit), "waits": queries.waits_for(visit),
        "kit": queries.kit_of(visit, "en" if get_language() == "en" else "ko"),
        "to_agree": next((tile.item for tile in tiles if tile.coverage.all_in and not tile.coverage.is_agreed), None),
    })


@require_POST
@staff(Role.ASSESSOR)
def begin(request, public_id):
    visit = find_visit(request, public_id)
    workflow.begin_visit(visit, actor=request.actor)
    messages.success(request, _("The visit has begun. What you record is kept at once."))
    return redirect("visit", public_id)
