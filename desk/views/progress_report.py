"""What an agency reports of its improvement plan at a check: item by item with evidence, sent for all at once."""
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.forms.follow_up import ProgressForm
from agencies.houses import agencies_only
from agencies.permissions import can_write_plan
from agencies.queries import progress as queries
from agencies.workflow import progress as workflow
from core.forms import carried_out, filled
from core.tenancy import found
from core.viewing import hand_out
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS


@staff(*READERS)
@agencies_only
def own_check(request, public_id):
    check = found(queries.own_checks(request.actor), public_id)
    rows = list(queries.reports_at(request.actor, check))
    sent_at = next((one.sent_at for one in rows if one.sent_at), None)
    return desk_page(request, "desk/progress_check.html", {
        "check": check, "plan": check.plan, "rows": rows, "sent_at": sent_at, "lacking": sum(not one.is_complete for one in rows),
        "may_report": can_write_plan(request.actor) and not sent_at and check.plan.is_approved})


@require_POST
@staff(*WORKERS)
@agencies_only
def send_progress(request, public_id):
    check = found(queries.own_checks(request.actor), public_id)
    workflow.send_progress(check, actor=request.actor, arrived_at=request.arrived_at)
    messages.success(request, _("The progress report is sent to the Central institute."))
    return redirect("own_progress_check", public_id)


@staff(*READERS)
@agencies_only
def progress(request, public_id):
    """One item. The file comes first: it stays whatever becomes of the words."""
    row = found(queries.own_reports(request.actor), public_id)
    form = ProgressForm(filled(request), request.FILES or None, initial={"state": row.state, "text": row.text, "version": row.version})
    if carried_out(request, form, lambda said: keep(row, form, said, request.actor), _("Saved. It is sent with the others.")):
        return redirect("own_progress_check", row.check_of.public_id)
    may_write = can_write_plan(request.actor) and not row.sent_at and row.item.plan.is_approved
    return desk_page(request, "desk/progress_item.html", {
        "row": row, "item": row.item, "check": row.check_of, "form": form, "may_write": may_write,
        "files": queries.files_of(request.actor, row)})


def keep(row, form, said, actor):
    if said["file"]:
        workflow.attach_to_progress(row, said["file"], actor=actor)
    return workflow.write_progress(row, **form.facts(), actor=actor)


@staff(*READERS)
@agencies_only
def progress_file(request, public_id):
    file = found(queries.own_files(request.actor), public_id)
    return hand_out(request, file.file, file.name, to_giver=True, back=(
        reverse("item_progress", args=[file.progress.public_id]), str(file.progress.item)))


@require_POST
@staff(*WORKERS)
@agencies_only
def remove_progress_file(request, public_id):
    row = workflow.remove_from_progress(found(queries.own_files(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The file is removed."))
    return redirect("item_progress", row.public_id)
