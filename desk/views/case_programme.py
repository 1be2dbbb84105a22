"""The programme of the yearly conference at Central's desk."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.case_permissions import can_keep_calls, can_publish_calls
from agencies.forms.case_programme import ProgrammeForm, SessionForm
from agencies.houses import central_only
from agencies.queries import good_case as queries
from agencies.views.good_case import handed_out
from agencies.workflow import case_programme as workflow
from core.forms import carried_out, filled
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import WORKERS


@staff()
@central_only
def programmes(request):
    rows = list(queries.programmes(request.actor)[:100])
    return desk_page(request, "desk/case_programmes.html", {"rows": rows, "may_keep": can_keep_calls(request.actor)})


@staff()
@central_only
def programme(request, public_id):
    return programme_page(request, found(queries.programmes(request.actor), public_id))


def programme_page(request, programme, session=None):
    """`session`: one with something to correct."""
    actor = request.actor
    form = session or (SessionForm(cases=queries.good_cases(actor)) if can_keep_calls(actor) else None)
    return desk_page(request, "desk/case_programme.html", {
        "programme": programme, "sessions": queries.sessions_of(actor, programme), "session": form,
        "may_keep": can_keep_calls(actor), "may_publish": can_publish_calls(actor) and programme.published_at is None})


@staff(*WORKERS)
@central_only
def draft(request):
    form = ProgrammeForm(filled(request))
    made = carried_out(request, form, lambda _said: workflow.draft_programme(**form.facts(), actor=request.actor),
                       _("The programme is drafted. Add its sessions."))
    if made:
        return redirect("case_programme", made.public_id)
    return desk_page(request, "desk/programme_form.html", {"form": form, "programme": None})


@staff(*WORKERS)
@central_only
def change(request, public_id):
    row = found(queries.programmes(request.actor), public_id)
    form = ProgrammeForm(filled(request), programme=row)
    if carried_out(request, form, lambda said: workflow.change_programme(row, base_version=said["version"], **form.facts(),
                                                                         actor=request.actor), _("The programme is changed.")):
        return redirect("case_programme", public_id)
    return desk_page(request, "desk/programme_form.html", {"form": form, "programme": row})


@require_POST
@staff(*WORKERS)
@central_only
def add_session(request, public_id):
    row, form = found(queries.programmes(request.actor), public_id), SessionForm(request.POST, cases=queries.good_cases(request.actor))
    if carried_out(request, form, lambda said: workflow.add_session(row, **said, actor=request.actor), _("The session is added.")):
        return redirect("case_programme", public_id)
    return programme_page(request, row, session=form)


@require_POST
@staff(*WORKERS)
@central_only
def remove_session(request, public_id):
    row = workflow.remove_session(found(queries.own_sessions(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The session is removed."))
    return redirect("case_programme", row.public_id)


@require_POST
@staff(Role.MANAGER)
@central_only
def publish(request, public_id):
    workflow.publish_programme(found(queries.programmes(request.actor), public_id), actor=request.actor)
    messages.success(request, _("The programme is published. Everybody reads it."))
    return redirect("case_programme", public_id)


@staff()
@central_only
def paper(request, public_id):
    return handed_out(request.actor, found(queries.programmes(request.actor), public_id))
