"""Requests for project support: listed for both houses; written, handed in and taken back by the agency; one page for all of it."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.forms.support import BecameForm, FindSupportForm, PaperForm, SupportForm, VersionForm
from agencies.houses import agencies_only
from agencies.network_permissions import can_ask_support
from agencies.permissions import at_central
from agencies.queries import support as queries
from agencies.workflow import support as workflow
from core.access_log import note_access
from core.files import serve_copy
from core.forms import carried_out, filled
from core.models import AccessEntry
from core.tenancy import found
from core.viewing import hand_out
from desk.pages import desk_page
from desk.supporting import everything_of_request
from desk.views.case import READERS, WORKERS

PAGE = 20


@staff(*READERS)
def requests(request):
    form = FindSupportForm(request.GET, years=queries.years_of(request.actor))
    wanted = form.wanted()
    rows = queries.requests_found(request.actor, **wanted)
    return desk_page(request, "desk/support_requests.html", {
        "form": form, "wanted": wanted, "page": Paginator(rows, PAGE).get_page(request.GET.get("page")), "central": at_central(),
        "may_ask": can_ask_support(request.actor)})


@staff(*READERS)
def request_page(request, public_id):
    return page_of(request, found(queries.requests_readable(request.actor), public_id))


def page_of(request, row, **forms):
    return desk_page(request, "desk/support_request.html", everything_of_request(request, row, **forms))


@staff(*WORKERS)
@agencies_only
def begin_request(request):
    form = SupportForm(filled(request))
    made = carried_out(request, form, lambda _said: workflow.begin_request(**form.facts(), actor=request.actor),
                       _("The draft is kept. The Central institute reads it once you hand it in."))
    if made:
        return redirect("network_support_request", made.public_id)
    return desk_page(request, "desk/support_form.html", {"form": form, "row": None})


@staff(*WORKERS)
@agencies_only
def change_request(request, public_id):
    row = found(queries.own_requests(request.actor), public_id)
    form = SupportForm(filled(request), row=row)
    if carried_out(request, form, lambda said: workflow.change_request(row, base_version=said["version"], **form.facts(),
                                                                       actor=request.actor), _("Saved.")):
        return redirect("network_support_request", public_id)
    return desk_page(request, "desk/support_form.html", {"form": form, "row": row})


@require_POST
@staff(*WORKERS)
@agencies_only
def attach_plan(request, public_id):
    row = found(queries.own_requests(request.actor), public_id)
    form = PaperForm(request.POST, request.FILES, prefix="paper")
    if carried_out(request, form, lambda said: workflow.attach_plan(row, said["file"], actor=request.actor), _("The paper is added.")):
        return redirect("network_support_request", public_id)
    return page_of(request, row, paper=form)


@require_POST
@staff(*WORKERS)
@agencies_only
def remove_plan(request, public_id):
    row = workflow.remove_plan(found(queries.own_plan_files(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The file is removed."))
    return redirect("network_support_request", row.public_id)


@staff(*READERS)
def plan_file(request, public_id):
    """The agency opens its own; at Central what stands beside the request is served."""
    if at_central():
        file = found(queries.received_plan_files(request.actor), public_id)
        note_access(request, file.request, "network.support_file", kind=AccessEntry.Kind.DOWNLOAD)
        return serve_copy(file)
    file = found(queries.own_plan_files(request.actor), public_id)
    return hand_out(request, file.file, file.name, to_giver=True, back=(
        reverse("network_support_request", args=[file.request.public_id]), file.request.title))


@require_POST
@staff(*WORKERS)
@agencies_only
def hand_in_request(request, public_id):
    row, form = found(queries.own_requests(request.actor), public_id), VersionForm(request.POST)
    if carried_out(request, form, lambda said: workflow.hand_in_request(row, base_version=said["version"], actor=request.actor),
                   _("It is handed in. You are told as soon as it is decided."), beside_only=True):
        return redirect("network_support_request", public_id)
    return page_of(request, row)


@require_POST
@staff(*WORKERS)
@agencies_only
def withdraw_request(request, public_id):
    workflow.withdraw_request(found(queries.own_requests(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The request for support is withdrawn."))
    return redirect("network_support_request", public_id)


@require_POST
@staff(*WORKERS)
@agencies_only
def tell_what_became(request, public_id):
    row, form = found(queries.own_requests(request.actor), public_id), BecameForm(request.POST, prefix="became")
    if carried_out(request, form, lambda said: workflow.tell_what_became(row, **said, actor=request.actor),
                   _("It stands with the request, and the Central institute is being told."), beside_only=True):
        return redirect("network_support_request", public_id)
    return page_of(request, row, became=form)
