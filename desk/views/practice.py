"""Practice cases at the desk: copied from closed ones, read through text by text, published; who judged how, for managers."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from evaluations import workflow
from evaluations.forms.practice import PracticeForm, PracticeItemForm
from evaluations.models import PracticeCase, PracticeItem
from evaluations.permissions import can_make_practice
from evaluations.queries import practice as queries


@staff(*READERS)
def practices(request):
    actor, form = request.actor, None
    if can_make_practice(actor):
        form = PracticeForm(filled(request), actor=actor)
        made = carried_out(request, form, lambda said: workflow.make_practice(**said, actor=actor),
                           _("The case is copied. Read every text before assessors see it."))
        if made:
            return redirect("desk_practice", made.public_id)
    return desk_page(request, "desk/practices.html", {"rows": list(queries.practices_of(actor)), "form": form})


@staff(*READERS)
def practice(request, public_id):
    """Its texts, and for managers who judged how."""
    found, actor = find_or_404(PracticeCase, request.actor, public_id=public_id), request.actor
    may_see_people = actor.has(Role.MANAGER)
    if may_see_people:
        note_access(request, found, "practice.assessors")
    return desk_page(request, "desk/practice.html", {
        "practice": found, "rows": queries.items_with_results(actor, found), "spread": queries.spread_of(actor, found),
        "waiting": found.items.filter(confirmed_at=None).count(), "may_make": can_make_practice(actor),
        "may_see_people": may_see_people, "people": queries.sheets_handed_in(actor, found) if may_see_people else []})


@staff(*WORKERS)
def practice_item(request, public_id):
    """Three texts of one indicator, to be read and confirmed."""
    item, actor = find_or_404(PracticeItem, request.actor, public_id=public_id), request.actor
    [result] = [one for other, one in queries.items_with_results(actor, item.practice) if other == item]
    form = PracticeItemForm(filled(request), initial={"explanation": item.explanation, "seen": item.seen, "reason": result.reason})
    if carried_out(request, form, lambda said: workflow.confirm_practice_item(item, **said, actor=actor), _("Read and confirmed.")):
        following = item.practice.items.filter(confirmed_at=None).order_by("position").first()
        return redirect("desk_practice_item", following.public_id) if following else redirect("desk_practice", item.practice.public_id)
    return desk_page(request, "desk/practice_item.html", {"item": item, "practice": item.practice, "result": result, "form": form})


@require_POST
@staff(*WORKERS)
def publish_practice(request, public_id):
    workflow.publish_practice(find_or_404(PracticeCase, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("It is published: assessors may judge it."))
    return redirect("desk_practice", public_id)


@require_POST
@staff(*WORKERS)
def close_practice(request, public_id):
    workflow.close_practice(find_or_404(PracticeCase, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("It is closed: nobody begins it any more."))
    return redirect("desk_practice", public_id)
