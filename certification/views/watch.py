"""Being told of changes by e-mail: the form, the answer that is the same for everybody, and where the links in the messages lead."""
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt

from accounts.guards import public
from certification import queries, workflow
from certification.forms.watch import WatchForm
from certification.queries.watch import CONFIRM, READER, STOP
from certification.views.register import found_entry
from core.forms import filled
from core.peers import peer
from core.public_pages import kept_page


@public
def watch(request, number):
    entry = found_entry(request, number)
    form = WatchForm(filled(request), peer=peer(request))
    if request.method == "POST" and not request.agency.is_closed and form.is_valid():
        workflow.ask_to_watch(entry, form.cleaned_data["email"], language=get_language(), actor=request.actor)
        return redirect("watch_asked", number)
    return render(request, "certification/watch.html", {"entry": entry, "form": form})


@public
@kept_page
def watch_asked(request, number):
    return render(request, "certification/watch_asked.html", {"entry": found_entry(request, number)})


@public
def watch_confirm(request, token):
    """A button, since programs open links in messages before people do."""
    reader = queries.reader_in(token, CONFIRM)
    if request.method == "POST":
        workflow.confirm_watches(reader, actor=READER)
        return redirect("watch_confirm", token)
    rows = queries.watches_of(reader)
    return render(request, "certification/watch_confirm.html", {
        "waiting": [one for one in rows if not one.confirmed_at], "confirmed": [one for one in rows if one.confirmed_at]})


@public
@csrf_exempt
def watch_stop(request, token):
    """Without a token of the form: a mail program posts here by itself (RFC 8058), and the signed link says whose it is."""
    reader = queries.reader_in(token, STOP)
    if request.method == "POST":
        workflow.stop_watches(reader, actor=READER, only=request.POST.get("number"))
    return render(request, "certification/watch_stop.html", {
        "rows": queries.watches_of(reader), "is_stopped": request.method == "POST"})
