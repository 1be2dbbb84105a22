"""Ceremonies at the desk: planned, guests entered and invited, prints asked for, who came ticked at the door."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from certification import workflow
from certification.forms.ceremony import CeremonyForm, GuestForm
from certification.models import Ceremony, CeremonyGuest, Round
from certification.permissions import can_keep_ceremonies
from certification.queries import rounds_of
from certification.queries.ceremony import ceremonies_of, guests_of
from certification.queries.plaque_order import batches_of
from core import clock
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from desk.views.meeting import reason_given

FIELDS = ("name", "starts_at", "place", "answer_until", "words")
MOST = 200


@staff(*READERS)
def ceremonies(request):
    return desk_page(request, "desk/ceremonies.html", {
        "ceremonies": list(ceremonies_of(request.actor)[:MOST]), "may_plan": can_keep_ceremonies(request.actor),
        "rounds": [one for one in rounds_of(request.actor) if one.published_at][:MOST]})


@staff(*WORKERS)
def plan_ceremony(request, public_id):
    round = find_or_404(Round, request.actor, public_id=public_id, agency=request.agency)
    form = CeremonyForm(filled(request), initial={"name": _("Award of the quality certification %(year)s") % {"year": round.year}})
    made = carried_out(request, form, lambda said: workflow.plan_ceremony(round, said, actor=request.actor),
                       _("It is planned, with everybody who was certified as guests. Look through the list, then invite."))
    if made:
        return redirect("desk_ceremony", made.public_id)
    return desk_page(request, "desk/ceremony_form.html", {"form": form, "title": str(round)})


def found(request, public_id):
    ceremony = find_or_404(Ceremony, request.actor, public_id=public_id)
    note_access(request, ceremony, "ceremony.read" if request.method == "GET" else "ceremony.work")
    return ceremony


@staff(*READERS)
def ceremony(request, public_id):
    return ceremony_page(request, found(request, public_id))


def ceremony_page(request, ceremony, guest_form=None):
    """`guest_form`: one that came back."""
    guests = list(guests_of(request.actor, ceremony))
    return desk_page(request, "desk/ceremony.html", {
        "ceremony": ceremony, "guests": guests, "guest_form": guest_form or GuestForm(filled(request)),
        "may_act": can_keep_ceremonies(request.actor) and not ceremony.called_off_at, "has_come": clock.today() >= ceremony.day,
        "uninvited": sum(one.provider_id is not None and one.invited_at is None for one in guests),
        "coming": sum(one.persons for one in guests if one.reply == CeremonyGuest.Reply.COMES or one.provider_id is None),
        "came": sum(one.came_at is not None for one in guests), "batches": list(batches_of(request.actor, ceremony=ceremony)[:5])})


@staff(*WORKERS)
def change_ceremony(request, public_id):
    ceremony = found(request, public_id)
    form = CeremonyForm(filled(request), initial={name: getattr(ceremony, name) for name in FIELDS})
    if carried_out(request, form, lambda said: workflow.change_ceremony(ceremony, said, actor=request.actor),
                   _("It is changed. Whoever is invited already is told if day or place are other ones.")):
        return redirect("desk_ceremony", public_id)
    return desk_page(request, "desk/ceremony_form.html", {"form": form, "title": ceremony.name, "ceremony": ceremony})


@require_POST
@staff(*WORKERS)
def call_off_ceremony(request, public_id):
    workflow.call_off_ceremony(found(request, public_id), reason=reason_given(request), actor=request.actor)
    messages.success(request, _("It is called off, and whoever is invited is told."))
    return redirect("desk_ceremony", public_id)


@require_POST
@staff(*WORKERS)
def invite_guests(request, public_id):
    workflow.invite_guests(found(request, public_id), actor=request.actor)
    messages.success(request, _("The invitations are on their way."))
    return redirect("desk_ceremony", public_id)


@require_POST
@staff(*WORKERS)
def add_guest(request, public_id):
    ceremony, form = found(request, public_id), GuestForm(request.POST)
    if carried_out(request, form, lambda said: workflow.add_guest(ceremony, said, actor=request.actor), _("The guest is on the list.")):
        return redirect("desk_ceremony", public_id)
    return ceremony_page(request, ceremony, form)


def found_guest(request, public_id):
    guest = find_or_404(CeremonyGuest, request.actor, public_id=public_id)
    note_access(request, guest.ceremony, "ceremony.read" if request.method == "GET" else "ceremony.work")
    return guest


@staff(*WORKERS)
def guest(request, public_id):
    """Seat, number and name of one."""
    guest = found_guest(request, public_id)
    form = GuestForm(filled(request), initial={name: getattr(guest, name) for name in GuestForm.base_fields})
    if carried_out(request, form, lambda said: workflow.change_guest(guest, said, actor=request.actor), _("It is kept.")):
        return redirect("desk_ceremony", guest.ceremony.public_id)
    return desk_page(request, "desk/ceremony_form.html", {
        "form": form, "title": guest.organisation, "ceremony": guest.ceremony, "guest": guest})


@require_POST
@staff(*WORKERS)
def remove_guest(request, public_id):
    ceremony = workflow.remove_guest(found_guest(request, public_id), actor=request.actor)
    messages.success(request, _("The guest is no longer on the list."))
    return redirect("desk_ceremony", ceremony.public_id)


@staff(*READERS)
def door(request, public_id):
    """For a phone at the door: everybody by name, one tap each."""
    ceremony = found(request, public_id)
    guests = list(guests_of(request.actor, ceremony))
    return desk_page(request, "desk/ceremony_door.html", {
        "ceremony": ceremony, "guests": guests, "came": sum(one.came_at is not None for one in guests),
        "may_tick": can_keep_ceremonies(request.actor) and clock.today() >= ceremony.day and not ceremony.called_off_at})


@require_POST
@staff(*WORKERS)
def note_guest_came(request, public_id):
    guest = workflow.note_guest_came(found_guest(request, public_id), "came" in request.POST, actor=request.actor)
    return redirect("desk_ceremony_door", guest.ceremony.public_id)


@require_POST
@staff(*WORKERS)
def ask_for_prints(request, public_id):
    workflow.ask_for_prints(found(request, public_id), actor=request.actor)
    messages.success(request, _("The print file is being made. Look again in a minute."))
    return redirect("desk_ceremony", public_id)
