"""A provider's applications: the list, the task list of one that is written, the state of one that was handed in."""
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from certification.models import Round
from certification.queries import late_accesses_of, open_rounds
from core.tenancy import find_or_404, found
from evaluations import permissions, queries, told, workflow
from evaluations.documents import wanted_at_a_glance
from evaluations.eligibility import eligibility_of
from evaluations.forms.portal import ApplyForm
from evaluations.history import led_out
from evaluations.missing import missing_parts
from evaluations.stages import ANNOUNCED, Stage
from evaluations.task_list import DONE, documents_of, groups_of, offering_of, organisation_of, pledge_of
from evaluations.workflow.visit import SUBJECT
from providers.models import Offering
from providers.queries import my_providers
from visits.queries import offer_of, visit_of

NO_WAY_BACK = (*ANNOUNCED, Stage.WITHDRAWN)


def own_application(actor, public_id):
    """One of the actor's own applications; its provider knows what the actor is there."""
    row = found(queries.with_documents(actor, queries.own_applications(actor)), public_id)
    return queries.read_with_role(actor, row, row.provider)


@signed_in
def applications(request):
    actor = request.actor
    rows = list(queries.applications_of(actor))
    deadlines, asked = queries.deadlines_of_applications(rows), queries.open_supplements_of(rows)
    written_for = queries.providers_written_for(actor)
    return render(request, "evaluations/portal/applications.html", {
        "rows": [(one, told.next_of(one, deadline=deadlines.get(one.pk), asked=asked.get(one.pk)), told.shape_of(one)) for one in rows],
        "rounds": open_to(actor, list(open_rounds(actor)), written_for),
        "providers": list(my_providers(actor)),
    })


def open_to(actor, rounds, written_for):
    """[(round, [(offering, whether the actor may begin an application for it, its Eligibility or None)], late accesses)], those first in
    which something can be applied for.

    Once a round is over, only the offerings of a provider with late access.
    """
    offered = [(round, [one for one in queries.offerings_for(actor, round) if round.is_open(provider=one.site.provider_id)])
               for round in rounds]
    found = queries.findings_for([(round, one) for round, offerings in offered for one in offerings if not one.begun])
    rows = [(round, [(one, not one.begun and one.site.provider_id in written_for, eligibility_of(found.get((round.pk, one.pk))))
                     for one in offerings], late_accesses(actor, round)) for round, offerings in offered]
    return sorted(rows, key=lambda row: all(asked is not None and asked.is_refused for _one, _may, asked in row[1]))


def late_accesses(actor, round):
    """Which of the actor's providers may still apply, once it is over for everybody else."""
    return [] if round.is_open() else [one for one in late_accesses_of(actor, round) if round.is_open(provider=one.provider_id)]


@require_POST
@signed_in
def apply(request, public_id):
    """A second click leads to the first draft."""
    round = find_or_404(Round, request.actor, public_id=public_id)
    form = ApplyForm(request.POST)
    if not form.is_valid():
        raise Http404
    offering = find_or_404(Offering, request.actor, public_id=form.cleaned_data["offering"])
    application = workflow.start_application(round, offering, actor=request.actor, arrived_at=request.arrived_at)
    return redirect("portal_application", application.public_id)


@signed_in
def application(request, public_id):
    application = own_application(request.actor, public_id)
    is_over = application.stage == Stage.RETURNED and not application.is_in_time()
    return status(request, application) if is_over or not application.is_writable else task_list(request, application)


def task_list(request, application):
    actor = request.actor
    answers, wanted = list(queries.answers_of(actor, application)), wanted_at_a_glance(application)
    groups = groups_of(answers, is_renewal=application.renews_id is not None)
    tasks = [task for group in groups for task in group.tasks]
    return render(request, "evaluations/portal/application.html", {
        "application": application, "next": told.next_of(application), "groups": groups, "total": len(tasks),
        "done": sum(task.state == DONE for task in tasks), "first": next((task for task in tasks if task.state != DONE), None),
        "organisation": organisation_of(application.provider), "offering": offering_of(application.offering),
        "pledge": pledge_of(application), "missing": missing_parts(application, answers, wanted),
        "documents": documents_of(wanted), "is_open": application.is_in_time(),
        "may_write": permissions.can_write(actor, application), "may_withdraw": may_withdraw(actor, application),
        "eligibility": eligibility_of(queries.findings_of(application)),
    })


def may_withdraw(actor, application):
    """Whether the button is shown; what is decided and not announced shows it like the evaluation before."""
    return application.told_stage not in NO_WAY_BACK and permissions.can_withdraw(actor, application)


def status(request, application):
    actor, seal = request.actor, queries.submission_of(request.actor, application)
    receipt = seal and seal.receipt
    if request.htmx:
        return render(request, "evaluations/portal/status.html#receipt", {"application": application, "seal": seal, "receipt": receipt})
    visit = visit_of(SUBJECT, application.matter)
    deadline, asked = queries.deadlines_of_applications([application]).get(application.pk), queries.open_supplement_of(application)
    return render(request, "evaluations/portal/status.html", {
        "application": application, "seal": seal, "receipt": receipt, "visit": visit, "shape": told.shape_of(application),
        "line": told.line_of(application), "next": told.next_of(application, deadline=deadline, visit=visit, asked=asked),
        "turns": led_out(application), "asked": asked, "supplements": queries.supplements_of(actor, application),
        "shows_report": queries.latest_check_of(actor, application) is not None, "may_withdraw": may_withdraw(actor, application),
        **sealed_parts(actor, application, seal), **results_of(actor, application), **team_of(actor, application),
        **agreeing(application, visit, deadline), **appealing(actor, application, request.arrived_at),
    })


def appealing(actor, application, arrived_at):
    """Against a refusal: the appeal, or until when there may be one."""
    said = queries.appealing(actor, application, arrived_at)
    return said | {"may_appeal": said["appeal_is_open"] and permissions.can_appeal(actor, application)}


def agreeing(application, visit, deadline):
    """Whether there is something to agree on about a visit, and whether a date is to be chosen now."""
    return {"agrees_visit": visit is not None or offer_of(SUBJECT, application.matter) is not None,
            "chooses_date": deadline is not None and deadline.kind == told.CHOICE}


def team_of(actor, application):
    """Who assesses, once the agency has told it, and until when somebody may be challenged."""
    team = queries.told_team(application)
    return {"team": team, "challengeable": next((one.assignment.notice for one in reversed(team) if one.assignment.notice.is_open()), None),
            "may_challenge": bool(team) and permissions.can_challenge(actor, application)}


def sealed_parts(actor, application, seal):
    """What was handed in last, and the submissions before."""
    return {"handed_in": queries.handed_in(actor, seal) if seal else [], "documents": queries.sealed_documents(actor, seal) if seal else [],
            "earlier": queries.own_submissions(actor).defer("canonical").filter(application=application)[1:]}


def results_of(actor, application):
    """Letter and certificate, once it is announced: the door opens them then, and keeps them open however the case goes on."""
    return {"letter": queries.announced_letter(actor, application), "certificate": queries.certificate_of(actor, application)}
