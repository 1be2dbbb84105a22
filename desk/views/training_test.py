"""The test of a run, taken by its participants."""
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.errors import Refused
from core.forms import carried_out
from core.tenancy import find_or_404
from desk.training import training_page
from desk.views.training_survey import own_place
from training.forms.test import AttemptForm
from training.models import TestAttempt
from training.permissions import is_participant
from training.queries import test as queries
from training.workflow import test as workflow


@signed_in
def test(request, public_id):
    """What somebody has tried so far, and the button to go on."""
    enrolment = own_place(request, public_id)
    attempts = list(queries.attempts_of(request.actor, enrolment))
    try:
        workflow.refuse_test_closed(enrolment, request.actor)
        closed = ""
    except Refused as refusal:
        closed = str(refusal)
    return training_page(request, "desk/training_test.html", {
        "enrolment": enrolment, "run": enrolment.run, "attempts": attempts, "closed": closed,
        "left": enrolment.run.attempts - len(attempts),
        "open": next((one for one in attempts if one.handed_in_at is None), None),
        "best": max((one.score for one in attempts if one.score is not None), default=None)})


@require_POST
@signed_in
def begin(request, public_id):
    attempt = workflow.begin_attempt(own_place(request, public_id), actor=request.actor)
    return redirect("training_attempt", attempt.public_id)


@signed_in
def attempt(request, public_id):
    """A draft is kept whenever something is chosen, or with the button; handed in with the other."""
    row = own_attempt(request, public_id)
    form = AttemptForm(request.POST or None, asked=queries.asked_in(request.actor, row), kept=row.answers)
    if request.method == "POST" and "hand_in" in request.POST:
        if carried_out(request, form, lambda _said: hand_in(row, form, request.actor), _("The test is handed in.")):
            return redirect("training_test", row.enrolment.run.public_id)
    elif request.method == "POST" and form.is_valid():
        return kept(request, workflow.keep_answers(row, form.answers(), actor=request.actor))
    return training_page(request, "desk/training_attempt.html", {"attempt": row, "run": row.enrolment.run, "form": form})


def hand_in(row, form, actor):
    """What was chosen is kept first: a refusal undoes only the handing in."""
    workflow.keep_answers(row, form.answers(), actor=actor)
    return workflow.hand_in(row, form.answers(), actor=actor)


def kept(request, row):
    """To a script the bare word that it is kept."""
    if request.htmx:
        return HttpResponse(_("Kept."))
    messages.success(request, _("What you chose is kept."))
    return redirect("training_attempt", row.public_id)


def own_attempt(request, public_id):
    """Only who takes the test opens it; points are read elsewhere."""
    row = find_or_404(TestAttempt, request.actor, public_id=public_id)
    if not is_participant(request.actor, row.enrolment):
        raise Http404
    return row
