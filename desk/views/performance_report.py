"""An agency's own performance report: its years, how far it is, one indicator with evidence, the receipt."""
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.guards import staff
from agencies.forms.report import EntryForm, what_stands
from agencies.houses import agencies_only
from agencies.permissions import can_write_report
from agencies.provisional import provisional_rating
from agencies.queries import report as queries
from agencies.queries.consulting import open_consulting
from agencies.queries.continued import continued_by
from agencies.report_seal import content_of, sealed_text
from agencies.stages import ReportStage
from agencies.workflow import report as workflow
from core.errors import Refused
from core.file_names import clean_name, content_disposition
from core.forms import UploadField, filled
from core.tenancy import found
from core.viewing import hand_out
from correspondence.queries import letters_about
from desk.pages import desk_page
from desk.performance import everything_of_report
from desk.views.case import READERS
from evaluations.views.answer import CONFLICT, UNPROCESSABLE, around, kept_under
from evaluations.views.portal_files import paper

PAGE = "desk/performance_entry.html"


@staff(*READERS)
@agencies_only
def performance_reports(request):
    reports = {one.participation_id: one for one in queries.own_reports(request.actor)}
    years = [(one, reports.get(one.pk)) for one in queries.own_participations(request.actor)]
    return desk_page(request, "desk/performance_reports.html", {"years": years})


@staff(*READERS)
@agencies_only
def performance_report(request, public_id):
    return report_page(request, found(queries.own_reports(request.actor), public_id))


def report_page(request, report, **forms):
    return desk_page(request, "desk/performance_report.html", everything_of_report(request, report, **forms) | {
        "consulting": open_consulting(request.actor, report.participation_id)})


@staff(*READERS)
@agencies_only
def performance_entry(request, public_id):
    """One form, so that no button loses what another would have kept: each saves the text; files are kept apart from it."""
    entry = found(queries.own_entries(request.actor), public_id)
    form = EntryForm(filled(request), initial=what_stands(entry), figures=entry.indicator.figures.all())
    if request.method != "POST":
        return entry_page(request, entry, form)
    if entry.report.stage != ReportStage.DRAFT:
        return entry_page(request, entry, form, status=CONFLICT, is_closed=True)
    turned_away = change_files(request, entry)
    if not form.is_valid():
        return entry_page(request, entry, form, status=UNPROCESSABLE, turned_away=turned_away)
    return after_saving(request, workflow.save_entry(entry, **form.facts(), actor=request.actor), form, turned_away)


def change_files(request, entry):
    """Uploads and removals, as far as they are asked for. One that is refused does not hold up the others. Returns [(name, sentence)]."""
    refused, came = [], 0
    for upload in request.FILES.getlist("files"):
        try:
            workflow.attach_file(entry, upload, actor=request.actor)
            came += 1
        except Refused as refusal:
            refused.append((clean_name(upload.name or ""), str(refusal)))
    if came:
        messages.success(request, ngettext("%(count)d file has arrived.", "%(count)d files have arrived.", came) % {"count": came})
    gone = set(request.POST.getlist("remove"))
    for file in [one for one in entry.files.all() if str(one.public_id) in gone]:
        workflow.remove_file(file, actor=request.actor)
    return refused


def after_saving(request, saved, form, turned_away):
    if saved.is_closed:
        return entry_page(request, saved.entry, form, status=CONFLICT, is_closed=True)
    if saved.conflict:
        return entry_page(request, saved.entry, form, status=CONFLICT, theirs=saved.entry)
    if request.htmx:
        return render(request, f"{PAGE}#saved", {"entry": saved.entry})
    if turned_away:
        again = EntryForm(initial=what_stands(saved.entry), figures=form.names.values())
        return entry_page(request, saved.entry, again, turned_away=turned_away)
    return HttpResponseRedirect(way_on(request, saved.entry))


def way_on(request, entry):
    """The next indicator, the overview, or this page again where the files are."""
    here = reverse("performance_entry", args=[entry.public_id])
    if request.POST.get("do") == "upload" or "remove" in request.POST:
        return f"{here}#evidence"
    if request.POST.get("do") != "next":
        return here
    _before, after = neighbours(request.actor, entry)
    return reverse("performance_entry", args=[after[0]]) if after else reverse("performance_report", args=[entry.report.public_id])


def neighbours(actor, entry):
    rows = queries.places_in(actor, entry.report)
    return around(rows, next(place for place, row in enumerate(rows) if row[0] == entry.public_id))


def entry_page(request, entry, form, *, status=200, **more):
    entry = found(queries.own_entries(request.actor), entry.public_id) if request.method == "POST" else entry
    before, after = neighbours(request.actor, entry)
    is_open = entry.report.stage == ReportStage.DRAFT
    context = {"entry": entry, "report": entry.report, "indicator": entry.indicator, "form": form, "before": before, "after": after,
               "continued": continued_by(entry.agency_id, [entry.indicator]).get(entry.indicator_id),
               "provisional": provisional_rating(entry, list(entry.indicator.figures.all())), "files": entry.files.all(),
               "upload": UploadField(), "person": kept_under(request.actor), "is_open": is_open,
               "may_write": is_open and can_write_report(request.actor), **more}
    if request.htmx:
        return render(request, f"{PAGE}#trouble", context, status=status)
    return desk_page(request, PAGE, context, status=status)


@staff(*READERS)
@agencies_only
def performance_file(request, public_id):
    file = found(queries.own_files(request.actor), public_id)
    return hand_out(request, file.file, file.name, to_giver=True, back=(
        reverse("performance_entry", args=[file.entry.public_id]), str(file.entry.indicator)))


@staff(*READERS)
@agencies_only
def performance_canonical(request, public_id):
    """What the SHA-256 was taken of: whoever doubts it can take it once more."""
    report = found(queries.own_reports(request.actor), public_id)
    canonical, _sha256 = sealed_text(content_of(report, queries.entries_of(request.actor, report)))
    response = HttpResponse(canonical, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = content_disposition(_("performance-report-%(year)d.json") % {"year": report.year})
    response.headers["Cache-Control"] = "private, no-store"
    return response


@staff(*READERS)
@agencies_only
def performance_receipt(request, public_id):
    report = found(queries.own_reports(request.actor), public_id)
    letter = letters_about(request.actor, report).first()
    return paper(letter, _("performance-report-%(year)d.pdf") % {"year": report.year})
