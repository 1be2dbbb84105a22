"""Many names or numbers at once: what the register knows of each today, as a table to read and to take along. Nothing is kept."""
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.guards import public
from certification import queries
from certification.forms.bulk import BulkForm
from certification.views.bulk_parts import bulk_columns, bulk_rows
from core import clock
from core.peers import peer
from core.tables import CSV, XLSX, write_csv, write_table

FORMATS = {"csv": CSV, "xlsx": XLSX}


@public
def register_check(request):
    """At an agency its own certificates, on the national site those of all."""
    form = BulkForm(request.POST if request.method == "POST" else None, request.FILES or None, peer=peer(request))
    if request.method != "POST" or not form.is_valid():
        return render(request, "certification/bulk_check.html", {"form": form, "today": clock.today()})
    answers = queries.verdicts_of(form.lines, request.agency)
    if request.POST.get("as") in FORMATS:
        return taken_along(request.POST["as"], answers, with_agency=request.agency is None)
    return render(request, "certification/bulk_check.html", {
        "form": BulkForm({"words": "\n".join(form.lines)}), "answers": answers, "today": clock.today(), "counts": counted(answers)})


def counted(answers):
    """{verdict: how many lines}"""
    return {verdict: sum(answer.verdict == verdict for answer in answers) for verdict in ("valid", "not_valid", "several", "unknown")}


def taken_along(kind, answers, *, with_agency):
    """The table as a file, each line with the day for which it holds."""
    columns, rows = bulk_columns(with_agency), bulk_rows(answers, clock.today(), with_agency)
    content = write_csv([column.label for column in columns], rows) if kind == "csv" else write_table(
        columns, rows, title=_("Check of certificates"))
    response = HttpResponse(content, content_type=FORMATS[kind])
    response["Content-Disposition"] = f'attachment; filename="certificates-{clock.today().isoformat()}.{kind}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
