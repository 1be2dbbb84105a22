"""What officers and managers do with a case: each press of a button is one word of the workflow."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core.forms import carried_out
from core.tenancy import find_or_404
from desk.views.case import WORKERS, case_page, found_case
from evaluations import queries, workflow
from evaluations.forms.desk import (
    AgendaForm,
    AssignForm,
    CheckForm,
    EndAssignmentForm,
    ResumeForm,
    ReturnForm,
)
from evaluations.forms.fact_check import NameAnswererForm
from evaluations.forms.team import DecideChallengeForm
from evaluations.models import Assignment, Challenge, ScreeningCheck


def acted(request, application, form, work, sentence):
    """An act that asks for something; what is wrong stands beside the question, and nothing typed is lost."""
    if carried_out(request, form, work, sentence):
        return redirect("desk_case", application.public_id)
    return case_page(request, application, form)


def done(request, application, sentence):
    messages.success(request, sentence)
    return redirect("desk_case", application.public_id)


@require_POST
@staff(*WORKERS)
def begin_screening(request, public_id):
    application = found_case(request, public_id)
    workflow.begin_screening(application, actor=request.actor)
    return done(request, application, _("The screening has begun."))


@require_POST
@staff(*WORKERS)
def note_check(request, public_id):
    check = find_or_404(ScreeningCheck, request.actor, public_id=public_id)
    return acted(request, found_case(request, check.application.public_id), CheckForm(request.POST, check=check),
                 lambda said: workflow.note_check(check, **said, actor=request.actor), _("The check is noted."))


@require_POST
@staff(*WORKERS)
def pass_screening(request, public_id):
    application = found_case(request, public_id)
    workflow.pass_screening(application, actor=request.actor)
    return done(request, application, _("The document review has begun, and the provider is being told."))


@require_POST
@staff(*WORKERS)
def return_case(request, public_id):
    application = found_case(request, public_id)
    return acted(request, application, ReturnForm(request.POST),
                 lambda said: workflow.return_application(application, **said, actor=request.actor),
                 _("The application is returned, and the provider is being told why."))


@require_POST
@staff(*WORKERS)
def assign(request, public_id):
    application = found_case(request, public_id)
    form = AssignForm(request.POST, actor=request.actor, application=application)
    return acted(request, application, form, lambda said: workflow.assign_assessor(
        application, said["assessor"].user, is_lead=said["is_lead"], overruling=said.get("overruling", ""),
        replaces=said.get("replaces"), actor=request.actor),
        _("The assessor is assigned and is being asked for a declaration."))


@require_POST
@staff(*WORKERS)
def end_assignment(request, public_id):
    assignment = find_or_404(Assignment, request.actor, public_id=public_id)
    return acted(request, found_case(request, assignment.application.public_id), EndAssignmentForm(request.POST, assignment=assignment),
                 lambda said: workflow.end_assignment(assignment, **said, actor=request.actor),
                 _("The assignment has ended. Assign somebody else if the team needs it."))


@require_POST
@staff(*WORKERS)
def announce_team(request, public_id):
    application = found_case(request, public_id)
    workflow.announce_team(application, actor=request.actor)
    return done(request, application, _("The provider is being told who assesses it. It may challenge somebody within three working days."))


@require_POST
@staff(Role.MANAGER)
def decide_challenge(request, public_id):
    challenge = find_or_404(Challenge, request.actor, public_id=public_id)
    return acted(request, found_case(request, challenge.application.public_id), DecideChallengeForm(request.POST, challenge=challenge),
                 lambda said: workflow.decide_challenge(challenge, **said, actor=request.actor),
                 _("The challenge is decided, and the provider is being told."))


@require_POST
@staff(*WORKERS)
def name_answerer(request, public_id):
    application = found_case(request, public_id)
    form = NameAnswererForm(request.POST, people=queries.may_answer_for(application))
    return acted(request, application, form, lambda _said: workflow.name_answerer(application, form.chosen(), actor=request.actor),
                 _("This assessor answers the comments and is being told."))


@require_POST
@staff(*WORKERS)
def close_fact_check(request, public_id):
    application = found_case(request, public_id)
    workflow.close_fact_check(application, actor=request.actor)
    return done(request, application, _("The fact check is closed. The case is ready for the committee."))


@require_POST
@staff(*WORKERS)
def case_on_agenda(request, public_id):
    application = found_case(request, public_id)
    return acted(request, application, AgendaForm(request.POST, actor=request.actor),
                 lambda said: workflow.put_on_agenda(application, said["meeting"], actor=request.actor),
                 _("The case is on the agenda; whoever has a seat is being asked for a declaration."))


@require_POST
@staff(*WORKERS)
def resume_case(request, public_id):
    application = found_case(request, public_id)
    return acted(request, application, ResumeForm(request.POST),
                 lambda said: workflow.resume_deferred(application, **said, actor=request.actor), _("The case goes on."))
