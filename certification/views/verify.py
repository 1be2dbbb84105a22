"""Is this real? The answer to a code from a plaque or a number from a certificate, for whoever stands before it."""
from django.conf import settings
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import public
from accounts.limits import reserve
from certification import queries
from core import clock
from core.addresses import absolute_url
from core.codes import find_code, formatted, plain
from core.errors import Unavailable
from core.frames import framed
from core.peers import peer
from core.public_pages import kept_page

A_MINUTE, SECONDS = 60, 60


@public
@kept_page(parameters=("q",))
def verify(request):
    """The question; an answer that is one certificate has an address of its own."""
    words = request.GET.get("q", "").strip()
    if not words:
        return framed(request, "certification/verify.html", {"today": clock.today()})
    if too_often(request):
        return told_to_wait(request, words)
    entry = queries.entry_by_code(plain(words)) if plain(words) else None
    if not entry and (page := page_elsewhere(words)):
        return redirect(page)
    found = [entry] if entry else queries.entries_of_number(words)
    if len(found) == 1:
        return redirect("verify_code", formatted(found[0].code))
    return answered(request, words, None, found)


@public
@kept_page
def verify_code(request, code):
    """The answer to one code. What is unknown, cannot be a code or leads to something else is the same page, and accuses nobody."""
    if too_often(request):
        return told_to_wait(request, code)
    entry = queries.entry_by_code(plain(code)) if plain(code) else None
    if entry and code != formatted(entry.code):
        return redirect("verify_code", formatted(entry.code), permanent=True)
    if not entry and (page := page_elsewhere(code)):
        return redirect(page)
    return answered(request, code, entry, [])


def page_elsewhere(words):
    """The page of a code that leads to something else than a certificate, at its agency; or None."""
    found = find_code(words) if plain(words) else None
    name = found and settings.CODE_PAGES.get(found.kind)
    return absolute_url(found.agency, name, formatted(found.code)) if name else None


def answered(request, asked, entry, several):
    status = 200 if entry or several else 404
    return framed(request, "certification/verify.html", {
        "asked": asked[:40], "entry": entry, "several": several, "today": clock.today(),
        "place": queries.log_place(entry) if entry else None}, status=status)


def told_to_wait(request, asked):
    response = framed(request, "certification/verify.html", {"asked": asked[:40], "today": clock.today(), "sentence": _(
        "Many numbers were checked from your connection just now. Please wait a minute and try again.")}, status=429)
    response["Retry-After"] = str(SECONDS)
    return response


def too_often(request):
    """Only what is not kept is counted. Without the counters everybody is answered: a check on a wall matters more than who guesses."""
    try:
        return not reserve(f"verify:{peer(request)}", A_MINUTE, SECONDS)
    except Unavailable:
        return False
