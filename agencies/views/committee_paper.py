"""What a member of the committee reads of a result: its whole working, once they have declared that nothing ties them."""
from django.http import Http404
from django.shortcuts import render

from accounts.guards import staff
from accounts.models import Role
from agencies.houses import central_only
from agencies.queries.result import LOOKING, calculations_of, feedback_of, objections_of, participation_before, result_of, scored_of
from agencies.queries.result_names import names_in
from agencies.shown_result import working_of
from core.access_log import note_access
from panels.queries import may_read


@staff(Role.COMMITTEE)
@central_only
def paper(request, public_id):
    part = participation_before(request.actor, public_id)
    if part is None or not may_read(request.actor.user, public_id):
        raise Http404
    note_access(request, part, "management.result")
    made, told = calculations_of(LOOKING, part), result_of(LOOKING, part)
    words = [{"code": one.indicator.code if one.indicator else "", "strengths": one.strengths, "improve": one.improve}
             for one in feedback_of(LOOKING, part).values()]
    return render(request, "agencies/committee_paper.html", {
        "part": part, "calculations": made, "latest": made[0] if made else None, "told": told,
        "working": working_of(scored_of(made[0]), names_in(LOOKING, part.indicator_set), words) if made else None,
        "objections": objections_of(LOOKING, told) if told else []})
