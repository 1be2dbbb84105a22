"""What ties people to cases: to the one they are about to assess, to those they are about to decide, to many at once for a board."""
from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core import clock
from evaluations.models import Application, Assignment
from panels.conflicts import Conflict
from panels.fitness import hindrances, remarks
from panels.models import PoolMember, Recusal
from panels.queries import conflicts_of, pool_members, seats_on


@dataclass(frozen=True)
class Candidate:
    """Somebody of the pool before a case: what forbids to assign them, what a manager has to answer for, what is worth knowing."""

    member: PoolMember
    forbidden: list[str]
    to_ask: list[str]
    remarks: list[str]

    @property
    def name(self):
        """With the employers of today."""
        return ", ".join([str(self.member), *(one.name for one in self.member.employments.all() if one.to_on is None)])

    @property
    def is_free(self):
        return not self.forbidden and not self.to_ask


def conflicts_in(pairs):
    """{(case's id, account's id): [Conflict]} in four statements, however many pairs. `pairs`: (case, account)."""
    pairs = list(pairs)
    found = conflicts_of((case.offering_id, user) for case, user in pairs)
    return {(case.pk, user.pk): found[case.offering_id, user.pk] for case, user in pairs}


def case_conflicts(application, user) -> list[Conflict]:
    return conflicts_in([(application, user)])[application.pk, user.pk]


def candidates_for(actor, application):
    """[Candidate]: the pool without who works on the case now, those free to be asked first, each by name."""
    working = Assignment.objects.visible_to(actor).filter(application=application, ended_at=None).values("user")
    members, today = list(pool_members(actor).exclude(user__in=working).prefetch_related("employments")), clock.today()
    conflicts = conflicts_in((application, member.user) for member in members)
    recusals = Recusal.objects.visible_to(actor).filter(matter=application.matter).values_list("user", "person")
    accounts, persons = {user for user, _person in recusals}, {person for _user, person in recusals if person}
    stood_back = {one.user_id for one in members if one.user_id in accounts or one.user.person_id in persons}
    found = [_candidate(member, conflicts[application.pk, member.user_id], member.user_id in stood_back, today) for member in members]
    return sorted(found, key=lambda one: (bool(one.forbidden), bool(one.to_ask)))


def _candidate(member, conflicts, stands_back, today):
    forbidden = [one.words for one in conflicts if one.excludes] + hindrances(member, today)
    if stands_back:
        forbidden.append(_("Stands back from this case."))
    return Candidate(member, forbidden, [one.words for one in conflicts if not one.excludes], remarks(member))


def conflicts_on_agenda(actor, meeting, items):
    """{item's id: [(seat, [Conflict])]}: for those who sit over it, what ties them to the case, as the data say."""
    items = [item for item in items if not item.withdrawn_at]
    cases = {case.public_id: case for case in Application.objects.visible_to(actor).filter(public_id__in=[one.matter for one in items])}
    seats = seats_on(meeting.body, meeting.day) if items else []
    found = conflicts_in((case, seat.user) for case in cases.values() for seat in seats)
    tied = defaultdict(list)
    for item in items:
        for seat in seats:
            case = cases.get(item.matter)
            if case and found[case.pk, seat.user_id]:
                tied[item.pk].append((seat, found[case.pk, seat.user_id]))
    return tied
