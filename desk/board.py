"""The board of a round put together: cases with their teams, the pool with its load, and the fit of each pair before it is chosen."""
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator

from certification.models import Round
from evaluations.permissions import can_propose_teams
from evaluations.queries import cases_with_teams, fits_in, latest_proposal, pool_rows
from evaluations.queries.conflict import Candidate
from evaluations.queries.teams import CaseWithTeam, PoolRow
from evaluations.teams import SIZES

PAGE = 25
OPEN, WHOLE = "open", "whole"


@dataclass(frozen=True)
class Fit:
    """One assessor for one case, as it stands before anybody chooses."""

    case: CaseWithTeam
    row: PoolRow
    candidate: Candidate

    @property
    def is_in(self):
        return any(one.user_id == self.row.member.user_id for one in self.case.team)

    @property
    def is_full(self):
        """The team, of three."""
        return len(self.case.team) >= max(SIZES)

    @property
    def is_free(self):
        return self.candidate.is_free and not self.is_in and not self.is_full

    @property
    def may_lead(self):
        return self.is_free and not self.case.has_lead and self.row.member.may_lead

    @property
    def knows_service(self):
        return any(one.service_type_id == self.case.case.service_type_id for one in self.row.member.services.all())

    @property
    def is_near(self):
        return any(one.district_id == self.case.case.offering.site.district_id for one in self.row.member.districts.all())

    def order(self):
        """Who is free first; of these who knows the service, then who lives near, then who has least in hand."""
        return (*self.candidate.order(), self.is_in, self.row.is_full, not self.knows_service, not self.is_near, self.row.load)


def board_of(request, round: Round):
    """The context of the page. Its address says the list (`state`, `page`) and what is chosen (`case` or `assessor`)."""
    actor, wanted = request.actor, request.GET
    cases, pool, may_act = cases_with_teams(actor, round), pool_rows(actor), can_propose_teams(actor)
    state = WHOLE if wanted.get("state") == WHOLE else OPEN
    page = Paginator([one for one in cases if one.is_whole == (state == WHOLE)], PAGE).get_page(wanted.get("page"))
    chosen = next((one for one in cases if str(one.case.public_id) == wanted.get("case")), None) if may_act else None
    assessor = next((row for row in pool if str(row.member.public_id) == wanted.get("assessor")), None) if may_act else None
    fits = fits_in(actor, [chosen.case] if chosen else [one.case for one in page], [row.member for row in pool] if chosen else [
        assessor.member]) if chosen or assessor else {}
    return {
        "round": round, "proposal": latest_proposal(actor, round), "may_act": may_act, "state": state, "page": page, "sizes": SIZES,
        "open": sum(not one.is_whole for one in cases), "whole": sum(one.is_whole for one in cases), "chosen": chosen,
        "assessor": None if chosen else assessor, "kept": kept_of(state, page.number),
        "people": people_for(chosen, pool, fits) if chosen else [(row, None) for row in pool],
        "rows": [(one, _fit(one, assessor, fits) if assessor and not chosen else None) for one in page],
    }


def _fit(case, row, fits):
    return Fit(case, row, fits[case.case.pk, row.member.user_id])


def people_for(chosen, pool, fits):
    """[(PoolRow, Fit)] for the case that is chosen, who fits best first."""
    return [(one.row, one) for one in sorted((_fit(chosen, row, fits) for row in pool), key=Fit.order)]


def kept_of(state, page):
    """The part of the address that says which list one looks at."""
    return urlencode({"state": state, "page": page})
