"""All ratings of an area beside each other, once all are in: revised with a reason, discussed, closed. For the group and Central."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies import permissions
from agencies.forms.rating import DiscussionForm, ReviseForm
from agencies.houses import central_only
from agencies.queries import rating as queries
from agencies.views.rating import plain
from agencies.workflow.consensus import close_consensus, note_discussion, revise_rating
from core.access_log import note_access
from core.forms import carried_out, filled

GROUP = (Role.ASSESSOR, Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR)
UNPROCESSABLE = 422


def find_consensus(request, public_id):
    consensus = queries.consensus_for(request.actor, public_id)
    if consensus is None:
        raise Http404
    note_access(request, consensus.participation, "management.read")
    return consensus


@staff(*GROUP)
@central_only
def consensus(request, public_id):
    consensus, actor = find_consensus(request, public_id), request.actor
    rows = queries.beside(actor, consensus)
    is_open = consensus.closed_at is None and bool(rows)
    return render(request, "agencies/rating/consensus.html", {
        "consensus": consensus, "participation": consensus.participation, "rows": rows, "group": queries.group_progress(consensus),
        "lacking": [row for row in rows if row.lacks_note], "mine": permissions.rates_with(actor, consensus), "is_open": is_open,
        "may_close": is_open and permissions.can_close_consensus(actor, consensus)})


@staff(Role.ASSESSOR)
@central_only
def revise(request, public_id):
    """One's own rating after the discussion."""
    rating = queries.own_rating(request.actor, public_id)
    consensus = rating and queries.consensus_of(request.actor, rating.sheet)
    if consensus is None:
        raise Http404
    row = next((one for one in queries.beside(request.actor, consensus) if one.indicator.pk == rating.indicator_id), None)
    form = ReviseForm(filled(request), initial={"final": plain(rating.final), "reason": rating.final_reason})
    if carried_out(request, form, lambda said: revise_rating(rating, **said, actor=request.actor), _("Your rating is noted.")):
        return redirect("rating_consensus", consensus.public_id)
    return render(request, "agencies/rating/revise.html", {
        "rating": rating, "consensus": consensus, "row": row, "form": form}, status=UNPROCESSABLE if form.errors else 200)


@staff(*GROUP)
@central_only
def discuss(request, public_id):
    discussion = queries.discussion_for(request.actor, public_id)
    if discussion is None:
        raise Http404
    consensus, form = discussion.consensus, DiscussionForm(filled(request), initial={"note": discussion.note})
    if carried_out(request, form, lambda said: note_discussion(discussion, **said, actor=request.actor), _("What was said is noted.")):
        return redirect("rating_consensus", consensus.public_id)
    row = next((one for one in queries.beside(request.actor, consensus) if one.indicator.pk == discussion.indicator_id), None)
    return render(request, "agencies/rating/discuss.html", {
        "discussion": discussion, "consensus": consensus, "row": row, "form": form,
        "may_close": permissions.can_close_consensus(request.actor, consensus)}, status=UNPROCESSABLE if form.errors else 200)


@require_POST
@staff(*GROUP)
@central_only
def close(request, public_id):
    close_consensus(find_consensus(request, public_id), actor=request.actor)
    messages.success(request, _("The consensus is closed. These ratings stay."))
    return redirect("rating_consensus", public_id)
