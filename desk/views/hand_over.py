"""Somebody leaves: who takes over which of their cases, looked at first, then all at once."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import ngettext

from accounts.guards import staff
from core.errors import Refused
from core.forms import filled, refused_in
from desk.pages import desk_page
from desk.views.case import WORKERS
from desk.views.pool_member import found_member
from evaluations import workflow
from evaluations.forms.hand_over import HandOverForm
from evaluations.queries import examine

UNPROCESSABLE = 422


@staff(*WORKERS)
def hand_over(request, public_id):
    """A post looks at each pair; with the second button it hands over."""
    member = found_member(request, public_id)
    form = HandOverForm(filled(request), actor=request.actor, user=member.user)
    if request.method == "POST" and form.is_valid() and request.POST.get("do") == "hand":
        try:
            came = workflow.hand_over(form.wanted(), reason=form.cleaned_data["reason"], actor=request.actor)
            messages.success(request, ngettext("%(count)d case is handed over.", "%(count)d cases are handed over.", len(came)) % {
                "count": len(came)})
            return redirect("desk_pool_member", member.public_id)
        except Refused as refusal:
            refused_in(form, refusal)
    return hand_over_page(request, member, form)


def hand_over_page(request, member, form):
    """Beside each ticked case stands what speaks against this successor."""
    looked = form.is_bound and hasattr(form, "cleaned_data")
    pairs = {pair.assignment.pk: pair for pair in examine(request.actor, form.wanted())} if looked else {}
    return desk_page(request, "desk/hand_over.html", {
        "member": member, "form": form, "rows": [(*case, pairs.get(case[0].pk)) for case in form.cases], "looked": looked,
        "possible": sum(not pair.against for pair in pairs.values()), "impossible": sum(bool(pair.against) for pair in pairs.values()),
    }, status=UNPROCESSABLE if form.is_bound and form.errors else 200)
