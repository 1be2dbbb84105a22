"""What has to be said differently after the lock: an amendment by the lead, a remark by whoever judged the item."""
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from core.forms import carried_out, filled
from visits import permissions, queries, workflow
from visits.forms import AmendForm
from visits.stages import Stage
from visits.views.item import find_item


def add(request, item, said):
    """With a judgement it is an amendment, without one a remark."""
    if said.get("judgement"):
        return workflow.amend_finding(item, **said, actor=request.actor)
    return workflow.add_remark(item, text=said["text"], reason=said["reason"], actor=request.actor)


@staff(Role.ASSESSOR)
def amend(request, public_id):
    item, actor = find_item(request, public_id), request.actor
    stands, may_amend = queries.stands_at(item), permissions.can_amend(actor, item.visit)
    form = AmendForm(filled(request), may_amend=may_amend and stands is not None, initial={"judgement": ""})
    if carried_out(request, form, lambda said: add(request, item, said), _("It is kept beside what was agreed on.")):
        return redirect("visit_amend", public_id)
    return render(request, "visits/amend.html", {
        "item": item, "visit": item.visit, "form": form, "stands": stands,
        "may_add": item.visit.stage == Stage.LOCKED and permissions.can_remark(actor, item)})
