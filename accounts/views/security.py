"""Sign-in and security: one's own second factor, its recovery codes, and where one is signed in."""
import base64
import json
from contextlib import suppress

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import get_totp_secret
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import queries, sessions, workflow
from accounts.factor_forms import AppForm, FactorChoice, NewPasskeyForm, SessionChoice
from accounts.guards import before_factor, fresh, signed_in
from accounts.views.account import next_of
from core import clock
from core.errors import Refused
from core.forms import carried_out

CODES_UNTIL, CODES_SECONDS = "codes_until", 10 * 60         # how long new codes stay in sight of the session that made them
NEXT = "after_factor"


@before_factor
def security(request):
    """What protects the account. Who must have a second factor and has none comes here first, and goes on from here."""
    if request.GET.get("next"):
        request.session[NEXT] = next_of(request)
    return render(request, "mfa/security.html", {
        "factors": queries.factors_of(request.user), "codes": queries.codes_left(request.user), "lacks": sessions.lacks_factor(request)})


@fresh
@before_factor
def add_app(request):
    """The app reads the picture; its first code shows that it did."""
    secret = get_totp_secret(regenerate=request.method == "GET")
    form = AppForm(request.POST if request.method == "POST" else None, user=request.user, secret=secret)
    add = lambda _typed: workflow.add_app(request.user, secret, form.step, actor=request.actor)     # noqa: E731
    if carried_out(request, form, add, _("The authenticator app is set up.")):
        return _added(request)
    picture = get_adapter().build_totp_svg(get_adapter().build_totp_url(request.user, secret))
    return render(request, "mfa/add_app.html", {
        "form": form, "secret": " ".join(secret[at:at + 4] for at in range(0, len(secret), 4)),
        "picture": base64.b64encode(picture.encode()).decode()})


@fresh
@before_factor
def add_passkey(request):
    """The device makes a key pair for the main host and hands over the public half."""
    form = NewPasskeyForm(request.POST if request.method == "POST" else None)
    add = lambda typed: workflow.add_passkey(request.user, typed["name"], typed["credential"], actor=request.actor)     # noqa: E731
    if carried_out(request, form, add, _("The passkey is set up.")):
        return _added(request)
    options = json.dumps(auth.begin_registration(request.user, passwordless=True))
    return render(request, "mfa/add_passkey.html", {"form": form, "options": options})


@fresh
@before_factor
def remove_factor(request):
    """Asks once more, then takes it away."""
    choice = FactorChoice(request.POST if request.method == "POST" else request.GET)
    factor = choice.is_valid() and queries.factor_of(request.user, choice.cleaned_data["factor"])
    if not factor:
        raise Http404
    if request.method == "POST":
        workflow.remove_factor(request.user, factor.pk, actor=request.actor)
        sessions.keep_own(request)
        messages.success(request, _("It is removed. Other browsers are signed out."))
        return redirect("security")
    return render(request, "mfa/remove.html", {"factor": factor, "choice": FactorChoice(initial={"factor": factor.pk})})


@before_factor
def recovery_codes(request):
    """Just after they were made, in the session that made them, until they are said to be kept; afterwards nobody sees them again."""
    if request.method == "POST":
        request.session.pop(CODES_UNTIL, None)
        return redirect(request.session.pop(NEXT, "security"))
    return render(request, "mfa/codes.html", {"codes": _codes_in_sight(request), "left": queries.codes_left(request.user)})


@require_POST
@fresh
@before_factor
def renew_codes(request):
    workflow.renew_codes(request.user, actor=request.actor)
    return _show_codes(request)


@before_factor
def recovery_codes_text(request):
    """The same as a text to keep or to print."""
    codes = _codes_in_sight(request)
    if not codes:
        raise Http404
    head = _("Recovery codes of %(account)s. Each works once.") % {"account": request.user.email}
    response = HttpResponse("\r\n".join([head, "", *codes, ""]), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="recovery-codes.txt"'
    return response


@signed_in
def own_sessions(request):
    """Where one is signed in."""
    places = sessions.places_of(request.user, request.session.session_key)
    return render(request, "accounts/sessions.html", {"places": places})


@require_POST
@signed_in
def end_session(request):
    choice = SessionChoice(request.POST)
    if not choice.is_valid():
        raise Refused(_("This session has ended already."))
    workflow.end_session(request.user, choice.cleaned_data["session"], actor=request.actor)
    messages.success(request, _("That browser is signed out."))
    return redirect("own_sessions")


@require_POST
@signed_in
def end_other_sessions(request):
    workflow.end_sessions(request.user, actor=request.actor)
    sessions.keep_own(request)
    messages.success(request, _("All other browsers are signed out."))
    return redirect("own_sessions")


def _added(request):
    """On to the recovery codes, if they are new; else back."""
    with suppress(KeyError):
        del request.session["mfa.totp.secret"]
    is_first = not request.session.get("factor")
    sessions.keep_own(request)
    return _show_codes(request) if is_first else redirect("security")


def _show_codes(request):
    request.session[CODES_UNTIL] = clock.real_now().timestamp() + CODES_SECONDS
    return redirect("recovery_codes")


def _codes_in_sight(request):
    in_sight = request.session.get(CODES_UNTIL, 0) > clock.real_now().timestamp()
    return queries.recovery_codes_of(request.user) if in_sight else []
