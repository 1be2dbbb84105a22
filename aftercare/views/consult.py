"""The consultant's pages: what to answer, what is under way, one consultation with its visits and report, the own line on the list."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from aftercare import queries, workflow
from aftercare.forms.consultant import EntryForm
from aftercare.forms.consultation import CannotForm, ConsultingVisitForm, ReportForm
from aftercare.models import Consultation, ConsultationVisit
from aftercare.queries.consultation import ANSWER, REPORT
from core.access_log import note_access
from core.errors import Refused
from core.forms import carried_out, filled, refused_in
from core.tenancy import find_or_404, found
from correspondence.queries import open_deadlines

PAGE = 20
Stage = Consultation.Stage
NOW = (Stage.CHOSEN, Stage.TOLD, Stage.AGREED)


@staff(Role.CONSULTANT)
def home(request):
    rows = queries.my_consultations(request.actor)
    running = list(rows.filter(stage__in=NOW).order_by("next_at", "begun_at", "pk"))
    over = Paginator(rows.exclude(stage__in=NOW).order_by("-begun_at", "-pk"), PAGE).get_page(request.GET.get("page"))
    return render(request, "aftercare/consult_home.html", {
        "to_answer": [one for one in running if one.stage == Stage.CHOSEN],
        "running": [one for one in running if one.stage != Stage.CHOSEN],
        "page": over, "entry": queries.own_entry(request.actor)})


def mine(request, public_id):
    """What they were asked to do; whoever reads it is noted."""
    row = found(queries.my_consultations(request.actor), public_id)
    note_access(request, row, "consultation.read")
    return row


@staff(Role.CONSULTANT)
def case(request, public_id):
    return case_page(request, mine(request, public_id))


def case_page(request, row, **corrected):
    actor, running = request.actor, row.stage == Stage.AGREED
    report = queries.report_of(actor, row)
    forms = {"cannot": CannotForm(), "visit": ConsultingVisitForm()} | corrected
    return render(request, "aftercare/consult_case.html", {
        "consultation": row, "running": running, "forms": forms, "copies": list(queries.copies_of(actor, row)), "report": report,
        "visits": list(queries.visits_of(actor, row)), "advice": queries.advice_in(row, report), "steps": queries.steps_in(report),
        "due": open_deadlines(queries.TELLING, subject=row).filter(kind__in=(ANSWER, REPORT)).first()})


def done(request, row, form, work, sentence, name):
    if carried_out(request, form, lambda _said: work(), sentence, beside_only=True):
        return redirect("consult_case", row.public_id)
    return case_page(request, row, **{name: form})


@require_POST
@staff(Role.CONSULTANT)
def accept(request, public_id):
    row = mine(request, public_id)
    workflow.answer_asking(row, is_accepted=True, actor=request.actor)
    messages.success(request, _("Thank you. The provider is told who comes; as soon as it has agreed, you read what it shares."))
    return redirect("consult_case", public_id)


@require_POST
@staff(Role.CONSULTANT)
def decline(request, public_id):
    row, form = mine(request, public_id), CannotForm(request.POST)
    if carried_out(request, form, lambda said: workflow.answer_asking(row, is_accepted=False, **said, actor=request.actor),
                   _("The agency is told, and asks somebody else."), beside_only=True):
        return redirect("consult_home")
    return case_page(request, row, cannot=form)


@require_POST
@staff(Role.CONSULTANT)
def set_visit(request, public_id):
    row, form = mine(request, public_id), ConsultingVisitForm(request.POST)
    return done(request, row, form, lambda: workflow.set_visit(row, **form.facts(), actor=request.actor),
                _("The visit is set, and the provider is told."), "visit")


def visit_of(request, public_id):
    visit = find_or_404(ConsultationVisit, request.actor, public_id=public_id)
    return visit, mine(request, visit.consultation.public_id)


@staff(Role.CONSULTANT)
def move_visit(request, public_id):
    visit, row = visit_of(request, public_id)
    stands = {"starts_at": visit.starts_at, "place": visit.place, "hours": (visit.ends_at - visit.starts_at).total_seconds() / 3600}
    form = ConsultingVisitForm(filled(request), initial=stands)
    if carried_out(request, form, lambda _said: workflow.move_visit(visit, **form.facts(), actor=request.actor),
                   _("The visit is moved, and the provider is told.")):
        return redirect("consult_case", row.public_id)
    return render(request, "aftercare/consult_visit.html", {"visit": visit, "consultation": row, "form": form})


@require_POST
@staff(Role.CONSULTANT)
def drop_visit(request, public_id):
    visit, row = visit_of(request, public_id)
    workflow.drop_visit(visit, actor=request.actor)
    messages.success(request, _("The visit is dropped, and the provider is told."))
    return redirect("consult_case", row.public_id)


@require_POST
@staff(Role.CONSULTANT)
def visit_done(request, public_id):
    visit, row = visit_of(request, public_id)
    workflow.note_visit_done(visit, actor=request.actor)
    messages.success(request, _("It is noted that the visit took place."))
    return redirect("consult_case", row.public_id)


@staff(Role.CONSULTANT)
def report(request, public_id):
    """Saved as often as one likes; “hand in” saves first, and what is missing is said beside its field."""
    row = mine(request, public_id)
    kept, typed = queries.report_of(request.actor, row), filled(request)
    form = ReportForm(typed, topics=row.about) if typed else ReportForm.of(kept, row.about)
    if request.method == "POST" and form.is_valid() and written(request, row, form):
        return redirect("consult_case" if "hand_in" in request.POST else "consult_report", public_id)
    return render(request, "aftercare/consult_report.html", {
        "consultation": row, "form": form, "report": kept, "is_closed": row.stage != Stage.AGREED})


def numbered(typed, version):
    """What was typed, as the version that is kept now."""
    typed = typed.copy()
    typed["version"] = str(version)
    return typed


def written(request, row, form):
    """Whether it was saved, and handed in where that was asked for. A refusal stands in the form, with all that was typed."""
    hands_in = "hand_in" in request.POST
    try:
        kept = workflow.save_report(row, **form.facts(), actor=request.actor)
        if kept.conflict:
            raise Refused(_("This report was saved in another window meanwhile. Copy what you need, then load the page anew."))
        form.data = numbered(form.data, kept.row.version)           # it is saved, whatever becomes of handing it in
        if hands_in:
            workflow.hand_in_report(row, actor=request.actor)
    except Refused as refusal:
        refused_in(form, refusal)
        return False
    messages.success(request, _("The report is handed in. The provider and the agency read it now.") if hands_in else _("Saved."))
    return True


@staff(Role.CONSULTANT)
def entry(request):
    """The own line on the list; nothing, while the agency has not taken them onto it."""
    one = queries.own_entry(request.actor)
    if one is None:
        return render(request, "aftercare/consult_entry.html", {"consultant": None, "form": None})
    form = EntryForm(filled(request), initial=EntryForm.initial_of(one), areas=queries.areas_now(request.actor),
                     province=request.agency.province_id)
    if request.method == "POST" and entry_kept(request, one, form):
        return redirect("consult_entry")
    return render(request, "aftercare/consult_entry.html", {"consultant": one, "form": form})


def entry_kept(request, consultant, form):
    """Whether it was saved; for the desk's page as well."""
    kept = form.is_valid() and workflow.keep_consultant(consultant, **form.facts(), actor=request.actor)
    if kept and kept.conflict:
        form.conflict()
    if not kept or kept.conflict:
        return False
    messages.success(request, _("It is saved."))
    return True


@require_POST
@staff(Role.CONSULTANT)
def set_active(request):
    one = queries.own_entry(request.actor)
    if one:
        workflow.set_consultant_active(one, "on" in request.POST, actor=request.actor)
        messages.success(request, _("You can be asked.") if "on" in request.POST else _("You are not asked at present."))
    return redirect("consult_entry")
