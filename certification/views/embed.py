"""What other sites may show: the badge of a certificate, a list of the register; both follow the register. And the code to copy."""
from django.http import HttpResponse
from django.shortcuts import render

from accounts import directory
from accounts.guards import public
from certification import queries
from certification.forms.register import Wanted
from certification.live_badge import HEIGHT, WIDTH, badge_of
from certification.views.register import found_entry
from core import clock
from core.addresses import absolute_url
from core.framing import framed
from core.public_pages import kept_page

LIST_HEIGHT = 480
IN_FORCE = ("valid", "expiring")            # a list of certified providers names nobody else, unless its address asks for them


@public
@kept_page
@framed
def badge_picture(request, number):
    answer = HttpResponse(badge_of(found_entry(request, number)), content_type="image/svg+xml")
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@public
@kept_page
@framed
def badge_frame(request, number):
    """The badge as a page for a frame; it leads to the certificate's own page."""
    return render(request, "certification/badge.html", {"entry": found_entry(request, number)})


@public
@kept_page(parameters=("q", "status", "service", "district"))
@framed
def embedded_list(request):
    """The first rows of the register, narrowed like its page, for a frame."""
    wanted = Wanted.of(request.GET, "district")
    statuses = wanted.statuses if request.GET.get("status") else IN_FORCE
    rows = queries.entries_for_frame(request.agency, words=wanted.words, statuses=statuses, services=wanted.services,
                                     district=wanted.place)
    return render(request, "certification/embedded_list.html", {"entries": list(rows[:queries.PAGE]), "today": clock.today()})


@public
@kept_page
def embed_code(request, number):
    """The badge's code, to be copied."""
    entry, agency = found_entry(request, number), request.agency
    page, picture, frame = (in_this_language(request, absolute_url(agency, name, number))
                            for name in ("register_entry", "badge_picture", "badge_frame"))
    return render(request, "certification/embed_code.html", {
        "entry": entry, "picture": picture, "frame": frame, "page": page, "width": WIDTH, "height": HEIGHT,
        "frame_height": HEIGHT + 24})


@public
@kept_page
def list_code(request):
    """The list's code, to be copied, and its address for programs."""
    address = in_this_language(request, absolute_url(request.agency, "embedded_list"))
    return render(request, "certification/list_code.html", {
        "address": address, "height": LIST_HEIGHT, "services": queries.service_codes().values(),
        "districts": directory.districts_of(request.agency.province_id)})


def in_this_language(request, address):
    return f"{address}?lang={request.asked_language}" if request.asked_language else address
