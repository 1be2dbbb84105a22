"""Excellent cases at the desk of every agency: found, read, corrected by Central."""
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import staff
from agencies.case_permissions import can_keep_calls, can_write_reuse
from agencies.forms.good_case import CorrectForm
from agencies.houses import central_only
from agencies.queries import good_case as queries
from agencies.views.good_case import everything_of_case, searched
from agencies.workflow.good_case import correct_case
from core.files import serve_copy
from core.forms import carried_out, filled
from core.tenancy import found
from desk.pages import desk_page
from desk.views.case import WORKERS


@staff()
def cases(request):
    return desk_page(request, "desk/cases_network.html", searched(request))


@staff()
def good_case(request, public_id):
    case, actor = found(queries.good_cases(request.actor), public_id), request.actor
    own = queries.own_uses(actor).filter(case=case).first() if actor.reads_cases else None
    may_use = can_write_reuse(actor) and own is None and case.from_agency_id != request.agency.pk
    return desk_page(request, "desk/good_case.html", everything_of_case(actor, case) | {
        "own": own, "may_use": may_use, "may_correct": can_keep_calls(actor)})


@staff()
def picture(request, public_id):
    return serve_copy(found(queries.published_pictures(request.actor), public_id), inline=True)


@staff(*WORKERS)
@central_only
def correct(request, public_id):
    case = found(queries.good_cases(request.actor), public_id)
    form = CorrectForm(filled(request), initial={"version": case.version})
    if carried_out(request, form, lambda _said: correct_case(case, **form.facts(), actor=request.actor),
                   _("It is corrected. What stood there before is shown with the case.")):
        return redirect("network_case", public_id)
    return desk_page(request, "desk/correct_case.html", {"case": case, "form": form})
