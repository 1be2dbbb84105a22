"""The workspace of the document review: one indicator, its sealed answer and files, and the assessor's own sheet."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from certification.queries import errata_shown, with_errata
from core.access_log import note_access
from core.errors import Refused
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from core.viewing import beside, hand_out, kind_of_access
from evaluations import queries, workflow
from evaluations.forms.review import JudgementForm
from evaluations.forms.supplement import ProposeForm
from evaluations.models import SealedFile, SupplementItem
from evaluations.models.review import Verdict
from evaluations.review_reasons import words_of as reason_words
from evaluations.stages import Stage
from evaluations.views.answer import around, kept_under, saved_when
from evaluations.views.assess import find_case, first_open

UNPROCESSABLE, CONFLICT, PAGE = 422, 409, "evaluations/assess/judgement.html"
KEPT = ("verdict", "reason_code", "reason", "note")


@require_POST
@staff(Role.ASSESSOR)
def begin(request, public_id):
    application = find_case(request, public_id)
    workflow.begin_sheet(application, actor=request.actor)
    return redirect("assess_judgement", first_open(list(queries.own_judgements(request.actor, application))).public_id)


@staff(Role.ASSESSOR)
def judgement(request, public_id):
    """One indicator. Every button saves, and the page saves by itself meanwhile."""
    judgement = find_judgement(request, public_id)
    form = JudgementForm(filled(request), initial=words_of(judgement))
    if request.method != "POST":
        return workspace(request, judgement, form)
    if not form.is_valid():
        return workspace(request, judgement, form, status=UNPROCESSABLE)
    try:
        saved = workflow.save_judgement(judgement, **form.words(), base_version=form.cleaned_data["version"], actor=request.actor)
    except Refused as refusal:
        return workspace(request, judgement, form, status=CONFLICT, closed=str(refusal), written=in_words(form))
    if saved.conflict:
        return workspace(request, judgement, form, status=CONFLICT, theirs=saved.row, written=in_words(form))
    return after_saving(request, saved.row, judgement.required)


def find_judgement(request, public_id):
    """One on the assessor's own sheet."""
    judgement = queries.own_judgement(request.actor, public_id)
    if judgement is None:
        raise Http404
    return judgement


def words_of(judgement):
    return {name: getattr(judgement, name) for name in (*KEPT, "version")}


def in_words(form):
    """What was sent, as it is shown beside what stands."""
    said = form.cleaned_data
    return said | {"verdict": dict(Verdict.choices).get(said["verdict"], _("Not yet")),
                   "reason_kind": reason_words(said["reason_code"]) if said.get("reason_code") else ""}


def after_saving(request, judgement, required):
    judgement.required = required
    if request.htmx:
        return render(request, "evaluations/assess/parts/kept.html", {"judgement": judgement, "saved_when": saved_when(judgement)})
    if judgement.is_complete or not judgement.verdict:
        messages.success(request, _("%(code)s is saved.") % {"code": judgement.required.code})
    else:
        messages.warning(request, _("%(code)s is saved. Its reason is still missing.") % {"code": judgement.required.code})
    rows = list(queries.judgements_on(judgement.sheet))
    return redirect(place_after(judgement, rows, request.POST.get("then")))


def neighbours(judgement, rows):
    """The judgement before and the one after."""
    return around(rows, [row.pk for row in rows].index(judgement.pk))


def place_after(judgement, rows, then):
    """The next indicator; from the last one to handing in; with “stay” the same."""
    following = judgement if then == "stay" else neighbours(judgement, rows)[1]
    if following is None:
        return reverse("assess_hand_in", args=[judgement.sheet.application.public_id])
    return reverse("assess_judgement", args=[following.public_id])


def workspace(request, judgement, form, *, status=200, **more):
    """The page, or the part of it that is asked for; whoever reads it reads the case."""
    actor, application, theirs = request.actor, judgement.sheet.application, more.get("theirs")
    note_access(request, application, "case.read")
    rows, asked = list(queries.judgements_on(judgement.sheet)), queries.sent_requests_of(application)
    with_errata(errata_shown(actor, judgement.required.indicator.version_id), [judgement.required.indicator])
    previous, following = neighbours(judgement, rows)
    return render(request, part_of_page(request), {
        "judgement": judgement, "form": form, "application": application, "sheet": judgement.sheet, "rows": rows,
        "judged": sum(bool(row.verdict) for row in rows), **evidence(request, judgement, asked),
        "place": reverse("assess_judgement", args=[judgement.public_id]),
        "version": theirs.version if theirs else form["version"].value(), "saved_when": saved_when(judgement),
        "previous": previous, "following": following, "due": queries.due_of(judgement), "person": kept_under(actor),
        "may_judge": judgement.sheet.submitted_at is None and application.stage == Stage.DOCUMENT_REVIEW,
        **proposing(actor, application, judgement, asked), **more}, status=status)


