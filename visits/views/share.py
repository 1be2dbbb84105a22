"""Who of the team judges which item."""
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from core.forms import carried_out, filled
from visits import permissions, queries, workflow
from visits.forms import ShareForm
from visits.views.visit import find_visit


@staff(Role.ASSESSOR)
def share(request, public_id):
    visit = find_visit(request, public_id)
    form = ShareForm(filled(request), items=list(queries.items_of(visit)), team=[one.user for one in queries.members_of(visit)])
    if carried_out(request, form, lambda _said: workflow.share_out(visit, form.judging(), actor=request.actor),
                   _("It is kept who judges what. The team sees it on its pages.")):
        return redirect("visit", public_id)
    may = not visit.has_ended and permissions.can_lead(request.actor, visit)
    return render(request, "visits/share.html", {"visit": visit, "form": form, "may_share": may})
