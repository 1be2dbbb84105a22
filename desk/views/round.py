"""Rounds at the desk: drafted and changed by officers, announced and prolonged by the manager."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from certification import permissions, workflow
from certification.forms.round import ExtensionForm, RoundForm
from certification.models import Round
from certification.queries import rounds_of, services_of
from core.errors import Refused
from core.forms import filled, refused_in
from core.tenancy import current_agency_id, find_or_404
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS

PAGE = 50


@staff(*READERS)
def rounds(request):
    page = Paginator(rounds_of(request.actor).select_related("version__framework"), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/rounds.html", {"page": page, "may_draft": permissions.can_draft_rounds(request.actor)})


@staff(*WORKERS)
def new_round(request):
    form = RoundForm(filled(request), actor=request.actor)
    if written(request, form, lambda services: workflow.draft_round(form.facts(), services, actor=request.actor)):
        messages.success(request, _("The round is drafted. Nobody outside sees it yet."))
        return redirect("desk_rounds")
    return desk_page(request, "desk/round_form.html", {"form": form})


@staff(*READERS)
def desk_round(request, public_id):
    return round_page(request, found_round(request, public_id))


@staff(*WORKERS)
def change_round(request, public_id):
    round = found_round(request, public_id)
    form = RoundForm(filled(request), actor=request.actor, instance=round, initial={"services": services_of(round)})
    if written(request, form, lambda services: workflow.change_round(round, form.facts(), services, actor=request.actor)):
        messages.success(request, _("The draft is changed."))
        return redirect("desk_round", public_id)
    return desk_page(request, "desk/round_form.html", {"form": form, "round": round})


@require_POST
@staff(Role.MANAGER)
def announce_round(request, public_id):
    workflow.announce_round(found_round(request, public_id), actor=request.actor)
    messages.success(request, _("The round is announced: everybody sees it, and providers can apply in its period."))
    return redirect("desk_round", public_id)


@require_POST
@staff(Role.MANAGER)
def extend_round(request, public_id):
    round, form = found_round(request, public_id), ExtensionForm(request.POST)
    if form.is_valid():
        try:
            workflow.extend_round(round, **form.cleaned_data, actor=request.actor)
        except Refused as refusal:
            refused_in(form, refusal)
        else:
            messages.success(request, _("The application period is longer now, and the announcement says so."))
            return redirect("desk_round", public_id)
    return round_page(request, found_round(request, public_id), form)


def written(request, form, work):
    """Does the work if the form is right; a refusal becomes a sentence beside its field. True when it is done."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        work(form.cleaned_data["services"])
    except Refused as refusal:
        refused_in(form, refusal)
        return False
    return True


def found_round(request, public_id):
    """Published rounds of other agencies are there to read, not here."""
    return find_or_404(Round, request.actor, public_id=public_id, agency=current_agency_id())


def round_page(request, round, extension=None):
    may_announce = permissions.can_announce_rounds(request.actor)
    may_extend = may_announce and round.published_at and round.is_ahead
    return desk_page(request, "desk/round.html", {
        "round": round, "services": services_of(round), "may_announce": may_announce and not round.published_at,
        "may_change": permissions.can_draft_rounds(request.actor) and not round.published_at,
        "extension": (extension or ExtensionForm(filled(request))) if may_extend else None})