def evidence(request, judgement, asked):
    """What was handed in for the indicator, the document that is open, and what was asked for (`asked`) and given afterwards."""
    actor, application = request.actor, judgement.sheet.application
    answer = queries.sealed_answer(application, judgement.required.code)
    files = list(queries.sealed_files(answer)) if answer else []
    return {"answer": answer, "files": files, "opened": opened(request, files),
            "supplements": queries.supplements_of(actor, application, judgement.required.code, requests=asked),
            "supplemented": supplemented(actor, application, answer)}


def part_of_page(request):
    """Another document beside the sheet, or why the words were not saved: what was typed stays where it is."""
    if not request.htmx or request.htmx.history_restore_request:
        return PAGE
    return f"{PAGE}#{'trouble' if request.method == 'POST' else 'evidence'}"


def opened(request, files):
    """The sealed file that stands beside the sheet, or None."""
    file = next((one for one in files if str(one.public_id) == request.GET.get("file")), None)
    if file is None:
        return None
    note_access(request, file.seal.application, "case.file")
    return beside(request, file.file, file.name, reverse("assess_file", args=[file.public_id])) | {"file": file}


def supplemented(actor, application, answer):
    """When a supplement arrived, by indicator; with the first submission there is none to look for."""
    return queries.supplemented(actor, application) if answer and answer.seal.number > 1 else {}


def proposing(actor, application, judgement, asked):
    """What this assessor has proposed to ask about the indicator, and the form for it while the request is not sent."""
    may_propose = queries.may_be_proposed(application, asked)
    form = ProposeForm(initial={"text": judgement.reason if judgement.verdict == Verdict.SUPPLEMENT else ""})
    return {"proposed": queries.proposed_by(actor, application, judgement.required.code), "propose": form if may_propose else None}


@require_POST
@staff(Role.ASSESSOR)
def propose(request, public_id):
    """To the officer, who decides what the provider is asked."""
    judgement, form = find_judgement(request, public_id), ProposeForm(request.POST)
    given = {"kind": SupplementItem.Kind.INDICATOR, "code": judgement.required.code, "actor": request.actor}
    if carried_out(request, form, lambda said: workflow.propose_item(judgement.sheet.application, **given, **said),
                   _("The officer reads your proposal.")):
        return redirect("assess_judgement", public_id)
    return workspace(request, judgement, JudgementForm(initial=words_of(judgement)), propose=form)


@staff(Role.ASSESSOR)
def hand_in(request, public_id):
    application = find_case(request, public_id)
    sheet = queries.sheet_of(request.actor, application)
    if sheet is None:
        raise Http404
    rows = list(queries.own_judgements(request.actor, application))
    missing = [row for row in rows if not row.is_complete]
    if request.method == "POST" and not missing:
        workflow.submit_sheet(sheet, actor=request.actor)
        messages.success(request, _("Your review is handed in. Thank you."))
        return redirect("assess_case", public_id)
    return render(request, "evaluations/assess/hand_in.html", {
        "application": application, "sheet": sheet, "rows": rows, "missing": missing})


@staff(Role.ASSESSOR, Role.COMMITTEE)
def sealed_file(request, public_id):
    """The very bytes that were handed in, or the page to read them."""
    file = find_or_404(SealedFile, request.actor, public_id=public_id)
    note_access(request, file.seal.application, "case.file", kind=kind_of_access(request))
    return hand_out(request, file.file, file.name, back=way_back(request.actor, file))


def way_back(actor, file):
    """To one's own sheet where the file is listed; who has none goes to the start."""
    judgement = queries.own_judgements(actor, file.seal.application).filter(required__code=file.code).first()
    if judgement is None:
        return reverse("home"), _("Start")
    return reverse("assess_judgement", args=[judgement.public_id]), f"{file.seal.application.number} {file.code}"
