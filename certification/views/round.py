"""Announcements of rounds. These pages are kept for everybody, so a citizen asks, whoever looks."""
from django.shortcuts import render

from accounts.actors import Actor
from accounts.guards import public
from certification.models import Round, RoundAttachment
from certification.queries import announced_parts, briefings_of, rounds_of, services_of
from core.addresses import absolute_url
from core.files import serve
from core.public_pages import kept_page
from core.tenancy import current_agency, current_agency_id, find_or_404

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
    """One announcement: what may be certified, when, how many, judged by what, with which documents; briefings, files, answers."""
    return render(request, "certification/round.html", everything_of(found_round(public_id)))


@public
@kept_page
def round_press(request, public_id):
    """The announcement on one sheet of paper for the press (보도자료)."""
    return render(request, "certification/press.html", everything_of(found_round(public_id)))


@public
def round_attachment(request, public_id):
    """A file of the announcement; of a draft only staff see that it is there."""
    attachment = find_or_404(RoundAttachment, request.actor, public_id=public_id, agency=current_agency_id())
    return serve(attachment.file, attachment.name)


def found_round(public_id):
    return find_or_404(Round, Actor.public(), public_id=public_id, agency=current_agency_id())


def everything_of(round, actor=None):
    """What an announcement says, for whoever may read it; by default everybody."""
    actor = actor or Actor.public()
    return {"round": round, "services": services_of(round), "briefings": list(briefings_of(actor, round)),
            "address": absolute_url(current_agency(), "round", round.public_id), **announced_parts(actor, round)}
