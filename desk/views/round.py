"""Rounds at the desk: drafted or cloned by officers, announced and prolonged by the manager."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from certification import permissions, workflow
from certification.forms.round import AttachmentForm, ExtensionForm, RoundForm
from certification.models import Round
from certification.queries import announced_parts, briefings_counted, late_accesses_of, rounds_of, services_of
from certification.views.round import everything_of
from core.errors import Refused
from core.forms import carried_out, filled, refused_in
from core.tenancy import current_agency_id, find_or_404
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from evaluations.queries import appeal_counts

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


@require_POST
@staff(*WORKERS)
def clone_round(request, public_id):
    round = workflow.clone_round(found_round(request, public_id), actor=request.actor)
    messages.success(request, _("The next year's round is drafted from this one, 52 weeks on. "
                                "Look at its dates, then change what is different."))
    return redirect("desk_change_round", round.public_id)


@staff(*READERS)
def desk_round(request, public_id):
    return round_page(request, found_round(request, public_id))


@staff(*READERS)
def desk_press(request, public_id):
    """The sheet for the press before it goes out."""
    return desk_page(request, "desk/press.html", everything_of(found_round(request, public_id), request.actor))


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
    if carried_out(request, form, lambda said: workflow.extend_round(round, **said, actor=request.actor),
                   _("The application period is longer now, and the announcement says so.")):
        return redirect("desk_round", public_id)
    return round_page(request, found_round(request, public_id), extension=form)


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


def round_page(request, round, *, extension=None, attachment=None):
    """Everything of a round. `extension`, `attachment`: forms that came back with something to correct."""
    actor, announced = request.actor, round.published_at is not None
    may_announce, may_draft = permissions.can_announce_rounds(actor), permissions.can_draft_rounds(actor)
    return desk_page(request, "desk/round.html", {
        "round": round, "services": services_of(round), "briefings": briefings_counted(actor, round),
        "late": list(late_accesses_of(actor, round)), **announced_parts(actor, round),
        "appeals": appeal_counts(actor, round) if announced else None,
        "may_announce": may_announce and not announced, "may_draft": may_draft, "may_change": may_draft and not announced,
        "may_let_in": may_announce and announced, "attachment": (attachment or AttachmentForm()) if may_draft else None,
        "extension": (extension or ExtensionForm(filled(request))) if may_announce and announced and round.is_ahead else None})
