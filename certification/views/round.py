"""Announcements of rounds. These pages are kept for everybody, so a citizen asks, whoever looks."""
from django.shortcuts import render

from accounts.actors import Actor
from accounts.guards import public
from certification.models import Round
from certification.queries import rounds_of, services_of
from core.public_pages import kept_page
from core.tenancy import current_agency_id, find_or_404

SHOWN = 50          # one or two a year


@public
@kept_page
def rounds(request):
    announced = rounds_of(Actor.public())[:SHOWN]
    ahead = sorted((one for one in announced if one.is_ahead), key=lambda one: one.closes_at)
    return render(request, "certification/rounds.html", {"ahead": ahead, "past": [one for one in announced if not one.is_ahead]})


@public
@kept_page
def round_page(request, public_id):
    """One announcement: what may be certified, when, how many, judged by what."""
    round = find_or_404(Round, Actor.public(), public_id=public_id, agency=current_agency_id())
    return render(request, "certification/round.html", {"round": round, "services": services_of(round)})
