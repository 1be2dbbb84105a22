"""Where an invitation's link leads: sign in, or set a password and be signed in."""
from allauth.account.utils import perform_login
from django.contrib.auth.hashers import make_password
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts import queries, sessions, workflow
from accounts.forms import NewPasswordForm
from accounts.guards import door
from core.errors import Refused
from core.forms import refused_in


@door
def invitation(request, token):
    """What can be done with the link depends on its state, on whether the address has an account, and on who is signed in."""
    invited = queries.invitation_by(token)
    state = _state(invited, request.user)
    form = NewPasswordForm(request.POST if request.method == "POST" else None, email=invited.email) if state == "new" else None
    if request.method == "POST" and state == "own":
        workflow.accept_invitation(invited, actor=request.actor)
        sessions.keep_own(request)
        return redirect("after_sign_in")
    if request.method == "POST" and form and form.is_valid():
        try:
            return _open_and_sign_in(request, invited, form.cleaned_data["password1"])
        except Refused as refusal:
            refused_in(form, refusal)
    return render(request, "accounts/invitation.html", {"invitation": invited, "state": state, "form": form, "here": request.path})


def _state(invited, user):
    """used, withdrawn, expired, other (somebody else is signed in), own, known (has an account), closed, or new."""
    if invited.accepted_at or invited.withdrawn_at:
        return "used" if invited.accepted_at else "withdrawn"
    if invited.is_expired:
        return "expired"
    if user.is_authenticated:
        return "own" if user.email == invited.email else "other"
    account = queries.account_at(invited.email)
    if account is None:
        return "new"
    return "known" if account.is_active else "closed"


def _open_and_sign_in(request, invited, password):
    user = workflow.accept_invitation(invited, actor=request.actor, password_hash=make_password(password))
    return perform_login(request, user, redirect_url=reverse("after_sign_in"))
