"""What a round asks of applicants: a page of its own while it is a draft."""
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import staff
from certification.forms.requirement import RequirementsForm
from certification.queries import requirements_of
from certification.workflow import set_requirements
from core.forms import carried_out, filled
from desk.pages import desk_page
from desk.views.case import WORKERS
from desk.views.round import found_round


@staff(*WORKERS)
def round_requirements(request, public_id):
    round = found_round(request, public_id)
    rows = requirements_of(request.actor, [round]).get(round.pk, [])
    form = RequirementsForm(filled(request), kind=round.kind, rows=rows)
    if carried_out(request, form, lambda _typed: set_requirements(round, form.wanted(), actor=request.actor),
                   _("The requirements are kept. The announcement will list them.")):
        return redirect("desk_round", public_id)
    return desk_page(request, "desk/round_requirements.html", {"round": round, "form": form, "rows": rows})
