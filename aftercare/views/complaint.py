"""One door for whoever wants to tell something about a provider or the mark: where it leads, the form, the receipt, following by code."""
from django.conf import settings
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.guards import public
from aftercare import workflow
from aftercare.forms.complaint import AddForm, CodeForm, ComplaintForm
from certification.forms.register import Wanted
from certification.models import RegisterEntry
from certification.queries import register_found
from certification.views.register import found_entry
from core import codes
from core.errors import Refused
from core.forms import filled, refused_in
from core.peers import peer
from core.public_pages import kept_page

FOUND = 20
CITIZEN = Actor.public()            # also when somebody is signed in in this browser: who tells something is nobody's account


@public
@kept_page(parameters=("q",))
def tell(request):
    """Whom is it about? A name or number is looked for; misuse of the mark and following have links of their own."""
    words = Wanted.of(request.GET, "district").words
    rows = list(register_found(request.agency, words=words).select_related("district", "service_type")[:FOUND]) if words else []
    return render(request, "aftercare/tell.html", {"words": words, "rows": rows})


@public
@kept_page
def tell_about(request, number):
    """What about this provider: an entry that is wrong, or something that happened?"""
    return render(request, "aftercare/tell_about.html", {"entry": found_entry(request, number)})


@public
def complain_about(request, number):
    return complain(request, found_entry(request, number))


@public
def complain_of_misuse(request):
    return complain(request, None)


def complain(request, entry: RegisterEntry | None):
    """The code stands on the page that answers the post, and nowhere else: no address, no session, no message holds it."""
    is_open = not request.agency.is_closed
    form = ComplaintForm(filled(request), request.FILES or None, entry=entry, peer=peer(request))
    if request.method == "POST" and is_open and form.is_valid() and (complaint := told(request, form)):
        return render(request, "aftercare/told.html", {
            "complaint": complaint, "entry": entry, "code": codes.formatted(form.facts()["code"])})
    return render(request, "aftercare/complain.html", {"entry": entry, "form": form, "is_open": is_open, "limit": settings.FILE_LIMIT})


def told(request, form):
    try:
        return workflow.receive_complaint(**form.facts(), language=get_language(), actor=CITIZEN, arrived_at=request.arrived_at)
    except Refused as refusal:
        refused_in(form, refusal)
        return None


@public
def follow_complaint(request):
    """The code is asked for each time and travels in the form."""
    form = CodeForm(filled(request), peer=peer(request))
    if request.method != "POST" or not form.is_valid():
        return render(request, "aftercare/follow.html", {"form": form})
    adding = request.POST.get("do") == "add"
    add = AddForm(request.POST if adding else None, request.FILES if adding else None, peer=peer(request))
    said = ""
    if adding and add.is_valid() and added(request, form.complaint, add):
        said, add = _("It has arrived. The officer is told."), AddForm(peer=peer(request))
    return render(request, "aftercare/followed.html", {
        "complaint": form.complaint, "code": form.cleaned_data["code"], "said": list(form.complaint.said.all()), "add": add,
        "sentence": said})


def added(request, complaint, form):
    try:
        return workflow.add_to_complaint(complaint, **form.facts(), actor=CITIZEN, arrived_at=request.arrived_at)
    except Refused as refusal:
        refused_in(form, refusal)
        return None
