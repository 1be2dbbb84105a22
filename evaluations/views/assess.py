"""The assessor's own work, and one case: begun, handed in and waiting, all in."""
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from accounts.guards import staff
from accounts.models import Role
from core.access_log import note_access
from evaluations import queries
from evaluations.stages import Stage
from panels.queries import declaration_of
from visits.queries import my_visits
from visits.stages import ENDED

OPEN, PAGE = 100, 20


def find_case(request, public_id):
    """A case that is open to this assessor; whoever reads it is noted."""
    application = queries.case_to_assess(request.actor, public_id)
    if application is None:
        raise Http404
    note_access(request, application, "case.read")
    return application


@staff(Role.ASSESSOR)
def home(request):
    actor, rows = request.actor, queries.my_cases(request.actor)
    running = list(rows.filter(application__reviewed_at=None)[:OPEN])
    return render(request, "evaluations/assess/home.html", {
        "declarations": queries.declarations_to_answer(actor)[:OPEN],
        "to_judge": [row for row in running if not row.handed_in_at],
        "waiting": [row for row in running if row.handed_in_at],
        "facts": queries.checks_to_answer(actor)[:OPEN], "appeals": queries.appeals_to_handle(actor)[:OPEN],
        "visits": my_visits(actor).exclude(stage__in=ENDED)[:OPEN],
        "page": Paginator(rows.filter(application__reviewed_at__isnull=False), PAGE).get_page(request.GET.get("page")),
    })


@staff(Role.ASSESSOR)
def case(request, public_id):
    application, actor = find_case(request, public_id), request.actor
    sheet, seal = queries.sheet_of(actor, application), queries.latest_seal(actor, application)
    judgements = list(queries.own_judgements(actor, application)) if sheet else []
    return render(request, "evaluations/assess/case.html", {
        "documents": queries.sealed_documents(actor, seal) if seal else [],
        "application": application, "sheet": sheet, "seal": seal, "judgements": judgements, "due": queries.review_due(application),
        "judged": sum(bool(one.verdict) for one in judgements), "following": first_open(judgements),
        "team": queries.team_progress(application), "all_in": queries.all_are_in(application),
        "supplements": queries.supplements_of(actor, application), "facts": queries.latest_check_of(actor, application),
        "can_begin": sheet is None and application.stage == Stage.DOCUMENT_REVIEW,
        "declaration": declaration_of(actor.user, application.matter)})


def first_open(judgements):
    """Where to go on: the first that lacks something, else the first."""
    return next((one for one in judgements if not one.is_complete), judgements[0] if judgements else None)
