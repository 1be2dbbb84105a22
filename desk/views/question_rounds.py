"""Rounds of questions: Central sends what assessors would like to know, without their names; the agency answers, once."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.forms.group import AnswersForm, RoundForm
from agencies.houses import agencies_only, central_only
from agencies.permissions import can_answer_questions, can_keep_groups
from agencies.queries import question as queries
from agencies.queries.group import judged_indicators
from agencies.workflow.answer import attach_to_answer, remove_from_answer, save_answer, send_answers
from agencies.workflow.question import send_questions
from core.access_log import note_access
from core.errors import Refused
from core.files import serve, serve_copy
from core.forms import carried_out, filled, refused_in
from core.versions import Kept
from desk.pages import desk_page
from desk.views.assessors import KEEPERS, found_participation, frame
from desk.views.case import READERS

UNPROCESSABLE = 422
OWN = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR)


@staff(*READERS)
@central_only
def rounds(request):
    shown = frame(request, "questions")
    if shown["indicator_set"]:
        shown["rows"] = queries.rounds_in(request.actor, shown["indicator_set"])
    return desk_page(request, "desk/question_rounds.html", shown)


@staff(*READERS)
@central_only
def questions_of(request, public_id):
    return questions_page(request, found_participation(request, public_id))


def questions_page(request, row, form=None):
    actor = request.actor
    form = form or round_form(actor, row, filled(request))
    return desk_page(request, "desk/questions.html", {
        "participation": row, "form": form, "bundles": queries.bundles_of(actor, row), "may_keep": can_keep_groups(actor),
        "indicator_set": row.indicator_set}, status=UNPROCESSABLE if form.errors else 200)


def round_form(actor, row, data):
    return RoundForm(data, proposals=queries.proposed_for(actor, row), indicators=judged_indicators(actor, row.indicator_set))


@require_POST
@staff(*KEEPERS)
@central_only
def send(request, public_id):
    row = found_participation(request, public_id)
    form = round_form(request.actor, row, request.POST)
    if carried_out(request, form, lambda _said: send_questions(row, form.wanted(), left_out=form.left_out(), actor=request.actor),
                   _("The questions are sent. The agency is told within minutes.")):
        return redirect("desk_questions", public_id)
    return questions_page(request, row, form)


@staff(*OWN)
@agencies_only
def own_rounds(request):
    return desk_page(request, "desk/own_questions.html", {"rows": queries.own_bundles(request.actor)})


def found_bundle(request, public_id):
    bundle = queries.bundle_to_answer(request.actor, public_id)
    if bundle is None:
        raise Http404
    note_access(request, bundle, "management.read")
    return bundle


@staff(*OWN)
@agencies_only
def answer(request, public_id):
    """What is typed is kept with either button; one of them sends all, for good."""
    bundle = found_bundle(request, public_id)
    asked = queries.asked_in(request.actor, bundle)
    form = AnswersForm(filled(request), request.FILES or None, asked=asked)
    if request.method == "POST" and form.is_valid() and answered(request, bundle, form):
        return redirect("desk_answer_questions", public_id)
    return desk_page(request, "desk/answer_questions.html", {
        "bundle": bundle, "asked": asked, "form": form, "sent_at": next((one.answer.sent_at for one in asked if one.answer), None),
        "may_answer": can_answer_questions(request.actor)}, status=UNPROCESSABLE if form.errors else 200)


def answered(request, bundle, form):
    """Whether it was taken; a refusal stands in the form, with what was typed."""
    is_sent = request.POST.get("do") == "send"
    try:
        said = taken(request, bundle, form, is_sent)
    except Refused as refusal:
        refused_in(form, refusal)
        return False
    if isinstance(said, Kept):
        sentence = _("Somebody of your agency wrote meanwhile: “%(text)s” Copy what you need and open the page anew.")
        form.add_error(f"text-{said.row.question.public_id}", sentence % {"text": said.row.text[:500]})
        return False
    messages.success(request, _("The answers are sent.") if is_sent else _("The answers are kept. Only your agency reads them."))
    return True


def taken(request, bundle, form, is_sent):
    """The files first: they stay whatever becomes of the words."""
    for question, upload in form.uploads():
        attach_to_answer(question, upload, actor=request.actor)
    return send_answers(bundle, form.texts(), actor=request.actor, arrived_at=request.arrived_at) if is_sent else kept(request, form)


def kept(request, form):
    """The Kept of an answer that somebody else has written meanwhile, or None."""
    saved = [save_answer(one.question, text=form.texts()[one.question.pk][0], base_version=form.texts()[one.question.pk][1],
                         actor=request.actor) for one in form.asked]
    return next((one for one in saved if one.conflict), None)


@require_POST
@staff(*KEEPERS)
@agencies_only
def remove_file(request, public_id):
    file = found_file(request, public_id)
    remove_from_answer(file, actor=request.actor)
    messages.success(request, _("The file is removed."))
    return redirect("desk_answer_questions", file.answer.question.bundle.public_id)


def found_file(request, public_id):
    file = queries.answer_file(request.actor, public_id)
    if file is None:
        raise Http404
    note_access(request, file.answer.question.bundle, "management.file")
    return file


@staff(Role.ASSESSOR, *OWN)
def answer_file(request, public_id):
    """To the agency that gave it; to Central and who rates the agency, once the answer is sent."""
    file = found_file(request, public_id)
    if file.agency_id == request.agency.pk:
        return serve(file.file, file.name, to_giver=True)
    return serve_copy(file)
