"""One's own pages: who I am, where I go after signing in, where I belong."""
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts import queries, workflow
from accounts.forms import AboutYouForm, LanguageForm
from accounts.guards import before_person, signed_in
from core.addresses import at_home_of
from core.errors import Refused
from core.forms import filled, refused_in


@before_person
def about_you(request):
    """Asked once, at the first sign-in."""
    if request.user.person_id:
        return HttpResponseRedirect(next_of(request))
    form = AboutYouForm(filled(request))
    if request.method == "POST" and form.is_valid():
        try:
            workflow.name_person(request.user, **form.cleaned_data, actor=request.actor)
            return HttpResponseRedirect(next_of(request))
        except Refused as refusal:
            refused_in(form, refusal)
    return render(request, "accounts/about_you.html", {"form": form, "next": request.GET.get("next", "")})


@signed_in
def after_sign_in(request):
    """Staff to the desk, the operator to the agencies, who belongs elsewhere to the choice, everybody else to their organisation."""
    if request.agency is None:
        return HttpResponseRedirect(_start_of_nation(request))
    if request.actor.is_staff:
        return redirect("admin:index")
    if request.actor.roles or queries.belongs_elsewhere(request.user):
        return HttpResponseRedirect("/me/")
    return redirect("portal")


@signed_in
def me(request):
    """Own account, and the agencies one belongs to."""
    form = LanguageForm(request.POST if request.method == "POST" else None, initial={"language": request.user.language})
    if request.method == "POST" and form.is_valid():
        workflow.change_language(request.user, form.cleaned_data["language"], actor=request.actor)
        with override(form.cleaned_data["language"]):
            messages.success(request, _("The language is changed."))
        return redirect("me")
    return render(request, "accounts/me.html", {"form": form, "places": queries.places_of(request.user)})


def next_of(request):
    """Where they wanted to go, if it is at home."""
    asked = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if asked and ours else reverse("after_sign_in")


def _start_of_nation(request):
    if request.actor.is_operator:
        return reverse("operator")
    agency = queries.only_place_of(request.user)
    if agency is None:
        return reverse("me")
    with at_home_of(agency):
        return reverse("after_sign_in")
