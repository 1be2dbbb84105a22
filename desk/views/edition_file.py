"""Editions in files at the desk: saved as a workbook or JSON, and read into a new draft as a whole or not at all."""
import json

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import staff
from certification import queries, workflow
from certification.forms.edition_file import EditionFileForm
from certification.workbook import workbook_of
from core.errors import Refused
from core.file_names import content_disposition
from core.forms import carried_out, filled
from core.tables import XLSX
from desk.pages import desk_page
from desk.views.edition import DRAFTERS, READERS, found_edition
from providers.models import ServiceType


@staff(*READERS)
def edition_json(request, public_id):
    version = found_edition(request, public_id)
    content = queries.content_of(queries.rows_of(request.actor, version))
    return attached(json.dumps(content, ensure_ascii=False, indent=1).encode(), "application/json", f"edition-{version.number}.json")


@staff(*READERS)
def edition_xlsx(request, public_id):
    version = found_edition(request, public_id)
    content = queries.content_of(queries.rows_of(request.actor, version))
    services = list(ServiceType.objects.order_by("position", "code"))
    return attached(workbook_of(content, services), XLSX, f"edition-{version.number}.xlsx")


@staff(*DRAFTERS)
def import_edition(request):
    """Read through, and made into a draft only when nothing is wrong and that button was pressed."""
    framework = queries.framework_of(request.actor)
    typed = filled(request)
    form = EditionFileForm(typed, request.FILES or None, actor=request.actor, framework=framework)
    if request.POST.get("do") == "other":
        form = EditionFileForm(initial=typed.dict(), actor=request.actor, framework=framework)
    elif request.POST.get("do") == "make" and form.is_valid() and not form.wrong:
        version = carried_out(request, form, lambda said: drafted(framework, form.content, said, request.actor),
                              _("The file is a draft now. Nobody outside sees it yet."))
        if version:
            return redirect("desk_edition", version.public_id)
    return desk_page(request, "desk/edition_import.html", {"form": form, "sealed": form.sealed})


def drafted(framework, content, said, actor):
    if framework is None:
        raise Refused(_("The agency has no framework yet to which an edition could belong."))
    labels = {name: said[name] for name in ("label_ko", "label_en", "is_sample")}
    return workflow.draft_version(framework, content, **labels, actor=actor)


def attached(content, kind, name):
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = content_disposition(name)
    return response
