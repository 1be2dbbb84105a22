"""A briefing for whoever wants to come: register with or without an account, the calendar file, materials, giving a seat back."""
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from accounts.actors import Actor
from accounts.guards import public
from certification import workflow
from certification.briefing_mail import calendar_file
from certification.forms.briefing import RegisterForm
from certification.models import Briefing, BriefingMaterial
from certification.queries import has_seats_left, place_by
from certification.queries.briefing import HOLDER
from core.errors import Refused
from core.files import serve
from core.forms import filled, refused_in
from core.ics import TYPE
from core.peers import peer
from core.public_pages import kept_page
from core.tenancy import current_agency_id, find_or_404


@public
def briefing_register(request, public_id):
    """The answer is the same whether the address is registered or not: only the message to it says more."""
    briefing = found_briefing(public_id)
    form = RegisterForm(filled(request), peer=peer(request), initial=known_of(request.user))
    is_open = briefing.takes_registrations(request.arrived_at) and not request.agency.is_closed
    if request.method == "POST" and is_open and form.is_valid() and registered(request, briefing, form):
        return redirect("briefing_received", public_id)
    return render(request, "certification/briefing.html", {
        "briefing": briefing, "form": form, "is_open": is_open, "has_seats": has_seats_left(briefing)})


def registered(request, briefing, form):
    """True when it has arrived; what the house does not allow stands in the form."""
    try:
        workflow.register_for_briefing(briefing, form.facts(), language=get_language(), actor=request.actor, arrived_at=request.arrived_at)
    except Refused as refusal:
        refused_in(form, refusal)
        return False
    return True


def known_of(user):
    """What an account says of itself already."""
    return {"name": user.person.name if user.person_id else "", "email": user.email} if user.is_authenticated else {}


@public
@kept_page
def briefing_received(request, public_id):
    return render(request, "certification/briefing_received.html", {"briefing": found_briefing(public_id)})


@public
@kept_page
def briefing_calendar(request, public_id):
    """The briefing for one's own calendar."""
    answer = HttpResponse(calendar_file(found_briefing(public_id)), content_type=TYPE)
    answer["Content-Disposition"] = 'attachment; filename="briefing.ics"'
    return answer


@public
def briefing_material(request, public_id):
    material = find_or_404(BriefingMaterial, request.actor, public_id=public_id, agency=current_agency_id())
    return serve(material.file, material.name)


@public
def briefing_place(request, token):
    """Where the link in the message leads: the registration, and the button that gives it back."""
    place = place_by(token)
    if request.method == "POST":
        workflow.give_back(place, actor=HOLDER)
        return redirect("briefing_place", token)
    return render(request, "certification/briefing_place.html", {"place": place, "briefing": place.briefing})


def found_briefing(public_id):
    """Announced with its round; a draft's is nobody's."""
    return find_or_404(Briefing, Actor.public(), public_id=public_id, agency=current_agency_id())
