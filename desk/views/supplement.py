"""What officers ask a provider for: the bundle composed, who will get it, sent; prolonged, taken back."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.clock import today
from core.errors import Refused
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from correspondence.queries import last_day_from
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS, case_page, found_case
from evaluations import queries, workflow
from evaluations.forms.supplement import ChangeItemForm, ExtendForm, ItemForm, WithdrawItemForm
from evaluations.models import SupplementItem, SupplementRequest
from evaluations.permissions import can_ask_supplement
from evaluations.queries.supplement import KIND


@staff(*READERS)
def supplement(request, public_id):
    """The bundle of the case's stage; a post adds an item to it."""
    application = found_case(request, public_id)
    if request.method != "POST":
        return supplement_page(request, application)
    form = adding_to(request, application, request.POST)
    if carried_out(request, form, lambda _said: workflow.propose_item(application, **form.facts(), actor=request.actor),
                   _("The item is in the request. Nobody is told yet.")):
        return redirect("desk_supplement", application.public_id)
    return supplement_page(request, application, form)


def adding_to(request, application, typed=None):
    indicators, documents = queries.targets_of(request.actor, application)
    return ItemForm(typed, indicators=indicators, documents=documents)


def supplement_page(request, application, corrected=None):
    """`corrected`: a form that came back with something to correct."""
    actor = request.actor
    can_ask, bundle = queries.supplement_draft_of(actor, application)
    composing = can_ask and (bundle is None or bundle.stage == SupplementRequest.Stage.DRAFT) and can_ask_supplement(actor, application)
    items = list(queries.supplement_items_of(actor, bundle)) if bundle else []
    forms = [ChangeItemForm(item=item) if composing else None for item in items]
    return desk_page(request, "desk/supplement.html", {
        "case": application, "bundle": bundle, "can_ask": can_ask, "composing": composing,
        "items": [(item, as_corrected(form, corrected)) for item, form in zip(items, forms, strict=True)],
        "asked": [item for item in items if not item.left_out_at], "last_day": last_day_from(KIND, today()) if composing else None,
        "form": (corrected if isinstance(corrected, ItemForm) else adding_to(request, application, filled(request))) if composing else None,
        "people": queries.people_to_ask(application), "found": queries.found_by_the_team(actor, application, items) if composing else []})


def as_corrected(form, corrected):
    return corrected if form and corrected is not None and corrected.prefix == form.prefix else form


@require_POST
@staff(*WORKERS)
def change_item(request, public_id):
    item = find_or_404(SupplementItem, request.actor, public_id=public_id)
    application = found_case(request, item.request.application.public_id)
    form = ChangeItemForm(request.POST, item=item)
    if carried_out(request, form, lambda said: workflow.change_item(item, **said, actor=request.actor), _("The item is kept.")):
        return redirect("desk_supplement", application.public_id)
    return supplement_page(request, application, form)


@require_POST
@staff(*WORKERS)
def send_supplement(request, public_id):
    bundle = find_or_404(SupplementRequest, request.actor, public_id=public_id)
    application = found_case(request, bundle.application.public_id)
    try:
        workflow.send_supplement(bundle, actor=request.actor)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("desk_supplement", application.public_id)
    messages.success(request, _("The request is sent; the provider's people are being told."))
    return redirect("desk_case", application.public_id)


@require_POST
@staff(*WORKERS)
def extend_supplement(request, public_id):
    bundle = find_or_404(SupplementRequest, request.actor, public_id=public_id)
    application, form = found_case(request, bundle.application.public_id), ExtendForm(request.POST)
    if carried_out(request, form, lambda said: workflow.extend_supplement(bundle, **said, actor=request.actor),
                   _("The time is prolonged, and the provider is being told.")):
        return redirect("desk_case", application.public_id)
    return case_page(request, application, form)


@require_POST
@staff(*WORKERS)
def withdraw_item(request, public_id):
    item = find_or_404(SupplementItem, request.actor, public_id=public_id)
    application, form = found_case(request, item.request.application.public_id), WithdrawItemForm(request.POST, item=item)
    if carried_out(request, form, lambda said: workflow.withdraw_item(item, **said, actor=request.actor),
                   _("The item is no longer asked for, and the provider is being told.")):
        return redirect("desk_case", application.public_id)
    return case_page(request, application, form)
