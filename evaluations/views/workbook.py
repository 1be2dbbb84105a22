"""The self-assessment in Excel: saved, handed in again, looked through, carried out."""
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.access_log import note_access
from core.file_names import clean_name, content_disposition
from core.forms import carried_out
from core.models import AccessEntry
from core.tables import XLSX
from core.tenancy import found
from evaluations import permissions, queries, workflow
from evaluations.forms.workbook import WorkbookForm
from evaluations.queries.workbook import documents_by_answer, workbook_waiting, workbooks_of
from evaluations.workbook import CHANGED, CONFLICT, SAME, digest_of, lines_of, workbook_of
from providers.permissions import role_in

UNPROCESSABLE = 422
PROBLEMS_SHOWN = 100


@signed_in
def workbook(request, public_id):
    application = found(own(request.actor), public_id)
    if not application.is_writable:
        return redirect("portal_application", public_id)
    codes = [row.indicator.code for row in queries.answers_of(request.actor, application)]
    form = WorkbookForm(*((request.POST, request.FILES) if request.method == "POST" else ()), application=application, codes=codes)
    run = carried_out(request, form, lambda given: taken_in(request, application, form), _("The file has arrived. Nothing is written yet."))
    if run:
        return redirect("portal_workbook_run", run.public_id)
    return render(request, "evaluations/workbook/workbook.html", {
        "application": application, "form": form, "problems": form.problems[:PROBLEMS_SHOWN], "waiting": workbook_waiting(
            request.actor, application), "may_write": permissions.can_write(request.actor, application)},
        status=UNPROCESSABLE if form.is_bound else 200)


def own(actor):
    return queries.own_applications(actor).select_related("round__version", "service_type", "provider")


def taken_in(request, application, form):
    name = clean_name(form.cleaned_data["file"].name or "")
    return workflow.take_in_workbook(application, form.found, name=name, actor=request.actor)


@signed_in
def workbook_file(request, public_id):
    application = found(own(request.actor), public_id)
    answers, documents = queries.answers_of(request.actor, application), documents_by_answer(request.actor, application)
    if role_in(request.actor, application.provider) is None:
        note_access(request, application, "case.workbook", kind=AccessEntry.Kind.EXPORT)
    response = HttpResponse(workbook_of(application, answers, documents), content_type=XLSX)
    response.headers["Content-Disposition"] = content_disposition(f"{_('Self-assessment')} {application.site_name}.xlsx")
    response.headers["Cache-Control"] = "private, no-store"
    return response


@signed_in
def workbook_run(request, public_id):
    """The dry run, against what stands there at this moment."""
    run = found(workbooks_of(request.actor), public_id)
    if run.is_over or not run.application.is_writable:
        messages.warning(request, _("This workbook was kept for a day only. Hand it in again."))
        return redirect("portal_workbook", run.application.public_id)
    lines = lines_of(run.rows, queries.answers_of(request.actor, run.application).select_related("saved_by__person"))
    return render(request, "evaluations/workbook/run.html", {
        "run": run, "application": run.application, "digest": digest_of(lines),
        "changed": [line for line in lines if line.action == CHANGED], "conflicts": [line for line in lines if line.action == CONFLICT],
        "same": [line for line in lines if line.action == SAME],
        "may_write": permissions.can_write(request.actor, run.application)})


@require_POST
@signed_in
def carry_out(request, public_id):
    run = found(workbooks_of(request.actor), public_id)
    application = run.application.public_id
    chosen = {code: request.POST.get(f"choice-{code}") for code in run.rows}
    done = workflow.carry_out_workbook(
        run, request.POST.get("digest", ""), actor=request.actor, taken={code for code, choice in chosen.items() if choice == "workbook"},
        kept={code for code, choice in chosen.items() if choice == "page"})
    sentence = ngettext("%(count)d answer was written from the workbook.", "%(count)d answers were written from the workbook.",
                        len(done.written))
    messages.success(request, sentence % {"count": len(done.written)})
    return redirect("portal_workbook_run", public_id) if done.waiting else redirect("portal_application", application)


@require_POST
@signed_in
def drop(request, public_id):
    run = found(workbooks_of(request.actor), public_id)
    application = run.application.public_id
    workflow.drop_workbook(run, actor=request.actor)
    messages.success(request, _("The workbook is dropped. Nothing was written."))
    return redirect("portal_workbook", application)
