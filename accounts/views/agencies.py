"""Opening and closing agencies, and what an agency says about itself."""
from functools import cache

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts import guards, queries, workflow
from accounts.forms import AccountForm, AgencyForm, CloseAgencyForm, EmblemForm, OpenAgencyForm
from accounts.models import Agency, Emblem, Role
from accounts.views.frame import at_the_desk
from core import clock, colours
from core.errors import Refused
from core.files import serve
from core.forms import filled, refused_in

KEPT_FOR = "public, max-age=3600"           # its address changes with the agency
DEEDS = {                                   # by the button: what the operator does with an account
    "reopen": (workflow.reopen_account, gettext_lazy("The account is open again.")),
    "forget": (workflow.forget_factors, gettext_lazy(
        "The second factor is forgotten. At the next sign-in the person sets up a new one.")),
    "close": (workflow.close_account, gettext_lazy("The account is closed and its sessions have ended.")),
}


@guards.operator
def operator(request):
    """Every agency; no person, no case."""
    return render(request, "accounts/operator.html", {"agencies": queries.agencies_for_operator(), "account_form": AccountForm()})


@guards.operator
def open_agency(request):
    form = OpenAgencyForm(filled(request), initial={"opened_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        more = {name: form.cleaned_data[name] for name in ("admin_email", "language")}
        agency = workflow.open_agency(form.facts, **more, actor=request.actor)
        messages.success(request, _("%(name)s is open. The first administrator gets an invitation.") % {"name": agency.name})
        return redirect("operator")
    return render(request, "accounts/open_agency.html", {"form": form})


@guards.fresh
@guards.operator
def close_agency(request, slug):
    agency = next((row for row in queries.agencies_for_operator() if row.slug == slug), None)
    if agency is None:
        raise Http404
    form = CloseAgencyForm(filled(request), initial={"closed_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            workflow.close_agency(agency, form.cleaned_data["closed_on"], actor=request.actor)
            messages.success(request, _("The closing of %(name)s is on record.") % {"name": agency.name})
            return redirect("operator")
        except Refused as refusal:
            refused_in(form, refusal)
    return render(request, "accounts/close_agency.html", {"form": form, "agency": agency})


@require_POST
@guards.fresh
@guards.operator
def accounts_of_nation(request):
    """Closes or reopens the account at an address that the operator was told, or forgets its second factor; shows nothing about it."""
    form = AccountForm(request.POST)
    if not form.is_valid():
        return render(request, "accounts/operator.html", {"agencies": queries.agencies_for_operator(), "account_form": form})
    account = queries.account_at(form.cleaned_data["email"])
    if account is None:
        raise Refused(_("There is no account with this address."))
    deed, sentence = next((done for name, done in DEEDS.items() if name in request.POST), DEEDS["close"])
    deed(account, actor=request.actor)
    messages.success(request, sentence)
    return redirect("operator")


@guards.staff(Role.ADMIN)
def agency_settings(request):
    form = AgencyForm(filled(request), instance=_own(request))
    if request.method == "POST" and form.is_valid():
        workflow.change_agency(request.agency, form.facts, actor=request.actor)
        return _saved(request)
    return _settings_page(request, form, EmblemForm())


@require_POST
@guards.staff(Role.ADMIN)
def agency_emblems(request):
    """The second form of the settings: mark and seal."""
    form = EmblemForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            for kind in (kind for kind in Emblem.Kind.values if form.cleaned_data[kind]):
                workflow.change_emblem(kind, form.cleaned_data[kind], actor=request.actor)
            return _saved(request)
        except Refused as refusal:
            refused_in(form, refusal)
    return _settings_page(request, AgencyForm(instance=_own(request)), form)


@guards.public
@transaction.non_atomic_requests
def theme_css(request):
    """The agency's own hue; no query, kept by browsers."""
    body, etag = _stylesheet(request.agency.primary_colour)
    changed = request.headers.get("If-None-Match") != etag
    response = HttpResponse(body, content_type="text/css; charset=utf-8") if changed else HttpResponseNotModified()
    response["ETag"], response["Cache-Control"] = etag, KEPT_FOR
    return response


@guards.public
def emblem(request, kind):
    found = queries.emblem_of(request.actor, kind)
    if found is None:
        raise Http404
    response = serve(found.file, f"{request.agency.slug}-{kind}.{found.file.extension}", inline=True)
    response["Cache-Control"] = KEPT_FOR
    return response


@cache
def _stylesheet(colour):
    body = colours.stylesheet(colour) if colour else ""
    return body, f'"{colour or "house"}"'


def _own(request):
    """A row of our own to fill in: request.agency is shared by every thread."""
    return Agency.objects.get(pk=request.agency.pk)


def _saved(request):
    messages.success(request, _("Saved. The public pages show it within a few seconds."))
    return redirect("agency_settings")


def _settings_page(request, form, emblem_form):
    shown = [(label, kind, queries.emblem_of(request.actor, kind)) for kind, label in Emblem.Kind.choices]
    return at_the_desk(request, "accounts/agency_settings.html", {"form": form, "emblem_form": emblem_form, "emblems": shown})
