"""The front pages: an agency's, and the nation's."""

from accounts.actors import Actor
from accounts.directory import agencies
from accounts.guards import public
from certification.queries import rounds_of_the_day
from core.frames import framed
from core.public_pages import kept_page


@public
@kept_page
def home(request):
    rounds = [] if request.agency.is_central else rounds_of_the_day(Actor.public())
    return framed(request, "agency/home.html", {"rounds": rounds})


@public
@kept_page
def regions(request):
    return framed(request, "nation/regions.html", {"agencies": agencies()})
