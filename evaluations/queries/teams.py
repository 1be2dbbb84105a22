"""Cases and their teams, the pool and what it has in hand: for the board of a round, and for the program that proposes teams."""
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q

from core import clock
from evaluations.models import Application, Assignment, ProposedPair, TeamProposal
from evaluations.queries.conflict import fits_in, keys_of
from evaluations.stages import ASSIGNED_IN, UNDER_WAY
from evaluations.teams import IN_TEAM, Assessor, Case, missing_in
from panels.fitness import hindrances, remarks
from panels.models import PoolMember
from panels.queries import pool_found


@dataclass(frozen=True)
class CaseWithTeam:
    case: Application
    team: list[Assignment]

    @property
    def has_lead(self):
        return any(one.is_lead for one in self.team)

    @property
    def missing(self):
        """How many are still needed for a team of two."""
        return missing_in(self.team, 2)

    @property
    def is_whole(self):
        return not self.missing and self.has_lead


@dataclass(frozen=True)
class PoolRow:
    """Somebody of the pool with what they have in hand and what keeps them from more."""

    member: PoolMember
    load: int
    forbidden: list[str]
    remarks: list[str]

    @property
    def is_full(self):
        return self.load >= self.member.most_cases


def cases_with_teams(actor, round):
    """[CaseWithTeam] of a round whose document review is not over, by number, in two statements."""
    rows = Application.objects.visible_to(actor).filter(round=round, stage__in=ASSIGNED_IN, reviewed_at=None)
    cases, teams = list(rows.select_related("service_type", "offering__site__district").order_by("number", "pk")), teams_of(actor, rows)
    return [CaseWithTeam(case, teams[case.pk]) for case in cases]


def teams_of(actor, applications):
    """{case's id: [Assignment] in force, the lead first}"""
    working = Assignment.objects.visible_to(actor).filter(application__in=applications, ended_at=None).select_related("user__person")
    teams = defaultdict(list)
    for one in working.order_by("-is_lead", "pk"):
        teams[one.application_id].append(one)
    return teams


def loads_of(actor):
    """{account's id: cases in hand}: those on which they work and whose document review is not over, in every round."""
    rows = Assignment.objects.visible_to(actor).filter(ended_at=None, application__reviewed_at=None, application__stage__in=UNDER_WAY)
    return dict(rows.order_by().values_list("user").annotate(count=Count("pk")))


def pool_rows(actor):
    """[PoolRow], by name."""
    loads, today = loads_of(actor), clock.today()
    return [PoolRow(one, loads.get(one.user_id, 0), hindrances(one, today), remarks(one)) for one in pool_found(actor)]


def latest_proposal(actor, round):
    """The one that is worked out or can be looked at, else the last; or None."""
    return TeamProposal.objects.visible_to(actor).filter(round=round).order_by("-asked_at", "-pk").first()


def pairs_of(actor, proposal):
    """What is proposed, case by case, the lead first."""
    rows = ProposedPair.objects.visible_to(actor).filter(proposal=proposal)
    return rows.select_related("application__service_type", "user__person").order_by("application__number", "application", "-is_lead", "pk")


def vacancies_of(actor, proposal):
    """[(case, vacancy as it is kept)] of those whose team would not be whole, by number."""
    kept = {one["case"]: one for one in proposal.vacancies}
    rows = Application.objects.visible_to(actor).filter(pk__in=kept).select_related("service_type").order_by("number", "pk")
    return [(case, kept[case.pk]) for case in rows]


def changed_since(actor, proposal):
    """How many assignments of its round were made or ended since it was worked out."""
    later = Q(assigned_at__gt=proposal.solved_at) | Q(ended_at__gt=proposal.solved_at)
    return Assignment.objects.visible_to(actor).filter(later, application__round=proposal.round_id).count()


def program_of(actor, proposal):
    """([Case], [Assessor]) for the solver: cases without a whole team, what they still need, and whom they cannot have."""
    pool, wanting = pool_rows(actor), [one for one in cases_with_teams(actor, proposal.round) if missing_in(one.team, proposal.size)]
    fits = fits_in(actor, [one.case for one in wanting], [row.member for row in pool])
    return [_case(one, proposal.size, pool, fits) for one in wanting], [
        Assessor(row.member.user_id, most=row.member.most_cases, load=row.load, may_lead=row.member.may_lead,
                 fields=frozenset(one.service_type.code for one in row.member.services.all()),
                 districts=frozenset(one.district.code for one in row.member.districts.all())) for row in pool]


def _case(one, size, pool, fits):
    working = set().union(*[keys_of(each.user_id, each.user.person_id) for each in one.team])
    barred = {}
    for member in (row.member for row in pool):
        is_in = not working.isdisjoint(keys_of(member.user_id, member.user.person_id))
        if bar := IN_TEAM if is_in else fits[one.case.pk, member.user_id].bar:
            barred[member.user_id] = bar
    return Case(one.case.pk, one.case.service_type.code, one.case.offering.site.district.code, missing_in(one.team, size),
                one.has_lead, barred)
