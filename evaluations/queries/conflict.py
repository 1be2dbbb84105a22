"""What ties people to cases: to the one they are about to assess, to those they are about to decide, to many at once for a board."""
from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core import clock
from evaluations.models import Application, Assignment
from evaluations.teams import AWAY, EXCLUDED, LAST_TIME, RECUSED, TO_ASK, UNFIT
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
    bar: str = ""               # what keeps a proposal of teams from it: a code of evaluations.teams

    def order(self):
        return bool(self.forbidden), bool(self.to_ask)

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
    members = list(pool_members(actor).exclude(user__in=working).prefetch_related("employments"))
    found = fits_in(actor, [application], members)
    return sorted((found[application.pk, one.user_id] for one in members), key=Candidate.order)


def fits_in(actor, applications, members):
    """{(case's id, account's id): Candidate} in six statements, however many. `members` with their fitness."""
    today, conflicts = clock.today(), conflicts_in((case, member.user) for case in applications for member in members)
    stood_back, assessed = defaultdict(set), assessed_last_time(actor, applications)
    recusals = Recusal.objects.visible_to(actor).filter(matter__in=[case.matter for case in applications])
    for matter, *people in recusals.values_list("matter", "user", "person"):
        stood_back[matter].update(keys_of(*people))
    return {(case.pk, one.user_id): _candidate(one, conflicts[case.pk, one.user_id], _is_one_of(one.user, stood_back[case.matter]),
                                               _is_one_of(one.user, assessed.get(case.provider_id, ())), today)
            for case in applications for one in members}


def keys_of(user, person):
    """What tells two accounts of one human being: the account, and the person where it is known."""
    return {("user", user), *([("person", person)] if person else [])}


def _is_one_of(user, keys):
    return bool(keys) and not keys_of(user.pk, user.person_id).isdisjoint(keys)


def assessed_last_time(actor, applications):
    """{provider's id: keys of those who assessed it in the last round in which it was reviewed, these cases' own round aside}."""
    rows = Assignment.objects.visible_to(actor).filter(
        application__provider__in={case.provider_id for case in applications}, application__reviewed_at__isnull=False, ended_at=None)
    rows = rows.exclude(application__round__in={case.round_id for case in applications}).order_by("-application__submitted_at", "-pk")
    last, found = {}, defaultdict(set)
    for provider, round, *people in rows.values_list("application__provider", "application__round", "user", "user__person"):
        if last.setdefault(provider, round) == round:
            found[provider].update(keys_of(*people))
    return found


def _candidate(member, conflicts, stands_back, last_time, today):
    excluding, unfit = [one.words for one in conflicts if one.excludes], hindrances(member, today)
    if not member.user.is_active:
        unfit.append(_("The account is closed."))
    to_ask, noted = [one.words for one in conflicts if not one.excludes], remarks(member)
    if last_time:
        noted.append(_("Assessed this provider in its last round."))
    standing_back = [_("Stands back from this case.")] if stands_back else []
    bars = {EXCLUDED: excluding, RECUSED: standing_back, UNFIT: unfit, TO_ASK: to_ask, LAST_TIME: last_time, AWAY: member.away_until}
    return Candidate(member, excluding + unfit + standing_back, to_ask, noted, next((code for code, bar in bars.items() if bar), ""))


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
