"""Signing, deciding and erasing ask who is there once more. What was sent waits meanwhile, and is done after the answer, unless one goes
elsewhere."""
import secrets

from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY, stash_and_reauthenticate
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.datastructures import MultiValueDict

from accounts import kept_forms, sessions

PLACE, TOKEN, BEGUN_AT = "awaited_form", "confirmed", "confirm_from"
PAGES = {"account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"}


def ask(request, came_from):
    """Keep what was sent and lead to the question."""
    kept_forms.keep(request, request.user.pk, request.path, place=PLACE)
    request.session[BEGUN_AT] = came_from
    state = {"address": request.get_full_path(), "token": secrets.token_urlsafe(16)}
    to = stash_and_reauthenticate(request, state, "accounts.confirmation.go_on")
    return HttpResponse(status=204, headers={"HX-Redirect": to["Location"]}) if request.htmx else to


def go_on(request, state):
    """Answered: the browser sends its post on to where the first one went (307), and there the kept form takes its place."""
    request.session[TOKEN] = state["token"]
    mark = "&" if "?" in state["address"] else "?"
    return HttpResponseRedirect(f"{state['address']}{mark}{TOKEN}={state['token']}", preserve_request=True)


def take_up(request):
    """Puts the kept form in the place of the answer that was just posted. False if nothing waits for this page: it was done already."""
    token, kept = request.session.pop(TOKEN, ""), kept_forms.take(request, request.user, place=PLACE)
    came_from = request.session.pop(BEGUN_AT, "")
    if kept is None or not constant_time_compare(token, request.GET[TOKEN]) or not sessions.is_fresh(request):
        return False
    request._post, request._files = kept, MultiValueDict()
    request.META["HTTP_REFERER"] = request.build_absolute_uri(came_from)        # a refusal leads back to the form, not to the question
    request.__dict__.pop("headers", None)
    return True


def forget(request):
    """Who opens another page meanwhile has thought better of it."""
    if STATE_SESSION_KEY in request.session:
        for name in (STATE_SESSION_KEY, PLACE, BEGUN_AT):
            request.session.pop(name, None)


def way_back(request):
    """The page on which the button was pressed."""
    return request.session.get(BEGUN_AT) or reverse("after_sign_in")
