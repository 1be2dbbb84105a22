"""Editions in files at the desk: saved as a workbook or JSON, and read into a new draft as a whole or not at all."""
import json

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import staff
from certification import queries, workflow
from certification.forms.edition_file import EditionFileForm
from certification.workbook import workbook_of
from core.errors import Refused
from core.forms import refused_in
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
    form = EditionFileForm(request.POST, request.FILES) if request.method == "POST" else EditionFileForm()
    if request.method == "POST" and form.is_valid() and not form.wrong and request.POST.get("do") == "make":
        try:
            version = drafted(request, form)
        except Refused as refusal:
            refused_in(form, refusal)
        else:
            messages.success(request, _("The file is a draft now. Nobody outside sees it yet."))
            return redirect("desk_edition", version.public_id)
    return desk_page(request, "desk/edition_import.html", {"form": form})


def drafted(request, form):
    framework = queries.framework_of(request.actor)
    if framework is None:
        raise Refused(_("The agency has no framework yet to which an edition could belong."))
    said = {name: form.cleaned_data[name] for name in ("label_ko", "label_en", "is_sample")}
    return workflow.draft_version(framework, form.content, **said, actor=request.actor)


def attached(content, kind, name):
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
