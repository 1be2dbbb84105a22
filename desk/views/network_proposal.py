"""Proposing a change of an indicator: the cards, one's own proposals, written, handed in and withdrawn. For staff, assessors, providers."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from agencies import queries as sets
from agencies.forms.proposal import ProposalForm
from agencies.models import IndicatorProposal, IndicatorSet, ManagementIndicator
from agencies.network_permissions import can_propose_for_set, can_write_proposal
from agencies.queries import proposal as queries
from agencies.workflow import proposal as workflow
from certification.models import FrameworkVersion, Indicator
from certification.queries import tree_of
from core.forms import carried_out, filled
from core.tenancy import current_agency_id, find_or_404, found
from core.viewing import hand_out
from desk.proposals import (
    card_of_criteria,
    card_of_set,
    editions_to_propose_for,
    may_propose_for_framework,
    proposal_page,
    providers_edited,
    sets_to_propose_for,
)

PAGE = 30


@signed_in
def proposals(request):
    page = Paginator(queries.own_proposals(request.actor), PAGE).get_page(request.GET.get("page"))
    providers = providers_edited(request.actor)
    return proposal_page(request, "desk/network_proposals.html", {
        "page": page, "may_propose": can_propose_for_set(request.actor) or may_propose_for_framework(request.actor, providers)})


@signed_in
def indicators(request):
    """What this person may propose a change of: the set in force, the agency's criteria in force."""
    actor = request.actor
    return proposal_page(request, "desk/proposal_indicators.html", {
        "sets": [(one, sets.tree_of(sets.rows_of(actor, one))) for one in sets_to_propose_for(actor)],
        "editions": [(one, tree_of(actor, one)) for one in editions_to_propose_for(actor, providers_edited(actor))]})


@signed_in
def set_card(request, public_id):
    indicator = found_in_set(request, public_id)
    return proposal_page(request, "desk/proposal_card.html", {
        **card_of_set(request.actor, indicator), "of_set": True, "may_propose": can_propose_for_set(request.actor)})


@signed_in
def criteria_card(request, public_id):
    providers, indicator = providers_edited(request.actor), found_in_edition(request, public_id)
    return proposal_page(request, "desk/proposal_card.html", {
        **card_of_criteria(request.actor, indicator, providers), "of_set": False,
        "may_propose": may_propose_for_framework(request.actor, providers)})


@signed_in
def propose_for_set(request, public_id):
    indicator = found_in_set(request, public_id)
    return begun(request, indicator, reverse("network_set_card", args=[public_id]), queries.open_on(
        request.actor, indicator, "management_indicator"))


@signed_in
def propose_for_criteria(request, public_id):
    indicator = found_in_edition(request, public_id)
    return begun(request, indicator, reverse("network_criteria_card", args=[public_id]), queries.open_on(
        request.actor, indicator, "indicator"))


@signed_in
def new_for_set(request, public_id):
    one = find_or_404(IndicatorSet, request.actor, public_id=public_id, published_at__isnull=False)
    return begun(request, one, reverse("network_proposal_indicators"))


@signed_in
def new_for_criteria(request, public_id):
    one = find_or_404(FrameworkVersion, request.actor, public_id=public_id, published_at__isnull=False, agency=current_agency_id())
    return begun(request, one, reverse("network_proposal_indicators"))


def begun(request, about, back, there=None):
    """A draft; whoever has an open one on this indicator is led to it."""
    if there:
        messages.info(request, _("You have an open proposal on this indicator already. Add to that one, or withdraw it first."))
        return redirect("network_proposal", there.public_id)
    providers, is_new = providers_edited(request.actor), isinstance(about, (IndicatorSet, FrameworkVersion))
    form = ProposalForm(filled(request), request.FILES or None, is_new=is_new, providers=providers)
    made = carried_out(request, form, lambda said: kept(None, form, said, request.actor, about=about, provider=said.get(
        "provider") or providers.first()), _("The draft is saved. Nobody else sees it until you hand it in."))
    if made:
        return redirect("network_proposal", made.public_id)
    return proposal_page(request, "desk/proposal_form.html", {"form": form, "about": about, "is_new": is_new, "back": back})


@transaction.atomic
def kept(row, form, said, actor, **begin):
    """Words, then the file: a file that is refused leaves neither."""
    row = (workflow.change_proposal(row, **form.facts(), base=said["base"], actor=actor) if row
           else workflow.begin_proposal(**begin, **form.facts(), actor=actor))
    if said["file"]:
        workflow.attach_to_proposal(row, said["file"], actor=actor)
    return row


@signed_in
def proposal(request, public_id):
    """A draft is a form for those who may write it, words for the rest of its side."""
    row = found(queries.own_proposals(request.actor), public_id)
    may_write = can_write_proposal(request.actor, row)
    form = change_form(request, row) if row.is_draft and may_write else None
    if form and carried_out(request, form, lambda said: kept(row, form, said, request.actor), _("The draft is saved.")):
        return redirect("network_proposal", public_id)
    return proposal_page(request, "desk/network_proposal.html", {
        "row": found(queries.own_proposals(request.actor), public_id), "form": form, "may_write": may_write,
        "files": queries.own_files(request.actor, row)})


def change_form(request, row):
    stands = {"base": row.revision, "change": row.change, "wanted": row.wanted, "reason": row.reason, "name": row.subject_ko}
    return ProposalForm(filled(request), request.FILES or None, is_new=row.change == IndicatorProposal.Change.NEW, initial=stands)


@require_POST
@signed_in
def hand_in(request, public_id):
    workflow.hand_in_proposal(found(queries.own_proposals(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The proposal is handed in. You are told what becomes of it."))
    return redirect("network_proposal", public_id)


@require_POST
@signed_in
def withdraw(request, public_id):
    workflow.withdraw_proposal(found(queries.own_proposals(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The proposal is withdrawn."))
    return redirect("network_proposal", public_id)


@signed_in
def proposal_file(request, public_id):
    file = found(own_files(request), public_id)
    back = reverse("network_proposal", args=[file.proposal.public_id]), str(file.proposal)
    return hand_out(request, file.file, file.name, to_giver=True, back=back)


@require_POST
@signed_in
def remove_file(request, public_id):
    row = workflow.remove_from_proposal(found(own_files(request), public_id), actor=request.actor)
    messages.success(request, _("The file is removed."))
    return redirect("network_proposal", row.public_id)


def own_files(request):
    return queries.own_files(request.actor).filter(proposal__in=queries.own_proposals(request.actor).order_by().values("pk"))


def found_in_set(request, public_id):
    return found(ManagementIndicator.objects.visible_to(request.actor).filter(indicator_set__published_at__isnull=False).select_related(
        "indicator_set", "area__field", "agency"), public_id)


def found_in_edition(request, public_id):
    return found(Indicator.objects.visible_to(request.actor).filter(
        version__published_at__isnull=False, agency=current_agency_id()).select_related("version__framework", "criterion__area"), public_id)
