"""Who takes part in the evaluation of a year: one line an agency, said before the set is frozen; exempted after it by the manager."""
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from agencies import permissions, queries, workflow
from agencies.forms.participation import ExemptForm, ParticipationForm
from agencies.houses import central_only
from agencies.models import Participation
from agencies.queries.participation import open_agencies
from core.forms import carried_out, filled
from core.tenancy import current_agency_id, find_or_404
from desk.pages import desk_page
from desk.views.management_set import READERS, found_set


@staff(*READERS)
@central_only
def participation(request, public_id):
    """A draft's lines are a form for those who keep the set; what was not said yet is proposed from the day the agency opened."""
    actor, one = request.actor, found_set(request, public_id)
    said, form = {row.assessed_id: row for row in queries.participation_of(actor, one)}, None
    if permissions.can_keep_set(actor) and not one.published_at:
        form = lines_of(request, one, said)
        if carried_out(request, form, lambda _said: workflow.say_participation(one, form.said(), actor=actor),
                       _("It is kept who takes part.")):
            return redirect("management_set", public_id)
    return desk_page(request, "desk/management_participation.html", {
        "set": one, "said": said, "rows": list(said.values()), "form": form,
        "may_exempt": permissions.can_exempt_afterwards(actor) and one.published_at})


def lines_of(request, one, said):
    agencies = list(open_agencies())
    stands = queries.proposals_for(one, agencies) | {pk: (row.standing, row.reason) for pk, row in said.items()}
    return ParticipationForm(filled(request), agencies=agencies, stands=stands)


@staff(Role.MANAGER)
@central_only
def exempt(request, public_id):
    row = find_or_404(Participation, request.actor, public_id=public_id, agency=current_agency_id())
    form = ExemptForm(filled(request))
    if carried_out(request, form, lambda said: workflow.exempt_afterwards(row, **said, actor=request.actor),
                   _("The agency is exempted. Its people are told.")):
        return redirect("management_participation", row.indicator_set.public_id)
    return desk_page(request, "desk/management_exempt.html", {"row": row, "set": row.indicator_set, "form": form})
