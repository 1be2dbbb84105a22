"""One agency's result at Central: every number with its working, bonus and deductions, corrections, words, objections."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.forms.result import AdjustmentForm, AnewForm, AnswerForm, CorrectionForm, FeedbackForm
from agencies.houses import central_only
from agencies.models import Adjustment, Objection, Participation
from agencies.permissions import can_calculate
from agencies.queries import result as queries
from agencies.queries.result_inputs import adjustments_of, comments_of, corrections_of, inputs_now
from agencies.queries.result_names import indicators_in, names_in
from agencies.shown_result import working_of
from agencies.workflow import calculation, feedback, objection
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.meeting import reason_given
from desk.views.scores import READERS, WORKERS


def found(request, public_id):
    """The participation of an agency that is assessed, and the note that its result was read."""
    part = find_or_404(Participation, request.actor, public_id=public_id, agency=request.agency, standing="assessed", out_at__isnull=False)
    note_access(request, part, "management.result")
    return part


@staff(*READERS)
@central_only
def result(request, public_id):
    return result_page(request, found(request, public_id))


def result_page(request, part, adjust=None, anew=None):
    """`adjust`, `anew`: forms with something to correct."""
    actor, made = request.actor, queries.calculations_of(request.actor, part)
    told, decision = queries.result_of(actor, part), queries.decision_of(actor, part)
    inputs = None if decision else inputs_now(actor, part)
    missing = queries.what_is_missing(inputs) if inputs else []
    may_change = can_calculate(actor) and decision is None and not queries.open_items([part.public_id]).exists()
    return desk_page(request, "desk/management_result.html", {
        "part": part, "set": part.indicator_set, "calculations": made, "latest": made[0] if made else None, "told": told,
        "decision": decision, "missing": missing, "is_stale": bool(made and inputs and made[0].inputs != inputs),
        "working": working_of(queries.scored_of(made[0]), names_in(actor, part.indicator_set),
                              told.feedback if told else feedback.told_words(actor, part)) if made else None,
        "adjustments": adjustments_of(actor, part).select_related("made_by__person"), "corrections": corrections_of(actor, part),
        "objections": queries.objections_of(actor, told) if told else [], "may_change": may_change,
        "adjust": adjust or AdjustmentForm(filled(request)), "anew": anew or AnewForm(filled(request))})


@require_POST
@staff(*WORKERS)
@central_only
def calculate(request, public_id):
    part, form = found(request, public_id), AnewForm(request.POST)
    if carried_out(request, form, lambda said: calculation.calculate(part, reason=said["reason"], actor=request.actor),
                   _("It is calculated."), beside_only=True):
        return redirect("management_result", public_id)
    return result_page(request, part, anew=form)


@require_POST
@staff(*WORKERS)
@central_only
def adjust(request, public_id):
    part, form = found(request, public_id), AdjustmentForm(request.POST)
    if carried_out(request, form, lambda said: calculation.add_adjustment(part, **said, actor=request.actor),
                   _("It counts from the next calculation on."), beside_only=True):
        return redirect("management_result", public_id)
    return result_page(request, part, adjust=form)


@require_POST
@staff(*WORKERS)
@central_only
def withdraw_adjustment(request, public_id):
    row = find_or_404(Adjustment, request.actor, public_id=public_id)
    calculation.withdraw_adjustment(row, reason=reason_given(request), actor=request.actor)
    messages.success(request, _("It no longer counts from the next calculation on."))
    return redirect("management_result", row.participation.public_id)


def correctable(inputs, only=None):
    """[("figure:CODE:NAME" or "rating:CODE:VALUE", words)] of everything that can be counted otherwise."""
    for field in inputs["fields"]:
        for area in field["areas"]:
            for one in area["indicators"]:
                if only is None or one["code"] == only:
                    yield from ((f"figure:{one['code']}:{figure['name']}", f"{one['code']} {figure['name']}: {figure['value'] or '–'}")
                                for figure in one["figures"])
                    words = _("%(code)s rating %(rating)s")
                    yield from ((f"rating:{one['code']}:{rating}", words % {"code": one["code"], "rating": rating})
                                for rating in dict.fromkeys(one["ratings"]))


@staff(*WORKERS)
@central_only
def correct(request, public_id):
    part = found(request, public_id)
    indicators = {one.code: one for one in indicators_in(request.actor, part.indicator_set)}
    form = CorrectionForm(filled(request), choices=list(correctable(inputs_now(request.actor, part))))

    def work(said):
        code, facts = form.facts()
        return calculation.correct(part, indicators[code], **facts, reason=said["reason"], actor=request.actor)
    if carried_out(request, form, work, _("It counts from the next calculation on.")):
        return redirect("management_result", public_id)
    return desk_page(request, "desk/management_correct.html", {"part": part, "set": part.indicator_set, "form": form})


@staff(*WORKERS)
@central_only
def words(request, public_id):
    """Words for the agency, indicator by indicator; `about` says which form was sent."""
    part = found(request, public_id)
    about = request.POST.get("about", "")
    kept = queries.feedback_of(request.actor, part)
    rows = [(one, feedback_form(request, one, kept, about)) for one in [None, *indicators_in(request.actor, part.indicator_set)]]
    for indicator, form in rows:
        if form.is_bound and carried_out(request, form, lambda said, one=indicator: feedback.write_feedback(
                part, one, **said, actor=request.actor), _("The words are kept.")):
            return redirect(f"{request.path}#about-{about or 'whole'}")
    return desk_page(request, "desk/management_words.html", {
        "part": part, "set": part.indicator_set, "rows": rows, "comments": comments_of(request.actor, part)})


def feedback_form(request, indicator, kept, about):
    row, code = kept.get(indicator and indicator.pk), indicator.code if indicator else ""
    initial = {"base": row.version, "strengths": row.strengths, "improve": row.improve} if row else {"base": 0}
    sent = filled(request) if about == code and request.method == "POST" else None
    return FeedbackForm(sent, initial=initial, auto_id=f"id_{code or 'whole'}_%s")


@staff(*WORKERS)
@central_only
def answer_objection(request, public_id):
    row = find_or_404(Objection, request.actor, public_id=public_id, central=request.agency)
    part = found(request, row.result.participation.public_id)
    choices = list(correctable(inputs_now(request.actor, part), only=row.indicator.code)) if row.indicator else []
    form = AnswerForm(filled(request), choices=choices)
    if carried_out(request, form, lambda said: objection.answer_objection(
            row, verdict=said["verdict"], reason=said["reason"], correction=form.correction(), actor=request.actor),
            _("The objection is answered, and the agency is being told.")):
        return redirect("management_result", part.public_id)
    return desk_page(request, "desk/management_objection.html", {"part": part, "set": part.indicator_set, "row": row, "form": form})
