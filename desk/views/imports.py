"""Spreadsheets brought in: the template, the upload, the dry run, the confirmation, and what became of it."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.access_log import note_access
from core.file_names import content_disposition
from core.forms import carried_out, filled
from core.tables import XLSX, write_table
from core.tenancy import find_or_404
from desk import workflow
from desk.forms import ImportForm
from desk.imports import KINDS, kinds_here
from desk.models import ImportRun
from desk.pages import desk_page
from desk.queries import imports_of
from desk.views.case import READERS, WORKERS
from providers.permissions import can_import

PAGE = 50


@staff(*READERS)
def imports(request):
    page = Paginator(imports_of(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/imports.html", {
        "page": page, "kinds": kinds_here().items(), "may_import": can_import(request.actor)})


@staff(*WORKERS)
def import_template(request, kind):
    title = label_of(kind)
    sentences = KINDS[kind].SENTENCES["en" if get_language() == "en" else "ko"]
    answer = HttpResponse(write_table(KINDS[kind].columns(request.agency), title=title, sentences=sentences), content_type=XLSX)
    answer.headers["Content-Disposition"] = content_disposition(f"{title}.xlsx")
    return answer


@staff(*WORKERS)
def new_import(request, kind):
    title = label_of(kind)
    form = ImportForm(filled(request), request.FILES or None, with_scans=KINDS[kind].WITH_SCANS)
    run = carried_out(request, form, lambda given: workflow.start_import(kind, given["file"], given.get("scans"), actor=request.actor),
                      _("The file has arrived. Nothing is written yet."))
    if run:
        return redirect("desk_import", run.public_id)
    return desk_page(request, "desk/import_form.html", {"form": form, "kind": kind, "title": title})


@staff(*READERS)
def import_run(request, public_id):
    run = found_run(request, public_id)
    context = {"run": run, "may_import": can_import(request.actor)}
    if request.htmx:
        return render(request, "desk/import.html#state", context)
    return desk_page(request, "desk/import.html", context)


@require_POST
@staff(*WORKERS)
def carry_out(request, public_id):
    workflow.confirm_import(found_run(request, public_id), request.POST.get("digest", ""), actor=request.actor)
    return redirect("desk_import", public_id)


@require_POST
@staff(*WORKERS)
def drop(request, public_id):
    workflow.drop_import(found_run(request, public_id), actor=request.actor)
    messages.success(request, _("The import is dropped. Nothing was written."))
    return redirect("desk_imports")


def label_of(kind):
    """What is brought in, in words; an unknown kind is an unknown page."""
    if kind not in kinds_here():
        raise Http404
    return str(kinds_here()[kind])


def found_run(request, public_id):
    """The run behind the door, noted once: the page that waits asks again every two seconds."""
    run = find_or_404(ImportRun, request.actor, public_id=public_id)
    if not request.htmx:
        note_access(request, run, "import.read" if request.method == "GET" else "import.work")
    return run
