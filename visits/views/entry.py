"""An interview or a sample, written without the recorder; and taken back."""
import uuid

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from visits import permissions, workflow
from visits.forms import EntryForm
from visits.models import Entry
from visits.stages import Stage
from visits.views.item import find_item


@staff(Role.ASSESSOR)
def new_entry(request, public_id):
    item = find_item(request, public_id)
    form = EntryForm(filled(request), initial={"operation_id": uuid.uuid4()})
    work = carried_out(request, form, lambda said: workflow.add_entry(item, actor=request.actor, arrived_at=request.arrived_at, **said),
                       _("It is in the log."))
    if work:
        return redirect("visit_item", public_id)
    may = item.visit.stage == Stage.UNDERWAY and permissions.can_record(request.actor, item.visit)
    return render(request, "visits/entry.html", {"item": item, "visit": item.visit, "form": form, "may_record": may})


@require_POST
@staff(Role.ASSESSOR)
def entry_to_remove(request, public_id):
    entry = find_or_404(Entry, request.actor, public_id=public_id)
    note_access(request, entry.item.visit, "visit.read")
    workflow.remove_entry(entry, actor=request.actor, arrived_at=request.arrived_at)
    messages.success(request, _("It is taken out of the log."))
    return redirect("visit_item", entry.item.public_id)
