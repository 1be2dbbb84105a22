"""The survey of a run: answered by participants, read where the run is held."""
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import signed_in
from core.errors import Refused
from core.forms import carried_out, filled
from core.tables import XLSX
from core.tenancy import current_agency_id, find_or_404
from desk.survey_sheet import results_xlsx
from desk.training import training_page
from desk.views.edition_file import attached
from training.class_permissions import can_read_survey
from training.forms.survey import SurveyForm
from training.models import Run
from training.permissions import is_participant
from training.queries import survey as queries
from training.queries.attendance import own_enrolment
from training.workflow.survey import answer_survey, refuse_closed


def own_place(request, public_id):
    """The actor's own enrolment in a run; to whoever has no seat there, or acts for somebody, there is no such page."""
    enrolment = own_enrolment(request.actor, find_or_404(Run, request.actor, public_id=public_id))
    if enrolment is None or not is_participant(request.actor, enrolment):
        raise Http404
    return enrolment


@signed_in
def survey(request, public_id):
    enrolment = own_place(request, public_id)
    form = SurveyForm(filled(request), questions=queries.questions_of(request.actor, enrolment.run))
    if carried_out(request, form, lambda _said: answer_survey(enrolment, form.answers(), actor=request.actor),
                   _("Thank you. Your answers are kept without your name.")):
        return redirect("training_attendance", enrolment.public_id)
    return training_page(request, "desk/training_survey.html", {
        "enrolment": enrolment, "run": enrolment.run, "form": form, "closed": why_closed(request, enrolment)})


def why_closed(request, enrolment):
    """The sentence, or nothing while it may be answered."""
    try:
        refuse_closed(enrolment, request.actor)
    except Refused as refusal:
        return str(refusal)
    return ""


def own_run(request, public_id):
    """A run of this house whose answers the actor may read."""
    run = find_or_404(Run, request.actor, public_id=public_id, agency=current_agency_id())
    if not can_read_survey(request.actor, run):
        raise Http404
    return run


@signed_in
def results(request, public_id):
    run = own_run(request, public_id)
    return training_page(request, "desk/training_survey_results.html", {
        "run": run, "results": queries.results_of(request.actor, run), "fewest": queries.FEWEST})


@signed_in
def results_file(request, public_id):
    run = own_run(request, public_id)
    return attached(results_xlsx(run, queries.results_of(request.actor, run)), XLSX, f"survey-{run.year}-{run.number}.xlsx")
