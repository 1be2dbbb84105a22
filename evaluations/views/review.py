"""The workspace of the document review: one indicator, its sealed answer and files, and the assessor's own sheet."""
from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from certification.queries import errata_shown, with_errata
from core.access_log import note_access
from core.clock import seoul
from core.errors import Refused
from core.files import INLINE
from core.forms import carried_out, filled, refused_in
from core.tenancy import find_or_404
from core.viewing import hand_out, kind_of_access
from evaluations import queries, workflow
from evaluations.forms.review import JudgementForm
from evaluations.forms.supplement import ProposeForm
from evaluations.models import SealedFile, SupplementItem
from evaluations.models.review import Verdict
from evaluations.stages import Stage
from evaluations.views.assess import find_case, first_open

CONFLICT, PAGE = 409, "evaluations/assess/judgement.html"


@require_POST
@staff(Role.ASSESSOR)
def begin(request, public_id):
    application = find_case(request, public_id)
    workflow.begin_sheet(application, actor=request.actor)
    return redirect("assess_judgement", first_open(list(queries.own_judgements(request.actor, application))).public_id)


@staff(Role.ASSESSOR)
def judgement(request, public_id):
    judgement = find_judgement(request, public_id)
    form = JudgementForm(filled(request), initial={"verdict": judgement.verdict, "reason": judgement.reason})
    saved = tried(form, lambda said: workflow.save_judgement(judgement, **said, actor=request.actor)) if request.method == "POST" else None
    rows = list(queries.own_judgements(request.actor, judgement.sheet.application))
    if request.method == "POST" and request.accepts("application/json") and not request.accepts("text/html"):
        return said_quietly(form, saved, rows)
    if saved and not saved.conflict:
        messages.success(request, _("%(code)s is saved.") % {"code": judgement.required.code})
        return redirect(place_after(judgement, rows, request.POST.get("then")))
    return render(request, PAGE, {
        "judgement": judgement, "form": form, **both(form, saved), **around(request.actor, judgement, rows),
        "base_version": version_seen(form, judgement, saved)})


def find_judgement(request, public_id):
    """One on the assessor's own sheet; whoever reads it reads the case."""
    judgement = queries.own_judgement(request.actor, public_id)
    if judgement is None:
        raise Http404
    note_access(request, judgement.sheet.application, "case.read")
    return judgement


def tried(form, work):
    """The workflow's answer, or None when the form or a house rule says no; the sentence then stands in the form."""
    if not form.is_valid():
        return None
    try:
        return work(form.cleaned_data)
    except Refused as refusal:
        return refused_in(form, refusal)


def said_quietly(form, saved, rows):
    """For a page that saves while one writes: the new version, or 409, upon which it sends the form as a form."""
    if saved is None or saved.conflict:
        return JsonResponse({"errors": form.errors}, status=CONFLICT)
    return JsonResponse({"version": saved.judgement.version, "saved": f"{seoul(saved.judgement.saved_at):%H:%M}",
                         "judged": sum(bool(one.verdict) for one in rows)})


def both(form, saved):
    """The two texts of a conflict: `theirs` that stands, `written` that was just sent. Nothing if there is no conflict."""
    if saved is None or not saved.conflict:
        return {}
    labels = {"": _("Not yet"), **dict(Verdict.choices)}
    return {"theirs": {"verdict": labels[saved.judgement.verdict], "reason": saved.judgement.reason},
            "written": {"verdict": labels[form.cleaned_data["verdict"]], "reason": form.cleaned_data["reason"]}}


def version_seen(form, row, saved):
    """The version the page builds on: what was just shown, else what the writer had before, else what stands."""
    if saved:
        return saved.judgement.version
    return (form.data.get("base_version") or 0) if form.is_bound else row.version


def neighbours(judgement, rows):
    """(the one before or None, the one after or None)."""
    place = [row.pk for row in rows].index(judgement.pk)
    return rows[place - 1] if place else None, rows[place + 1] if place + 1 < len(rows) else None


def place_after(judgement, rows, then):
    """The next indicator; from the last one to handing in; with “stay” the same."""
    following = judgement if then == "stay" else neighbours(judgement, rows)[1]
    if following is None:
        return reverse("assess_hand_in", args=[judgement.sheet.application.public_id])
    return reverse("assess_judgement", args=[following.public_id])


def around(actor, judgement, rows):
    """What the workspace shows beside the sheet: the index, the sealed answer with its files, the way on."""
    application, sheet, code = judgement.sheet.application, judgement.sheet, judgement.required.code
    indicator = judgement.required.indicator
    with_errata(errata_shown(actor, indicator.version_id), [indicator])
    answer = queries.sealed_answer(actor, application, code)
    previous, following = neighbours(judgement, rows)
    return {"application": application, "sheet": sheet, "rows": rows, "judged": sum(bool(row.verdict) for row in rows),
            "answer": answer, "files": [(file, file.file.mime in INLINE) for file in queries.sealed_files(actor, answer)] if answer else [],
            "previous": previous, "following": following, "due": queries.review_due(application),
            "may_judge": sheet.submitted_at is None and application.stage == Stage.DOCUMENT_REVIEW,
            "supplements": queries.supplements_of(actor, application, code), "supplemented": supplemented(actor, application, answer),
            **proposing(actor, application, code)}


def supplemented(actor, application, answer):
    """When a supplement arrived, by indicator; with the first submission there is none to look for."""
    return queries.supplemented(actor, application) if answer and answer.seal.number > 1 else {}


def proposing(actor, application, code):
    """What this assessor has proposed to ask about the indicator, and the form for it while the request is not sent."""
    can_ask, bundle = queries.supplement_draft_of(actor, application)
    may_propose = can_ask and bundle is None                        # an assessor sees it once it is sent
    return {"proposed": queries.proposed_by(actor, application, code), "propose": ProposeForm() if may_propose else None}


@require_POST
@staff(Role.ASSESSOR)
def propose(request, public_id):
    """To the officer, who decides what the provider is asked."""
    judgement, form = find_judgement(request, public_id), ProposeForm(request.POST)
    given = {"kind": SupplementItem.Kind.INDICATOR, "code": judgement.required.code, "actor": request.actor}
    if carried_out(request, form, lambda said: workflow.propose_item(judgement.sheet.application, **given, **said),
                   _("The officer reads your proposal.")):
        return redirect("assess_judgement", public_id)
    rows = list(queries.own_judgements(request.actor, judgement.sheet.application))
    return render(request, PAGE, {
        "judgement": judgement, "form": JudgementForm(initial={"verdict": judgement.verdict, "reason": judgement.reason}),
        "base_version": judgement.version, **around(request.actor, judgement, rows), "propose": form})


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
