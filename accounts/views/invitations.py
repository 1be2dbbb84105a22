"""Where an invitation's link leads: sign in, or set a password and be signed in."""
from allauth.account.utils import perform_login
from django.contrib.auth.hashers import make_password
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from accounts import queries, sessions, workflow
from accounts.forms import NewPasswordForm
from accounts.guards import door
from core.errors import Refused
from core.forms import refused_in


@door
def invitation(request, token):
    return answer_invitation(request, queries.invitation_by(token), workflow.accept_invitation, reverse("after_sign_in"), at_an_agency=True)


def answer_invitation(request, invited, accept, onward, *, at_an_agency=False):
    """By its state, whether the address has an account, and who is signed in. `accept` is the workflow, `onward` where it leads."""
    state = queries.state_of(invited, request.user)
    form = _password_form(request, invited, at_an_agency) if state == "new" else None
    if request.method == "POST" and state == "own":
        return _accepted(request, invited, accept, onward)
    if request.method == "POST" and form and form.is_valid():
        try:
            user = accept(invited, actor=request.actor, password_hash=make_password(form.cleaned_data["password1"]))
            return perform_login(request, user, redirect_url=onward)
        except Refused as refusal:
            refused_in(form, refusal)
    return render(request, "accounts/invitation.html", {"invitation": invited, "state": state, "form": form, "here": request.path})


def _accepted(request, invited, accept, onward):
    accept(invited, actor=request.actor)
    sessions.keep_own(request)
    return HttpResponseRedirect(onward)


def _password_form(request, invited, at_an_agency):
    return NewPasswordForm(request.POST if request.method == "POST" else None, email=invited.email, at_an_agency=at_an_agency)
