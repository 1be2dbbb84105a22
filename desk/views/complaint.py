"""Complaints at the desk: inbox, one of them, what is done with it, who told it, the figures of a year."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from aftercare import workflow
from aftercare.forms.complaint_desk import LookForm
from aftercare.models import Complaint, ComplaintFile
from aftercare.queries import complaint as queries
from certification.forms.register import number_of
from core import clock
from core.access_log import note_access
from core.errors import Refused
from core.files import serve
from core.forms import carried_out, refused_in
from core.models import AccessEntry
from core.tenancy import find_or_404
from desk.complaints import DEEDS, columns, everything_of_complaint, figures, form_of
from desk.pages import desk_page
from desk.sanction_origin import following_complaint

READERS = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR)
HANDLERS = (Role.OFFICER, Role.MANAGER)
PAGE, FIRST_YEAR = 50, 2024


@staff(*READERS)
def complaints(request):
    which = request.GET.get("which", "")
    which = which if which in queries.LISTS else ""
    page = Paginator(queries.complaints_found(request.actor, which), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/complaints.html", {"page": page, "which": which, "counts": queries.complaint_counts(request.actor)})


def found(request, public_id):
    """The complaint behind the door, and the note that it was read or worked on."""
    one = find_or_404(Complaint, request.actor, public_id=public_id)
    note_access(request, one, "complaint.read" if request.method == "GET" else "complaint.work")
    return one


@staff(*READERS)
def complaint(request, public_id):
    return complaint_page(request, found(request, public_id))


def complaint_page(request, one, **corrected):
    return desk_page(request, "desk/complaint.html", {
        **everything_of_complaint(request, one, **corrected), **following_complaint(request.actor, one)})


def deed(name):
    """The view of one deed: its form, its workflow, its sentence; with something to correct, the page with what was typed."""

    @require_POST
    @staff(*HANDLERS)
    def view(request, public_id):
        one = found(request, public_id)
        form = form_of(name, one, request.actor, request.POST)
        if carried_out(request, form, lambda _said: DEEDS[name].work(one, **form.facts(), actor=request.actor), DEEDS[name].sentence):
            return redirect("desk_complaint", public_id)
        return complaint_page(request, find_or_404(Complaint, request.actor, public_id=public_id), **{name: form})

    return view


admit, aside, handlers, answer, extend, close, reopen = map(deed, ("admit", "aside", "handlers", "answer", "extend", "close", "reopen"))
ask_reporter, ask_provider, visit = map(deed, ("ask_reporter", "ask_provider", "visit"))


@require_POST
@staff(*HANDLERS)
def reporter(request, public_id):
    """Who told it stands on the page that answers this post and on no other; the reason goes into the access log."""
    one, form = find_or_404(Complaint, request.actor, public_id=public_id), LookForm(request.POST, auto_id="look_%s")
    if not form.is_valid():
        return complaint_page(request, one, look=form)
    try:
        identity = workflow.look_at_reporter(one, **form.facts(), actor=request.actor)
    except Refused as refusal:
        refused_in(form, refusal)
        return complaint_page(request, one, look=form)
    note_access(request, identity, "complaint.reporter", reason=form.cleaned_data["reason"])
    return desk_page(request, "desk/complaint_reporter.html", {
        "complaint": one, "identity": identity, "reason": form.cleaned_data["reason"],
        "files": list(queries.files_of_complaint(request.actor, one))})


@require_POST
@staff(*HANDLERS)
def reporter_file(request, public_id):
    """A file of the reporter, with the reason that was given for looking."""
    one, form = find_or_404(ComplaintFile, request.actor, public_id=public_id), LookForm(request.POST)
    if one.erased_at:
        raise Http404
    if not form.is_valid():
        messages.error(request, _("Write why you have to know it: the access log keeps the reason."))
        return redirect("desk_complaint", one.complaint.public_id)
    workflow.look_at_reporter(one.complaint, **form.facts(), actor=request.actor)
    note_access(request, one, "complaint.reporter_file", kind=AccessEntry.Kind.DOWNLOAD, reason=form.cleaned_data["reason"])
    return serve(one.file, one.name)


@staff(*READERS, Role.OBSERVER)
def complaint_figures(request):
    """By category and outcome; fewer than five are not told by number, and no sum gives them away."""
    this = clock.today().year
    year = number_of(request.GET.get("year", ""), FIRST_YEAR, this) or this
    rows, sums = figures(year)
    return desk_page(request, "desk/complaint_figures.html", {
        "year": year, "years": range(this, FIRST_YEAR - 1, -1), "rows": rows, "sums": sums, "columns": columns(), "small": queries.SMALL})
